from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
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
