"""What SQLite and the disk complain about, as one sentence for the person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from clipreader.library.connecting import NotClosed
from clipreader.model import LibraryDamaged, LibraryUnavailable

READ_ONLY: Final = "This library can only be read, because its folder cannot be written to."
OPEN_TO_READ: Final = "This library can only be read. Nothing was changed."
NOT_A_LIBRARY: Final = (
    "The file “library.sqlite” is not a ClipReader library or is damaged. It was left as it is."
)
DAMAGED: Final = "The library’s file is damaged. It was left as it is."
IN_USE: Final = "Another program is using the library just now. Try again in a moment."
DISK_FULL: Final = "The disk is full. Nothing was changed; make some room and try again."

_NOT_ALLOWED: Final = "The library’s folder cannot be used, because access to it is not allowed."
_NO_FOLDER: Final = "The library’s place is not a folder."
_NOT_CLOSED: Final = (
    "The library was not closed properly, and its folder cannot be written to. Copy the whole "
    "folder to a place that can be written to and open it there."
)
_UNWRITABLE: Final = "This text holds half of a broken character and cannot be stored."

_SENTENCES: Final[dict[int, str]] = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_READONLY_DBMOVED: (
        "The library’s file was moved or removed while it was open. Nothing was changed; close "
        "ClipReader, put the file back and start again."
    ),
    sqlite3.SQLITE_BUSY: IN_USE,
    sqlite3.SQLITE_LOCKED: IN_USE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_CORRUPT_VTAB: (
        "The search index was damaged and has been made again. Try once more."
    ),
    sqlite3.SQLITE_NOTADB: NOT_A_LIBRARY,
    sqlite3.SQLITE_CANTOPEN: "The library’s file cannot be opened.",
    sqlite3.SQLITE_PERM: "The library’s file cannot be opened: access to it is not allowed.",
    sqlite3.SQLITE_IOERR: "The disk did not read or write the library’s file. Nothing was changed.",
}
"""Sentences by SQLite's result codes, extended ones before the plain one they belong to."""

_DISK_SENTENCES: Final[dict[int, str]] = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
}


def code_of(error: BaseException) -> int:
    """Return SQLite's extended result code of an error, 0 if it has none."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    code = getattr(cause, "sqlite_errorcode", None)
    return code if isinstance(code, int) else 0


def is_damage(error: BaseException) -> bool:
    """Say whether an error means that the library's file is not what it was."""
    code = code_of(error)
    is_index = code == sqlite3.SQLITE_CORRUPT_VTAB
    return not is_index and (code & 0xFF) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def sentence_for(error: BaseException) -> str:
    """Return what to tell the person about an error of SQLite or of the disk."""
    if isinstance(error, OSError):
        told = _DISK_SENTENCES.get(error.errno or 0)
        return told or f"The library’s folder cannot be used: {error.strerror or error}."
    if isinstance(error, NotClosed):
        return _NOT_CLOSED
    if isinstance(error, UnicodeEncodeError):
        return _UNWRITABLE
    code = code_of(error)
    told = _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)
    return told or "The library’s file cannot be used."


@contextmanager
def told_plainly() -> Generator[None]:
    """Turn errors of SQLite and of the disk into LibraryUnavailable with a sentence.

    What means that the file is damaged becomes LibraryDamaged.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, NotClosed, UnicodeEncodeError) as error:
        kind = LibraryDamaged if is_damage(error) else LibraryUnavailable
        raise kind(sentence_for(error), repr(error)) from error
