"""Makes backups by the clock, shows them, and leads back to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from clipreader.model import Backup, Changes, ClipreaderError
from clipreader.operations import backing_up
from clipreader.ui.background import Background
from clipreader.ui.backups_dialog import BackupsDialog, made_at
from clipreader.ui.main_window import MainWindow
from clipreader.ui.plain import message

LOOKS_EVERY = 300_000
"""How often it is looked whether a backup is due, in milliseconds."""

FIRST_LOOK = 20_000
"""How long after the library was opened it is looked for the first time, in milliseconds."""


class BackupDesk(QObject):
    """``reopen_asked`` comes when another file is the library now, or the same again.

    ``put_back`` comes before that and carries the backup that is the library now.
    """

    reopen_asked = Signal()
    put_back = Signal(object)

    def __init__(self, window: MainWindow, background: Background, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._folder = folder
        self._is_told = False
        self._looks = QTimer(self, interval=LOOKS_EVERY)
        self.dialog: BackupsDialog | None = None
        self._connect()

    def begin(self) -> None:
        """Look by the clock whether a backup is due, from now on."""
        self._looks.start()
        QTimer.singleShot(FIRST_LOOK, self, self.look)

    def look(self) -> None:
        """Make a backup if one is due."""
        self._background.run(
            backing_up.back_up_if_due, then=self._made, failed=self._not_made, replaces="backup"
        )

    def restore(self, backup: Backup) -> None:
        """Put a backup in the library's place, without asking again."""
        self._window.reader.keep()
        then = partial(self._restored, backup)
        self._background.call_closed(
            backing_up.restore, self._folder, backup, then=then, failed=self._kept
        )

    def _connect(self) -> None:
        self._window.verbs["backups"].triggered.connect(self._on_backups)
        self._window.closing.connect(self._looks.stop)
        self._looks.timeout.connect(self.look)

    def _on_backups(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = BackupsDialog(self._window)
        self.dialog.made_asked.connect(self._on_make)
        self.dialog.folder_asked.connect(self._on_folder)
        self.dialog.restore_asked.connect(self._on_restore)
        self._show()
        self.dialog.open()

    def _show(self) -> None:
        if self.dialog is not None:
            self.dialog.show_backups(backing_up.backups_in(self._folder))

    def _on_make(self) -> None:
        self._background.run(backing_up.back_up, then=self._made, replaces="backup")

    def _on_folder(self) -> None:
        there = backing_up.backups_in(self._folder)
        if there:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(there[0].path.parent)))

    def _on_restore(self, backup: Backup) -> None:
        words = self.tr(
            "Put the backup of {time} in the library’s place? What was done since then leaves the "
            "window, and is kept in a file beside the library."
        ).format(time=made_at(backup))
        box = message(self.dialog or self._window, self.tr("Restore a backup"), words)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is restore:
            if self.dialog is not None:
                self.dialog.close()
            self.restore(backup)

    def _made(self, backup: Backup | None) -> None:
        if backup is not None:
            self._is_told = False
            self._show()

    def _not_made(self, error: ClipreaderError) -> None:
        """Say once that there are no backups; every five minutes would be too often."""
        if not self._is_told:
            self._is_told = True
            words = self.tr("No backup could be made: {reason}").format(reason=str(error))
            self._background.mishap.emit(words, error.details)

    def _restored(self, backup: Backup, aside: Path) -> None:
        self.put_back.emit(backup)
        self.reopen_asked.emit()
        self._background.library_changed.emit(Changes(rows=True, tags=True))
        words = self.tr("Restored. What was there is kept as {name}.")
        self._window.notices.tell(words.format(name=aside.name), keep=True)

    def _kept(self, error: ClipreaderError) -> None:
        self.reopen_asked.emit()
        self._background.mishap.emit(str(error), error.details)
