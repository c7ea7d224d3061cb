"""A book becomes one article for each of its chapters, a zip for each of its files."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePath

import pytest

from clipreader.model import Fate, UnreadableSource
from clipreader.operations import Library, importing, reading
from clipreader.operations import unpacking as unpacking_module
from clipreader.operations.parsing import read_article, source_from_path
from clipreader.operations.unpacking import Inside, Unpacking, articles_in, inside_at
from tests.importers.containers import PNG, page
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
    assert inside_at(book) is None
    assert inside_at(book.parent / "no.epub" / "x") is None
    assert inside_at(Path("words.txt")) is None


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
    (first, _), others = articles_in(book)
    assert others == ()
    book.write_bytes(epub({CHAPTERS[0]: None}))
    with pytest.raises(UnreadableSource, match=r"holds no “OEBPS/Text/two\.xhtml”"):
        Unpacking().source_of(first)
    assert first == Inside(book, CHAPTERS[0])


def test_a_book_alone_is_no_article(book: Path) -> None:
    with pytest.raises(UnreadableSource, match="holds several articles: import it"):
        source_from_path(book)


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def test_each_file_of_a_zip_is_an_article(library: Library, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "press.zip",
        {
            "a.txt": b"Two Shipyards Share One Crane\n\nThe second yard keeps the key.",
            "deep/Night Ferry.html": page("Night Ferry_files/a.png", "x").encode(),
            "deep/Night Ferry_files/a.png": PNG,
            "empty.txt": b"",
            "film.mp4": b"film",
            "style.css": b"",
        },
    )
    for items in ([path], [tmp_path]):
        report = importing.import_sources(library, items).value
        told = [(PurePath(item.path).name, item.reason) for item in report.of(Fate.FAILED)]
        assert told == [
            ("empty.txt", "“empty.txt” is empty."),
        ]
        (film,) = report.of(Fate.UNREAD)
        assert PurePath(film.path).parts[-2:] == ("press.zip", "film.mp4")
        assert film.reason == "ClipReader does not read files that end in “.mp4”."
    (_, ferry) = report.of(Fate.DUPLICATE)
    opened = reading.open_article(library, ferry.article_id or "")
    assert [image.data for image in opened.article.images] == [PNG]
    assert opened.source_name == "press.zip › Night Ferry.html"


def test_the_file_that_was_opened_last_is_not_read_again(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, second), _ = articles_in(book)
    unpacking = Unpacking()
    unpacking.source_of(first)
    monkeypatch.setattr(unpacking_module, "whole_file", None)
    assert unpacking.source_of(second).media_type == "multipart/related"
