"""Migrations: the old library or the new one, and a copy of the old one beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from clipreader.library import checking, copying, journal, migrations, open_library, opening
from clipreader.library.migrations import Steps
from clipreader.library.opening import FILE_NAME
from clipreader.library.schema import SCHEMA
from clipreader.model import LibraryUnavailable
from tests import records
from tests.library import stored

NEXT = SCHEMA + 1
LAST = SCHEMA + 2


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE shelf ADD COLUMN mood TEXT")


def make_again(connection: Connection) -> None:
    """The way SQLite asks for where a column changes: a new table in the old one's place."""
    connection.exec_driver_sql(
        "CREATE TABLE newer (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL)"
    )
    connection.exec_driver_sql("INSERT INTO newer SELECT number, id FROM articles")
    connection.exec_driver_sql("DROP TABLE articles")
    connection.exec_driver_sql("ALTER TABLE newer RENAME TO articles")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE names")
    connection.exec_driver_sql("INSERT INTO nothing VALUES (1)")


def orphan(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM articles")


def kill(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE names")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        article = records.article()
        stored.put(library, article)
        stored.mark(library, article, records.highlight(article, "a piano", note="nice"))
    return folder


def lead(monkeypatch: pytest.MonkeyPatch, steps: Steps, target: int) -> None:
    """Let the program know some steps more than it does."""
    migrate: Callable[..., None] = migrations.migrate
    monkeypatch.setattr(opening, "SCHEMA", target)

    def migrate_further(connection: Connection) -> None:
        migrate(connection, steps, target)

    monkeypatch.setattr(opening.migrations, "migrate", migrate_further)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    read = sqlite3.connect(path)
    try:
        return read.execute(f"SELECT * FROM {table}").fetchall()
    finally:
        read.close()


def number(path: Path) -> int:
    read = sqlite3.connect(path)
    try:
        return read.execute("PRAGMA user_version").fetchone()[0]
    finally:
        read.close()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_all_steps_are_taken(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows(filled / FILE_NAME, "highlights")
    lead(monkeypatch, {SCHEMA: add_column, NEXT: make_again}, LAST)
    with open_library(filled) as library, library.reading() as connection:
        assert migrations.number_of(connection) == LAST
        assert connection.exec_driver_sql("SELECT mood FROM shelf").all() == [(None,)]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    assert rows(filled / FILE_NAME, "highlights") == before
    copy = filled / f"library-before-schema-{NEXT}.sqlite"
    assert number(copy) == SCHEMA
    assert rows(copy, "highlights") == before
    assert sorted(path.name for path in filled.iterdir()) == [
        copy.name, FILE_NAME, "log", "originals",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ({SCHEMA: fail}, "cannot be used"),
        ({SCHEMA: add_column, NEXT: fail}, "cannot be used"),
        ({SCHEMA: orphan}, "left as it was"),
        ({SCHEMA: add_column}, "too old"),
    ],
    ids=["first fails", "second fails", "breaks references", "is missing"],
)
def test_a_step_that_fails_changes_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch, steps: Steps, sentence: str
) -> None:
    before = digest(filled / FILE_NAME)
    with monkeypatch.context() as patched:
        lead(patched, steps, LAST)
        with pytest.raises(LibraryUnavailable, match=sentence):
            open_library(filled)
    assert digest(filled / FILE_NAME) == before
    with open_library(filled) as library, library.reading() as connection:
        assert list(checking.problems(connection, library.originals)) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_a_step_that_is_killed_changes_nothing(filled: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(filled)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert (filled / f"library-before-schema-{NEXT}.sqlite").exists()
    with open_library(filled) as library, library.reading() as connection:
        assert migrations.number_of(connection) == SCHEMA
        assert list(checking.problems(connection, library.originals)) == []


KILLED = """
import sys
from pathlib import Path
import pytest
from tests.library.test_migrations import NEXT, SCHEMA, add_column, kill, lead
from clipreader.library import open_library
lead(pytest.MonkeyPatch(), {SCHEMA: add_column, NEXT: kill}, NEXT + 1)
open_library(Path(sys.argv[1]))
"""


def test_nothing_is_migrated_without_a_copy(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(filled / FILE_NAME)
    lead(monkeypatch, {SCHEMA: add_column}, NEXT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "flush", full)
    with pytest.raises(LibraryUnavailable, match="The disk is full"):
        open_library(filled)
    assert digest(filled / FILE_NAME) == before
    assert [path.name for path in filled.glob("*.part")] == []


def test_a_copy_that_cannot_be_read_back_is_no_copy(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, {SCHEMA: add_column}, NEXT)
    flush = copying.flush

    def garble(handle: int) -> None:
        os.pwrite(handle, b"\xff" * 4000, 8192)
        flush(handle)

    monkeypatch.setattr(copying, "flush", garble)
    with pytest.raises(LibraryUnavailable):
        open_library(filled)
    assert number(filled / FILE_NAME) == SCHEMA
    assert [path.name for path in filled.iterdir() if "before" in path.name] == []


def test_an_older_library_that_cannot_be_written_to_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, {SCHEMA: add_column}, NEXT)
    with pytest.raises(LibraryUnavailable, match="older ClipReader"):
        open_library(filled, read_only=True)


def test_every_step_but_the_last_is_there() -> None:
    assert sorted(migrations.STEPS) == list(range(1, SCHEMA))


LIBRARIES = sorted((Path(__file__).parents[1] / "libraries").glob("schema-*"))


TEXTS_AND_PICTURES = {"schema-1": (4, 2), "schema-2": (4, 2), "schema-3": (7, 8)}


@pytest.mark.parametrize("frozen", LIBRARIES, ids=lambda path: path.name)
def test_a_frozen_library_of_each_schema_opens(frozen: Path, tmp_path: Path) -> None:
    shutil.copytree(frozen, tmp_path / "library")
    with open_library(tmp_path / "library") as library, library.reading() as connection:
        assert migrations.number_of(connection) == SCHEMA
        assert list(checking.problems(connection, library.originals)) == []
        counted = dict(checking.counted(connection))
    texts, pictures = TEXTS_AND_PICTURES[frozen.name]
    assert counted == {"articles": 3, "texts": texts, "highlights": 4, "pictures": pictures}


def test_there_is_a_frozen_library_of_every_schema() -> None:
    assert [path.name for path in LIBRARIES] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("frozen", LIBRARIES[:2], ids=lambda path: path.name)
def test_the_steps_leave_what_there_was_and_can_still_undo_it(frozen: Path, tmp_path: Path) -> None:
    shutil.copytree(frozen, tmp_path / "library")
    path = tmp_path / "library" / FILE_NAME
    kept = ("actions", "action_rows", "articles", "highlights", "corrections", "texts")
    before = {table: rows(path, table) for table in kept}
    with open_library(tmp_path / "library") as library, library.writing() as work:
        assert {table: rows(path, table) for table in kept} == before
        assert journal.labels(work.connection) == ("Move to the trash", "Star")
        assert journal.step_back(work.connection)[0] == "Move to the trash"
        assert journal.step_on(work.connection)[0] == "Move to the trash"
    assert len(rows(path, "rules")) == (0 if frozen.name == "schema-1" else 2)
    assert rows(path, "versions") == []
