"""The library that a command works on, and the article that was meant."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from clipreader import paths
from clipreader.commands.printing import tell
from clipreader.model import LibraryTooNew, LibraryUnavailable
from clipreader.operations import Library, open_library

_FILE = "library.sqlite"
_ORIGINALS = "originals"


def folder_of(library: Path | None) -> Path:
    """Return the folder that ``--library`` names, or that of the person's own library."""
    return library if library is not None else paths.default_library()


@contextmanager
def library_to_write(library: Path | None) -> Generator[Library, None, None]:
    """Open the library, making it if it is missing. Raises LibraryUnavailable."""
    with open_library(folder_of(library)) as found:
        yield found


@contextmanager
def library_to_read(library: Path | None) -> Generator[Library | None, None, None]:
    """Open the library; None, and a sentence to the person, if there is none yet.

    It is opened for writing where that can be done, because one of an older version has to be
    brought up to date first. Raises LibraryUnavailable.
    """
    folder = folder_of(library)
    if _is_missing(folder):
        tell(_none_yet(folder))
        yield None
        return
    with _opened_or_read(folder) as found:
        yield found


def _opened_or_read(folder: Path) -> Library:
    try:
        return open_library(folder)
    except LibraryTooNew as error:
        found = open_library(folder, read_only=True)
        tell(f"{error} It is only read.")
        return found


@contextmanager
def existing_library(library: Path | None) -> Generator[Library, None, None]:
    """Open a library that has to be there. Raises LibraryUnavailable."""
    folder = folder_of(library)
    if _is_missing(folder):
        raise LibraryUnavailable(_none_yet(folder))
    with open_library(folder) as found:
        yield found


def _none_yet(folder: Path) -> str:
    return f"There is no library in “{folder}” yet."


def _is_missing(folder: Path) -> bool:
    """Say whether nothing of a library is there, and nothing that opening it would complain of."""
    if (folder / _FILE).exists() or (folder / _ORIGINALS).exists():
        return False
    above = (folder.absolute(), *folder.absolute().parents)
    nearest = next((one for one in above if one.exists()), None)  # no drive of that letter: none
    return nearest is None or nearest.is_dir()
