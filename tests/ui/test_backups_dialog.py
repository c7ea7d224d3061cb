from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clipreader.model import Backup
from clipreader.ui.backups_dialog import BackupsDialog, made_at

MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BACKUPS = (
    Backup(Path("b"), 2, MADE, 1204, 412, 2_500_000),
    Backup(Path("a"), 1, MADE.replace(day=20), 1, 0, 90_000),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> BackupsDialog:
    made = BackupsDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: BackupsDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def cells(dialog: BackupsDialog, row: int) -> list[str]:
    items = [dialog.table.item(row, column) for column in range(4)]
    return [item.text() for item in items if item is not None]


def test_without_backups_it_says_so_and_can_make_one(qtbot: QtBot, dialog: BackupsDialog) -> None:
    assert not dialog.table.isVisible()
    assert not button(dialog, "Restore…").isEnabled()
    assert not button(dialog, "Show in folder").isEnabled()
    with qtbot.waitSignal(dialog.made_asked):
        button(dialog, "Back up now").click()


def test_the_newest_is_chosen_and_says_what_is_in_it(dialog: BackupsDialog) -> None:
    dialog.show_backups(BACKUPS)
    assert dialog.chosen == BACKUPS[0]
    assert cells(dialog, 0)[0] == made_at(BACKUPS[0])
    assert cells(dialog, 0)[1:3] == ["1,204", "412"]
    assert "2026" in cells(dialog, 1)[0]


def test_the_chosen_one_is_asked_for(qtbot: QtBot, dialog: BackupsDialog) -> None:
    dialog.show_backups(BACKUPS)
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        button(dialog, "Restore…").click()
    assert asked.args[0] == BACKUPS[1]
    with qtbot.waitSignal(dialog.folder_asked):
        button(dialog, "Show in folder").click()
