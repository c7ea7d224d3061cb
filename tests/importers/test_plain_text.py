from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers import plain_text
from clipreader.model import Hint, Source


def read(data: bytes):
    return plain_text.read(Source("a.txt", data, "text/plain"))


def test_lines_stand_as_they_came():
    draft = read(b"Title\r\n\r\n  First line\r\nsecond line\r\n\r\n\r\nNext\r\n")
    assert [(line.text, line.blank_before) for line in draft.lines] == [
        ("Title", False),
        ("First line", True),
        ("second line", False),
        ("Next", True),
    ]
    assert {line.hint for line in draft.lines} == {Hint.NONE}


def test_rows_of_cells_are_one_table():
    draft = read(b"Head\n\nYear\tBoats\n2021\t31\n\nOne\tcell row\n\nA\tb\nA\tb\tc\nText\n")
    assert [(line.hint, line.text) for line in draft.lines] == [
        (Hint.NONE, "Head"),
        (Hint.TABLE, "Year\tBoats\n2021\t31"),
        *((Hint.NONE, words) for words in ("One\tcell row", "A\tb", "A\tb\tc", "Text")),
    ]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_gives_no_lines(data):
    assert read(data).lines == ()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")],
)
def test_encoding_is_told(encoding, name):
    draft = read("“Está ahí”, dijo el patrón. Nadie más lo vio.".encode(encoding))
    assert draft.lines[0].text == "“Está ahí”, dijo el patrón. Nadie más lo vio."
    assert draft.encoding == name


def test_what_was_taken_away_is_told():
    draft = read(b"a\0b\0c")
    assert draft.lines[0].text == "abc"
    assert draft.notes == ("2 NUL characters were removed.",)


def test_one_long_line_is_one_line():
    assert len(read(b"word " * 400_000).lines) == 1


@given(st.binary(max_size=300))
def test_never_raises(data):
    for line in read(data).lines:
        assert line.text == line.text.strip() != ""


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), max_size=8))
def test_every_word_stays(words):
    draft = read("\n".join(words).encode("utf-8-sig"))
    assert [line.text for line in draft.lines] == [unicodedata.normalize("NFC", w) for w in words]
