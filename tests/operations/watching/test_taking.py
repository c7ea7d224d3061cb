"""What lands in a watched folder comes in quietly, once, and the log tells of it."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clipreader.model import LibraryUnavailable, Progress, Query
from clipreader.operations import (
    Library,
    history,
    importing,
    open_library,
    reading,
    storing,
    trash,
)
from clipreader.operations.watching import logbook, taking
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.settling import SETTLES
from clipreader.operations.watching.watch import Watch
from tests.operations.conftest import BELL, CRANE, FERRY


@dataclass
class Desk:
    """A library, a watched folder, and the clock of whoever looks."""

    library: Library
    folder: Path
    kept: Path
    now: float = 0.0

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start the app anew: what is remembered is what is on the disk."""
        self.notes = taking.notes_in(self.kept)
        watched = WatchedFolder(self.folder)
        self.watch = Watch(watched, self.library.folder, self.notes.remembered)

    def ready(self) -> tuple[str, ...]:
        return tuple(one.path.name for one in self.look())

    def look(self):
        self.watch.look(self.now)
        self.now += SETTLES
        return self.watch.look(self.now).ready

    def take(self, progress: Callable[[Progress], bool] | None = None):
        return taking.take(self.library, self.look(), self.notes, progress=progress)

    def put(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_text(words, encoding="utf-8")
        return path

    @property
    def log(self) -> list[tuple[str, str]]:
        return [(Path(line.path).name, line.fate) for line in self.notes.logbook.lines]

    @property
    def articles(self) -> int:
        return reading.counts(self.library).all


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "in"
    folder.mkdir()
    with open_library(tmp_path / "library") as library:
        yield Desk(library, folder, tmp_path / "notes")


def test_it_comes_in_once_also_over_restarts(desk: Desk) -> None:
    desk.put("ferry.txt", FERRY)
    desk.put("crane.txt", CRANE)
    outcome = desk.take()
    assert outcome.changes.rows
    assert desk.articles == 2
    assert desk.log == [("crane.txt", "added"), ("ferry.txt", "added")]
    line = desk.notes.logbook.lines[1]
    assert reading.open_article(desk.library, line.article_id).article.metadata.headline
    assert desk.ready() == ()
    desk.start()
    assert desk.ready() == ()
    assert len(desk.log) == 2


def test_what_came_since_a_moment_can_come_again(desk: Desk) -> None:
    desk.put("ferry.txt", FERRY)
    desk.take()
    log = desk.kept / "log.jsonl"
    log.write_text(re.sub(r'"when": "\d{4}', '"when": "2001', log.read_text()))
    desk.put("crane.txt", CRANE)
    with zipfile.ZipFile(desk.folder / "two.zip", "w") as made:
        made.writestr("bell.txt", BELL)
        made.writestr("deep/crane.txt", CRANE)
    desk.take()
    taking.forget_since(desk.kept, datetime.now(UTC) - timedelta(days=1))
    desk.start()
    assert desk.ready() == ("crane.txt", "two.zip")


def test_all_comes_again_where_the_log_does_not_reach_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (taking, logbook):
        monkeypatch.setattr(module, "LONGEST", 1)
    desk.put("ferry.txt", FERRY)
    desk.take()
    desk.put("crane.txt", CRANE)
    desk.take()
    taking.forget_since(desk.kept, datetime.now(UTC) - timedelta(days=1))
    desk.start()
    assert desk.ready() == ("crane.txt", "ferry.txt")
    desk.take()
    assert desk.articles == 2, "what is in is found to be known"


def test_a_changed_file_comes_in_anew(desk: Desk) -> None:
    desk.put("ferry.txt", FERRY)
    desk.take()
    desk.put("ferry.txt", BELL)
    desk.take()
    assert desk.articles == 2
    assert len(desk.log) == 2


def test_what_is_there_already_is_told_as_such(desk: Desk) -> None:
    importing.import_sources(desk.library, [desk.put("ferry.txt", FERRY)])
    outcome = desk.take()
    assert desk.log == [("ferry.txt", "duplicate")]
    assert not outcome.changes
    assert desk.ready() == ()


def test_deleting_the_file_deletes_no_article(desk: Desk) -> None:
    file = desk.put("ferry.txt", FERRY)
    desk.take()
    file.unlink()
    desk.take()
    assert desk.articles == 1


@pytest.mark.parametrize("way", ["as it was", "touched", "as a copy", "notes lost"])
def test_what_the_person_put_in_the_trash_stays_there(desk: Desk, way: str) -> None:
    file = desk.put("ferry.txt", FERRY)
    desk.take()
    trash.move_to_trash(desk.library, [desk.notes.logbook.lines[0].article_id])
    if way == "touched":
        os.utime(file, ns=(0, 0))
    elif way == "as a copy":
        desk.put("copy.txt", FERRY.replace("\n\n", "\n\n\n"))
    elif way == "notes lost":
        for kept in desk.kept.iterdir():
            kept.unlink()
        desk.start()
    desk.take()
    assert (desk.articles, reading.counts(desk.library).trash) == (0, 1)
    if way != "as it was":
        assert "trash" in desk.notes.logbook.lines[-1].reason


def test_undo_is_for_what_the_person_did(desk: Desk) -> None:
    (mine,) = importing.import_sources(desk.library, [desk.put("crane.txt", CRANE)]).value.items
    assert mine.article_id
    reading.set_starred(desk.library, [mine.article_id], starred=True)
    history.undo(desk.library)
    before = history.state(desk.library)
    assert before.redo_label
    desk.put("ferry.txt", FERRY)
    outcome = desk.take()
    assert outcome.label == ""
    assert history.state(desk.library) == before, "neither undo nor redo is touched"
    history.redo(desk.library)
    history.undo(desk.library)
    history.undo(desk.library)
    headlines = [row.headline for row in reading.list_articles(desk.library, Query())]
    assert headlines == ["Night Ferry Returns to Harbour Town After Eleven Years"]


def test_what_cannot_be_read_is_told_once_and_tried_after_a_restart(desk: Desk) -> None:
    desk.put("nothing.html", "<html></html>")
    desk.take()
    assert [fate for _, fate in desk.log] == ["failed"]
    assert desk.notes.logbook.lines[0].reason
    assert desk.ready() == ()
    desk.start()
    desk.take()
    assert [fate for _, fate in desk.log] == ["failed"], "not told again"
    desk.put("nothing.html", f"<html><p>{BELL}</p></html>")
    desk.take()
    assert [fate for _, fate in desk.log] == ["failed", "added"]


def test_a_library_that_cannot_be_written_is_no_fault_of_the_files(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, batches = storing.store, [0]

    def full(*args: object, **more: object) -> object:
        batches[0] += 1
        if batches[0] > 1:
            raise LibraryUnavailable("The disk is full.")
        return original(*args, **more)  # type: ignore[arg-type]

    desk.put("a.txt", FERRY)
    desk.put("b.txt", CRANE)
    monkeypatch.setattr(importing, "store", full)
    monkeypatch.setattr(importing, "_BATCH", 1)
    report = desk.take().value
    assert report.cut_short == "The disk is full."
    assert desk.log == [("a.txt", "added")]
    assert desk.ready() == ("b.txt",)
    with pytest.raises(LibraryUnavailable):
        desk.take()
    monkeypatch.undo()
    desk.take()
    assert desk.log == [("a.txt", "added"), ("b.txt", "added")]


def test_what_was_cancelled_is_still_to_come(desk: Desk) -> None:
    desk.put("a.txt", FERRY)
    desk.put("b.txt", CRANE)
    report = desk.take(lambda here: here.total is None or here.done < 1).value
    assert (report.cancelled, report.rest) == (True, ""), "it is not to be gone on with at a start"
    assert desk.log == [("a.txt", "added")]
    assert desk.ready() == ("b.txt",)


def test_each_article_of_a_zip_is_told(desk: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(desk.folder / "two.zip", "w") as made:
        made.writestr("ferry.txt", FERRY)
        made.writestr("deep/crane.txt", CRANE)
    desk.take()
    assert [fate for _, fate in desk.log] == ["added", "added"]
    assert all("two.zip" in line.path for line in desk.notes.logbook.lines)
    assert desk.ready() == ()


def test_a_page_comes_with_its_pictures(desk: Desk) -> None:
    page = '<h1>Bell</h1><p>The bell came up at noon.</p><img src="Bell_files/quay.png">'
    desk.put("Bell.html", page)
    assert desk.ready() == (), "it names a folder that is not there yet"
    (desk.folder / "Bell_files").mkdir()
    pixel = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")
    (desk.folder / "Bell_files" / "quay.png").write_bytes(pixel)
    desk.take()
    assert desk.log == [("Bell.html", "added")]
    original = reading.original(desk.library, desk.notes.logbook.lines[0].article_id)
    assert original.data.startswith(b"MIME-Version"), "packed together with the picture"


def test_nothing_in_the_folder_is_changed(desk: Desk) -> None:
    file = desk.put("ferry.txt", FERRY)
    before = (file.read_bytes(), file.stat().st_mtime_ns, [*desk.folder.iterdir()])
    desk.take()
    assert (file.read_bytes(), file.stat().st_mtime_ns, [*desk.folder.iterdir()]) == before


def test_a_folder_that_went_away_comes_back(desk: Desk, tmp_path: Path) -> None:
    desk.put("ferry.txt", FERRY)
    desk.take()
    desk.folder.rename(tmp_path / "away")
    assert desk.watch.look(desk.now).is_there is False
    (tmp_path / "away").rename(desk.folder)
    desk.put("crane.txt", CRANE)
    assert desk.ready() == ("crane.txt",)
