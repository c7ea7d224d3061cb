"""Checks the library: when the person asks, and after it was not closed as it should be."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from clipreader.model import LibraryDamaged
from clipreader.operations import checking
from clipreader.operations.checking import CheckReport
from clipreader.operations.unclean import Presence
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.plain import message
from clipreader.ui.wording import figures


class CheckingDesk(QObject):
    """Looks through one part of the library after the other; what else is asked for goes between.

    What is wrong in the library's file is offered to be mended as ``background.damaged`` says.
    """

    def __init__(self, window: MainWindow, background: Background, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._presence = Presence(folder)
        self._is_checking = False
        self.box: QMessageBox | None = None
        window.verbs["check"].triggered.connect(partial(self.check, asked=True))
        window.closing.connect(self._presence.end)

    def begin(self) -> None:
        """For when the library is open: check it if the last window did not close as it should."""
        if self._presence.begin():
            self.check(asked=False)

    def check(self, *, asked: bool) -> None:
        """Check everything if it was ``asked`` for, else the library's file alone."""
        if self._is_checking:
            return
        self._is_checking = True
        self._window.status.show_words(self.tr("Checking the library"))
        self._step(CheckReport((), (), ""), 0, asked=asked)

    def _step(self, report: CheckReport, part: int, *, asked: bool) -> None:
        if part == checking.PARTS - (not asked):  # the last part reads all the originals
            self._done(report, asked=asked)
            return
        self._background.run(
            checking.check_part,
            report,
            part,
            then=lambda found: self._step(found, part + 1, asked=asked),
            failed=lambda _: self._end(),
        )

    def _done(self, report: CheckReport, *, asked: bool) -> None:
        self._end()
        if report.in_the_file:
            self._background.damaged.emit(LibraryDamaged(report.in_the_file[0]))
        elif asked:
            self._tell(report)
        else:
            words = self.tr(
                "ClipReader was not closed properly last time. The library was checked: "
                "all is well."
            )
            self._window.notices.tell(words)

    def _tell(self, report: CheckReport) -> None:
        looked = ", ".join(f"{figures(number)} {name}" for name, number in report.counted)
        words = self.tr("All is well. Every word is what it was.")
        icon = QMessageBox.Icon.Information
        if report.problems:
            words, icon = "\n".join(report.problems[:5]), QMessageBox.Icon.Warning
        details = "\n".join(report.problems) if len(report.problems) > 1 else ""
        told = f"{words}\n\n{looked}.\n{report.sqlite}."
        self.box = message(self._window, self.tr("Check library"), told, icon=icon, details=details)
        self.box.open()

    def _end(self) -> None:
        self._is_checking = False
        self._window.status.show_words("")
