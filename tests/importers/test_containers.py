"""Which bytes are a container, whatever the file is called."""

from __future__ import annotations

import plistlib
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers import containers, mail, media_type_of, mhtml, webarchive
from tests.importers import containers as samples

MHTML, WEB_ARCHIVE, MAIL = mhtml.MEDIA_TYPE, webarchive.MEDIA_TYPE, mail.MEDIA_TYPE
EXPLORER = (
    b'From: "Saved by Windows Internet Explorer 8"\r\nSubject: x\r\nDate: Mon, 2 Nov 2026\r\n'
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
    b'\tboundary="x"\r\nX-MimeOLE: Produced\r\n\r\nThis is a multi-part message'
)
OPERA = b"Content-Type: multipart/related; start=<op.mhtml@x>; boundary=x\nMIME-Version: 1.0\n\n--x"
SENT = (
    b"Received: from a.example by b.example\n\twith SMTP\nFrom: a\nTo: b\nSubject: c\n"
    b"Content-Type: multipart/related; boundary=x\n\n--x\n"
)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", samples.mhtml(), MHTML),
        ("a", EXPLORER, MHTML),
        ("a.html", EXPLORER, MHTML),
        ("a", OPERA, MHTML),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html>", MHTML),
        ("a.mht", SENT, MHTML),
        ("a.eml", OPERA, MAIL),
        ("a.eml", b"Subject: x\n\nwords", MAIL),
        ("a.EML", b"\xef\xbb\xbfFrom: x\r\n\r\nwords", MAIL),
        ("a.txt", samples.mail(), MAIL),
        ("a", b"From ana@a.example Mon Nov  2 2026\n" + SENT, MAIL),
        ("a", b"X-Long: " + b"x\n " * 60_000, None),
        ("a.eml", b"Subject: x\n" + b"X-Long: y\n" * 20_000 + b"\nwords", MAIL),
        ("a.txt", samples.webarchive(), WEB_ARCHIVE),
        ("a.html", samples.webarchive(plistlib.FMT_XML), WEB_ARCHIVE),
        ("a.webarchive", b"bplist00 cut", WEB_ARCHIVE),
        (
            "a.webarchive",
            b'<?xml version="1.0"?>\n<plist version="1.0"><dict><key>Web',
            WEB_ARCHIVE,
        ),
        ("a.eml", SENT.replace(b"From:", b"From\0"), MAIL),
        ("a.mhtml", EXPLORER.replace(b"Subject: x", b"Subject x"), MHTML),
    ],
)
def test_containers(name, data, expected):
    ending = PurePath(name).suffix.lower()
    assert containers.container_type(ending, data) == expected
    assert expected is None or media_type_of(name, data) == expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"From: Ana\nSubject: The ferry\nDate: 4 July\n\nShe writes.", "text/plain"),
        ("a.eml", b"No mail at all, but a text.\n\nSubject: x", "text/plain"),
        ("a.mht", b"<!doctype html><html><p>words", "text/html"),
        ("a.mhtml", b"Only words.", "text/plain"),
        ("a.txt", b"Content-Type: a header\nof mails, as is MIME-Version: 1.0", "text/plain"),
        ("a.md", b"title: x\nMIME-Version: why\n\nwords", "text/markdown"),
        ("a.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), None),
        ("a.webarchive", b"<html><p>words", "text/html"),
    ],
)  # fmt: skip
def test_what_is_none_stays_what_it_was(name, data, expected):
    assert media_type_of(name, data) == expected


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_no_text_is_a_container_without_a_programs_headers(text):
    if "mime-version" not in text.lower() and "message-id" not in text.lower():
        assert containers.container_type(".txt", f"Subject: {text}".encode()) is None
