"""Notices that the library is damaged, and leads back to its newest good state."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clipreader.model import Changes, ClipreaderError, Rescue
from clipreader.operations import rescuing
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.rescue_dialog import RescueDialog


class RescueDesk(QObject):
    """``reopen_asked`` comes when another file is the library now, or the same again.

    ``put_back`` comes before that and carries the backup if the library is as it was then.
    """

    reopen_asked = Signal()
    put_back = Signal(object)

    def __init__(self, window: MainWindow, background: Background, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._folder = folder
        self._is_looking = False
        self.dialog: RescueDialog | None = None
        background.damaged.connect(self.offer)

    def offer(self, error: ClipreaderError) -> None:
        """Look for the newest good state and show it; while one is shown, nothing happens."""
        if self._is_looking or (self.dialog is not None and self.dialog.isVisible()):
            return
        self._is_looking = True
        self._window.status.show_words(self.tr("Looking for the newest good state"))
        self._background.call(
            rescuing.find,
            self._folder,
            then=partial(self._show, str(error)),
            failed=self._not_found,
        )

    def _show(self, reason: str, rescue: Rescue | None) -> None:
        self._ended()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = RescueDialog(reason, rescue, self._window)
        self.dialog.restore_asked.connect(self.restore)
        self.dialog.backups_asked.connect(self._window.verbs["backups"].trigger)
        self.dialog.open()

    def restore(self, rescue: Rescue) -> None:
        """Let a state be the library, without asking again."""
        self._window.reader.keep()
        self._background.call_closed(
            rescuing.carry_out,
            self._folder,
            rescue,
            then=partial(self._restored, rescue),
            failed=self._kept,
        )

    def _restored(self, rescue: Rescue, aside: Path) -> None:
        if rescue.backup is not None and not rescue.is_whole:
            self.put_back.emit(rescue.backup)
        self.reopen_asked.emit()
        self._background.library_changed.emit(Changes(rows=True, tags=True))
        words = self.tr("Restored. What was there is kept as {name}.")
        self._window.notices.tell(words.format(name=aside.name), keep=True)

    def _ended(self) -> None:
        self._is_looking = False
        self._window.status.show_words("")

    def _not_found(self, error: ClipreaderError) -> None:
        self._ended()
        self._background.mishap.emit(str(error), error.details)

    def _kept(self, error: ClipreaderError) -> None:
        self.reopen_asked.emit()
        self._background.mishap.emit(str(error), error.details)
