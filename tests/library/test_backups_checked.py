"""A backup of which a word has changed is not put back; a wrong index in it is made again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clipreader.library import backups, checking, open_library
from clipreader.library.opening import FILE_NAME
from clipreader.model import Backup, LibraryUnavailable
from tests import records
from tests.library import stored

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

CHANGED = (
    "UPDATE texts SET text = replace(text, 'ferry', 'fairy')",
    "UPDATE highlights SET note = 'not nice'",
    "UPDATE articles SET published = '1999-01-01'",
    "UPDATE recognitions SET marks = '[]'",
    "DELETE FROM seals",
)
WRONG_INDEX = (
    "DELETE FROM article_index",
    "INSERT INTO note_index(rowid, notes, tags) VALUES(7, 'x', '')",
    "UPDATE article_index SET body = 'other words'",
)


@pytest.fixture
def made(folder: Path) -> Backup:
    with open_library(folder) as library:
        article = records.article()
        stored.put(library, article)
        stored.mark(library, article, records.highlight(article, "a piano", note="nice"))
        return backups.make(library, NOW)


def spoil(backup: Backup, statement: str) -> None:
    with closing(sqlite3.connect(backup.path)) as there:
        there.execute(statement)
        there.commit()


@pytest.mark.parametrize("statement", CHANGED)
def test_a_changed_word_keeps_a_backup_from_being_put_back(
    folder: Path, made: Backup, statement: str
) -> None:
    spoil(made, statement)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(LibraryUnavailable, match="damaged"):
        backups.put_back(folder, made, NOW)
    assert (folder / FILE_NAME).read_bytes() == before
    there = sorted(one.name for one in folder.iterdir())
    assert there == ["backups", FILE_NAME, "log", "originals"]


@pytest.mark.parametrize("statement", WRONG_INDEX)
def test_a_wrong_index_is_made_again(folder: Path, made: Backup, statement: str) -> None:
    spoil(made, statement)
    backups.put_back(folder, made, NOW)
    with open_library(folder) as library, library.reading() as connection:
        assert list(checking.problems(connection, library.originals)) == []
