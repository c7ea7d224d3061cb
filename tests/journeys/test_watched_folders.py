"""What lands in a watched folder is in the list, without a dialog, and the log tells of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from clipreader.model import Colour
from clipreader.operations import backing_up, importing
from clipreader.operations.watching import settling
from clipreader.ui import lookout
from tests.journeys.conftest import CRANE, FERRY, Journey

BELL = """The Old Bell Is Found

The bell had been under the jetty since the winter of the long frost, he said.
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files settle sooner than a person's do."""
    monkeypatch.setattr(settling, "SETTLES", 0.15)
    monkeypatch.setattr(lookout, "SETTLING", 60)
    monkeypatch.setattr(lookout, "LOOKS_SOON", 30)
    monkeypatch.setattr(lookout, "LOOKS_EVERY", 400)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Downloads"
    made.mkdir()
    return made


def put(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def states(journey: Journey) -> list[str]:
    dialog = journey.desks.watching.dialog
    assert dialog is not None
    items = [dialog.folders.item(row, 2) for row in range(dialog.folders.rowCount())]
    return [item.text() for item in items if item is not None]


def log(journey: Journey) -> list[tuple[str, str]]:
    notes = journey.desks.watching.notes
    lines = notes.logbook.lines if notes else ()
    return [(Path(line.path).name, line.fate) for line in lines]


def test_a_folder_is_chosen_and_what_lands_there_comes_in(
    journey: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "ferry.txt", FERRY)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    journey.do("watched_folders")
    dialog = journey.desks.watching.dialog
    assert dialog is not None
    dialog.add_asked.emit()
    journey.until(lambda: len(journey.headlines) == 1)
    journey.until(lambda: states(journey) == ["Watched"])
    assert dialog.log.rowCount() == 1
    assert journey.notice == "", "nothing pops up"
    put(folder, "crane.txt", CRANE)
    journey.until(lambda: len(journey.headlines) == 2)
    journey.until(lambda: dialog.log.rowCount() == 2)
    dialog.table.activated.emit(dialog.log.index(0, 0))
    journey.until(lambda: journey.desks.reading.opened)
    assert journey.article.metadata.headline.startswith("Two Shipyards")


def test_it_disturbs_no_one(journey: Journey, folder: Path) -> None:
    journey.bring(CRANE)
    article = journey.open("Two Shipyards")
    journey.window.reader.highlight_asked.emit(journey.span("both receipts"), Colour.BLUE)
    journey.until(lambda: journey.highlights)
    focus = QApplication.focusWidget()
    journey.desks.watching.add(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 2)
    journey.settle()
    assert QApplication.focusWidget() is focus
    assert journey.desks.reading.article_id == article.id
    assert journey.window.articles.selected_ids == (article.id,)
    journey.do("undo")
    journey.until(lambda: not journey.highlights)
    assert len(journey.headlines) == 2, (
        "undo took back the highlight, which was the last thing done"
    )


def test_what_came_after_a_backup_comes_again_when_that_is_put_back(
    journey: Journey, folder: Path
) -> None:
    journey.bring(CRANE)
    journey.desks.backups.look()
    library = journey.folder.parent / "library"
    journey.until(lambda: backing_up.backups_in(library))
    (made,) = backing_up.backups_in(library)
    journey.desks.watching.add(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 2)
    journey.settle()
    journey.desks.backups.restore(made)
    journey.until(lambda: "Restored" in journey.notice)
    journey.until(lambda: len(log(journey)) == 2)
    journey.until(lambda: len(journey.headlines) == 2)


def test_it_goes_on_after_a_restart_and_reads_nothing_twice(
    start: Callable[[], Journey], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = start()
    journey.desks.watching.add(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 1)
    read: list[str] = []
    original = importing.source_from_path

    def noted(path: Path) -> object:
        read.append(path.name)
        return original(path)

    monkeypatch.setattr(importing, "source_from_path", noted)
    put(folder, "crane.txt", CRANE)
    journey = start()
    journey.until(lambda: len(journey.headlines) == 2)
    journey.settle()
    assert read == ["crane.txt"]
    assert log(journey) == [("ferry.txt", "added"), ("crane.txt", "added")]


def test_what_is_put_in_the_trash_stays_there(start: Callable[[], Journey], folder: Path) -> None:
    journey = start()
    journey.desks.watching.add(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 1)
    journey.open("Night Ferry")
    journey.do("trash")
    journey.until(lambda: journey.headlines == [])
    journey = start()
    put(folder, "bell.txt", BELL)
    journey.until(lambda: len(journey.headlines) == 1)
    journey.settle()
    assert journey.headlines == ["The Old Bell Is Found"]


def test_a_folder_that_goes_away_is_told_and_comes_back(
    journey: Journey, folder: Path, tmp_path: Path
) -> None:
    journey.desks.watching.add(folder)
    journey.do("watched_folders")
    journey.until(lambda: states(journey) == ["Watched"])
    folder.rename(tmp_path / "away")
    journey.until(lambda: states(journey) == ["Not there now"])
    (tmp_path / "away").rename(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 1)
    journey.until(lambda: states(journey) == ["Watched"])


def test_switched_off_removed_and_refused(journey: Journey, folder: Path) -> None:
    journey.do("watched_folders")
    desk, dialog = journey.desks.watching, journey.desks.watching.dialog
    assert dialog is not None
    desk.add(journey.folder.parent / "library")
    assert desk.folders == ()
    desk.add(folder)
    journey.until(lambda: states(journey) == ["Watched"])
    item = dialog.folders.item(0, 0)
    assert item is not None
    item.setCheckState(item.checkState().Unchecked)
    assert states(journey) == ["Off"]
    put(folder, "ferry.txt", FERRY)
    journey.bot.wait(700)
    assert journey.headlines == []
    item = dialog.folders.item(0, 0)
    assert item is not None
    item.setCheckState(item.checkState().Checked)
    journey.until(lambda: len(journey.headlines) == 1)
    desk.remove(folder)
    assert dialog.folders.rowCount() == 0
    put(folder, "crane.txt", CRANE)
    journey.bot.wait(700)
    assert len(journey.headlines) == 1


def test_a_list_that_cannot_be_written_is_told(journey: Journey, folder: Path) -> None:
    (journey.folder.parent / "watched").write_text("a file where a folder should be")
    journey.do("watched_folders")
    journey.desks.watching.add(folder)
    put(folder, "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 1)
    labels = journey.desks.watching.dialog.findChildren(QLabel)  # type: ignore[union-attr]
    assert any("could not be written" in label.text() for label in labels if label.isVisible())


def test_folders_inside_can_be_left_out(journey: Journey, folder: Path) -> None:
    journey.desks.watching.add(folder)
    (folder / "deep").mkdir()
    put(folder / "deep", "ferry.txt", FERRY)
    journey.until(lambda: len(journey.headlines) == 1)
    (watched,) = journey.desks.watching.folders
    journey.desks.watching.put(type(watched)(watched.path, inside=False))
    put(folder / "deep", "crane.txt", CRANE)
    put(folder, "bell.txt", BELL)
    journey.until(lambda: len(journey.headlines) == 2)
    journey.settle()
    assert "bell.txt" in [name for name, _ in log(journey)]
    assert "crane.txt" not in [name for name, _ in log(journey)]


def test_cancel_switches_the_folder_off(journey: Journey, folder: Path) -> None:
    for number in range(60):
        put(folder, f"{number:02}.txt", f"Crossing {number}\n\nBoat {number} left the quay.\n")
    journey.background.progressed.connect(journey.background.cancel)
    journey.desks.watching.add(folder)
    journey.until(lambda: "not watched any more" in journey.notice)
    journey.background.progressed.disconnect(journey.background.cancel)
    (watched,) = journey.desks.watching.folders
    assert not watched.on
    before = len(journey.headlines)
    assert before < 60
    journey.desks.watching.put(type(watched)(watched.path))
    journey.until(lambda: len(journey.headlines) == 60)


def test_a_library_that_can_only_be_read_watches_nothing(
    start: Callable[[], Journey], folder: Path
) -> None:
    journey = start()
    journey.desks.watching.add(folder)
    journey.desks.watching.stop()
    put(folder, "ferry.txt", FERRY)
    journey.bot.wait(700)
    assert journey.headlines == []
    assert not journey.window.verbs["watched_folders"].isEnabled()
