"""The library is checked when the person asks, and after a window that did not close properly."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from clipreader.operations.unclean import NAME
from tests.journeys.conftest import CRANE, FERRY, Journey
from tests.journeys.test_rescue import library_of, offered

Start = Callable[[], Journey]


def left_open(start: Start) -> Path:
    """A library whose window went away and left its mark."""
    journey = start()
    journey.bring(FERRY)
    journey.desks.backups.look()
    journey.settle()
    journey.bring(CRANE)
    folder = library_of(journey)
    assert (folder / NAME).exists()
    journey.window.close()
    assert not (folder / NAME).exists()
    (folder / NAME).touch()
    return folder


def test_asked_it_says_that_all_is_well(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.do("check")
    journey.until(lambda: journey.desks.checking.box)
    box = journey.desks.checking.box
    assert box is not None
    assert "All is well" in box.text()
    assert "1 articles" in box.text()
    assert "SQLite" in box.text()
    box.close()


def test_an_original_that_is_gone_is_named(journey: Journey) -> None:
    journey.bring(FERRY)
    shutil.rmtree(library_of(journey) / "originals")
    journey.do("check")
    journey.until(lambda: journey.desks.checking.box)
    box = journey.desks.checking.box
    assert box is not None
    assert "missing" in box.text()
    assert "All is well" not in box.text()
    box.close()


def test_after_an_unclean_end_it_is_checked_by_itself(start: Start) -> None:
    left_open(start)
    journey = start()
    journey.until(lambda: "was not closed properly" in journey.notice)
    assert "all is well" in journey.notice
    assert len(journey.headlines) == 2


def test_a_changed_word_is_found_then_and_mended(start: Start) -> None:
    folder = left_open(start)
    with closing(sqlite3.connect(folder / "library.sqlite")) as there:
        there.execute("UPDATE texts SET text = replace(text, 'piano', 'banjo')")
        there.commit()
    journey = start()
    dialog = offered(journey)
    assert "not what it was" in dialog.told.text() or "changed" in dialog.told.text()
    assert "Nothing is missing then." in dialog.told.text()
    dialog.restore.click()
    journey.until(lambda: "Restored" in journey.notice)
    journey.settle()
    assert len(journey.headlines) == 2
    assert "piano" in journey.open("Night Ferry").text


def test_a_synced_folder_is_warned_of(start: Start, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / ".stfolder").mkdir()
    journey = start()
    assert "synced by Syncthing" in journey.window.banner.words
    journey.bring(FERRY)
    assert journey.headlines


def test_a_library_of_a_newer_version_can_be_read_and_stays_as_it_is(start: Start) -> None:
    journey = start()
    journey.bring(FERRY)
    journey.window.close()
    file = library_of(journey) / "library.sqlite"
    with closing(sqlite3.connect(file)) as there:
        there.execute("ALTER TABLE shelf ADD COLUMN mood TEXT")
        there.execute("PRAGMA user_version = 99")
        there.commit()
    before = file.read_bytes()
    journey = start()
    assert "newer ClipReader" in journey.window.banner.words
    assert "nothing can be changed" in journey.window.banner.words
    assert "piano" in journey.open("Night Ferry").text
    journey.window.close()
    assert file.read_bytes() == before
