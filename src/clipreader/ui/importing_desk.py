"""Takes in what is dropped, pasted or chosen, and tells what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit

from clipreader import paths
from clipreader.model import ClipreaderError, Fate, ImportReport, Outcome, Progress, Source
from clipreader.operations import exporting, importing, walking
from clipreader.operations.exporting import ExportFile
from clipreader.ui.background import Background
from clipreader.ui.browsing_desk import BrowsingDesk
from clipreader.ui.import_report import ImportReportDialog, go_on_words, summary
from clipreader.ui.incoming import Incoming, read_mime
from clipreader.ui.main_window import MainWindow
from clipreader.ui.notices import NoticeAction
from clipreader.ui.preferences import Preferences
from clipreader.ui.reading_desk import ReadingDesk

Items = Iterable[Path | Source]
"""What can be imported."""


class ImportingDesk(QObject):
    """Runs imports and shows their progress and report; ``last`` is the report of the last one.

    ``ended`` comes when an import has ended, well or not; ``reported`` carries the lines of each
    report, when it has been told; ``folders_asked`` what is to come in where a whole library may
    be among it.
    """

    ended = Signal()
    reported = Signal(tuple)
    folders_asked = Signal(tuple)

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        browsing: BrowsingDesk,
        reading: ReadingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._browsing = browsing
        self._reading = reading
        self.report: ImportReportDialog | None = None
        self.last = ImportReport(())
        window.verbs.enable(False, "import_report")
        self._connect()

    def take(self, items: Items) -> None:
        """Import files, folders and sources, one after another."""
        wanted = tuple(items)
        paths = (one for one in wanted if isinstance(one, Path))
        if any(path.suffix.lower() not in walking.ENDINGS for path in paths):
            self.folders_asked.emit(wanted)
        else:
            self.take_articles(wanted)

    def take_articles(self, items: Items) -> None:
        """Import what holds no whole library."""
        wanted = tuple(items)
        if wanted:
            self._background.run_long(
                importing.import_sources, wanted, then=self._done, failed=self._failed
            )

    def go_on(self, rest: str) -> None:
        """Go on with an import that ended before its time."""
        self._background.run_long(importing.go_on, rest, then=self._done, failed=self._failed)

    def receive(self, incoming: Incoming) -> None:
        """Import what was dropped or pasted, or say why it is nothing."""
        if incoming.refused:
            self._window.notices.tell(incoming.refused)
        else:
            self.take(incoming.items)

    def _connect(self) -> None:
        verbs = self._window.verbs
        verbs["import_files"].triggered.connect(self._on_files)
        verbs["import_folder"].triggered.connect(self._on_folder)
        verbs["samples"].triggered.connect(self._on_samples)
        verbs["import_report"].triggered.connect(self._show_report)
        verbs["paste"].triggered.connect(self._on_paste)
        self._window.drop_area.received.connect(self.receive)
        self._window.status.cancel_asked.connect(self._background.cancel)
        self._background.progressed.connect(self._on_progress)

    def _on_files(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in walking.ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import articles"),
            self._preferences.value.import_folder,
            self.tr("Articles ({kinds});;All files (*)").format(kinds=kinds),
        )
        if names:
            self._preferences.change(import_folder=str(Path(names[0]).parent))
            self.take(Path(name) for name in names)

    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), self._preferences.value.import_folder
        )
        if name:
            self._preferences.change(import_folder=name)
            self.take([Path(name)])

    def _on_samples(self) -> None:
        try:
            samples = paths.samples()
        except FileNotFoundError:
            self._window.notices.tell(self.tr("This build came without its samples."), keep=True)
            return
        self.take(samples)

    def _on_paste(self) -> None:
        """Paste into the field that has the keyboard, or else into the library."""
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)) and not focus.isReadOnly():
            focus.paste()
            return
        mime = QGuiApplication.clipboard().mimeData()
        self.receive(read_mime(mime, self.tr("pasted text")))

    def _on_progress(self, progress: Progress) -> None:
        self._window.status.show_progress(progress)
        self._browsing.refresh_soon()

    def _failed(self, error: ClipreaderError) -> None:
        self._window.status.show_progress(None)
        self._background.mishap.emit(str(error), error.details)
        self.ended.emit()

    def _done(self, outcome: Outcome[ImportReport]) -> None:
        self._window.status.show_progress(None)
        report = self.last = outcome.value
        self._window.verbs.enable(bool(report.items or report.left), "import_report")
        self._browsing.refresh()
        if len(report.items) == 1 and not report.rest:
            self._tell_one(report)
        else:
            self._tell_many(report)
            self._open_first(report)
        self.ended.emit()
        self.reported.emit(report.items)

    def _tell_one(self, report: ImportReport) -> None:
        item = report.items[0]
        if item.fate in (Fate.FAILED, Fate.UNREAD):
            self._window.notices.tell(item.reason, keep=True)
            return
        if item.article_id:
            self._reading.open(item.article_id)
            self._browsing.show_article(item.article_id)
        if item.fate == Fate.ADDED:
            self._window.notices.tell(" ".join((self.tr("Added."), *item.notes)), (self._undo(),))
        elif item.fate == Fate.VERSION:
            self._window.notices.tell(item.reason, (self._undo(),))
        else:
            words = item.reason or self.tr("This article is already in the library.")
            self._window.notices.tell(words)

    def _tell_many(self, report: ImportReport) -> None:
        actions: list[NoticeAction] = []
        if report.items:
            actions.append((self.tr("Show report"), self._show_report))
        if words := go_on_words(report):
            actions.append((words, lambda: self.go_on(report.rest)))
        if report.of(Fate.ADDED) or report.of(Fate.VERSION) or report.came_back:
            actions.append(self._undo())
        keep = bool(report.of(Fate.FAILED) or report.rest)
        self._window.notices.tell(summary(report), tuple(actions), keep=keep)

    def _open_first(self, report: ImportReport) -> None:
        """Open the first article that came in, unless the person is reading another."""
        first = next((item.article_id for item in report.items if item.article_id), "")
        if first and not self._reading.article_id:
            self._on_reported_article(first)

    def _undo(self) -> NoticeAction:
        return self.tr("Undo"), self._window.verbs["undo"].trigger

    def _show_report(self) -> None:
        self.report = ImportReportDialog(self.last, self._window)
        self.report.again_asked.connect(self.take)
        self.report.go_on_asked.connect(self.go_on)
        self.report.save_asked.connect(self._on_save_report)
        self.report.article_asked.connect(self._on_reported_article)
        if self.last.of(Fate.FAILED):
            self.report.narrow(Fate.FAILED)
        self.report.show()

    def _on_reported_article(self, article_id: str) -> None:
        self._reading.open(article_id)
        self._browsing.show_article(article_id)

    def _on_save_report(self, table: str) -> None:
        folder = self._preferences.value.export_folder or str(Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the report"),
            str(Path(folder) / self.tr("import report.csv")),
            self.tr("Tables (*.csv)"),
        )
        if name:
            self.save_report(table, Path(name))

    def save_report(self, table: str, to: Path) -> None:
        """Write a report to a file, whole or not at all, and say so."""

        def told(written: tuple[Path, ...]) -> None:
            words = self.tr("Report saved as {name}")
            self._window.notices.tell(words.format(name=written[0].name))

        self._background.call(exporting.write, (ExportFile(to.name, table),), to, then=told)
