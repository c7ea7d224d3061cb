"""Puts the desks behind a window once the verbs have been loaded.

Importing this module brings the operations and their database; ``app`` does it after the window
was painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from clipreader.model import Changes, ClipreaderError
from clipreader.operations import Library, siting
from clipreader.ui.background import Background
from clipreader.ui.backup_desk import BackupDesk
from clipreader.ui.browsing_desk import BrowsingDesk
from clipreader.ui.checking_desk import CheckingDesk
from clipreader.ui.exporting_desk import ExportingDesk
from clipreader.ui.finding_desk import FindingDesk
from clipreader.ui.history_desk import HistoryDesk
from clipreader.ui.house_desk import HouseDesk
from clipreader.ui.importing_desk import ImportingDesk
from clipreader.ui.learning_desk import LearningDesk
from clipreader.ui.letters_desk import LettersDesk
from clipreader.ui.links_desk import LinksDesk
from clipreader.ui.main_window import MainWindow
from clipreader.ui.marking_desk import MarkingDesk
from clipreader.ui.original_desk import OriginalDesk
from clipreader.ui.preferences import Preferences
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.rescue_desk import RescueDesk
from clipreader.ui.unfinished_desk import UnfinishedDesk
from clipreader.ui.versions_desk import VersionsDesk
from clipreader.ui.watching_desk import Kept, WatchingDesk
from clipreader.ui.whole_library_desk import WholeLibraryDesk

LOOKS_EVERY = 1_000
"""How often the app looks whether another program wrote into the library, in milliseconds."""


def changed_elsewhere(library: Library) -> bool:
    """Say whether another program has written into the library; let it rest if nothing is done."""
    library.rest()
    return library.changed_elsewhere()


class Desks(QObject):
    """All desks of a window, and the opening of its library."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        library_folder: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._folder = library_folder
        self._waiting: list[Path] = []
        self._refused = ""
        self.is_open = False
        self.house = HouseDesk(window, preferences, library_folder)
        self.browsing = BrowsingDesk(window, background, preferences)
        self.reading = ReadingDesk(window, background, preferences)
        self.marking = MarkingDesk(window, background, preferences, self.reading)
        self.importing = ImportingDesk(window, background, preferences, self.browsing, self.reading)
        self.unfinished = UnfinishedDesk(window, background, self.importing)
        self.links = LinksDesk(window, background, preferences, self.importing, self.reading)
        self.watching = WatchingDesk(
            window,
            background,
            self.browsing,
            self.reading,
            Kept(library_folder, preferences.folder),
        )
        self.exporting = ExportingDesk(
            window, background, preferences, self.browsing, self.reading, self.marking
        )
        self.whole_library = WholeLibraryDesk(
            window, background, preferences, self.browsing, self.importing
        )
        self.finding = FindingDesk(window, self.reading)
        self.learning = LearningDesk(window, background, self.reading, self.marking)
        self.letters = LettersDesk(window, self.reading)
        self.versions = VersionsDesk(window, background, self.reading)
        self.original = OriginalDesk(window, background, self.reading)
        self.history = HistoryDesk(window, background)
        self.backups = BackupDesk(window, background, library_folder)
        self.checking = CheckingDesk(window, background, library_folder)
        self.rescue = RescueDesk(window, background, library_folder)
        self._looks = QTimer(self, interval=LOOKS_EVERY)
        self._connect()

    def open_library(self) -> None:
        """Open the library; if it cannot be written, to read only; if not even that, say why."""
        self._background.open(self._folder, then=self._opened, failed=self._open_to_read)

    def receive_files(self, files: Sequence[Path]) -> None:
        """Import files as soon as the library is open."""
        if self.is_open:
            self.importing.take(files)
        else:
            self._waiting.extend(files)

    def _connect(self) -> None:
        self._background.mishap.connect(self.house.tell_mishap)
        self._background.busy_changed.connect(self._on_busy)
        self.browsing.query_changed.connect(self.finding.set_list_query)
        self._window.banner.pressed.connect(self.open_library)
        self.backups.put_back.connect(self.watching.look_back)
        self.backups.reopen_asked.connect(self.open_library)
        self.rescue.put_back.connect(self.watching.look_back)
        self.rescue.reopen_asked.connect(self.open_library)
        self._window.closing.connect(self._on_closing)
        self._looks.timeout.connect(self._on_look)

    def _opened(self, library: Library) -> None:
        self._refused = ""
        words = self.tr(
            "The library’s folder cannot be written to. You can read, but nothing can be changed."
        )
        self._window.banner.tell(words if library.is_read_only else siting.warning(self._folder))
        self._begin()
        self.checking.begin()
        self.unfinished.begin()
        self.watching.stop() if library.is_read_only else self.watching.begin()
        self.backups.begin()
        self.importing.take(self._waiting)
        self._waiting = []

    def _open_to_read(self, error: ClipreaderError) -> None:
        self._refused = str(error)
        self._background.open(
            self._folder, read_only=True, then=self._opened_to_read, failed=self._not_opened
        )

    def _opened_to_read(self, _: Library) -> None:
        words = self.tr("{reason} You can read, but nothing can be changed.")
        self._window.banner.tell(words.format(reason=self._refused))
        self.watching.stop()
        self._begin()

    def _not_opened(self, _: ClipreaderError) -> None:
        self._window.banner.tell(self._refused)
        self._window.status.show_words(self.tr("The library is not open"))

    def _begin(self) -> None:
        self.is_open = True
        self._window.status.show_words("")
        self.browsing.begin()
        self.history.refresh()
        last = self._preferences.value.article
        if last and not self._waiting:
            self.reading.open(last)
            self.browsing.show_article(last)
        self._looks.start()

    def _on_busy(self, busy: bool) -> None:
        self._window.status.show_saved(not busy)

    def _on_look(self) -> None:
        if not self._background.is_busy:
            self._background.run(changed_elsewhere, then=self._looked, replaces="look")

    def _looked(self, changed: bool) -> None:
        if changed:
            self._background.library_changed.emit(Changes(rows=True, tags=True))

    def _on_closing(self) -> None:
        self._looks.stop()
        self._background.close()
