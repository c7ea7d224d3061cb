"""Puts everything together: one window on one library.

The window is shown and painted before the operations, and the database under them, are
loaded; the library is opened on the worker. Only here do a window and a library meet.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clipreader import __version__, paths
from clipreader.ui.background import Background
from clipreader.ui.failures import Failures, keep_log
from clipreader.ui.incoming import Incoming
from clipreader.ui.main_window import MainWindow
from clipreader.ui.preferences import Preferences
from clipreader.ui.single_instance import (
    SingleInstance,
    claimed,
    hand_over,
    hand_over_soon,
    socket_name,
)
from clipreader.ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from clipreader.ui.desks import Desks

_BREATHES_EVERY = 200

EARLY = ("import_files", "import_folder", "samples", "paste", "search")
"""Verbs that may be asked for before they can be done; they are done as soon as they can."""


class App(QObject):
    """The parts of the running app, from the first window to the last write."""

    def __init__(
        self,
        application: QApplication,
        library_folder: Path,
        settings_file: Path,
        files: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        self._folder = library_folder
        self._files = tuple(files)
        self._dropped: list[Incoming] = []
        self._asked: list[str] = []
        self.failures = Failures(self)
        self.preferences = Preferences(settings_file, self)
        self.theme = Theme(self.preferences.value.theme)
        self.theme.apply(application)
        self.window = MainWindow(self.theme, self.preferences.value)
        self.window.status.show_words(self.tr("Opening the library"))
        self._listen_early()
        self.background = Background(self.window)
        self.desks: Desks | None = None
        self.instance: SingleInstance | None = None

    def start(self) -> None:
        """Show the window; load the verbs and open the library once it is painted."""
        self.window.show()
        QTimer.singleShot(0, self._load)

    def listen(self, name: str) -> None:
        """Take files from later starts."""
        self.instance = SingleInstance(name, self)
        self.instance.files_received.connect(self._on_files)

    def _load(self) -> None:
        self.background.call(import_module, "clipreader.ui.desks", then=self._furnish)

    def _furnish(self, _: object) -> None:
        # Loaded on the worker a moment ago, so that the window was there first.
        from clipreader.ui.desks import Desks  # noqa: PLC0415

        self.desks = Desks(self.window, self.background, self.preferences, self._folder)
        self.failures.failed.connect(self.desks.house.tell_mishap)
        self.desks.receive_files(self._files)
        self.desks.open_library()
        self._catch_up(self.desks)

    # What the person asks for in the half second until the verbs are there is not lost.

    def _listen_early(self) -> None:
        self.window.drop_area.received.connect(self._keep_dropped)
        for name in EARLY:
            self.window.verbs[name].triggered.connect(self._keep_asked)

    def _keep_dropped(self, incoming: Incoming) -> None:
        self._dropped.append(incoming)

    def _keep_asked(self) -> None:
        self._asked.append(self.sender().objectName())

    def _catch_up(self, desks: Desks) -> None:
        self.window.drop_area.received.disconnect(self._keep_dropped)
        for name in EARLY:
            self.window.verbs[name].triggered.disconnect(self._keep_asked)
        for incoming in self._dropped:
            desks.importing.receive(incoming)
        for name in self._asked:
            self.window.verbs[name].trigger()

    def _on_files(self, files: tuple[Path, ...]) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if self.desks is not None:
            self.desks.receive_files(files)
        else:
            self._files += files


def run(files: Sequence[Path], library_folder: Path, tell: Callable[[str], object]) -> int:
    """Open the window on a library and import files; return the exit code when it closes.

    If a window is open on the same library, that one gets the files, ``tell`` a sentence about
    it, and this returns 0 at once.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ClipReader")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("clipreader")
    name = socket_name(library_folder)
    claim = claimed(name)
    if hand_over(name, files) or (claim is None and hand_over_soon(name, files)):
        tell(_handed_over(len(files)))
        return 0
    keep_log(paths.log_folder())
    load_fonts()
    _dress_window_icon(application)
    app = App(application, library_folder, paths.settings_file(), files)
    app.failures.install()
    app.listen(name)
    breathing = hear_signals(application)
    app.start()
    code = application.exec()
    breathing.stop()
    app.failures.uninstall()
    if claim is not None:
        claim.unlock()
    return code


def _handed_over(files: int) -> str:
    if files:
        return "ClipReader is already open on this library; the files were handed over to it."
    return "ClipReader is already open on this library."


def _dress_window_icon(application: QApplication) -> None:
    try:
        application.setWindowIcon(QIcon(str(paths.resource("icons", "newspaper.svg"))))
    except FileNotFoundError:
        return


def hear_signals(application: QApplication) -> QTimer:
    """Close the windows on Ctrl+C, and when the system ends: what is being typed is kept.

    Qt's loop has to give Python a turn for that, so keep the timer.
    """

    def close(number: int, frame: FrameType | None) -> None:
        application.closeAllWindows()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    timer = QTimer()
    timer.timeout.connect(partial(int, 0))
    timer.start(_BREATHES_EVERY)
    return timer
