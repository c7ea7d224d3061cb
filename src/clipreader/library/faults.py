"""What SQLite and the disk complain about, as one sentence for the person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from clipreader.model import LibraryUnavailable

READ_ONLY = "This library can only be read, because its folder cannot be written to."

_SENTENCES: dict[int, str] = {
    sqlite3.SQLITE_FULL: "The disk is full. Nothing was changed; make some room and try again.",
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_BUSY: "Another program is using the library just now. Try again in a moment.",
    sqlite3.SQLITE_LOCKED: "Another program is using the library just now. Try again in a moment.",
    sqlite3.SQLITE_CORRUPT: (
        "The library's file is damaged. It was left as it is; put back a copy from a backup."
    ),
    sqlite3.SQLITE_NOTADB: (
        "The file “library.sqlite” is not a ClipReader library or is damaged. It was left as it is."
    ),
    sqlite3.SQLITE_CANTOPEN: "The library's file cannot be opened.",
    sqlite3.SQLITE_PERM: "The library's file cannot be opened: access to it is not allowed.",
    sqlite3.SQLITE_IOERR: "The disk did not read or write the library's file. Nothing was changed.",
}

_DISK_SENTENCES: dict[int, str] = {
    errno.ENOSPC: _SENTENCES[sqlite3.SQLITE_FULL],
    errno.EDQUOT: _SENTENCES[sqlite3.SQLITE_FULL],
    errno.EROFS: READ_ONLY,
    errno.EACCES: "The library's folder cannot be used, because access to it is not allowed.",
    errno.EPERM: "The library's folder cannot be used, because access to it is not allowed.",
    errno.ENOTDIR: "The library's place is not a folder.",
    errno.EEXIST: "The library's place is not a folder.",
}


def sentence_for(error: BaseException) -> str:
    """Return what to tell the person about an error of SQLite or of the disk."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(cause, OSError):
        told = _DISK_SENTENCES.get(cause.errno or 0)
        return told or f"The library's folder cannot be used: {cause.strerror or cause}."
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int) and (code & 0xFF) in _SENTENCES:
        return _SENTENCES[code & 0xFF]
    return "The library's file cannot be used."


@contextmanager
def told_plainly() -> Generator[None]:
    """Turn errors of SQLite and of the disk into LibraryUnavailable with a sentence."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise LibraryUnavailable(sentence_for(error), repr(error)) from error
