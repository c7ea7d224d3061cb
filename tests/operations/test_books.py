"""A book becomes one article for each of its chapters."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipreader.model import Fate, UnreadableSource
from clipreader.operations import Library, importing, reading
from clipreader.operations.books import Chapter, chapter_at, chapters_of, source_from_chapter
from clipreader.operations.parsing import read_article, source_from_path
from tests.importers.containers import PNG
from tests.importers.epub import CHAPTERS, epub


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Tides.epub"
    path.write_bytes(epub())
    return path


def test_each_chapter_is_an_article(library: Library, book: Path) -> None:
    for items in ([book], [book.parent]):
        report = importing.import_sources(library, items).value
        assert [item.path for item in report.items] == [str(book / place) for place in CHAPTERS]
    assert [item.fate for item in report.items] == [Fate.DUPLICATE] * 2
    ids = [item.article_id or "" for item in report.items]
    articles = [reading.open_article(library, one) for one in ids]
    assert [one.article.metadata.headline for one in articles] == [
        *("Two Shipyards", "Night Ferry Returns"),
    ]
    assert [image.data for image in articles[1].article.images] == [PNG]
    assert articles[1].source_name == "Tides.epub › one ferry.xhtml"


def test_what_is_kept_of_a_chapter_is_enough_to_read_it_again(library: Library, book: Path) -> None:
    report = importing.import_sources(library, [book]).value
    book.unlink()
    kept = reading.original(library, report.items[1].article_id or "")
    assert [image.data for image in read_article(kept).article.images] == [PNG]


def test_a_chapter_that_the_report_names_can_be_tried_again(library: Library, book: Path) -> None:
    report = importing.import_sources(library, [Path(str(book / CHAPTERS[0]))]).value
    assert [(item.fate, item.path) for item in report.items] == [
        (Fate.ADDED, str(book / CHAPTERS[0])),
    ]
    assert chapter_at(book) is None
    assert chapter_at(book.parent / "no.epub" / "x") is None
    assert chapter_at(Path("words.txt")) is None


def test_a_damaged_book_is_one_line_of_the_report(library: Library, book: Path) -> None:
    book.write_bytes(epub()[:2_000])
    missing = book.with_name("missing.epub")
    report = importing.import_sources(library, [book, missing, book.parent]).value
    assert [(item.path, item.reason) for item in report.items] == [
        (str(book), "“Tides.epub” is damaged and cannot be read."),
        (str(missing), "“missing.epub” does not exist."),
        (str(book), "“Tides.epub” is damaged and cannot be read."),
    ]


def test_a_book_that_changes_meanwhile_is_told(book: Path) -> None:
    (first, _) = chapters_of(book)
    book.write_bytes(epub({CHAPTERS[0]: None}))
    with pytest.raises(UnreadableSource, match=r"holds no “OEBPS/Text/two\.xhtml”"):
        source_from_chapter(first)
    assert first == Chapter(book, CHAPTERS[0])


def test_a_book_alone_is_no_article(book: Path) -> None:
    with pytest.raises(UnreadableSource, match="is a book: import it"):
        source_from_path(book)
