"""Mails: which of their pieces are read, what is told of them, and broken ones."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers import mail
from clipreader.model import Draft, FieldName, Source, UnreadableSource
from tests.importers import containers
from tests.importers.containers import PNG, TITLE, WORDS
from tests.importers.mutation import mutated

WHOLE = containers.mail()
PAGE = f"<html><body><h1>A title</h1><p>{WORDS}</p></body></html>"


def read(data: bytes) -> Draft:
    return mail.read(Source("a.eml", data, mail.MEDIA_TYPE))


def texts(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


def told(draft: Draft) -> dict[str, object]:
    return {one.field.value: one.value for one in draft.candidates}


def joined(kind: str, *parts: MIMEText, **headers: str) -> bytes:
    whole = MIMEMultipart(kind)
    for name, value in headers.items():
        whole[name.replace("_", "-")] = value
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


def attached(part: MIMEText, how: str) -> MIMEText:
    part["Content-Disposition"] = how
    return part


HTML, PLAIN = MIMEText(PAGE, "html", "utf-8"), MIMEText("A plain form.\n", "plain", "utf-8")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (containers.text_mail("A title\n\nSome words."), ["A title", "Some words."]),
        (joined("alternative", PLAIN, HTML), ["A title", WORDS]),
        (joined("alternative", HTML, PLAIN), ["A title", WORDS]),
        (joined("alternative", PLAIN), ["A plain form."]),
        (joined("mixed", PLAIN, PLAIN), ["A plain form.", "A plain form."]),
        (joined("mixed", HTML, PLAIN), ["A title", WORDS, "A plain form."]),
        (joined("mixed", PLAIN, HTML), ["A plain form.", "A title", WORDS]),
        (
            joined("mixed", PLAIN, attached(MIMEText("terms"), "ATTACHMENT; filename=x.txt")),
            ["A plain form."],
        ),
        (joined("mixed", PLAIN, attached(MIMEText("more"), "inline")), ["A plain form.", "more"]),
        (joined("alternative", PLAIN, MIMEText("", "html")), ["A plain form."]),
        (joined("alternative", PLAIN, MIMEText("<p><img src=a.png>", "html")), ["A plain form."]),
    ],
)
def test_what_is_read(data, expected):
    assert sorted(texts(read(data))) == sorted(expected)


def test_a_forwarded_mail_inside_a_mail_is_read():
    head = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n"
    inside = b"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n"
    whole = head + inside + joined("alternative", PLAIN, HTML) + b"\n--b--"
    assert sorted(texts(read(whole))) == sorted(["See below.", "A title", WORDS])


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, ["It left at", "twenty past nine.", "A new line."]),
        ({"format": "flowed"}, ["It left at twenty past nine.", "A new line."]),
        ({"format": "Flowed", "delsp": "Yes"}, ["It left attwenty past nine.", "A new line."]),
        ({"format": "fixed"}, ["It left at", "twenty past nine.", "A new line."]),
    ],
)  # fmt: skip
def test_lines_that_were_broken_for_the_mail(parameters, expected):
    text = "It left at \ntwenty past nine.\nA new line.\n"
    assert texts(read(containers.text_mail(text, **parameters))) == expected


@pytest.mark.parametrize(
    "charset", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r", "no-such-charset"]
)
def test_encodings_of_text(charset):
    words = (
        "Жизнь на причале" if charset == "koi8-r" else "L’été, déjà" if "12" in charset else "été"
    )
    data = words.encode("utf-8" if charset == "no-such-charset" else charset)
    head = f"Subject: x\nContent-Type: text/html; charset={charset}\n\n<html><p>".encode()
    assert texts(read(head + data)) == [words]
    assert texts(read(head.replace(b"html", b"plain", 1).replace(b"<html><p>", b"") + data)) == [
        words
    ]


def test_an_encoding_that_was_guessed_is_told():
    data = b"Subject: x\nMIME-Version: 1.0\n\n" + "L’été, à l’hôtel, déjà vu.".encode("cp1252")
    assert read(data).encoding_certainty < 1
    assert read(b"Content-Type: text/plain; charset=koi8-r\n\n\xf6\xd5").encoding == "koi8-r"


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Fwd: Re: Night Ferry", "Night Ferry"),
        ("WG: AW: Nachtfähre: Rückkehr", "Nachtfähre: Rückkehr"),
        ("RE[2]: Night Ferry", "Night Ferry"),
        ("TR : Le bac de nuit", "Le bac de nuit"),
        ("Return of the Ferry", "Return of the Ferry"),
        ("In: Out", "In: Out"),
        ("=?utf-8?q?F=C3=A4hre?=", "Fähre"),
        ("Fwd:", None),
    ],
)
def test_the_subject_may_be_the_headline(subject, headline):
    data = f"Subject: {subject}\nMIME-Version: 1.0\n\nwords".encode()
    assert told(read(data)).get("headline") == headline


def test_only_a_newsletter_is_published_by_who_sent_it():
    draft = read(WHOLE)
    assert told(draft)["headline"] == TITLE
    fields = {one.field for one in draft.candidates}
    assert not fields & {FieldName.PUBLISHER, FieldName.PUBLISHED, FieldName.AUTHORS}
    letter = told(read(b"List-Unsubscribe: <https://a.example/x>\n" + WHOLE))
    assert letter["publisher"] == "The Saltmarsh, weekly"
    assert letter["published"] == "2026-11-02T07:15:00+01:00"


@pytest.mark.parametrize("day", ["", "yesterday", "Mon, 99 Nov 2026 07:15:00", "1 " * 3_000])
def test_a_day_that_is_none_is_not_told(day):
    data = f"List-Id: x\nFrom: \nDate: {day}\n\nwords".encode()
    assert not told(read(data))


def test_pictures_of_a_mail_in_two_pieces():
    whole = containers.mail("<p>One <img src='cid:ferry@mail'></p>", text=None)
    both = whole.replace(b"MIME-Version", b"X-Version").replace(
        b"Content-Disposition: attachment; filename=terms.txt", b"Content-Disposition: inline"
    )
    draft = read(both)
    assert texts(draft) == ["One", "An attached text that is no part of the article."]
    assert [image.data for image in draft.images] == [PNG]


@pytest.mark.parametrize(
    "data",
    [b"", b"Subject: x", b"Subject: x\n\n \n", joined("a"), joined("b", MIMEText("", "html"))],
)  # fmt: skip
def test_a_mail_without_words_is_told_in_a_sentence(data):
    with pytest.raises(UnreadableSource, match=r"“a\.eml” holds no text"):
        importers.read(Source("a.eml", data, mail.MEDIA_TYPE))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 1 << 32),
    st.integers(1, 40),
    st.sampled_from([WHOLE, containers.text_mail(WORDS, format="flowed")]),
)
def test_any_mutated_mail_gives_a_draft_or_a_sentence(seed, changes, whole):
    data = mutated(whole, seed, changes)
    media_type = importers.media_type_of("a.eml", data) or mail.MEDIA_TYPE
    for kind in {media_type, mail.MEDIA_TYPE}:
        try:
            draft = importers.read(Source("a.eml", data, kind))
        except UnreadableSource as error:
            assert "a.eml" in str(error)
        else:
            assert draft.lines


def test_a_mail_that_lost_its_borders_keeps_its_words():
    data = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
    data += b'Content-Type: multipart/mixed; boundary="gone"\n\nThe ferry left.\n\nNobody knew.\n'
    found = mail.read(Source("cut.eml", data, mail.MEDIA_TYPE))
    assert [line.text for line in found.lines] == ["The ferry left.", "Nobody knew."]


def test_a_sender_of_brackets_alone_does_not_keep_the_article_out():
    head = b"List-Id: x\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: text/plain\n"
    data = b"From: " + b"(" * 200_000 + b"\n" + head + b"\nThe ferry left.\n"
    found = mail.read(Source("odd.eml", data, mail.MEDIA_TYPE))
    assert "The ferry left." in [line.text for line in found.lines]
