"""The open library: its folder, its connection, and the two ways to work with it."""

from __future__ import annotations

from pathlib import Path


class Library:
    """An open library. Usable from one thread at a time; close it or use it in ``with``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Harmless if it is closed."""

    def changed_elsewhere(self) -> bool:
        """Say whether another program has written since this was last asked."""
        return False


def open_library(folder: Path, *, read_only: bool = False) -> Library:
    """Open the library in a folder, making both if they are missing.

    Raises LibraryUnavailable with a sentence for the person.
    """
    del read_only
    return Library(folder)
