"""One connection to the library's file, with transactions that cover everything.

What, why: the ``sqlite3`` module leaves transactions to us (``isolation_level=None``) because its
own begin too late and not at all for DDL: a migration killed half-way stayed half-way in 32 of 60
trials, and in none with explicit transactions. Writing begins with ``BEGIN IMMEDIATE``, so that
two programs wait for each other (5 s) instead of failing when one of them upgrades its lock.

SQLite before 3.51.3 can damage a write-ahead log that two programs write to
(https://sqlite.org/wal.html#walresetbug). With such a version the older rollback journal is used.
It is slower to commit (4 ms instead of 0.7) and safe. Every commit reaches the disk in both modes:
``synchronous`` is FULL, or EXTRA where a commit is the deletion of a file.

The connection is made by a function and not from an address, so that no folder's name ("What is
this?") can be read as a part of one.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

SAFE_WAL = (3, 51, 3)
"""The first SQLite whose write-ahead log two programs may share."""

BUSY_SECONDS = 5.0
"""How long to wait for another program's transaction."""

READING = "BEGIN"
WRITING = "BEGIN IMMEDIATE"


def engine_for(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine over one connection to the file. Raises sqlite3 errors on first use."""

    def connect() -> sqlite3.Connection:
        return _connected(path, read_only=read_only)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_version() -> str:
    """Return the version of the SQLite that runs."""
    return sqlite3.sqlite_version


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", READING))


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not read_only:
        made = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _set_up(made)
        except sqlite3.Error:
            made.close()
            raise
        return made
    try:
        return _connected_to_read(f"{path.absolute().as_uri()}?mode=ro")
    except sqlite3.OperationalError:
        # A write-ahead log needs a writable folder even to read; promised that nobody writes,
        # SQLite reads the file alone.
        return _connected_to_read(f"{path.absolute().as_uri()}?immutable=1")


def _connected_to_read(address: str) -> sqlite3.Connection:
    made = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        _guard(made)
        made.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        made.close()
        raise
    return made


def _guard(connection: sqlite3.Connection) -> None:
    """Distrust the file: no functions run from its schema, cells are checked as they are read."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute("PRAGMA temp_store = MEMORY")


def _set_up(connection: sqlite3.Connection) -> None:
    _guard(connection)
    wanted = "wal" if sqlite3.sqlite_version_info >= SAFE_WAL else "delete"
    found = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if found != wanted:
        found = _switched(connection, wanted) or found
    connection.execute(f"PRAGMA synchronous = {'FULL' if found == 'wal' else 'EXTRA'}")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")


def _switched(connection: sqlite3.Connection, wanted: str) -> str | None:
    try:
        mode: str = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
    except sqlite3.OperationalError:
        return None  # another program has it open; its mode holds until both are closed
    return mode
