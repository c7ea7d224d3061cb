from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers import media_type_of

WORDS = "The ferry left at twenty past nine, with forty-one passengers on board.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a picture.txt", PNG),
        ("photo.html", b"\xff\xd8\xff\xe0" + bytes(40)),
        ("a.txt", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("program.txt", b"MZ\x90\0" + bytes(60)),
        ("zip.txt", b"PK\x03\x04" + bytes(20)),
        ("noise", random.Random(1).randbytes(4_000)),
        ("zeros.txt", bytes(100)),
        ("record.txt", b"abc\0def" * 50),
    ],
)
def test_what_is_no_text_is_refused(name, data):
    assert media_type_of(name, data) is None


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "text/plain"),
        ("one.txt", b"x", "text/plain"),
        ("note.txt", WORDS.encode(), "text/plain"),
        ("note", WORDS.encode("utf-16-le"), "text/plain"),
        ("note", WORDS.encode("utf-16-be"), "text/plain"),
        ("note", WORDS.encode("utf-16"), "text/plain"),
        ("old.txt", "«Été à l’hôtel», déjà vu.".encode("cp1252"), "text/plain"),
        ("terminal.txt", b"\x1b[31mred\x1b[0m and so on", "text/plain"),
        ("a.md", b"# Title", "text/markdown"),
        ("a.MARKDOWN", b"# Title", "text/markdown"),
        ("a.html", b"hardly a page", "text/html"),
        ("a.md", b"<!DOCTYPE html><html><p>x", "text/html"),
        ("saved as.txt", b"\n<!-- x -->\n<HTML lang=en>", "text/html"),
        ("page", "<html><p>é".encode("utf-16-le"), "text/html"),
        ("", b"<!--StartFragment--><b>x</b><!--EndFragment-->", "text/html"),
        ("", b"<p>a</p><p>b</p>", "text/html"),
        ("about.txt", b"<p>, <div> and <span> are tags", "text/plain"),
        ("words.txt", b"RIFF is a word, and so is BZh", "text/plain"),
        ("tags.txt", b"ID3 tags were invented in 1996", "text/plain"),
        ("print.txt", b"   %PDF-files are everywhere, she said.", "text/plain"),
        ("rich.txt", b"{\\rtf is how a rich text begins.\n\nNobody knew.", "text/plain"),
        ("rich.txt", b"{\\rtf1 only an opening in prose", "text/plain"),
        ("rich.rtf", b"{\\rtf", "application/rtf"),
        ("rich.txt", b"{\\rtf1\\ansi Nobody}", "application/rtf"),
        ("list.txt", b"How a <plist works: WebMainResource is the key.", "text/plain"),
    ],
)
def test_kind(name, data, expected):
    assert media_type_of(name, data) == expected


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=("Cs",)), min_size=30))
def test_no_text_of_letters_is_refused(text):
    assert media_type_of("a.txt", text.encode()) is not None
