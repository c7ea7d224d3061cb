"""Offers another text of the open article, compares versions, and shows the one that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from clipreader.model import Article, Outcome, Version
from clipreader.operations import comparing, versions
from clipreader.operations.comparing import Comparison
from clipreader.ui.background import Background
from clipreader.ui.compare_dialog import CompareDialog
from clipreader.ui.main_window import MainWindow
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.versions_dialog import VersionsDialog


class VersionsDesk(QObject):
    """The strip above the page, "Versions…", and the dialogs that they open."""

    def __init__(self, window: MainWindow, background: Background, desk: ReadingDesk) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._desk = desk
        self.dialog: VersionsDialog | None = None
        self.comparison: CompareDialog | None = None
        self._connect()

    def use(self, version_id: str) -> None:
        """Show a version in the place of the text that is shown."""
        self._background.run(versions.use, version_id, then=self._used)

    def keep_apart(self, version_id: str) -> None:
        """Make a version an article of its own."""
        self._background.run(versions.keep_apart, version_id, then=self._parted)

    def compare(self, old_id: str, new_id: str) -> None:
        """Show how two versions differ."""
        self._background.run(comparing.compare, old_id, new_id, then=self._show_comparison)

    def _connect(self) -> None:
        strip = self._window.version_strip
        self._desk.shown.connect(self._on_shown)
        strip.compare_asked.connect(self._on_compare)
        strip.use_asked.connect(self._on_use)
        strip.apart_asked.connect(self._on_apart)
        strip.later_asked.connect(self._on_later)
        self._versions_verb.triggered.connect(self._on_versions)

    @property
    def _versions_verb(self) -> QAction:
        return self._window.verbs["versions"]

    @property
    def _waiting(self) -> Version | None:
        opened = self._desk.opened
        return None if opened is None or opened.trashed else opened.waiting

    def _on_shown(self) -> None:
        self._window.version_strip.offer(self._waiting)

    def _on_compare(self) -> None:
        if self._waiting is not None:
            self.compare(self._waiting.article_id, self._waiting.id)

    def _on_use(self) -> None:
        if self._waiting is not None:
            self.use(self._waiting.id)

    def _on_apart(self) -> None:
        if self._waiting is not None:
            self.keep_apart(self._waiting.id)

    def _on_later(self) -> None:
        if self._waiting is not None:
            self._background.run(versions.put_off, self._waiting.id)

    def _on_versions(self) -> None:
        if self._desk.article_id:
            self._background.run(
                versions.versions_of, self._desk.article_id, then=self._show_versions
            )

    def _show_versions(self, found: tuple[Version, ...]) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = VersionsDialog(self._window)
        self.dialog.show_versions(found)
        self.dialog.compare_asked.connect(self._on_pair)
        self.dialog.use_asked.connect(self._on_chosen)
        self.dialog.apart_asked.connect(self._on_chosen_apart)
        self.dialog.open()

    def _on_pair(self, old: Version, new: Version) -> None:
        self.compare(old.id, new.id)

    def _on_chosen(self, version: Version) -> None:
        self._close_versions()
        self.use(version.id)

    def _on_chosen_apart(self, version: Version) -> None:
        self._close_versions()
        self.keep_apart(version.id)

    def _close_versions(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _show_comparison(self, found: Comparison) -> None:
        if self.comparison is not None:
            self.comparison.deleteLater()
        above = self.dialog if self.dialog is not None and self.dialog.isVisible() else None
        self.comparison = CompareDialog(found, self._window.theme, above or self._window)
        self.comparison.use_asked.connect(self._on_compared)
        self.comparison.open()

    def _on_compared(self) -> None:
        if self.comparison is not None:
            self._close_versions()
            self.use(self.comparison.newer.id)

    def _used(self, _: Outcome[Article]) -> None:
        words = self.tr("This version is shown now. The one before stays among the versions.")
        self._tell(words)

    def _parted(self, _: Outcome[Article]) -> None:
        self._tell(self.tr("Kept as an article of its own"))

    def _tell(self, words: str) -> None:
        undo = self.tr("Undo"), self._window.verbs["undo"].trigger
        self._window.notices.tell(words, (undo,))
