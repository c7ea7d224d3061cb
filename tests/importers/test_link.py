"""Shortcuts of every system, and what is none."""

from __future__ import annotations

import plistlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers import link, media_type_of
from clipreader.model import FieldName, Hint, Source, Span, UnreadableSource
from tests.importers.mutation import mutated

ADDRESS = "https://diario.example/night-ferry"
WINDOWS = f"[InternetShortcut]\r\nURL={ADDRESS}\r\nIconIndex=0\r\n"
FIREFOX = f"[{{000214A0}}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nIDList=\r\nURL={ADDRESS}\r\n"
DESKTOP = f"[Desktop Entry]\nEncoding=UTF-8\nName=The Night\\sFerry\nType=Link\nURL={ADDRESS}\n"
PROGRAM = "[Desktop Entry]\nType=Application\nName=Editor\nExec=editor %F\n"
XML, BINARY = (
    plistlib.dumps({"URL": ADDRESS}, fmt=form) for form in (plistlib.FMT_XML, plistlib.FMT_BINARY)
)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a0 "ha">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12))
    + b"]><plist><dict><key>URL</key><string>&a11;</string></dict></plist>"
)
FROM_OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b"<plist><dict><key>URL</key><string>https://a.example/&a;</string></dict></plist>"
)

WHOLE = [
    ("Night Ferry.url", WINDOWS.encode(), "Night Ferry"),
    ("Night Ferry.url", WINDOWS.encode("utf-16"), "Night Ferry"),
    ("Night Ferry.url", b"\xef\xbb\xbf" + WINDOWS.encode(), "Night Ferry"),
    ("Night Ferry.url", FIREFOX.encode(), "Night Ferry"),
    ("Night Ferry.url", WINDOWS.replace("URL=", "url = ").encode(), "Night Ferry"),
    ("Brücke.url", b"[InternetShortcut]\r\nName=Br\xfccke\r\nURL=" + ADDRESS.encode(), "Brücke"),
    ("Night Ferry.webloc", XML, "Night Ferry"),
    ("Night Ferry.webloc", BINARY, "Night Ferry"),
    ("ferry.desktop", DESKTOP.encode(), "The Night Ferry"),
    ("ferry.desktop", DESKTOP.replace("Name=", "Name[de]=").encode(), "The Night Ferry"),
    ("ferry.desktop", DESKTOP.replace("URL=", "URL[$e]=").encode(), "The Night Ferry"),
    ("box.zip › links/Night Ferry.url", WINDOWS.encode(), "Night Ferry"),
    ("dropped link", f"# The Night Ferry\r\n{ADDRESS}\r\n".encode(), "The Night Ferry"),
    ("dropped link", f"{ADDRESS}\r\n".encode(), "diario.example/night-ferry"),
    ("dropped link", f"\ufeff{ADDRESS}".encode("utf-16-le"), "diario.example/night-ferry"),
]


def read(name: str, data: bytes):
    return importers.read(Source(name, data, link.MEDIA_TYPE))


@pytest.mark.parametrize(("name", "data", "title"), WHOLE)
def test_a_link_becomes_a_headline_and_its_address(name, data, title):
    draft = read(name, data)
    head, below = draft.lines
    assert (head.text, head.hint) == (title, Hint.TITLE)
    assert (below.text, below.hint) == (ADDRESS, Hint.ADDRESS)
    assert [(mark.target, mark.span) for mark in below.marks] == [(ADDRESS, Span(0, len(ADDRESS)))]
    (url,) = draft.candidates
    assert (url.field, url.value) == (FieldName.URL, ADDRESS)
    assert draft.notes == (link.NOT_FETCHED,)


@pytest.mark.parametrize(("name", "data", "title"), WHOLE)
def test_a_shortcut_is_known_by_name_and_bytes(name, data, title):
    if name != "dropped link":
        assert media_type_of(name, data) == link.MEDIA_TYPE


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", WINDOWS.encode(), link.MEDIA_TYPE),
        ("a.txt", WINDOWS.encode("utf-16"), link.MEDIA_TYPE),
        ("a.txt", DESKTOP.encode(), link.MEDIA_TYPE),
        ("a", XML, link.MEDIA_TYPE),
        ("standard input", f"{ADDRESS}\n".encode(), link.MEDIA_TYPE),
        ("a.txt", f"{ADDRESS}\n".encode(), "text/plain"),
        ("standard input", f"{ADDRESS}\n{ADDRESS}\n".encode(), "text/plain"),
        ("standard input", f"{ADDRESS} is where it stood.".encode(), "text/plain"),
        ("a.txt", b"[InternetShortcut] is how such a file begins.", "text/plain"),
        ("a.txt", PROGRAM.encode(), "text/plain"),
        ("list.txt", XML.replace(b"</dict>", b"<key>Other</key><true/></dict>"), "text/plain"),
    ],
)
def test_what_is_a_link_without_its_ending(name, data, kind):
    assert media_type_of(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.url", b"[InternetShortcut]\r\nURL=\r\n", "holds no address of a web page"),
        ("a.url", b"[InternetShortcut]\r\nURL=file:///etc/passwd", "holds no address"),
        ("a.url", b"[InternetShortcut]\r\nURL=javascript:alert(1)", "holds no address"),
        ("a.url", b"[InternetShortcut]\r\nURL=\\\\server\\share", "holds no address"),
        ("a.url", b"[InternetShortcut]\r\nURL=https://a@b.example/", "holds no address"),
        ("a.url", b"[Other]\r\nURL=https://a.example/", "holds no address"),
        ("a.url", b"\x89PNG\r\n\x1a\n" + bytes(40), "holds no address"),
        ("a.url", b"words", "holds no address"),
        ("a.desktop", PROGRAM.encode(), "starts a program and is no link to a page"),
        ("a.webloc", b"bplist00" + bytes(40), "holds no address"),
        ("a.webloc", plistlib.dumps({"Other": ADDRESS}), "holds no address"),
        ("a.webloc", plistlib.dumps({"URL": 7}), "holds no address"),
        ("a.webloc", plistlib.dumps([ADDRESS]), "holds no address"),
        ("a.webloc", LAUGHS, "holds no address"),
        ("a.webloc", FROM_OUTSIDE, "holds no address"),
        ("dropped link", f"{ADDRESS}\r\nhttps://b.example/".encode(), "holds no address"),
    ],
)
def test_what_is_no_link_is_told_in_a_sentence(name, data, told):
    began = time.monotonic()
    with pytest.raises(UnreadableSource, match=told) as refused:
        read(name, data)
    assert str(refused.value).startswith(f"“{name}”")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("data", [WINDOWS.encode(), DESKTOP.encode(), XML, BINARY])
@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 1 << 32), changes=st.integers(1, 12))
def test_a_damaged_shortcut_is_a_stub_or_one_sentence(data, seed, changes):
    changed = mutated(data, seed, changes)
    media_type_of("a.url", changed)
    try:
        draft = read("a.url", changed)
    except UnreadableSource as error:
        assert str(error).startswith("“a.url”")
    else:
        assert [line.hint for line in draft.lines] == [Hint.TITLE, Hint.ADDRESS]
