"""The open library: its folder, its connection, and the two ways to work with it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from clipreader.library import indexing
from clipreader.library.action_log import ActionLog
from clipreader.library.connecting import READING, WRITING, driver_of, is_unsafe
from clipreader.library.faults import IN_USE, OPEN_TO_READ, code_of, told_plainly
from clipreader.library.journal import Work
from clipreader.library.originals import Originals
from clipreader.library.recording import Recorder
from clipreader.model import LibraryUnavailable

RESTS_AFTER: Final = 5.0
"""How long after the last change the write-ahead log is emptied into the file, in seconds."""


class Library:
    """An open library. Usable from one thread at a time; close it or use it in ``with``.

    ``folder`` is where it lies, ``originals`` the bytes as received, ``is_read_only`` whether
    every change will be refused, ``log`` every change once more. It has no verbs of its own;
    they are in ``operations``. It is made by ``open_library``. Its transactions do not nest:
    asking for one inside another is a mistake of ours and raises RuntimeError.
    """

    def __init__(self, folder: Path, engine: Engine, *, read_only: bool = False) -> None:
        self.folder: Final = folder
        self.originals: Final = Originals(folder / "originals")
        self.log: Final = ActionLog(folder)
        self.is_read_only: Final = read_only
        self._engine = engine
        self._connection: Connection | None = None
        self._recorder: Recorder | None = None
        self._is_closed = False
        self._version = 0
        self._last_write = 0.0

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection that sees one unchanging state. Raises LibraryUnavailable."""
        with told_plainly(), self._index_mended(), self._begun(READING) as connection:
            yield connection

    @contextmanager
    def writing(self, label: str = "", *, group: str | None = None) -> Generator[Work]:
        """Give a transaction: all of it is on the disk afterwards, or nothing is.

        What goes through the work's own verbs is recorded under ``label`` for undo; an empty
        label records nothing. All of it goes into the action log. Raises LibraryUnavailable.
        """
        if self.is_read_only:
            raise LibraryUnavailable(OPEN_TO_READ)
        with self._written() as connection:
            if is_unsafe(connection):
                raise LibraryUnavailable(IN_USE)
            assert self._recorder is not None
            with self._recorder.recorded(label):
                work = Work(connection)
                yield work
                work.seal()
                if label:
                    work.keep(label, group)
        self._last_write = time.monotonic()

    @contextmanager
    def preparing(self) -> Generator[Connection]:
        """Give a transaction that makes the tables what they have to be, and not their rows.

        Nothing of it goes into the action log. Raises LibraryUnavailable.
        """
        with told_plainly(), self._begun(WRITING) as connection:
            yield connection

    def connected(self) -> Connection:
        """Return the connection, outside of a transaction.

        Raises SQLite's errors, and LibraryUnavailable once the library is closed.
        """
        if self._is_closed:
            raise LibraryUnavailable("The library is closed.")
        if self._connection is None:
            self._connection = self._engine.connect()
            self._recorder = Recorder(self.log, self._connection)
        return self._connection

    def rest(self) -> None:
        """Bring what was written some seconds ago from the write-ahead log into the file.

        So a copy of the file alone is nearly always whole. Never raises; while another program
        reads, it is done later.
        """
        if self._last_write and time.monotonic() - self._last_write > RESTS_AFTER:
            self._last_write = 0.0
            with suppress(sqlite3.Error, DBAPIError, LibraryUnavailable):
                driver_of(self.connected()).execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file for good. Harmless if it is closed."""
        self._is_closed = True
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def changed_elsewhere(self) -> bool:
        """Say whether another program has written since this was last asked."""
        with told_plainly():
            driver = driver_of(self.connected())
            version: int = driver.execute("PRAGMA data_version").fetchone()[0]
        changed = self._version not in (0, version)
        self._version = version
        return changed

    @contextmanager
    def _written(self) -> Generator[Connection]:
        with told_plainly():
            self.connected()
        assert self._recorder is not None
        with (
            told_plainly(),
            self._index_mended(),
            self._recorder.told(),
            self._begun(WRITING) as connection,
        ):
            yield connection

    @contextmanager
    def _begun(self, begin: str) -> Generator[Connection]:
        connection = self.connected()
        if connection.in_transaction():
            raise RuntimeError("a library's transactions do not nest")
        connection.execution_options(begin=begin)
        try:
            with connection.begin():
                yield connection
        finally:
            # a commit that was refused (a reader in the way, a full disk) leaves it open
            driver = driver_of(connection)
            if driver.in_transaction:
                driver.rollback()

    @contextmanager
    def _index_mended(self) -> Generator[None]:
        """Make a damaged index again, after the transaction that came upon it was undone."""
        try:
            yield
        except DBAPIError as error:
            if code_of(error) != sqlite3.SQLITE_CORRUPT_VTAB or self.is_read_only:
                raise
            with self._begun(WRITING) as connection:
                indexing.index_again(connection)
            raise LibraryUnavailable(
                "The search index was damaged and has been made again. Try once more.", repr(error)
            ) from error
