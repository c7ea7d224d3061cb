"""The full-text index: which words stand where, kept in the same transaction as the rows.

What, why: two FTS5 tables over one row number. ``article_index`` holds the article's own words by
kind, so that kinds can weigh differently; ``note_index`` holds what the person wrote about it, so
that a note on a text of 100,000 words does not index that text again (measured: 0.3 ms instead
of 60). Both can be dropped and made again from the rows.

Both hold folded words (``folding``), so that what is found and what is marked are the same.
Chinese, Japanese and Thai are written without spaces, and FTS5's own tokenizer keeps a whole
sentence as one word. Their characters are therefore indexed one by one, and searched as a phrase.
A trigram index was tried: 2.5 times the size, and nothing shorter than three characters.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, column, table
from sqlalchemy.exc import DBAPIError

from clipreader.library.faults import code_of
from clipreader.library.indexed import COLUMNS, as_indexed, indexed_words
from clipreader.model import Article

article_index = table("article_index", column("rowid"), column("article_index"), column("rank"))
note_index = table("note_index", column("rowid"), column("note_index"), column("rank"))

_TOKENIZER: Final = "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2'"


def create(connection: Connection) -> None:
    """Make both empty indexes."""
    names = ", ".join(COLUMNS)
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE article_index USING fts5({names}, {_TOKENIZER})"
    )
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE note_index USING fts5(notes, tags, {_TOKENIZER})"
    )
    weights = ", ".join(str(weight) for weight in COLUMNS.values())
    connection.exec_driver_sql(
        f"INSERT INTO article_index(article_index, rank) VALUES('rank', 'bm25({weights})')"
    )


def exist(connection: Connection) -> bool:
    """Say whether both indexes are there."""
    found = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('article_index', 'note_index')"
    )
    return bool(found.scalar_one() == 2)


def drop(connection: Connection) -> None:
    """Remove both indexes."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS article_index")
    connection.exec_driver_sql("DROP TABLE IF EXISTS note_index")


def put_articles(connection: Connection, articles: Iterable[tuple[int, Article]]) -> None:
    """Index articles that are not in the index, under their row numbers."""
    put_words(connection, ((number, indexed_words(article)) for number, article in articles))


def put_words(connection: Connection, words: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Index articles by their ``indexed_words``, as ``put_articles``."""
    rows = [(number, *each) for number, each in words]
    if not rows:
        return
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    connection.exec_driver_sql(
        f"INSERT INTO article_index(rowid, {', '.join(COLUMNS)}) VALUES({marks})", rows
    )


def put_notes(connection: Connection, number: int, notes: str, tags: str) -> None:
    """Index what the person wrote about an article, instead of what was there."""
    connection.exec_driver_sql("DELETE FROM note_index WHERE rowid = ?", (number,))
    if notes or tags:
        connection.exec_driver_sql(
            "INSERT INTO note_index(rowid, notes, tags) VALUES(?, ?, ?)",
            (number, as_indexed(notes), as_indexed(tags)),
        )


def has_notes(connection: Connection, number: int, notes: str, tags: str) -> bool:
    """Say whether the index holds just these notes and tags of an article."""
    row = connection.exec_driver_sql(
        "SELECT notes, tags FROM note_index WHERE rowid = ?", (number,)
    ).first()
    there = ("", "") if row is None else tuple(row)
    return there == (as_indexed(notes), as_indexed(tags))


def remove(connection: Connection, numbers: Iterable[int], *, notes: bool) -> None:
    """Take articles out of the index, and what was written about them if ``notes``."""
    for name in ("article_index", "note_index") if notes else ("article_index",):
        for number in numbers:
            connection.exec_driver_sql(f"DELETE FROM {name} WHERE rowid = ?", (number,))


def purge(connection: Connection) -> None:
    """Rewrite the indexes without the words of what was taken out; until then they stay inside."""
    for name in ("article_index", "note_index"):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES('optimize')")


def words_of(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return what the index holds of some articles, by their columns."""
    asked = f"SELECT rowid, {', '.join(COLUMNS)} FROM article_index WHERE rowid IN "
    rows = connection.exec_driver_sql(f"{asked}({', '.join(str(int(n)) for n in numbers)})")
    return {row[0]: tuple(row[1:]) for row in rows}


def noted(connection: Connection) -> tuple[int, ...]:
    """Return the row numbers of the articles with notes or tags in the index."""
    return tuple(row[0] for row in connection.exec_driver_sql("SELECT rowid FROM note_index"))


def faults(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the indexes, as sentences.

    FTS5 compares its index with its words only for a connection that may write.
    """
    missing, extra = (
        connection.exec_driver_sql(f"SELECT count(*) FROM {these} NOT IN {those}").scalar_one()
        for these, those in (
            ("articles WHERE number", "(SELECT rowid FROM article_index)"),
            ("article_index WHERE rowid", "(SELECT number FROM articles)"),
        )
    )
    if missing or extra:
        yield f"The search index misses {missing} articles and has {extra} too many."
    for name in ("article_index", "note_index"):
        try:
            connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES('integrity-check')")
        except DBAPIError as error:
            if code_of(error) & 0xFF == sqlite3.SQLITE_CORRUPT:
                yield "The search index is damaged; the texts and notes it was made from are not."
