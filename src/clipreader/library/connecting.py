"""One connection to the library's file, with transactions that cover everything.

What, why: the ``sqlite3`` module leaves transactions to us (``isolation_level=None``) because its
own begin too late and not at all for DDL: a migration killed half-way stayed half-way in 32 of 60
trials, and in none with explicit transactions. Writing begins with ``BEGIN IMMEDIATE``, so that
two programs wait for each other (5 s) instead of failing when one of them upgrades its lock.

SQLite before 3.51.3 can damage a library in write-ahead mode if two connections write or
checkpoint at the same time (https://sqlite.org/wal.html#walresetbug), and the window and the
command line may both be writing. The rollback journal has no such race whoever writes, so with an
older SQLite that is used: a library in write-ahead mode is led out of it first, which needs the
file alone, and while a newer program holds it there nothing is written. A write-ahead log with
checkpoints under an exclusive lock was weighed: it is safe only as long as every program that
opens the file keeps to it. On a network drive, where no memory can be shared, it is never used.
Every commit reaches the disk in both modes: ``synchronous`` is FULL,
or EXTRA where a commit is the deletion of a file.

The connection is made by a function and not from an address, so that no folder's name ("What is
this?") can be read as a part of one.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from clipreader.library.whereabouts import is_on_network

SAFE_WAL: Final = (3, 51, 3)
"""The first SQLite whose write-ahead log two programs may share."""

BUSY_SECONDS: Final = 5.0
"""How long to wait for another program's transaction."""

READING: Final = "BEGIN"
WRITING: Final = "BEGIN IMMEDIATE"

_ROLLBACK: Final = "delete"


class NotClosed(Exception):
    """A file that holds changes of a program that died, in a folder that cannot be written to."""


def engine_for(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine over one connection to the file; nothing in the file is changed yet.

    On first use it raises sqlite3's errors, and NotClosed if the file can only be read and would
    have to be put in order first.
    """

    def connect() -> sqlite3.Connection:
        return _connected_to_read(path) if read_only else _connected(str(path))

    # words of articles stay out of error messages and logs
    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the connection below, for what cannot be said inside a transaction."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def settle(connection: Connection) -> None:
    """Choose how commits reach the disk. Needs no open transaction; may change the file's mode.

    Raises sqlite3.OperationalError if another program keeps the file in an unsafe mode.
    """
    driver = driver_of(connection)
    file = driver.execute("PRAGMA database_list").fetchone()[2]
    wanted = "wal" if _wal_is_safe() and not is_on_network(Path(file)) else _ROLLBACK
    found = driver.execute("PRAGMA journal_mode").fetchone()[0]
    if found != wanted:
        try:
            found = driver.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
        except sqlite3.OperationalError:
            # another program has it open; its mode holds until both are closed
            if wanted == _ROLLBACK:
                raise
    driver.execute(f"PRAGMA synchronous = {'FULL' if found == 'wal' else 'EXTRA'}")
    if sys.platform == "darwin":
        driver.execute("PRAGMA fullfsync = ON")
        driver.execute("PRAGMA checkpoint_fullfsync = ON")


def is_unsafe(connection: Connection) -> bool:
    """Say whether another program has led the file into a mode that this SQLite can damage."""
    if _wal_is_safe():
        return False
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def sqlite_version() -> str:
    """Return the version of the SQLite that runs."""
    return sqlite3.sqlite_version


def _wal_is_safe() -> bool:
    return sqlite3.sqlite_version_info >= SAFE_WAL


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", READING))


def _connected_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _connected(f"{path.absolute().as_uri()}?mode=ro", is_address=True)
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) not in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        ):
            raise
        if any(_is_left(path, ending) for ending in ("-wal", "-journal")):
            raise NotClosed(path.name) from error
    # A write-ahead log needs a writable folder even to read; promised that nobody writes,
    # SQLite reads the file alone.
    return _connected(f"{path.absolute().as_uri()}?immutable=1", is_address=True)


def _is_left(path: Path, ending: str) -> bool:
    beside = path.with_name(path.name + ending)
    return beside.exists() and beside.stat().st_size > 0


def _connected(place: str, *, is_address: bool = False) -> sqlite3.Connection:
    made = sqlite3.connect(
        place, uri=is_address, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        _guard(made)
        if is_address:
            made.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        made.close()
        raise
    return made


def _guard(connection: sqlite3.Connection) -> None:
    """Distrust the file: no functions run from its schema, cells are checked as they are read.

    What is deleted is overwritten, so that a forgotten article is not found in the file.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute("PRAGMA temp_store = MEMORY")
