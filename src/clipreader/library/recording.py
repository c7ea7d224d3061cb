"""What a transaction writes, heard where it goes to the database, for the action log.

What, why: the statements themselves are kept and not what a verb meant by them, so that no verb can
forget to say what it did, and playing them on the state they were made for gives the same rows.
The search index and the sketches are left out; they are made again from the rows.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, event

from clipreader.library import version_tables
from clipreader.library.action_log import NEW, UNKNOWN, ActionLog, Statement
from clipreader.library.schema import SCHEMA

_NAME: Final = "action log"
MARK: Final = f"SELECT seq FROM sqlite_sequence WHERE name = '{_NAME}'"
"""What asks a library's file for its mark, as a number."""

_DERIVED: Final = frozenset({"article_index", "note_index", "sketches"})
_WRITES: Final = re.compile(r'\s*(?:INSERT (?:OR \w+ )?INTO|DELETE FROM|UPDATE) "?(\w+)', re.I)
_NESTED: Final = re.compile(r"(?:SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) \w+", re.I)


class Recorder:
    """Hears the statements of one connection, and writes those of a transaction into the log."""

    def __init__(self, log: ActionLog, connection: Connection) -> None:
        self._log: Final = log
        self._connection: Final = connection
        self._heard: list[Statement] | None = None
        self._mark = ""
        event.listen(connection, "before_cursor_execute", self._on_statement)

    @contextmanager
    def told(self) -> Generator[None]:
        """Say in the log what became of the transaction that is committed inside."""
        self._mark = ""
        try:
            yield
        except BaseException:
            if self._mark:
                self._log.withdraw(self._mark)
            raise
        if self._mark:
            self._log.confirm(self._mark)

    @contextmanager
    def recorded(self, label: str) -> Generator[None]:
        """Hear what is written inside, and put it into the log. Raises OSError."""
        self._heard = []
        try:
            yield
            heard = self._heard
        finally:
            self._heard = None
        if any(_WRITES.match(sql) for sql, _ in heard):
            after = mark_of(self._connection) or UNKNOWN
            self._mark = self._log.add(after, label, SCHEMA, heard)
            set_mark(self._connection, self._mark)

    def _on_statement(
        self,
        _: object,
        __: object,
        sql: str,
        values: Any,  # noqa: ANN401 - whatever the driver takes
        ___: object,
        ____: bool,
    ) -> None:
        if self._heard is None:
            return
        table = _table_of(sql)
        if (table and table not in _DERIVED) or _NESTED.fullmatch(sql):
            self._heard.append((sql, values))


def _table_of(sql: str) -> str:
    """Return the table that a statement writes to; empty if it writes to none."""
    found = _WRITES.match(sql)
    return found[1].lower() if found else ""


def begin_log(log: ActionLog, connection: Connection, after: str = NEW) -> None:
    """Let the log begin with a library that is just being made, or that has none. Raises OSError.

    Of the latter nothing is known from before: ``after`` is UNKNOWN.
    """
    set_mark(connection, log.add(after, "", SCHEMA, ()))


def forget_log(log: ActionLog, connection: Connection) -> None:
    """Remove what the log says of the past, in the caller's writing. Raises OSError.

    For when something has to be gone for good. From a backup of before then, nothing can be done
    again; so one is made soon.
    """
    mark = mark_of(connection)
    if mark is not None:
        log.forget(mark)


def mark_of(connection: Connection) -> str | None:
    """Return the mark of the state a library is in; None if it has no log yet."""
    found = connection.exec_driver_sql(MARK).scalar()
    return None if found is None else f"{found:015x}"


def set_mark(connection: Connection, mark: str) -> None:
    """Say which state this is.

    It stands among SQLite's own counters (https://sqlite.org/autoinc.html says that they may be
    written), because a table for one number would be another schema.
    """
    execute = connection.exec_driver_sql
    found = execute(f"UPDATE sqlite_sequence SET seq = ? WHERE name = '{_NAME}'", (int(mark, 16),))
    if not found.rowcount:
        execute(f"INSERT INTO sqlite_sequence VALUES ('{_NAME}', ?)", (int(mark, 16),))


def play(connection: Connection, statements: Iterable[Statement]) -> None:
    """Do again what was heard. Raises SQLite's errors, and ValueError for what was never heard.

    The log may be someone else's, like the library: it writes to our tables and does no more.
    """
    for sql, values in statements:
        if not _NESTED.fullmatch(sql) and _table_of(sql) not in version_tables.metadata.tables:
            raise ValueError(sql)
        is_many = bool(values) and isinstance(values[0], list | tuple)
        given = [tuple(row) for row in values] if is_many else tuple(values)
        connection.exec_driver_sql(sql, given or None)
