"""Which pages of a book are its chapters, and what comes out of it with them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers.book import MOST_CHAPTERS, Book
from clipreader.model import Source, UnreadableSource
from tests.importers.containers import PNG, WORDS
from tests.importers.epub import CHAPTERS, CONTAINER, PACKAGE, epub
from tests.importers.mutation import mutated

ENTITY = '<!DOCTYPE package [<!ENTITY a "b">]>'
KIND = "application/epub+zip"
WHOLE = Source("Tides.epub", epub(), KIND)


def book(changed=None) -> Source:
    return Source("Tides.epub", epub(changed), KIND)


def test_chapters_stand_in_reading_order_without_what_is_none():
    assert Book(WHOLE).places() == CHAPTERS


def test_a_chapter_comes_with_its_pictures_and_is_read_as_a_page():
    media_type, data = Book(WHOLE).take_out(CHAPTERS[1])
    draft = importers.read(Source("x", data, media_type))
    assert media_type == "multipart/related"
    assert [image.data for image in draft.images] == [PNG]
    assert [line.text for line in draft.lines] == [
        *("Night Ferry Returns", WORDS, "The ferry leaves", WORDS),
    ]


def test_a_chapter_without_pictures_is_the_page_as_it_lies_in_the_book():
    media_type, data = Book(WHOLE).take_out(CHAPTERS[0])
    assert (media_type, data[:5]) == ("text/html", b"<?xml")


def test_a_book_whose_package_lies_at_the_top():
    at_top = PACKAGE.replace('href="', 'href="OEBPS/')
    changed = {
        "META-INF/container.xml": CONTAINER.replace("OEBPS/package", "package"),
        "OEBPS/package.opf": None,
        "package.opf": at_top,
    }
    assert Book(book(changed)).places() == CHAPTERS


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"META-INF/container.xml": None}, "is damaged"),
        ({"META-INF/container.xml": "<container/>"}, "is damaged"),
        ({"META-INF/container.xml": "no xml"}, "is damaged"),
        ({"OEBPS/package.opf": None}, "is damaged"),
        ({"OEBPS/package.opf": "<package/>"}, "holds no chapter with words"),
        ({"OEBPS/package.opf": PACKAGE[:900]}, "is damaged"),
        ({"OEBPS/package.opf": " " * 3_000_000 + PACKAGE}, "is too large"),
        ({"OEBPS/Text/two.xhtml": b"x" * 9_000_000}, "is too large"),
        ({"OEBPS/package.opf": PACKAGE.replace("<package", f"{ENTITY}<package")}, "is damaged"),
        (
            {"META-INF/encryption.xml": '<CipherReference URI="OEBPS/Text/one%20ferry.xhtml"/>'},
            "is protected against copying",
        ),
    ],
)  # fmt: skip
def test_what_is_no_book_is_told_in_a_sentence(changed, told):
    with pytest.raises(UnreadableSource, match=f"“Tides.epub” {told}"):
        Book(book(changed)).places()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"words", epub()[:2_000]])
def test_what_is_no_zip_is_told_in_a_sentence(data):
    with pytest.raises(UnreadableSource, match=r"“Tides\.epub” is damaged"):
        Book(Source("Tides.epub", data, KIND)).places()


def test_fonts_that_are_scrambled_lock_no_chapter():
    locked = '<CipherReference URI="OEBPS/Fonts/literata.otf"/>'
    assert Book(book({"META-INF/encryption.xml": locked})).places() == CHAPTERS


def test_a_chapter_that_is_not_there():
    with pytest.raises(UnreadableSource, match=r"“Tides\.epub” holds no “x\.xhtml”"):
        Book(WHOLE).take_out("x.xhtml")


def test_large_books_take_as_long_as_they_are():
    items = "".join(
        f'<item id="i{n}" href="Text/{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(3_000)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(3_000))
    package = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    changed = {f"OEBPS/Text/{n}.xhtml": "<body>" + "<" * 3_000 for n in range(3_000)}
    began = time.process_time()
    found = Book(book({"OEBPS/package.opf": package, **changed})).places()
    assert len(found) == MOST_CHAPTERS
    Book(book({CHAPTERS[0]: "<img src='" * 700_000})).take_out(CHAPTERS[0])
    assert time.process_time() - began < 5


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(1, 40))
def test_any_mutated_book_gives_chapters_or_a_sentence(seed, changes):
    source = Source("Tides.epub", mutated(WHOLE.data, seed, changes), KIND)
    try:
        found = [Book(source).take_out(place) for place in Book(source).places()]
    except UnreadableSource as error:
        assert "Tides.epub" in str(error)
    else:
        assert found
