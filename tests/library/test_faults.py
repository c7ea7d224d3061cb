"""What can go wrong below, as one sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from clipreader.library import checking, faults, journal, open_library
from clipreader.library.connecting import NotClosed
from clipreader.library.faults import told_plainly
from clipreader.library.opening import FILE_NAME
from clipreader.library.shelving import set_starred, standing
from clipreader.model import LibraryUnavailable
from tests import records
from tests.library import stored


def of_sqlite(code: int, *, wrapped: bool = True) -> BaseException:
    cause = sqlite3.OperationalError("words of SQLite")
    cause.sqlite_errorcode = code
    return DBAPIError("SELECT", {}, cause) if wrapped else cause


CASES = [
    (of_sqlite(sqlite3.SQLITE_FULL), "The disk is full"),
    (of_sqlite(sqlite3.SQLITE_FULL, wrapped=False), "The disk is full"),
    (of_sqlite(sqlite3.SQLITE_READONLY), "can only be read"),
    (of_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), "can only be read"),
    (of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), "was moved or removed"),
    (of_sqlite(sqlite3.SQLITE_BUSY), "Another program"),
    (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another program"),
    (of_sqlite(sqlite3.SQLITE_LOCKED), "Another program"),
    (of_sqlite(sqlite3.SQLITE_CORRUPT), "is damaged"),
    (of_sqlite(sqlite3.SQLITE_NOTADB), "is not a ClipReader library"),
    (of_sqlite(sqlite3.SQLITE_CANTOPEN), "cannot be opened"),
    (of_sqlite(sqlite3.SQLITE_PERM), "not allowed"),
    (of_sqlite(sqlite3.SQLITE_IOERR_FSYNC), "did not read or write"),
    (of_sqlite(sqlite3.SQLITE_INTERNAL), "cannot be used"),
    (sqlite3.ProgrammingError("closed"), "cannot be used"),
    (OSError(errno.ENOSPC, "x"), "The disk is full"),
    (OSError(errno.EROFS, "x"), "can only be read"),
    (PermissionError(errno.EACCES, "x"), "not allowed"),
    (NotADirectoryError(errno.ENOTDIR, "x"), "not a folder"),
    (OSError(errno.EIO, "input/output error"), "cannot be used: input/output error"),
    (OSError("no number"), "cannot be used: no number"),
    (NotClosed("library.sqlite"), "was not closed properly"),
    (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "x"), "half of a broken character"),
]


@pytest.mark.parametrize(("error", "sentence"), CASES, ids=[told for _, told in CASES])
def test_is_told_in_one_sentence(error, sentence):
    with pytest.raises(LibraryUnavailable, match=sentence) as told, told_plainly():
        raise error
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
    assert "SQLite" not in str(told.value)
    assert told.value.details


def test_other_errors_stay_what_they_are():
    with pytest.raises(ZeroDivisionError), told_plainly():
        raise ZeroDivisionError


def test_words_of_articles_stay_out_of_the_details(library):
    with pytest.raises(LibraryUnavailable) as told, library.writing() as work:
        work.connection.exec_driver_sql("INSERT INTO none VALUES (?)", ("a secret",))
    assert "a secret" not in told.value.details


def limited(library, pages: int) -> None:
    """Let the file grow by some pages only, as a full disk would."""
    with library.reading() as connection:
        there = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {there + pages}")


@pytest.mark.parametrize("pages", [0, 1, 2, 5, 10, 20])
def test_a_full_disk_leaves_nothing_half(folder, pages):
    first = records.article()
    with open_library(folder) as library:
        stored.put(library, first)
        limited(library, pages)
        with pytest.raises(LibraryUnavailable, match="The disk is full"):
            stored.put(library, *(records.article() for _ in range(40)))
        with library.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one() == 1
            assert list(checking.problems(connection, library.originals)) == []
            assert journal.labels(connection) == ("Import", "")
        limited(library, 1000)
        stored.put(library, records.article())


def test_a_file_that_is_taken_away_is_not_made_again(folder):
    with open_library(folder) as library:
        stored.put(library, records.article())
        (folder / FILE_NAME).rename(folder / "elsewhere")
        with pytest.raises(LibraryUnavailable), library.writing("Star") as work:
            set_starred(work, [1], True)
    assert not (folder / FILE_NAME).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_disk_that_is_really_full_is_told():
    with pytest.raises(LibraryUnavailable, match="The disk is full"), told_plainly():
        handle = os.open("/dev/full", os.O_WRONLY)
        try:
            os.write(handle, b"x")
        finally:
            os.close(handle)


def test_a_read_lock_of_another_program_does_not_stop_reading(folder):
    with open_library(folder) as library, open_library(folder) as other:
        stored.put(library, records.article())
        with other.reading() as connection, library.reading() as again:
            assert standing(connection, 1) == standing(again, 1)


def test_every_sentence_is_one():
    for sentence in faults._SENTENCES.values():
        assert sentence.endswith(".")
