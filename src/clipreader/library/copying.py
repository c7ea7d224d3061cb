"""Copies of the library's file: written whole or not at all, and read back before they count.

``VACUUM INTO`` writes one unchanging state, whoever writes to the library meanwhile
(https://sqlite.org/lang_vacuum.html#vacuuminto). A copy that was cut off may still pass SQLite's
own check, so it gets its name only after it was flushed and compared.
"""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from collections.abc import Generator
from itertools import chain, count
from pathlib import Path
from typing import Final

from clipreader.library.originals import flush, flush_folder
from clipreader.library.schema import APPLICATION_ID
from clipreader.model import LibraryUnavailable

BESIDE: Final = ("", "-wal", "-journal", "-shm")
"""The endings of a library's file and of what SQLite has beside it."""

_COUNTED: Final = ("articles", "highlights", "corrections", "actions")


def copy_whole(driver: sqlite3.Connection, to: Path, refusal: str) -> None:
    """Copy a library's file to a place, in whose folder it is written first.

    Needs no open transaction. Raises OSError, SQLite's errors, or LibraryUnavailable with
    ``refusal`` if the copy is not what the library is; then nothing is left of it.
    """
    part = to.with_name(f"{to.name}.{secrets.token_hex(4)}.part")
    try:
        before = _told_of(driver)
        driver.execute("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as file:
            flush(file.fileno())
        found = look_at(part)
        if not all(old <= new for old, new in zip(before, found, strict=True)):
            raise LibraryUnavailable(refusal, f"{before} became {found}")
        part.replace(to)
        flush_folder(to.parent)
    except Unsound as error:
        raise LibraryUnavailable(refusal, str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def unused(folder: Path, name: str) -> Path:
    """Return a place for a library of which nothing is there yet: the name, or it with a number."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(
        place
        for place in (folder / f"{one}.sqlite" for one in names)
        if not any(place.with_name(place.name + ending).exists() for ending in BESIDE)
    )


class Unsound(Exception):
    """A file that is no whole library, and in English why."""


@contextlib.contextmanager
def opened(copy: Path, *, alone: bool = True) -> Generator[sqlite3.Connection]:
    """Open a copy to read only, with nothing of it trusted. Raises SQLite's errors.

    What lies beside it is passed over, unless it is not ``alone``; then it is put in order.
    """
    address = copy.absolute().as_uri() + ("?mode=ro&immutable=1" if alone else "")
    with contextlib.closing(sqlite3.connect(address, uri=True)) as read:
        read.execute("PRAGMA trusted_schema = OFF")
        yield read


def look_at(copy: Path, *, alone: bool = True) -> tuple[int, ...]:
    """Read a copy page by page; return its schema and how many rows it has of what matters.

    Nothing is written to it if it is ``alone``. Raises Unsound.
    """
    try:
        with opened(copy, alone=alone) as read:
            told = _told_of(read)
            found = read.execute("PRAGMA integrity_check(1)").fetchone()[0]
            ours = read.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error as error:
        raise Unsound(str(error)) from error
    if found != "ok" or ours != APPLICATION_ID:
        raise Unsound(f"{found}, application {ours}, schema {told[0]}")
    return told


def _told_of(driver: sqlite3.Connection) -> tuple[int, ...]:
    """Return the number of the schema and of the rows that must not become fewer."""
    numbers = [driver.execute("PRAGMA user_version").fetchone()[0]]
    for table in _COUNTED:
        numbers.append(driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    return tuple(numbers)
