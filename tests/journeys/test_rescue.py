"""The library's file is damaged, and three clicks later everything is there again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from clipreader.model import Colour
from clipreader.operations import checking, open_library
from clipreader.operations.backing_up import backups_in
from clipreader.ui.rescue_dialog import RescueDialog
from tests.journeys.conftest import CRANE, FERRY, Journey

Start = Callable[[], Journey]


def library_of(journey: Journey) -> Path:
    return journey.folder.parent / "library"


def furnished(start: Start) -> Path:
    """A library with a backup and something done since; the window is closed again."""
    journey = start()
    journey.bring(FERRY)
    journey.open("Night Ferry")
    journey.desks.backups.look()
    journey.until(lambda: backups_in(library_of(journey)))
    journey.window.reader.highlight_asked.emit(journey.span("forty-one passengers"), Colour.BLUE)
    journey.until(lambda: journey.highlights)
    journey.bring(CRANE)
    journey.window.close()
    return library_of(journey)


def offered(journey: Journey) -> RescueDialog:
    journey.until(lambda: journey.desks.rescue.dialog and journey.desks.rescue.dialog.isVisible())
    dialog = journey.desks.rescue.dialog
    assert dialog is not None
    return dialog


def cells(dialog: RescueDialog, column: int) -> list[str]:
    found = [dialog.table.item(row, column) for row in range(dialog.table.rowCount())]
    return [item.text() for item in found if item is not None]


def test_a_damaged_library_is_offered_whole_and_restored(start: Start) -> None:
    folder = furnished(start)
    file = folder / "library.sqlite"
    file.write_bytes(file.read_bytes()[:20_000])
    journey = start()
    dialog = offered(journey)
    assert "damaged" in journey.window.banner.words
    assert "The backup of" in dialog.told.text()
    assert "Nothing is missing then." in dialog.told.text()
    assert "forty-one passengers" in cells(dialog, 2)
    assert {"import", "highlight"} <= set(cells(dialog, 1))
    journey.bot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    journey.until(lambda: "Restored" in journey.notice)
    journey.until(lambda: len(journey.headlines) == 2)
    journey.until(lambda: not journey.window.banner.words)
    journey.open("Night Ferry")
    journey.until(lambda: [one.quote for one in journey.highlights] == ["forty-one passengers"])
    assert len(list(folder.glob("library-damaged-*.sqlite"))) == 1
    journey.do("undo")  # that it was opened, and with that read
    journey.do("undo")
    journey.until(lambda: len(journey.headlines) == 1)


def test_what_is_missing_is_named(start: Start) -> None:
    folder = furnished(start)
    (folder / "library.sqlite").unlink()
    (log,) = (folder / "log").glob("*")
    lines = log.read_bytes().split(b"\n")
    broken = next(at for at, line in enumerate(lines) if b'"label":"highlight"' in line)
    lines[broken] = lines[broken].replace(b"BLUE", b"PINK").replace(b"blue", b"pink")
    log.write_bytes(b"\n".join(lines))
    journey = start()
    dialog = offered(journey)
    assert "Missing from it, as far as is known:" in dialog.told.text()
    assert any(words.startswith("Two Shipyards") for words in cells(dialog, 2))
    journey.bot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    journey.until(lambda: "Restored" in journey.notice)
    journey.until(lambda: len(journey.headlines) == 1)
    with open_library(folder, read_only=True) as library:
        assert checking.check(library).problems == ()


def test_an_older_file_in_its_place_is_noticed_and_can_be_read_meanwhile(start: Start) -> None:
    folder = furnished(start)
    shutil.copyfile(backups_in(folder)[0].path, folder / "library.sqlite")
    journey = start()
    dialog = offered(journey)
    assert "older than what was done last" in dialog.told.text()
    assert "can be mended from the action log" in dialog.told.text()
    dialog.close()
    assert len(journey.headlines) == 1
    journey.window.banner.pressed.emit()
    dialog = offered(journey)
    journey.bot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    journey.until(lambda: "Restored" in journey.notice)
    journey.until(lambda: len(journey.headlines) == 2)


def test_where_nothing_is_left_that_is_said(start: Start) -> None:
    folder = furnished(start)
    shutil.rmtree(folder / "log")
    shutil.rmtree(folder / "backups")
    file = folder / "library.sqlite"
    file.write_bytes(b"Dear diary, today nothing was left.")
    journey = start()
    dialog = offered(journey)
    assert "No backup and no action log is left" in dialog.told.text()
    assert dialog.restore.isHidden()
    assert file.read_bytes() == b"Dear diary, today nothing was left."
