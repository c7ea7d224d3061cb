"""Whether the last window on a library was closed as it should be.

A window holds a file in the library's folder while it is open, and takes it away when it closes. A
file that is there and that nobody holds was left by a program that ended otherwise: it was killed,
or the power went.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from clipreader.operations.claiming import claim

NAME: Final = "window.open"
"""The name of the file in the library's folder."""


class Presence:
    """The mark that a window has a library open; a folder that cannot be written to has none."""

    def __init__(self, folder: Path) -> None:
        self._path: Final = folder / NAME
        self._file: BinaryIO | None = None

    def begin(self) -> bool:
        """Leave the mark; say whether one was there that nobody holds. Never raises.

        Harmless if it is left already.
        """
        if self._file is not None:
            return False
        try:
            was_there = self._path.exists()
            file = self._path.open("ab")
        except OSError:
            return False
        if not claim(file):
            file.close()
            return False
        self._file = file
        return was_there

    def end(self) -> None:
        """Take the mark away. Never raises."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.close()
            self._path.unlink(missing_ok=True)
        self._file = None
