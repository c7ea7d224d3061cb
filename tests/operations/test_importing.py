"""What comes in is there, once, and what cannot come in says why."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library.originals import Originals
from clipreader.model import Fate, LibraryUnavailable, Progress, Query, Shelf, Source
from clipreader.operations import (
    Library,
    checking,
    history,
    importing,
    open_library,
    reading,
    trash,
)
from clipreader.operations.crew import Crew, crew_of
from clipreader.operations.ready import Ready
from tests.operations import misbehaving
from tests.operations.conftest import BELL, CRANE, FERRY, PAGE
from tests.stories import page, story

Write = Callable[[str, str | bytes], Path]


def fates(library: Library, *incoming: Path | Source) -> list[str]:
    return [item.fate.value for item in importing.import_sources(library, incoming).value.items]


def text(words: str) -> Source:
    return Source("pasted text", words.encode(), "text/plain")


def test_files_come_in_whole_and_in_order(library: Library, write: Write) -> None:
    files = [write("b.txt", FERRY), write("a.txt", CRANE), write("page.html", PAGE)]
    outcome = importing.import_sources(library, files)
    report = outcome.value
    assert [item.path for item in report.items] == [str(file) for file in files]
    assert [item.fate for item in report.items] == [Fate.ADDED] * 3
    assert outcome.label
    assert outcome.changes.rows
    assert outcome.changes.articles == {item.article_id for item in report.items}
    for item, file in zip(report.items, files, strict=True):
        assert item.article_id
        assert reading.original(library, item.article_id).data == file.read_bytes()
        assert reading.open_article(library, item.article_id).unread
    assert checking.check(library).problems == ()


def test_what_was_told_as_added_is_there_after_a_restart(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as first:
        (item,) = importing.import_sources(first, [text(FERRY)]).value.items
    with open_library(tmp_path / "library") as second:
        assert item.article_id
        assert "ramp came up" in reading.open_article(second, item.article_id).article.text


@pytest.mark.parametrize(
    "again",
    [FERRY, FERRY.replace("\n", "\r\n"), FERRY.replace("\n\n", "\n\n\n"), "\ufeff" + FERRY],
    ids=["same bytes", "other line ends", "other blanks", "a byte order mark"],
)
def test_the_same_words_twice_are_one_article(library: Library, again: str) -> None:
    (first,) = importing.import_sources(library, [text(FERRY)]).value.items
    second = importing.import_sources(library, [text(again)])
    (item,) = second.value.items
    assert (item.fate, item.article_id) == (Fate.DUPLICATE, first.article_id)
    assert item.reason
    assert second.value.came_back == 0
    assert not second.changes
    assert second.label == ""
    assert reading.counts(library).all == 1
    assert list(library.originals.present()) == [text(FERRY).sha256]


def test_the_same_words_in_one_import_are_one_article(library: Library, write: Write) -> None:
    files = [write("a.txt", FERRY), write("b.txt", CRANE), write("c.txt", FERRY.upper())]
    again = [write("d.txt", FERRY), write("e.html", PAGE), write("f.html", PAGE)]
    assert fates(library, *files, *again) == [
        "added", "added", "version", "duplicate", "added", "duplicate"
    ]  # fmt: skip


def test_a_page_that_is_known_by_its_bytes_is_not_read_again(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("page.html", PAGE)
    assert fates(library, file) == ["added"]

    def refuse(_crew: Crew, task: object) -> None:
        pytest.fail(f"{task} was read again")

    monkeypatch.setattr(Crew, "give", refuse)
    assert fates(library, file) == ["duplicate"]


@pytest.mark.parametrize(("name", "words"), [("a.txt", FERRY), ("page.html", PAGE)])
def test_what_lies_in_the_trash_is_brought_back(
    library: Library, write: Write, name: str, words: str
) -> None:
    file = write(name, words)
    (first,) = importing.import_sources(library, [file]).value.items
    assert first.article_id
    trash.move_to_trash(library, [first.article_id])
    outcome = importing.import_sources(library, [file])
    (item,) = outcome.value.items
    assert (item.fate, item.article_id) == (Fate.DUPLICATE, first.article_id)
    assert "trash" in item.reason
    assert outcome.value.came_back == 1
    assert outcome.changes.articles == {first.article_id}
    assert reading.counts(library).all == 1
    history.undo(library)
    assert reading.counts(library).trash == 1


def test_undo_moves_the_whole_import_to_the_trash(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 2)
    kept = importing.import_sources(library, [text(CRANE)]).value.items[0].article_id
    files = [write(f"{n}.txt", story(n)) for n in range(5)]
    outcome = importing.import_sources(library, files)
    undone = history.undo(library)
    assert undone.value == outcome.label
    assert undone.changes.articles == outcome.changes.articles
    assert undone.changes.rows
    left = reading.list_articles(library, Query())
    assert [row.id for row in left] == [kept]
    assert reading.count_articles(library, Query(shelf=Shelf.TRASH)) == 5
    history.redo(library)
    assert reading.counts(library).all == 6


def test_one_bad_file_harms_no_other(library: Library, write: Write) -> None:
    files = [
        write("a.txt", FERRY),
        write("empty.txt", b""),
        write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        write("none.html", "<html><body></body></html>"),
        write("b.txt", CRANE),
    ]
    report = importing.import_sources(library, [*files, files[0].parent / "gone.txt"]).value
    assert [item.fate.value for item in report.items] == [
        "added", "failed", "failed", "failed", "added", "failed"
    ]  # fmt: skip
    assert all(item.reason.endswith(".") for item in report.of(Fate.FAILED))
    assert all(item.article_id is None for item in report.of(Fate.FAILED))


def test_an_article_that_cannot_be_stored_harms_no_other(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = importing.read_ready

    def broken(source: Source) -> Ready:
        found = read(source)
        if "crane" not in found.written.text:
            return found
        names = (("author",),)
        return replace(found, written=replace(found.written, names=names))  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "read_ready", broken)
    assert fates(library, text(FERRY), text(CRANE), text(BELL)) == ["added", "failed", "added"]
    assert reading.counts(library).all == 2
    assert checking.check(library).problems == ()


def test_progress_comes_before_each_item(library: Library, write: Write) -> None:
    files = [write(f"{n}.txt", story(n)) for n in range(3)]
    told: list[Progress] = []
    importing.import_sources(library, files, progress=lambda p: told.append(p) or True)
    assert told == [Progress(n, 3, str(file)) for n, file in enumerate(files)]


def test_the_library_can_be_used_between_two_items(library: Library, write: Write) -> None:
    """The window does its short jobs while it is told of the progress."""
    files = [write(f"{n}.txt", story(n)) for n in range(3)]
    (first,) = importing.import_sources(library, [text(FERRY)]).value.items
    assert first.article_id

    def tell(progress: Progress) -> bool:
        reading.set_starred(library, [first.article_id or ""], progress.done % 2 == 0)
        return True

    report = importing.import_sources(library, files, progress=tell).value
    assert len(report.of(Fate.ADDED)) == 3


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_keeps_what_is_in(library: Library, write: Write, after: int) -> None:
    files = [write(f"{n}.txt", story(n)) for n in range(4)]
    report = importing.import_sources(library, files, progress=lambda p: p.done < after).value
    assert report.cancelled
    assert len(report.items) == after
    assert reading.counts(library).all == after


def test_cancelling_does_not_wait_for_a_slow_page(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "crew_of", lambda _: crew_of(misbehaving.read_ready))
    files = [write("a.txt", FERRY), write("slow.html", b"sleep")]
    began, asked = time.monotonic(), list[float]()

    def tell(progress: Progress) -> bool:
        if progress.done == 2 and time.monotonic() - began > 1:
            asked.append(time.monotonic())
        return not asked

    report = importing.import_sources(library, files, progress=tell).value
    assert time.monotonic() - asked[0] < 1
    assert report.cancelled
    assert [item.fate for item in report.items] == [Fate.ADDED]
    assert reading.counts(library).all == 1


def test_slow_pages_and_fast_texts_are_told_in_order(library: Library, write: Write) -> None:
    for n in range(30):
        write(f"{n:02}.txt", story(n))
        write(f"{n:02}.html", page(1000 + n))
    folder = write("07x.txt", b"").parent
    told: list[int] = []
    report = importing.import_sources(
        library, [folder], progress=lambda p: told.append(p.done) or True
    ).value
    names = [Path(item.path).name for item in report.items]
    assert names == sorted(path.name for path in folder.iterdir())
    assert len(report.of(Fate.ADDED)) == 60
    assert report.items[names.index("07x.txt")].fate == Fate.FAILED
    assert set(range(61)) <= set(told)
    assert checking.check(library).problems == ()
    history.undo(library)
    assert reading.counts(library).all == 0


@pytest.mark.parametrize("after", [0, 1])
def test_a_full_disk_is_said_and_nothing_is_told_as_added(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    files = [write(f"{n}.txt", story(n)) for n in range(3)]
    keep = Originals.keep
    kept: list[int] = []

    def full(self: Originals, contents: object) -> None:
        if len(kept) == after:
            raise OSError(errno.ENOSPC, "No space left on device")
        kept.append(1)
        keep(self, contents)  # type: ignore[arg-type]

    monkeypatch.setattr(Originals, "keep", full)
    if after == 0:
        with pytest.raises(LibraryUnavailable, match="disk is full"):
            importing.import_sources(library, files)
    else:
        report = importing.import_sources(library, files).value
        assert [item.fate.value for item in report.items] == ["added", "failed", "failed"]
        assert all("disk is full" in item.reason for item in report.of(Fate.FAILED))
    assert reading.counts(library).all == after
    assert checking.check(library).problems == ()


def test_a_library_to_read_only_takes_nothing_in(library: Library) -> None:
    importing.import_sources(library, [text(FERRY)])
    with (
        open_library(library.folder, read_only=True) as second,
        pytest.raises(LibraryUnavailable, match="only be read"),
    ):
        importing.import_sources(second, [text(CRANE)])


def test_a_guessed_encoding_is_told(library: Library, write: Write) -> None:
    words = CRANE.replace("engineer", "Señor Núñez").replace("“", '"').replace("”", '"')
    (item,) = importing.import_sources(
        library, [write("old.txt", words.replace("—", "-").encode("cp1252"))]
    ).value.items
    assert item.article_id
    assert "Señor Núñez" in reading.open_article(library, item.article_id).article.text
    assert any("encoding" in note for note in item.notes)


def test_nothing_is_no_import(library: Library) -> None:
    outcome = importing.import_sources(library, [])
    assert outcome.value.items == ()
    assert not outcome.changes
    assert history.state(library).undo_label == ""


def test_the_file_of_the_person_is_left_as_it_was(library: Library, write: Write) -> None:
    file = write("a.txt", FERRY)
    before = file.stat()
    importing.import_sources(library, [file])
    assert (file.stat().st_mtime_ns, file.read_text()) == (before.st_mtime_ns, FERRY)
