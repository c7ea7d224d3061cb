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

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, column, table
from sqlalchemy.exc import DBAPIError

from clipreader.library.faults import code_of
from clipreader.library.folding import folded, storable
from clipreader.model import BODY_ROLES, Article, Part, Role, Span

COLUMNS: Final[Mapping[str, float]] = {
    "headline": 10.0,
    "deck": 5.0,
    "body": 1.0,
    "captions": 2.0,
    "credits": 3.0,
    "people": 4.0,
    "rest": 0.3,
}
"""The columns of the article index and what a word in each weighs."""

article_index = table("article_index", column("rowid"), column("article_index"), column("rank"))
note_index = table("note_index", column("rowid"), column("note_index"), column("rank"))

_TOKENIZER: Final = "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2'"

_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
SPACELESS: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The characters of scripts without spaces, as ranges of a regular expression's class."""

_SPACELESS: Final = re.compile(f"[{SPACELESS}]")


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
    rows = [(number, *indexed_words(article)) for number, article in articles]
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


def indexed_words(article: Article) -> tuple[str, ...]:
    """Return an article's words by the columns of the index."""
    words: dict[str, list[str]] = {name: [] for name in COLUMNS}
    leftovers = [mark.span for mark in article.marks if mark.role == Role.LEFTOVER]
    for block in article.blocks:
        words[_column_of(block)].append(_shown(article, block.span, leftovers))
    for mark in article.marks:
        if mark.role == Role.CREDIT:
            words["credits"].append(article.text[mark.span.start : mark.span.end])
    fields = article.metadata
    if fields.headline and fields.headline not in words["headline"]:
        words["headline"].append(fields.headline)
    people: list[str | None] = [*fields.authors, *fields.translators]
    people += [fields.publisher, fields.agency, fields.place]
    words["people"] += [name for name in people if name]
    return tuple(as_indexed("\n".join(found)) for found in words.values())


def as_indexed(words: str) -> str:
    """Return words as the index holds them and is asked for them.

    Folded, without accents that stand alone, and with a space around each character of a script
    without spaces. Whoever changes this adds a migration that makes the index again.
    """
    words = storable(words)
    if words.isascii():
        return words.lower()
    return _SPACELESS.sub(r" \g<0> ", folded(_ACCENTS.sub("", words)))


def _column_of(block: Part) -> str:
    if block.role in BODY_ROLES:
        return "body"
    known: dict[Role, str] = {
        Role.HEADLINE: "headline",
        Role.DECK: "deck",
        Role.CAPTION: "captions",
    }
    return known.get(block.role, "rest")


def _shown(article: Article, span: Span, leftovers: list[Span]) -> str:
    if not leftovers or not any(span.overlaps(leftover) for leftover in leftovers):
        return article.text[span.start : span.end]
    pieces: list[str] = []
    start = span.start
    for leftover in leftovers:
        if span.contains(leftover):
            pieces.append(article.text[start : max(start, leftover.start)])
            start = leftover.end
    return "".join([*pieces, article.text[start : span.end]])
