"""Writes the whole library into a folder, and brings such a folder in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from clipreader.model import ClipreaderError, Outcome
from clipreader.operations import whole_library
from clipreader.operations.whole_library import TakenIn
from clipreader.ui.background import Background
from clipreader.ui.browsing_desk import BrowsingDesk
from clipreader.ui.importing_desk import ImportingDesk, Items
from clipreader.ui.main_window import MainWindow
from clipreader.ui.notices import NoticeAction
from clipreader.ui.preferences import Preferences
from clipreader.ui.wording import counted


class WholeLibraryDesk(QObject):
    """Asks for a folder, and tells what became of it."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        browsing: BrowsingDesk,
        importing: ImportingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._browsing = browsing
        self._importing = importing
        window.verbs["export_library"].triggered.connect(self._on_export)
        importing.folders_asked.connect(self._on_folders)

    def export_to(self, folder: Path) -> None:
        """Write everything into a folder that is new or empty."""
        told = partial(self._exported, folder)
        self._background.run_long(whole_library.write, folder, then=told, failed=self._failed)

    def take_in(self, folder: Path) -> None:
        """Bring the library of a folder in."""
        self._background.run_long(
            whole_library.take_in, folder, then=self._taken_in, failed=self._failed
        )

    def _on_export(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Choose an empty folder for the whole library"),
            self._preferences.value.export_folder,
        )
        if name:
            self._preferences.change(export_folder=str(Path(name).parent))
            self.export_to(Path(name))

    def _on_folders(self, items: Items) -> None:
        """Part folders of a whole library from what is imported article by article."""

        def parted(libraries: tuple[Path, ...]) -> None:
            for folder in libraries:
                self.take_in(folder)
            self._importing.take_articles(one for one in items if one not in libraries)

        self._background.call(whole_library.folders_among, items, then=parted)

    def _exported(self, folder: Path, number: int) -> None:
        self._window.status.show_progress(None)
        told = counted(number, self.tr("1 article"), self.tr("{n} articles"))
        words = self.tr("{articles} exported to {folder}")
        self._window.notices.tell(words.format(articles=told, folder=folder.name))

    def _taken_in(self, outcome: Outcome[TakenIn]) -> None:
        made = outcome.value
        self._window.status.show_progress(None)
        self._browsing.refresh()
        pieces = [counted(made.added, self.tr("1 article added"), self.tr("{n} articles added"))]
        if made.there:
            were = self.tr("1 was there already"), self.tr("{n} were there already")
            pieces.append(counted(len(made.there), *were))
        if made.refused:
            could = self.tr("1 could not be brought in"), self.tr("{n} could not be brought in")
            pieces.append(counted(len(made.refused), *could))
        if made.cancelled:
            pieces.append(self.tr("cancelled; to bring in the rest, import the folder again"))
        undo: NoticeAction = (self.tr("Undo"), self._window.verbs["undo"].trigger)
        keep = bool(made.refused or made.cancelled)
        self._window.notices.tell(", ".join(pieces), (undo,) if made.added else (), keep=keep)

    def _failed(self, error: ClipreaderError) -> None:
        self._window.status.show_progress(None)
        self._window.notices.tell(str(error), keep=True)
