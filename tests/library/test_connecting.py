"""The connection: its pragmas, its modes, and two that write to one file."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading

import pytest

from clipreader.library import Library, action_log, connecting, open_library
from clipreader.library import library as library_module
from clipreader.library.connecting import driver_of, engine_for, settle
from clipreader.library.shelving import set_starred, standing
from clipreader.model import LibraryUnavailable
from tests import records
from tests.library import stored

OLD, SAFE = (99, 0, 0), (3, 0, 0)
"""What has to be the oldest safe SQLite for the one that runs to count as old, or as safe."""


def as_if(monkeypatch: pytest.MonkeyPatch, oldest: tuple[int, int, int]) -> None:
    monkeypatch.setattr(connecting, "SAFE_WAL", oldest)


def pragma(library: Library, name: str) -> object:
    with library.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_distrusts_and_waits(library, name, value):
    assert pragma(library, name) == value


@pytest.mark.parametrize(
    ("oldest", "mode", "synchronous"), [(OLD, "delete", 3), (SAFE, "wal", 2)], ids=["old", "safe"]
)
def test_every_commit_reaches_the_disk(folder, monkeypatch, oldest, mode, synchronous):
    as_if(monkeypatch, oldest)
    with open_library(folder) as library:
        assert (pragma(library, "journal_mode"), pragma(library, "synchronous")) == (
            mode,
            synchronous,
        )


def test_an_old_sqlite_leads_a_library_out_of_write_ahead_mode(folder, monkeypatch):
    as_if(monkeypatch, SAFE)
    article = records.article()
    with open_library(folder) as library:
        stored.put(library, article)
    as_if(monkeypatch, OLD)
    with open_library(folder) as library:
        assert pragma(library, "journal_mode") == "delete"
        assert stored.fetched(library, article.id).text == article.text


def test_an_old_sqlite_writes_nothing_beside_a_newer_one(folder, monkeypatch):
    as_if(monkeypatch, SAFE)
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    with open_library(folder) as newer:
        stored.put(newer, records.article())
        as_if(monkeypatch, OLD)
        with pytest.raises(LibraryUnavailable, match="Another program"):
            open_library(folder)


def test_an_old_sqlite_notices_that_a_newer_one_came(folder, monkeypatch):
    as_if(monkeypatch, OLD)
    with open_library(folder) as older:
        as_if(monkeypatch, SAFE)
        with open_library(folder):
            as_if(monkeypatch, OLD)
            with pytest.raises(LibraryUnavailable, match="Another program"), older.writing("Star"):
                pass
            with older.reading() as connection:
                assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1


@pytest.mark.parametrize("oldest", [OLD, SAFE], ids=["rollback journal", "write-ahead log"])
def test_two_writers_lose_nothing(folder, monkeypatch, oldest):
    as_if(monkeypatch, oldest)
    with open_library(folder) as library:
        articles = [records.article() for _ in range(40)]
        numbers = stored.put(library, *articles)
    errors: list[BaseException] = []

    def star(mine: list[int]) -> None:
        try:
            with open_library(folder) as own:
                for number in mine:
                    with own.writing("Star") as work:
                        set_starred(work, [number], True)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=star, args=(numbers[at::2],)) for at in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []
    with open_library(folder) as library, library.reading() as connection:
        assert all(standing(connection, number).starred for number in numbers)
        kept = connection.exec_driver_sql("SELECT count(*) FROM actions WHERE label = 'Star'")
        assert kept.scalar_one() == len(numbers)


def test_what_is_locked_for_long_is_told(folder, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    refused = pytest.raises(LibraryUnavailable, match="Another program")
    with open_library(folder) as one, open_library(folder) as other, one.writing():
        with refused, other.writing():
            pass
        with other.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one() == 0


def test_a_commit_that_has_to_wait_too_long_leaves_nothing(folder, monkeypatch):
    """In rollback mode a reader keeps the writer from its last step."""
    as_if(monkeypatch, OLD)
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    with open_library(folder) as one, open_library(folder) as other:
        stored.put(one, records.article())
        refused = pytest.raises(LibraryUnavailable, match="Another program")
        with other.reading() as connection:
            assert not standing(connection, 1).starred
            with refused, one.writing("Star") as work:
                set_starred(work, [1], True)
        with one.reading() as connection:
            assert not standing(connection, 1).starred
        with one.writing("Star") as work:
            set_starred(work, [1], True)
        with other.reading() as connection:
            assert standing(connection, 1).starred


def test_macos_is_asked_for_a_full_flush(folder, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(action_log, "flush", os.fsync)  # no full flush of files on this system
    with open_library(folder) as library:
        assert (pragma(library, "fullfsync"), pragma(library, "checkpoint_fullfsync")) == (1, 1)


def test_a_rolled_back_table_is_gone(folder):
    with open_library(folder) as library:
        with pytest.raises(ZeroDivisionError), library.writing() as work:
            work.connection.exec_driver_sql("CREATE TABLE half (way)")
            raise ZeroDivisionError
        with library.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT count(*) FROM sqlite_master WHERE name='half'"
            )
            assert found.scalar_one() == 0


def test_connecting_changes_no_byte_before_it_is_settled(tmp_path):
    path = tmp_path / "other.sqlite"
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE their (data)")
    made.execute("PRAGMA journal_mode = wal")
    made.close()
    before = path.read_bytes()
    engine = engine_for(path)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM their")
    engine.dispose()
    assert path.read_bytes() == before
    with engine_for(path).connect() as connection:
        settle(connection)
        driver_of(connection).close()
    assert (path.read_bytes() != before) == (sqlite3.sqlite_version_info < connecting.SAFE_WAL)


def test_at_rest_the_file_alone_is_whole(folder, monkeypatch):
    """With a write-ahead log a copy of the file alone lacks what was done last, until it rests."""
    monkeypatch.setattr(connecting, "SAFE_WAL", (3, 0, 0))
    with open_library(folder) as library:
        stored.put(library, records.article())
        log = folder / "library.sqlite-wal"
        library.rest()
        assert log.stat().st_size > 0
        monkeypatch.setattr(library_module, "RESTS_AFTER", 0.0)
        library.rest()
        assert log.stat().st_size == 0
