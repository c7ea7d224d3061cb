from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clipreader.model import Fate, Imported, ImportReport
from clipreader.ui.import_report import ImportReportDialog, summary

REPORT = ImportReport(
    (
        Imported("/in/ferry.txt", Fate.ADDED, "a", notes=("3 NUL characters were removed.",)),
        Imported("/in/ferry copy.txt", Fate.DUPLICATE, "a", "Already in the library."),
        Imported("/in/<b>film.mp4", Fate.FAILED, None, "This is not a text."),
    )
)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (REPORT, "1 added, 1 already in the library, 1 failed"),
        (ImportReport(REPORT.items[:1], cancelled=True), "1 added, the rest was cancelled"),
        (
            ImportReport((Imported("x", Fate.DUPLICATE, "a", came_back=True), *REPORT.items)),
            "1 added, 1 brought back from the trash, 1 already in the library, 1 failed",
        ),
        (
            ImportReport((Imported("x.psd", Fate.UNREAD, reason="…"), *REPORT.items[:1])),
            "1 added, 1 not read",
        ),
        (ImportReport(), "Nothing to import was found"),
    ],
)
def test_summary_is_one_line(report: ImportReport, said: str) -> None:
    assert summary(report) == said


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportReportDialog:
    made = ImportReportDialog(REPORT)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("fate", "words", "shown"),
    [(None, "", 3), (Fate.FAILED, "", 1), (None, "FERRY", 2), (Fate.ADDED, "film", 0)],
)
def test_rows_can_be_narrowed(
    dialog: ImportReportDialog, fate: Fate | None, words: str, shown: int
) -> None:
    dialog.narrow(fate, words)
    assert dialog.shown == shown


def test_rows_shown_can_be_copied(dialog: ImportReportDialog) -> None:
    dialog.narrow(Fate.FAILED)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "<b>film.mp4\tFailed\tThis is not a text."


def test_rows_shown_are_a_table_to_save(qtbot: QtBot, dialog: ImportReportDialog) -> None:
    dialog.narrow(None, "ferry")
    with qtbot.waitSignal(dialog.save_asked) as saved:
        button(dialog, "Save…").click()
    assert list(csv.reader(io.StringIO(saved.args[0]))) == [
        ["File", "Outcome", "Reason"],
        ["/in/ferry.txt", "Added", "3 NUL characters were removed."],
        ["/in/ferry copy.txt", "Already in the library", "Already in the library."],
    ]


@pytest.mark.parametrize("name", ["=cmd()", "+1", "-1", "@x"])
def test_a_name_is_no_formula(qtbot: QtBot, name: str) -> None:
    made = ImportReportDialog(ImportReport((Imported(name, Fate.FAILED, None, 'no "text", so'),)))
    qtbot.addWidget(made)
    assert list(csv.reader(io.StringIO(made.as_csv())))[1] == [
        f"'{name}",
        "Failed",
        'no "text", so',
    ]


def test_failed_files_that_are_there_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("x", encoding="utf-8")
    inside = tmp_path / "there.txt" / "chapter"
    failed = [str(there), str(tmp_path / "gone.txt"), "pasted text", str(there), str(inside)]
    items = tuple(Imported(path, Fate.FAILED, None, "It could not be read.") for path in failed)
    made = ImportReportDialog(ImportReport((Imported(str(there), Fate.ADDED, "a"), *items)))
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.again_asked) as asked:
        button(made, "Try the failed again").click()
    assert asked.args[0] == (there, inside)
    assert not made.isVisible()


def test_where_nothing_can_be_tried_again_the_button_is_off(dialog: ImportReportDialog) -> None:
    assert not button(dialog, "Try the failed again").isEnabled()


def test_a_row_opens_its_article(qtbot: QtBot, dialog: ImportReportDialog) -> None:
    dialog.narrow(None)
    with qtbot.waitSignal(dialog.article_asked) as asked:
        dialog.table.activated.emit(dialog.table.model().index(1, 0))
    assert asked.args[0] == "a"
    with qtbot.assertNotEmitted(dialog.article_asked):
        dialog.table.activated.emit(dialog.table.model().index(2, 0))


def button(dialog: ImportReportDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
