"""Importing text articles, against reading them and putting the same text into SQLite and FTS5."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from clipreader.model import Fate
from clipreader.operations import importing, open_library

from .articles import write_articles
from .timing import Figure, by_turns


def store_bare(folder: Path, database: Path) -> None:
    """Read the files and insert their texts in one transaction, with a full-text index."""
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT, text TEXT)")
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("BEGIN")
    for path in sorted(folder.iterdir()):
        text = path.read_bytes().decode("utf-8")
        connection.execute("INSERT INTO articles (name, text) VALUES (?, ?)", (path.name, text))
        connection.execute("INSERT INTO found (text) VALUES (?)", (text,))
    connection.execute("COMMIT")
    connection.close()


def import_into_new(folder: Path, place: Path) -> None:
    """Import the folder into a library that does not exist yet, and check that all are in."""
    shutil.rmtree(place, ignore_errors=True)
    with open_library(place) as library:
        report = importing.import_sources(library, [folder]).value
    wanted = sum(1 for _ in folder.iterdir())
    added = len(report.of(Fate.ADDED))
    if added != wanted:
        raise AssertionError(f"{added} of {wanted} articles were added")


def measure(place: Path, count: int = 1000, runs: int = 3) -> list[Figure]:
    """Import ``count`` articles into a new library, by turns with the floor."""
    folder = place / "texts"
    write_articles(folder, count)
    taken, floor = by_turns(
        lambda: import_into_new(folder, place / "library"),
        lambda: store_bare(folder, place / "bare.sqlite"),
        runs=runs,
    )
    size = sum(path.stat().st_size for path in folder.iterdir())
    remark = f"{size / 1e6:.1f} MB; floor: read the files, one transaction, FTS5"
    return [Figure(f"import {count:,} text articles", taken, floor=floor, remark=remark)]
