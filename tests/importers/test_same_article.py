"""The same article from a page and from every container: equal lines, and its pictures arrive."""

from __future__ import annotations

import plistlib
import time
from pathlib import Path

import pytest

from clipreader import anatomy, importers
from clipreader.model import FieldName, Source, UnreadableSource
from clipreader.text.encodings import decode
from tests.importers import containers
from tests.importers.containers import ADDRESS, JPEG, PNG


def read(name: str, data: bytes, link: str | None = None):
    media_type = importers.media_type_of(name, data)
    assert media_type is not None
    return importers.read(Source(name, data, media_type, link))


PAGE = read("page.html", containers.page().encode(), ADDRESS)
CONTAINERS = {
    "page.html": (containers.single_file(), "text/html"),
    "page.mhtml": (containers.mhtml(), "multipart/related"),
    "page": (containers.mhtml(charset="windows-1252"), "multipart/related"),
    "page.webarchive": (containers.webarchive(), "application/x-webarchive"),
    "xml.webarchive": (containers.webarchive(plistlib.FMT_XML), "application/x-webarchive"),
    "page.eml": (containers.mail(), "message/rfc822"),
    "mail": (containers.mail(text=None), "message/rfc822"),
}
every_container = pytest.mark.parametrize("name", CONTAINERS)


@every_container
def test_the_lines_are_those_of_the_page(name):
    data, media_type = CONTAINERS[name]
    draft = read(name, data)
    assert draft.media_type == media_type
    assert draft.lines == PAGE.lines
    assert draft.notes == ()


@every_container
def test_the_pictures_arrive(name):
    images = read(name, CONTAINERS[name][0]).images
    assert [(one.media_type, one.data) for one in images] == [
        ("image/png", PNG),
        ("image/jpeg", JPEG),
    ]
    assert [one.alt for one in images] == [one.alt for one in PAGE.images]


@every_container
def test_the_article_is_the_same(name):
    def article(draft):
        return anatomy.recognise(draft, article_id="a")

    one, other = article(read(name, CONTAINERS[name][0])), article(PAGE)
    assert one.text == other.text
    assert one.blocks == other.blocks
    assert one.marks == other.marks
    assert one.metadata.headline == other.metadata.headline == containers.TITLE


@pytest.mark.parametrize("name", [name for name in CONTAINERS if "." in name and "eml" not in name])
def test_the_address_arrives(name):
    draft = read(name, CONTAINERS[name][0])
    found = [one.value for one in draft.candidates if one.field == FieldName.URL]
    assert found[0] == ADDRESS


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.html"))
PACKED = {
    "multipart/related": containers.mhtml,
    "application/x-webarchive": lambda markup: containers.webarchive(markup=markup),
    "message/rfc822": containers.mail,
}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("media_type", PACKED)
def test_a_sample_is_the_same_article_in_every_container(seed, media_type):
    def parts(data, kind):
        draft = importers.read(Source(seed.name, data, kind, ADDRESS))
        article = anatomy.recognise(draft, article_id="a")
        named = [(block.role, article.quote(block.span)) for block in article.blocks]
        return named, [(mark.role, mark.span) for mark in article.marks], article.metadata

    page = seed.read_bytes()
    markup = decode(page, "windows-1252").text
    blocks, marks, known = parts(PACKED[media_type](markup), media_type)
    page_blocks, page_marks, page_known = parts(page, "text/html")
    assert len(page_blocks) > 5
    assert (blocks, marks) == (page_blocks, page_marks)
    for field in ("headline", "deck", "authors", "translators", "publisher", "published", "place"):
        assert getattr(known, field) == getattr(page_known, field), field


@pytest.mark.parametrize("media_type", PACKED)
def test_a_page_of_too_many_tags_is_refused_soon(media_type):
    long = "<p>a" * 1_500_000
    coded = {"multipart/related": lambda: containers.mhtml(long, coded="base64")}
    data = coded.get(media_type, lambda: PACKED[media_type](long))()
    began = time.process_time()
    with pytest.raises(UnreadableSource, match="“long” is too long to be one article"):
        importers.read(Source("long", data, media_type))
    assert time.process_time() - began < 3
