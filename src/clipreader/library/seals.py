"""Seals: a hash over what is known of each article, so that a change from outside is noticed.

Texts, highlights, corrections and rules carry a hash in their row. An article's fields and parts
stand in two rows that are written column by column, so theirs lies beside them. A seal is renewed
by whoever changes the rows, and only where it was whole before: what something else has changed
stays noticed, whatever the person corrects afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, delete, insert, select

from clipreader.library.schema import articles, recognitions, seals

SEALED: Final = frozenset({"articles", "recognitions"})
"""The tables whose rows a seal is over."""

_ARTICLE: Final = (
    "number",
    "id",
    "source_hash",
    "same_text",
    "source_name",
    "media_type",
    "link",
    "received",
    "added",
    "headline",
    "deck",
    "kicker",
    "authors",
    "translators",
    "publisher",
    "agency",
    "place",
    "published",
    "language",
    "translated_from",
    "url",
    "original_url",
    "headline_sorting",
    "publisher_sorting",
)
_PARTS: Final = ("text", "blocks", "marks", "evidence")
"""The columns as they are in schema 3, whose migration makes the first seals.

A column that comes later is sealed by the step that adds it, or not at all: older steps run over
tables that have it not.
"""

_AT_ONCE: Final = 400

Row = Mapping[str, Any] | RowMapping
"""The columns of an article's row and of its parts', by their names."""


def seal_of(row: Row) -> str:
    """Return the SHA-256 over the columns, each with its length before it, in hexadecimal."""
    made = hashlib.sha256()
    for name in (*_ARTICLE, *_PARTS):
        value = row[name]
        written = b"" if value is None else str(value).encode("utf-8", "surrogatepass")
        made.update(b"%d%c" % (len(written), b"-" if value is None else b":"))
        made.update(written)
    return made.hexdigest()


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Seal articles that have no seal; each row holds the columns of both tables."""
    made = [{"article": row["number"], "hash": seal_of(row)} for row in rows]
    if made:
        connection.execute(insert(seals), made)


def renew(connection: Connection, numbers: Iterable[int]) -> None:
    """Seal articles as they are now."""
    for chunk in _chunks(numbers):
        connection.execute(delete(seals).where(seals.c.article.in_(chunk)))
        put(connection, _rows(connection, chunk))


def broken(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Return which of the articles are not as they were sealed, or have no seal."""
    found: set[int] = set()
    for chunk in _chunks(numbers):
        there = connection.execute(
            select(seals.c.article, seals.c.hash).where(seals.c.article.in_(chunk))
        )
        known = {row[0]: row[1] for row in there}
        whole = {
            r["number"] for r in _rows(connection, chunk) if known.get(r["number"]) == seal_of(r)
        }
        found |= set(chunk) - whole
    return found


def _rows(connection: Connection, numbers: Sequence[int]) -> Iterator[RowMapping]:
    known = [articles.c[name] for name in _ARTICLE]
    parts = [recognitions.c[name] for name in _PARTS]
    statement = (
        select(*known, *parts)
        .join(recognitions, recognitions.c.article == articles.c.number)
        .where(articles.c.number.in_(numbers))
    )
    return iter(connection.execute(statement).mappings().all())


def _chunks(numbers: Iterable[int]) -> Iterator[Sequence[int]]:
    wanted = list(dict.fromkeys(numbers))
    return (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
