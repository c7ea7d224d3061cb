"""Putting another file in the library's place, with what was there kept beside it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clipreader.library import copying
from clipreader.library.faults import IN_USE
from clipreader.library.opening import FILE_NAME
from clipreader.library.originals import flush, flush_folder
from clipreader.library.schema import APPLICATION_ID
from clipreader.model import LibraryUnavailable

_BUSY, _LOCKED = sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED
_HEAD: Final = 72
"""Bytes of a file up to its application id (https://sqlite.org/fileformat2.html#database_header)."""


def put_in_place(folder: Path, part: Path, now: datetime, *, name: str) -> Path:
    """Let a file that lies in the library's folder be the library; return where the old one is.

    The library must be closed; another program that has it open can no longer write to it. What
    was there is kept under ``name`` and the time, whatever it is. Raises LibraryUnavailable and
    OSError; the library is then as it was.
    """
    place = folder / FILE_NAME
    aside = copying.unused(folder, f"{name}-{now.astimezone(UTC):%Y%m%d-%H%M%S}")
    with part.open("rb+") as file:
        flush(file.fileno())
    _refuse_busy(place)
    _keep_aside(place, aside)
    with _beside_moved(place, aside):
        part.replace(place)
    flush_folder(folder)
    return aside


def _refuse_busy(place: Path) -> None:
    """Refuse while another program is writing; what it left half done is put in order first.

    Raises LibraryUnavailable. A file that is damaged is nobody's.
    """
    if not is_ours(place):
        return
    try:
        with closing(sqlite3.connect(place, timeout=0.5, isolation_level=None)) as there:
            there.execute("BEGIN EXCLUSIVE")
            there.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (_BUSY, _LOCKED):
            raise LibraryUnavailable(IN_USE, str(error)) from error


def is_ours(place: Path) -> bool:
    """Say whether a file has the head of a library, which no change of it touches."""
    try:
        with place.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head[-4:] == APPLICATION_ID.to_bytes(4, "big")


def _keep_aside(place: Path, aside: Path) -> None:
    """Keep a copy of the library as it is; the file itself stays until it is replaced.

    What is no file cannot be replaced by one, and goes aside itself.
    """
    if place.is_dir():
        place.replace(aside)
    elif place.exists():
        shutil.copyfile(place, aside)
        with aside.open("rb+") as file:
            flush(file.fileno())


@contextmanager
def _beside_moved(place: Path, aside: Path) -> Generator[None]:
    """Move what SQLite has beside the library first: a journal must not be played into another.

    What goes wrong then, or inside, brings it back, because the library is not whole without it.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in copying.BESIDE[1:]:
            beside, there = (one.with_name(one.name + ending) for one in (place, aside))
            if beside.exists():
                beside.replace(there)
                moved.append((beside, there))
        flush_folder(place.parent)
        yield
    except OSError:
        for beside, there in reversed(moved):
            there.replace(beside)
        raise
