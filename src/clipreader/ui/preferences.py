"""Holds the settings while the window is open and writes them when the person rests."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from clipreader.settings import Settings, load, save

LOG = logging.getLogger(__name__)

_RESTS = 400


class Preferences(QObject):
    """The settings in use; ``changed`` carries them after every change."""

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self._rest.timeout.connect(self.write)
        self.value = load(path)

    @property
    def folder(self) -> Path:
        """Return the folder in which the settings lie, and what else belongs to this machine."""
        return self._path.parent

    def change(self, **changes: str | float) -> None:
        """Change some values."""
        self.take(self.value.with_changes(**changes))

    def take(self, settings: Settings) -> None:
        """Use these settings from now on."""
        if settings != self.value:
            self.value = settings
            self._rest.start()
            self.changed.emit(settings)

    def write(self) -> None:
        """Write the settings now; where that fails they last until the app ends."""
        self._rest.stop()
        try:
            save(self.value, self._path)
        except OSError:
            LOG.warning("the settings could not be written to %s", self._path, exc_info=True)
