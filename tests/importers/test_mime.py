"""Messages are taken apart by their bytes, whole or broken, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers.mime import DEEPEST, MOST_PARTS, decoded, pictures_of, read_message
from clipreader.model import UnreadableSource
from tests.importers.containers import PNG

TWO = (
    b"Content-Type: multipart/mixed; boundary=b\n\nfor old programs\n--b\n\nfirst\n"
    b"--b \t\r\nContent-Type: text/HTML; charset=latin1\r\n\r\nsecond\r\n\r\n"
    b"--b--\nepilogue\n--b\nx"
)


def leaves(data: bytes):
    return [(one.kind, one.content) for one in read_message(data, "a").leaves()]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TWO, [("text/plain", b"first"), ("text/html", b"second\r\n")]),
        (TWO[: TWO.index(b"\r\n\r\n--b--")], [("text/plain", b"first"), ("text/html", b"second")]),
        (b"Subject: x\n\n--b\nwords", [("text/plain", b"--b\nwords")]),
        (b"no header", [("text/plain", b"")]),
        (b"\nno header", [("text/plain", b"no header")]),
        (b"", [("text/plain", b"")]),
        (b"Content-Type: multipart/mixed\n\nwords", [("multipart/mixed", b"words")]),
        (b"Content-Type: multipart/mixed; boundary=b\n\nwords", [("text/plain", b"words")]),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--bb\n\nx\n x --b\n--b\n\ny\n-- b\nz",
         [("text/plain", b"y\n-- b\nz")]),
        (b"Content-Type: message/rfc822\n\nSubject: y\n\nwords", [("text/plain", b"words")]),
        (b"Content-Type: \xff\xfe; boundary\n\nwords", [("text/plain", b"words")]),
    ],
)  # fmt: skip
def test_parts(data, expected):
    assert leaves(data) == expected


def test_bytes_between_borders_stay_as_they_are():
    data = bytes(range(256)) + b"\r"
    whole = b"Content-Type: multipart/mixed; boundary=q\n\n--q\n\n" + data + b"\r\n--q--"
    assert leaves(whole) == [("text/plain", data)]


@pytest.mark.parametrize(
    ("coded", "data", "expected"),
    [
        ("base64", b"d29y\r\nZHM=\r\n", b"words"),
        ("base64", b"d29yZHM", b"wor"),
        ("base64", b"d29yZHMhI", b"words!"),
        ("base64", b"d", b""),
        ("base64", b"\xff*d29y!ZHM=", b"words"),
        ("quoted-printable", b"w=C3=B6r=\r\nds=XY", b"w\xc3\xb6rds=XY"),
        ("8bit", b"w\xf6rds", b"w\xf6rds"),
        ("x-unknown", b"words=", b"words="),
        ("", b"words", b"words"),
    ],
)
def test_coded(coded, data, expected):
    assert decoded(data, coded) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Night Ferry", "Night Ferry"),
        ("=?utf-8?b?w4l0w6k=?= =?utf-8?q?_=C3=A0?=", "Été à"),
        ("=?no-such-charset?q?=C3=A9t=C3=A9?=", "été"),
        ("日本 =?iso-8859-1?q?=E9t=E9?= – x", "日本 été – x"),
        ("=?utf-8?b?w?=", "=?utf-8?b?w?="),
        ("Étés\n déjà", "Étés déjà"),
    ],
)
def test_words_of_a_header(value, expected):
    headers = f"Subject: {value}\n\n".encode()
    found = read_message(headers, "a").words("subject")
    assert found == expected


def test_headers_without_an_end_are_passed_over():
    data = b"Subject: Tides\n" + b"X-A: b\n c\n" * 60_000 + b"\nThe words of it.\n"
    found = read_message(data, "a.eml")
    assert (found.words("subject"), found.content) == ("Tides", b"The words of it.\n")


def test_headers_in_an_old_encoding():
    headers = "Subject: L’été à l’hôtel\n\n".encode("cp1252")
    assert read_message(headers, "a").words("subject") == "L’été à l’hôtel"


def part_of(headers: str):
    whole = f"Content-Type: image/png\n{headers}\n\n".encode() + PNG
    return read_message(whole, "a")


@pytest.mark.parametrize(
    ("headers", "page", "expected"),
    [
        ("Content-ID: <ferry@mail>", "", {"cid:ferry@mail"}),
        ("Content-Location: a.png", "https://a.example/c", {"https://a.example/a.png", "a.png"}),
        (
            "Content-Location: file:///C:/x/page_files/a.png",
            "file:///C:/x/page.htm",
            {"file:///C:/x/page_files/a.png", "page_files/a.png"},
        ),
        ("Content-Location: https://a.example/\n a%20b.png", "", {"https://a.example/a b.png"}),
        ("X: y", "", set()),
    ],
)  # fmt: skip
def test_pictures_by_their_addresses(headers, page, expected):
    assert pictures_of([part_of(headers)], page) == dict.fromkeys(expected, PNG)


def nested(depth: int) -> bytes:
    opened = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return (opened + "\nwords\n").encode()


def test_some_nesting_is_read():
    assert leaves(nested(DEEPEST)) == [("text/plain", b"words\n")]


MANY = b"Content-Type: multipart/mixed; boundary=b\n\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (nested(DEEPEST + 1), "nested too deep"),
        (nested(10_000) + b"a line\n" * 500_000, "nested too deep"),
        (b"Content-Type: message/rfc822\n\n" * 10_000, "nested too deep"),
        (MANY + b"--b\n" * (MOST_PARTS + 1), "too many parts"),
        (MANY + b"--b\n" * 3_000_000, "too many parts"),
    ],
)
def test_what_is_too_much_is_refused_at_once(data, told):
    began = time.process_time()
    with pytest.raises(UnreadableSource, match=f"“a.eml” .*{told}"):
        read_message(data, "a.eml")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b " * 1_000_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"\n--b" + b" " * 4_000_000,
        b"Subject: " + b"x\n " * 1_000_000,
        b"Content-Type: multipart/mixed; " + b'a="' * 60_000,
        b"Content-Type: text/plain; " + b"a=b;" * 60_000,
        b"Content-Type: text/plain; " + b"charset*0=b;" * 20_000 + b"\n\nx",
        b"Subject: " + b"=?utf-8?q?a?= " * 10_000 + b"\n\nx",
        b"Subject: " + b"=?" * 100_000 + b"\n\nx",
        b"Content-Transfer-Encoding: base64\n\n" + b"=A" * 3_000_000,
        b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=" * 6_000_000,
        nested(DEEPEST) + b"\n--b\n" * 1_000_000,
    ],
)
def test_takes_as_long_as_its_length_says(data):
    began = time.process_time()
    whole = read_message(data, "a")
    (
        whole.words("subject"),
        whole.address("content-location"),
        [one.encoding for one in whole.leaves()],
    )
    assert time.process_time() - began < 2


@given(st.binary(max_size=300) | st.text(alphabet='--b\n\r :;=a"<?', max_size=200).map(str.encode))
def test_any_bytes_are_taken_apart(data):
    whole = read_message(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + data, "a")
    for entity in (whole, read_message(data, "a")):
        for leaf in entity.leaves():
            assert leaf.kind
            assert leaf.encoding is None or leaf.encoding
            assert isinstance(leaf.words("subject") + leaf.address("content-id"), str)
            assert leaf.is_attached in (True, False)
