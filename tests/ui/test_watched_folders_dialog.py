"""The watched folders and their log in a dialog: plain words, boxes that ask, rows that open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clipreader.model import Fate
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.logbook import LogLine
from clipreader.ui.import_report import fate_label
from clipreader.ui.watched_folders_dialog import Shown, WatchedFoldersDialog
from clipreader.ui.watching_log import WatchingLog, outcome

WHEN = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
DOWNLOADS = WatchedFolder(Path("/home/reader/Downloads <b>of</b> & more"))
PRESS = WatchedFolder(Path("/press"), inside=False, on=False)
SHOWN = (Shown(DOWNLOADS, "Watched"), Shown(PRESS, "Off"))
LINES = (
    LogLine(WHEN, "/in/ferry <i>.txt", "added", "", "01"),
    LogLine(WHEN, "/in/empty.txt", "failed", "“empty.txt” is empty."),
    LogLine(WHEN, "/in/later.txt", "a fate of later", "", "02"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> WatchedFoldersDialog:
    made = WatchedFoldersDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: WatchedFoldersDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def cell(dialog: WatchedFoldersDialog, row: int, column: int):
    item = dialog.folders.item(row, column)
    assert item is not None
    return item


def log(dialog: WatchedFoldersDialog) -> list[list[str]]:
    model = dialog.log
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_empty_it_says_how_to_begin(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    assert not dialog.folders.isVisible()
    assert not dialog.table.isVisible()
    assert not button(dialog, "Remove").isVisible()
    assert dialog.invitation.isVisible()
    with qtbot.waitSignal(dialog.add_asked):
        button(dialog, "Choose a folder…").click()
    dialog.show_folders(SHOWN)
    assert not dialog.invitation.isVisible()
    with qtbot.waitSignal(dialog.add_asked):
        button(dialog, "Add…").click()
    dialog.show_folders(())
    dialog.show_log(LINES)
    assert dialog.invitation.isVisible()
    assert dialog.table.isVisible()


def test_folders_are_shown_as_they_are_written(dialog: WatchedFoldersDialog) -> None:
    dialog.show_folders(SHOWN)
    assert cell(dialog, 0, 0).text() == str(DOWNLOADS.path)
    assert "&lt;b&gt;" in cell(dialog, 0, 0).toolTip()
    checks = [[cell(dialog, row, column).checkState() for column in (0, 1)] for row in (0, 1)]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert checks == [[on, on], [off, off]]
    assert [cell(dialog, row, 2).text() for row in (0, 1)] == ["Watched", "Off"]


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (0, 0, WatchedFolder(DOWNLOADS.path, on=False)),
        (0, 1, WatchedFolder(DOWNLOADS.path, inside=False)),
        (1, 0, WatchedFolder(PRESS.path, inside=False, on=True)),
        (1, 1, WatchedFolder(PRESS.path, inside=True, on=False)),
    ],
)
def test_a_box_asks_for_a_change(
    qtbot: QtBot, dialog: WatchedFoldersDialog, row: int, column: int, expected: WatchedFolder
) -> None:
    dialog.show_folders(SHOWN)
    item = cell(dialog, row, column)
    was = item.checkState() == Qt.CheckState.Checked
    with qtbot.waitSignal(dialog.changed) as asked:
        item.setCheckState(Qt.CheckState.Unchecked if was else Qt.CheckState.Checked)
    assert asked.args == [expected]


def test_the_space_bar_switches_a_folder_off(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    dialog.show_folders(SHOWN)
    dialog.folders.setCurrentCell(0, 0)
    with qtbot.waitSignal(dialog.changed) as asked:
        qtbot.keyClick(dialog.folders, Qt.Key.Key_Space)
    assert asked.args == [WatchedFolder(DOWNLOADS.path, on=False)]


def test_the_chosen_folder_is_removed_and_stays_chosen(
    qtbot: QtBot, dialog: WatchedFoldersDialog
) -> None:
    dialog.show_folders(SHOWN)
    dialog.folders.setCurrentCell(1, 0)
    with qtbot.assertNotEmitted(dialog.changed):
        dialog.show_folders((Shown(DOWNLOADS, "1 file is coming"), SHOWN[1]))
    with qtbot.waitSignal(dialog.remove_asked) as asked:
        button(dialog, "Remove").click()
    assert asked.args == [PRESS.path]


def test_the_log_shows_the_newest_first(dialog: WatchedFoldersDialog) -> None:
    dialog.show_log(LINES)
    rows = log(dialog)
    assert [row[1] for row in rows] == ["later.txt", "empty.txt", "ferry <i>.txt"]
    assert [row[2] for row in rows] == ["a fate of later", "Failed", "Added"]
    assert rows[1][3] == "“empty.txt” is empty."
    assert "2026" in rows[0][0]
    tip = dialog.log.index(2, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "/in/ferry &lt;i&gt;.txt" in tip


def test_a_row_opens_its_article(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    dialog.show_log(LINES)
    with qtbot.waitSignal(dialog.article_asked) as asked:
        dialog.table.activated.emit(dialog.log.index(2, 0))
    assert asked.args == ["01"]
    with qtbot.assertNotEmitted(dialog.article_asked):
        dialog.table.activated.emit(dialog.log.index(1, 0))


def test_new_lines_leave_the_chosen_one_chosen(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    dialog.show_log(LINES[:2])
    dialog.table.selectRow(0)
    dialog.show_log(LINES)
    (row,) = dialog.table.selectionModel().selectedRows()
    assert dialog.log.article_at(row.row()) == ""
    assert row.row() == 1
    dialog.show_log(LINES[1:])
    assert dialog.log.rowCount() == 2


def test_words_come_and_go(dialog: WatchedFoldersDialog) -> None:
    dialog.tell("“<b>” is watched already.")
    dialog.tell_trouble("The disk is full.")
    dialog.tell("")
    dialog.tell_trouble("")


def test_the_models_are_sound(qtmodeltester) -> None:
    model = WatchingLog()
    model.show(LINES)
    qtmodeltester.check(model)


@pytest.mark.parametrize("fate", list(Fate))
def test_every_fate_has_its_words(fate: Fate) -> None:
    assert outcome(LogLine(WHEN, "/a", fate.value)) == fate_label(fate)
