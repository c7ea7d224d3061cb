"""Whether what is derived from articles and highlights is what they make of it.

Names, tags and the index are made again from the rows and compared, which also guards the rows
that carry no hash of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Column, Connection, select
from sqlalchemy.exc import DBAPIError

from clipreader.library import index
from clipreader.library.article_rows import name_rows
from clipreader.library.articles import fetch_many
from clipreader.library.folding import folded_name
from clipreader.library.indexed import indexed_words
from clipreader.library.rows import names_read
from clipreader.library.schema import articles, highlight_tags, highlights, names
from clipreader.model import Article

UNREADABLE: Final = (DBAPIError, UnicodeError, ValueError, TypeError, LookupError, AttributeError)
"""What a row with flipped bits can do to the code that reads it."""

_AT_ONCE: Final = 200


def parts(connection: Connection) -> Iterator[str]:
    """Yield which articles have parts, names or index entries that do not fit their text."""
    for chunk in chunks(connection, articles.c.number):
        try:
            yield from of_articles(connection, chunk)
        except UNREADABLE:
            for number in chunk:
                try:
                    yield from of_articles(connection, [number])
                except UNREADABLE:
                    yield f"The parts of {name_of(connection, number)} cannot be read."


def of_articles(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """Return what is wrong with some articles. Raises one of UNREADABLE if one cannot be read."""
    found = fetch_many(connection, numbers)
    listed = _names_of(connection, numbers)
    indexed = index.words_of(connection, numbers)
    told: list[str] = []
    for number in numbers:
        article, name = found[number], name_of(connection, number)
        if not _is_covered(article):
            told.append(f"The parts of {name} do not cover its text.")
            continue
        names_wanted = {
            (row["kind"], row["name"], row["folded"]) for row in name_rows(number, article)
        }
        if listed.get(number, set()) != names_wanted:
            told.append(f"The names in the lists differ from those of {name}.")
        if number in indexed and indexed[number] != indexed_words(article):
            told.append(f"The search index differs from the words of {name}.")
    return told


def _names_of(connection: Connection, numbers: Sequence[int]) -> dict[int, set[tuple[str, ...]]]:
    found: dict[int, set[tuple[str, ...]]] = {}
    columns = (names.c.article, names.c.kind, names.c.name, names.c.folded)
    for row in connection.execute(select(*columns).where(names.c.article.in_(numbers))):
        found.setdefault(row.article, set()).add((row.kind, row.name, row.folded))
    return found


def _is_covered(article: Article) -> bool:
    reached = -1
    for block in article.blocks:
        if block.span.start != reached + 1:
            return False
        reached = block.span.end
    end = len(article.text)
    whole = reached == end if article.text else reached == -1
    return whole and all(mark.span.end <= end for mark in article.marks)


def tags(connection: Connection) -> Iterator[str]:
    """Yield whether the list of tags is that of the highlights."""
    wanted: set[tuple[str, str, str]] = set()
    for row in connection.execute(select(highlights.c.id, highlights.c.tags)):
        wanted |= {(row.id, folded_name(tag), tag) for tag in names_read(row.tags)}
    columns = (highlight_tags.c.highlight, highlight_tags.c.folded, highlight_tags.c.tag)
    there = {tuple(row) for row in connection.execute(select(*columns))}
    differing = len(wanted ^ there)
    if differing:
        yield f"The list of tags differs from the highlights in {differing} places."


def chunks(connection: Connection, column: Column[int]) -> Iterator[Sequence[int]]:
    """Yield the values of a column, each once, some at a time."""
    numbers = connection.execute(select(column).distinct().order_by(column)).scalars().all()
    for at in range(0, len(numbers), _AT_ONCE):
        yield numbers[at : at + _AT_ONCE]


def name_of(connection: Connection, number: int) -> str:
    """Return what to call an article in a sentence, even if its row cannot be read."""
    try:
        row = connection.execute(
            select(articles.c.headline, articles.c.id).where(articles.c.number == number)
        ).first()
    except UNREADABLE:
        row = None
    return f"“{row[0] or row[1]}”" if row else f"article {number}"
