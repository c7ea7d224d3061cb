"""A backup is made by itself and brings back what was there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from clipreader.model import Colour, LibraryUnavailable
from clipreader.operations import backing_up
from clipreader.operations.backing_up import backups_in
from tests.journeys.conftest import CRANE, FERRY, Journey


def library_of(journey: Journey) -> Path:
    return journey.folder.parent / "library"


def press_in_message(words: str) -> None:
    """Press a button of the message that will open."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text() == words).click()

    QTimer.singleShot(200, press)


def test_a_backup_comes_by_itself_and_brings_everything_back(journey: Journey) -> None:
    journey.bring(FERRY)
    article = journey.open("Night Ferry")
    journey.window.reader.highlight_asked.emit(journey.span("forty-one passengers"), Colour.BLUE)
    journey.until(lambda: journey.highlights)
    journey.desks.backups.look()
    journey.until(lambda: backups_in(library_of(journey)))
    journey.window.reader.highlight_asked.emit(journey.span("ferry left"), Colour.PINK)
    journey.until(lambda: len(journey.highlights) == 2)
    journey.bring(CRANE)

    journey.do("backups")
    dialog = journey.desks.backups.dialog
    assert dialog is not None
    assert dialog.chosen == backups_in(library_of(journey))[0]
    press_in_message("Restore")
    dialog.restore_asked.emit(dialog.chosen)
    journey.until(lambda: "Restored" in journey.notice)
    journey.settle()
    journey.until(lambda: journey.headlines == [article.metadata.headline])
    journey.until(lambda: journey.desks.reading.opened is None)
    journey.open("Night Ferry")
    journey.until(lambda: [one.quote for one in journey.highlights] == ["forty-one passengers"])
    journey.window.reader.highlight_asked.emit(journey.span("ferry left"), Colour.GREEN)
    journey.until(lambda: len(journey.highlights) == 2)


def test_restoring_can_be_thought_better_of(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.do("backups")
    dialog = journey.desks.backups.dialog
    assert dialog is not None
    dialog.made_asked.emit()
    journey.until(lambda: dialog.chosen)
    journey.bring(CRANE)
    press_in_message("Cancel")
    dialog.restore_asked.emit(dialog.chosen)
    journey.settle()
    assert len(journey.headlines) == 2


def test_a_damaged_backup_changes_nothing(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.desks.backups.look()
    journey.until(lambda: backups_in(library_of(journey)))
    made = backups_in(library_of(journey))[0]
    made.path.write_bytes(made.path.read_bytes()[:5000])
    journey.bring(CRANE)
    journey.desks.backups.restore(made)
    journey.until(lambda: "This backup is damaged" in journey.notice)
    journey.settle()
    assert len(journey.headlines) == 2
    assert journey.desks.is_open


def test_that_no_backup_can_be_made_is_told_once(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LibraryUnavailable("The disk is full.")

    monkeypatch.setattr(backing_up, "back_up_if_due", full)
    journey.desks.backups.look()
    journey.until(lambda: "No backup could be made: The disk is full." in journey.notice)
    journey.window.notices.hide()
    journey.desks.backups.look()
    journey.settle()
    assert not journey.window.notices.isVisible()
