from __future__ import annotations

import base64
from collections.abc import Mapping
from urllib.parse import quote_from_bytes

import pytest

from clipreader.importers.page.pictures import image_of, media_type_of, picture_data
from clipreader.importers.page.saved import NO_PICTURES
from clipreader.importers.page.tree import parse

PNG = b"\x89PNG\r\n\x1a\n" + bytes(300)
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + bytes(300)
CODED = base64.b64encode(PNG).decode()


def image(tag: str, beside: Mapping[str, bytes] = NO_PICTURES):
    root = parse(f"<p>{tag}</p>")
    assert root is not None
    return image_of(next(root.iter("img")), "picture-1", "https://a.example/b/", beside)


@pytest.mark.parametrize(
    ("source", "data"),
    [
        (f"data:image/png;base64,{CODED}", PNG),
        (f" DATA:image/jpeg;charset=x;base64,{CODED}", PNG),
        (f"data:image/png;base64,{CODED.rstrip('=')}", PNG),
        (f"data:,{quote_from_bytes(PNG)}", PNG),
        ("data:image/webp;base64," + base64.b64encode(WEBP).decode(), WEBP),
        ("data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode(), None),
        ("data:image/png;base64,AAAA", None),
        ("data:image/png;base64,%%%", None),
        ("data:image/png", None),
        ("https://a.example/x.png", None),
        ("", None),
    ],
)
def test_data_addresses(source, data):
    assert picture_data(source) == data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PNG, "image/png"),
        (WEBP, "image/webp"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"<svg", None),
        (b"", None),
    ],
)
def test_kinds_by_first_bytes(data, expected):
    assert media_type_of(data) == expected


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ('<img src="c.png">', "https://a.example/b/c.png"),
        ('<img src="data:image/gif;base64,R0lGODlh" data-src="/c.png">', "https://a.example/c.png"),
        ('<img srcset="c,d.png 1x, e.png 2x">', "https://a.example/b/c,d.png"),
        ('<picture><source srcset="s.webp"><img alt=""></picture>', "https://a.example/b/s.webp"),
    ],
)
def test_addresses(tag, address):
    found = image(tag)
    assert found is not None
    assert (found.address, found.data) == (address, None)


@pytest.mark.parametrize(
    "tag", ['<img src="c.png" width="1" height="1">', "<img>", '<img src="file:///etc/passwd">']
)
def test_specks_and_files_are_no_pictures(tag):
    assert image(tag) is None


def test_alternative_text_is_one_canonical_line():
    found = image('<img src="c.png" alt="A&#10;quay&shy;">')
    assert found is not None
    assert found.alt == "A quay"


SMALL = PNG[:200]
BESIDE = {
    "https://a.example/b/ferry one.png": PNG,
    "https://a.example/blurred.png": SMALL,
    "cid:ferry@mail": PNG,
    "page_files/ferry.png": PNG,
}


@pytest.mark.parametrize(
    ("tag", "data"),
    [
        ("<img src='ferry%20one.png#x'>", PNG),
        ("<img src='/blurred.png' data-src='ferry one.png'>", PNG),
        ("<img src='/blurred.png' srcset='/n.png 1x, /b/ferry%20one.png 2x'>", PNG),
        ("<picture><source srcset='ferry%20one.png'><img src='/blurred.png'></picture>", PNG),
        ("<img src='cid:ferry%40mail'>", PNG),
        ("<img src='./page_files/ferry.png'>", PNG),
        (f"<img src='data:image/png;base64,{CODED}' data-src='/blurred.png'>", SMALL),
        ("<img src='/other.png'>", None),
        ("<img src='http://[' alt='x'>", None),
        ("<img src='ferry%20one.png' width=1>", "nothing"),
    ],
)
def test_pictures_beside_the_page(tag, data):
    found = image(tag, BESIDE)
    assert (found.data if found else "nothing") == data
    assert found is None or (found.data is None) == (found.media_type == "")
