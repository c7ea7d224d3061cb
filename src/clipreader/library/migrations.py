"""Numbered steps from every released schema to this one.

A step is a function of the connection that leads from its number to the next. All steps run in
one transaction, after a copy of the file was made and read back, so that a library is either the
old one or the new one, whatever happens in between. What a step writes down is never changed once
it is released, whatever the tables become.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from clipreader.library import copying, index, seals, version_tables
from clipreader.library.schema import APPLICATION_ID, SCHEMA
from clipreader.model import LibraryUnavailable

Steps = Mapping[int, Callable[[Connection], None]]


_JOINT: Final = ", \n\t"


def _table(name: str, *lines: str) -> str:
    """Return the statement that makes a table, to the letter as a new library has it."""
    return f"CREATE TABLE {name} (\n\t{_JOINT.join(lines)}\n)"


_RULES: Final = (
    _table(
        "rules",
        "id TEXT NOT NULL",
        "publisher TEXT",
        "fits TEXT NOT NULL",
        "words TEXT NOT NULL",
        "role TEXT NOT NULL",
        "is_on INTEGER NOT NULL",
        "made TEXT NOT NULL",
        "hash TEXT NOT NULL",
        "PRIMARY KEY (id)",
    ),
    "ALTER TABLE action_rows RENAME TO action_rows_before",
    "DROP INDEX ix_action_rows_action",
    "DROP INDEX ix_action_rows_article",
    _table(
        "action_rows",
        "number INTEGER NOT NULL",
        "action INTEGER NOT NULL",
        "article INTEGER",
        "kind TEXT NOT NULL",
        '"key" TEXT NOT NULL',
        '"before" TEXT',
        '"after" TEXT',
        "hash TEXT NOT NULL",
        "PRIMARY KEY (number)",
        "FOREIGN KEY(action) REFERENCES actions (number) ON DELETE CASCADE",
        "FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE",
    ),
    "INSERT INTO action_rows SELECT * FROM action_rows_before",
    "DROP TABLE action_rows_before",
    "CREATE INDEX ix_action_rows_action ON action_rows (action)",
    "CREATE INDEX ix_action_rows_article ON action_rows (article)",
)
"""Schema 2: the table of rules, and records for Undo that belong to no article.

SQLite cannot let go of a NOT NULL, so that table is made again
(https://sqlite.org/lang_altertable.html#otheralter).
"""


def _rules(connection: Connection) -> None:
    for statement in _RULES:
        connection.exec_driver_sql(statement)


_VERSIONS: Final = (
    _table(
        "versions",
        "id TEXT NOT NULL",
        "article INTEGER NOT NULL",
        "text INTEGER NOT NULL",
        "state TEXT NOT NULL",
        "source_hash TEXT NOT NULL",
        "same_text TEXT NOT NULL",
        "source_name TEXT NOT NULL",
        "media_type TEXT NOT NULL",
        "link TEXT",
        "received TEXT NOT NULL",
        "added TEXT NOT NULL",
        "fields TEXT NOT NULL",
        "blocks TEXT NOT NULL",
        "marks TEXT NOT NULL",
        "evidence TEXT NOT NULL",
        "places TEXT NOT NULL",
        "hash TEXT NOT NULL",
        "PRIMARY KEY (id)",
        "FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE",
        "FOREIGN KEY(text) REFERENCES texts (number)",
    ),
    "CREATE INDEX ix_versions_article ON versions (article)",
    "CREATE INDEX ix_versions_text ON versions (text)",
    "CREATE INDEX ix_versions_source_hash ON versions (source_hash)",
    "CREATE INDEX ix_versions_same_text ON versions (same_text)",
    _table(
        "sketches",
        "value INTEGER NOT NULL",
        "text INTEGER NOT NULL",
        "PRIMARY KEY (value, text)",
        "FOREIGN KEY(text) REFERENCES texts (number) ON DELETE CASCADE",
    )
    + "\n WITHOUT ROWID\n\n",
    "CREATE INDEX sketches_by_text ON sketches (text)",
    _table(
        "seals",
        "article INTEGER NOT NULL",
        "hash TEXT NOT NULL",
        "PRIMARY KEY (article)",
        "FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE",
    ),
)
"""Schema 3: the versions of an article, what near-equal texts are found by, and the seals.

The sketches of what is there are made by the next import, as it makes whatever is missing.
"""


def _versions(connection: Connection) -> None:
    for statement in _VERSIONS:
        connection.exec_driver_sql(statement)
    numbers = connection.exec_driver_sql("SELECT number FROM articles").scalars().all()
    seals.renew(connection, numbers)


STEPS: Final[Steps] = {1: _rules, 2: _versions}
"""What leads from schema ``n`` to ``n + 1``, by ``n``."""

_NOT_COPIED: Final = (
    "The library could not be copied before bringing it up to date, and was left as it was."
)


def number_of(connection: Connection) -> int:
    """Return the number of a file's schema; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_ours(connection: Connection) -> bool:
    """Say whether the file is a library and not another program's database."""
    found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return bool(found == APPLICATION_ID)


def create(connection: Connection) -> None:
    """Make the tables of an empty file, inside the caller's transaction."""
    version_tables.metadata.create_all(connection)
    index.create(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def migrate(connection: Connection, steps: Steps = STEPS, target: int = SCHEMA) -> None:
    """Lead a file to the target schema, inside the caller's transaction.

    Raises LibraryUnavailable if a step is missing or leaves rows that refer to nothing.
    """
    found = number_of(connection)
    while found < target:
        if found not in steps:
            raise LibraryUnavailable(
                f"This library was made by a ClipReader that is too old (schema {found})."
            )
        steps[found](connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise LibraryUnavailable(
                "The library could not be brought up to date and was left as it was.",
                f"foreign keys broken by the step from schema {found}",
            )
        found += 1
        connection.exec_driver_sql(f"PRAGMA user_version = {found}")


def copy_before(driver: sqlite3.Connection, path: Path, schema: int) -> Path:
    """Copy the library's file beside it, whole or not at all, and return where it is.

    The copy is read back page by page before it gets its name. Needs no open transaction. Raises
    OSError, SQLite's errors, or LibraryUnavailable if the copy is not whole.
    """
    copy = copying.unused(path.parent, f"{path.stem}-before-schema-{schema + 1}")
    copying.copy_whole(driver, copy, _NOT_COPIED)
    return copy
