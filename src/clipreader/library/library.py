"""The open library: its folder, its connection, and the two ways to work with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from clipreader.library import migrations
from clipreader.library.connecting import READING, WRITING, engine_for
from clipreader.library.faults import READ_ONLY, sentence_for, told_plainly
from clipreader.library.journal import Work
from clipreader.library.originals import Originals
from clipreader.library.schema import SCHEMA
from clipreader.model import LibraryUnavailable

FILE_NAME: Final = "library.sqlite"
"""The name of the library's file in its folder."""

_HEADER: Final = b"SQLite format 3\x00"


class Library:
    """An open library. Usable from one thread at a time; close it or use it in ``with``.

    ``folder`` is where it lies, ``originals`` the bytes as received, ``is_read_only`` whether
    every change will be refused. It has no verbs of its own; they are in ``operations``.
    """

    def __init__(self, folder: Path, engine: Engine, *, read_only: bool = False) -> None:
        self.folder: Final = folder
        self.originals: Final = Originals(folder / "originals")
        self.is_read_only: Final = read_only
        self._engine = engine
        self._connection: Connection | None = None
        self._version = 0

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection that sees one unchanging state. Raises LibraryUnavailable."""
        with told_plainly(), self._begun(READING) as connection:
            yield connection

    @contextmanager
    def writing(self, label: str = "", *, group: str | None = None) -> Generator[Work]:
        """Give a transaction: all of it is on the disk afterwards, or nothing is.

        What goes through the work's own verbs is recorded under ``label`` for undo; an empty
        label records nothing. Raises LibraryUnavailable.
        """
        if self.is_read_only:
            raise LibraryUnavailable(READ_ONLY)
        with told_plainly(), self._begun(WRITING) as connection:
            work = Work(connection)
            yield work
            if label:
                work.keep(label, group)

    def close(self) -> None:
        """Close the file. Harmless if it is closed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def changed_elsewhere(self) -> bool:
        """Say whether another program has written since this was last asked."""
        with told_plainly():
            found = self._open().connection.driver_connection
            assert isinstance(found, sqlite3.Connection)
            version: int = found.execute("PRAGMA data_version").fetchone()[0]
        changed = self._version not in (0, version)
        self._version = version
        return changed

    @contextmanager
    def _begun(self, begin: str) -> Generator[Connection]:
        connection = self._open()
        connection.execution_options(begin=begin)
        with connection.begin():
            yield connection

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection


def open_library(folder: Path, *, read_only: bool = False) -> Library:
    """Open the library in a folder, making both if they are missing.

    A folder or file that cannot be written to is opened for reading. Raises LibraryUnavailable
    with a sentence for the person; a file that cannot be used is left as it is.
    """
    with told_plainly():
        path = folder / FILE_NAME
        if not read_only:
            read_only = not _made_ready(folder, path)
        _look_at(folder, path, read_only=read_only)
    library = Library(folder, engine_for(path, read_only=read_only), read_only=read_only)
    try:
        _prepare(library, path)
        library.changed_elsewhere()
    except BaseException:
        library.close()
        raise
    return library


def _made_ready(folder: Path, path: Path) -> bool:
    """Make the folder; say whether library and folder can be written to. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
    file_is_free = os.access(path, os.W_OK) if path.exists() else True
    return os.access(folder, os.W_OK | os.X_OK) and file_is_free


def _look_at(folder: Path, path: Path, *, read_only: bool) -> None:
    """Refuse what is no library before SQLite touches it. Raises LibraryUnavailable, OSError."""
    if path.exists() and not path.is_file():
        raise LibraryUnavailable(f"“{FILE_NAME}” in the library's folder is not a file.")
    start = b""
    if path.exists():
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    if start == _HEADER:
        return
    if start:
        raise LibraryUnavailable(sentence_for(_not_a_database()))
    if read_only:
        raise LibraryUnavailable(f"There is no library in “{folder}”, and none can be made there.")
    if any((folder / "originals").glob("??/*")):
        raise LibraryUnavailable(
            f"The library's file “{FILE_NAME}” is missing, although its originals are there. "
            "Put it back from a backup or choose another folder."
        )


def _prepare(library: Library, path: Path) -> None:
    """Make, migrate or refuse what the file holds. Raises LibraryUnavailable."""
    with library.reading() as connection:
        schema, ours = migrations.number_of(connection), migrations.is_ours(connection)
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    is_empty = schema == 0 and not tables
    if not ours and not is_empty:
        raise LibraryUnavailable(f"“{path.name}” belongs to another program. It was left as it is.")
    if schema > SCHEMA:
        raise LibraryUnavailable(
            "This library was written by a newer ClipReader. It was left as it is; open it with "
            "that version."
        )
    if schema == SCHEMA:
        return
    if library.is_read_only:
        raise LibraryUnavailable(
            "This library was written by an older ClipReader and cannot be brought up to date, "
            "because its folder cannot be written to."
        )
    if not is_empty:
        _copy(library, path, schema)
    with library.writing() as work:
        # another program may have been faster
        if migrations.number_of(work.connection) == 0:
            migrations.create(work.connection)
        else:
            migrations.migrate(work.connection)


def _copy(library: Library, path: Path, schema: int) -> None:
    engine = engine_for(path)
    try:
        with told_plainly(), engine.connect() as connection:
            migrations.copy_before(connection, path, schema)
    finally:
        engine.dispose()
    del library


def _not_a_database() -> DBAPIError:
    cause = sqlite3.DatabaseError("file is not a database")
    cause.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return DBAPIError("", {}, cause)
