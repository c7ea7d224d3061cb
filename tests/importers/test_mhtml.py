"""Pages in one file of MIME parts, whole, odd, broken and hostile."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers import mhtml
from clipreader.model import Draft, FieldName, Source, UnreadableSource
from tests.importers.containers import ADDRESS, JPEG, PNG, WORDS
from tests.importers.containers import mhtml as saved
from tests.importers.mutation import mutated

WHOLE = saved()


def read(data: bytes) -> Draft:
    return mhtml.read(Source("page.mhtml", data, mhtml.MEDIA_TYPE))


def page_of(*parts: bytes, head: bytes = b"") -> bytes:
    """A message of parts, each with its headers."""
    start = b"MIME-Version: 1.0\n" + head + b"Content-Type: multipart/related; boundary=b"
    return start + b"\n\n" + b"".join(b"--b\n" + part + b"\n" for part in parts) + b"--b--\n"


def html(words: str, headers: bytes = b"", picture: str = "") -> bytes:
    told = f"<html><body><h1>A title</h1><p>{words}</p>{picture}</body></html>"
    return b"Content-Type: text/html\n" + headers + b"\n" + told.encode()


def picture(headers: bytes) -> bytes:
    coded = base64.encodebytes(PNG)
    return b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n" + headers + b"\n" + coded


def test_the_page_that_the_file_names_is_read():
    parts = (html("A frame"), html(WORDS, b"Content-ID: <main>\n"))
    first = read(page_of(*parts))
    assert [line.text for line in first.lines] == ["A title", "A frame"]
    whole = page_of(*parts).replace(b"; boundary", b'; start="<main>"; boundary', 1)
    assert [line.text for line in read(whole).lines] == ["A title", WORDS]


def test_a_page_alone():
    data = b"MIME-Version: 1.0\n" + html(WORDS, b"Content-Location: https://a.example/x\n")
    draft = read(data)
    assert [line.text for line in draft.lines] == ["A title", WORDS]
    assert draft.candidates[0].value == "https://a.example/x"


@pytest.mark.parametrize(
    ("place", "location", "written"),
    [
        ("file:///C:/x/page.htm", "file:///C:/x/page_files/a.png", "page_files/a.png"),
        ("https://a.example/b/c", "https://a.example/b/a.png", "a.png"),
        ("https://a.example/b/c", "a.png", "https://a.example/b/a.png"),
        ("", "https://a.example/b/a.png", "https://a.example/b/a.png"),
        ("", "https://a.example/b/a%C3%A9.png", "https://a.example/b/aé.png"),
    ],
)
def test_pictures_are_found(place, location, written):
    page = html(WORDS, f"Content-Location: {place}\n".encode(), f"<img src='{written}'>")
    data = page_of(page, picture(f"Content-Location: {location}\n".encode()))
    assert [image.data for image in read(data).images] == [PNG]


def test_remote_pictures_stay_addresses():
    page = html(WORDS, b"", "<img src='https://a.example/other.png'>")
    (image,) = read(page_of(page)).images
    assert (image.data, image.address) == (None, "https://a.example/other.png")


def test_file_addresses_are_nobodys_business():
    page = html(WORDS, b"Content-Location: file:///home/ana/page.htm\n")
    draft = read(page_of(page))
    assert not [one for one in draft.candidates if one.field == FieldName.URL]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (page_of(picture(b"")), "holds no page"),
        (page_of(b"Content-Type: text/plain\n\nwords"), "holds no page"),
        (page_of(), "holds no page"),
        (b"", "holds no page"),
        (WHOLE[:250], "holds no page"),
        (page_of(html("").replace(b"A title", b"")), "holds no text"),
        (page_of(b"Content-Type: text/html\n\n"), "holds no text"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_told_in_a_sentence(data, told):
    with pytest.raises(UnreadableSource, match=f"“page.mhtml” {told}"):
        importers.read(Source("page.mhtml", data, mhtml.MEDIA_TYPE))


def test_a_cut_file_gives_what_is_there():
    draft = read(WHOLE[: WHOLE.index(base64.encodebytes(JPEG)[:40])])
    assert [line.text for line in draft.lines] == [line.text for line in read(WHOLE).lines]
    assert [image.data for image in draft.images] == [PNG, None]


def test_many_uses_of_one_large_picture_cost_it_once():
    large = PNG + bytes(3_000_000)
    page = html(WORDS, b"", "<img src='a.png'>" * 5_000)
    coded = base64.encodebytes(large)
    part = b"Content-Location: a.png\nContent-Transfer-Encoding: base64\n\n" + coded
    began = time.process_time()
    images = read(page_of(page, part)).images
    assert [(image.key, image.data) for image in images] == [("picture-1", large)]
    assert time.process_time() - began < 5


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(1, 40))
def test_any_mutated_file_gives_a_draft_or_a_sentence(seed, changes):
    data = mutated(WHOLE, seed, changes)
    media_type = importers.media_type_of("page.mhtml", data) or mhtml.MEDIA_TYPE
    for kind in {media_type, mhtml.MEDIA_TYPE}:
        try:
            draft = importers.read(Source("page.mhtml", data, kind))
        except UnreadableSource as error:
            assert "page.mhtml" in str(error)
        else:
            assert draft.lines


def test_the_address_is_kept():
    assert read(WHOLE).candidates[0].value == ADDRESS
