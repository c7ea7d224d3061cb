"""Safari's web archives, whole, odd, broken and hostile."""

from __future__ import annotations

import plistlib
import struct
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers import webarchive
from clipreader.model import Draft, FieldName, Source, UnreadableSource
from tests.importers.containers import ADDRESS, JPEG, PNG, WORDS
from tests.importers.containers import webarchive as saved
from tests.importers.mutation import mutated

BINARY, XML = saved(), saved(plistlib.FMT_XML)
TITLE = "<html><body><h1>A title</h1>"


def read(data: bytes) -> Draft:
    source = Source("page.webarchive", data, webarchive.MEDIA_TYPE)
    return importers.read(source)


def archive(beside: object = (), **main: object) -> bytes:
    whole = {
        "WebResourceData": f"{TITLE}<p>{WORDS}</p><img src='a.png'>".encode(),
        "WebResourceURL": ADDRESS,
        **main,
    }
    return plistlib.dumps({"WebMainResource": whole, "WebSubresources": beside})


def test_the_encoding_that_the_archive_names_is_used():
    data = f"{TITLE}<p>Жизнь на причале продолжается.</p>".encode("koi8-r")
    whole = archive(WebResourceData=data, WebResourceTextEncodingName="koi8-r")
    assert read(whole).lines[-1].text == "Жизнь на причале продолжается."
    assert read(whole).encoding == "koi8-r"


def test_only_web_addresses_are_told():
    assert read(archive()).candidates[0].value == ADDRESS
    draft = read(archive(WebResourceURL="file:///Users/ana/page.html"))
    assert not [one for one in draft.candidates if one.field == FieldName.URL]


@pytest.mark.parametrize(
    "beside",
    [
        [],
        {},
        "words",
        ["words"],
        [[]],
        [{"WebResourceData": PNG}],
        [{"WebResourceData": "words", "WebResourceURL": "a.png"}],
        [{"WebResourceData": b"<svg/>", "WebResourceURL": "a.png"}],
        [{"WebResourceData": PNG, "WebResourceURL": 7}],
        [{"WebResourceData": PNG, "WebResourceURL": "http://["}],
    ],
)
def test_what_is_no_picture_beside_the_page_is_passed_over(beside):
    (image,) = read(archive(beside)).images
    assert (image.data, image.address) == (None, "https://saltmarsh.example/news/a.png")


def test_a_picture_is_found_by_its_address():
    beside = [{"WebResourceData": PNG, "WebResourceURL": "https://saltmarsh.example/news/a.png"}]
    assert [image.data for image in read(archive(beside)).images] == [PNG]


def bplist(objects: bytes, places: list[int], *, count: int | None = None, top: int = 0) -> bytes:
    """A binary list of objects at places of four bytes, with references of four bytes."""
    table = b"".join(struct.pack(">I", 8 + place) for place in places)
    number = len(places) if count is None else count
    trailer = struct.pack(">6xBBQQQ", 4, 4, number, top, 8 + len(objects))
    return b"bplist00" + objects + table + trailer


def array(size: int) -> bytes:
    return (
        b"\xaf\x12" + struct.pack(">I", size) + b"".join(map(struct.Struct(">I").pack, range(size)))
    )


def chain(depth: int) -> bytes:
    objects = b"".join(b"\xa1" + struct.pack(">I", n + 1) for n in range(depth)) + b"\x08"
    return bplist(objects, [5 * n for n in range(depth + 1)])


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a0 "ha">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12))
    + b"]><plist><dict><key>WebMainResource</key><string>&a11;</string></dict></plist>"
)
FROM_OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b"<plist><dict><key>WebMainResource</key><string>&a;</string></dict></plist>"
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is damaged or is not"),
        (b"words", "is damaged or is not"),
        (b"bplist00", "is damaged or is not"),
        (b"bplist00" + bytes(40), "is damaged or is not"),
        (BINARY[:500], "is damaged or is not"),
        (XML[:500], "is damaged or is not"),
        (plistlib.dumps([1, 2]), "is damaged or is not"),
        (plistlib.dumps({"WebMainResource": 1}), "is damaged or is not"),
        (archive(WebResourceData="words"), "is damaged or is not"),
        (archive(WebResourceData=b""), "holds no text"),
        (bplist(b"\x08", [0], count=1 << 60), "is damaged or is not"),
        (bplist(b"\x08", [0], top=5), "is damaged or is not"),
        (bplist(b"\x4f\x13" + b"\xff" * 8, [0]), "is damaged or is not"),
        (bplist(array(20_000), [0] * 20_000), "is damaged or is not"),
        (bplist(array(2), [0, 0]), "is damaged or is not"),
        (bplist(b"\x33" + struct.pack(">d", float("nan")), [0]), "is damaged or is not"),
        (bplist(b"\x33" + struct.pack(">d", 1e300), [0]), "is damaged or is not"),
        (bplist(b"\xd1" + struct.pack(">II", 0, 0), [0]), "is damaged or is not"),
        (chain(100), "is damaged or is not"),
        (chain(100_000), "is nested too deep"),
        (b"<plist>" + b"<array>" * 1_000_000, "is damaged or is not"),
        (b"<plist><integer>" + b"9" * 1_000_000 + b"</integer></plist>", "is damaged or is not"),
        (b"<plist><data>" + b"=A" * 1_000_000 + b"</data></plist>", "is damaged or is not"),
        (b"<plist><date>yesterday</date></plist>", "is damaged or is not"),
        (LAUGHS, "is damaged or is not"),
        (FROM_OUTSIDE, "is damaged or is not"),
    ],
)  # fmt: skip
def test_what_is_no_archive_is_told_in_a_sentence(data, told):
    began = time.process_time()
    with pytest.raises(UnreadableSource, match=f"“page.webarchive” (?:{told})"):
        read(data)
    assert time.process_time() - began < 2


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(1, 40), st.sampled_from([BINARY, XML]))
def test_any_mutated_file_gives_a_draft_or_a_sentence(seed, changes, whole):
    data = mutated(whole, seed, changes)
    media_type = importers.media_type_of("page.webarchive", data) or webarchive.MEDIA_TYPE
    for kind in {media_type, webarchive.MEDIA_TYPE}:
        try:
            draft = importers.read(Source("page.webarchive", data, kind))
        except UnreadableSource as error:
            assert "page.webarchive" in str(error)
        else:
            assert draft.lines


def test_both_forms_are_the_same():
    assert read(BINARY) == read(XML)
    assert [image.data for image in read(XML).images] == [PNG, JPEG]
