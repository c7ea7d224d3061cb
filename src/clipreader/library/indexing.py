"""Making the full-text index again from the rows, where it is missing or damaged."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select

from clipreader.library import highlights, index
from clipreader.library.articles import fetch_many
from clipreader.library.schema import articles
from clipreader.library.schema import highlights as highlight_rows

_AT_ONCE: Final = 200


def index_again(connection: Connection) -> None:
    """Drop both indexes and make them from articles, notes and tags, in the caller's writing."""
    index.drop(connection)
    index.create(connection)
    numbers = connection.execute(select(articles.c.number)).scalars().all()
    for at in range(0, len(numbers), _AT_ONCE):
        found = fetch_many(connection, numbers[at : at + _AT_ONCE])
        index.put_articles(connection, found.items())
    marked = select(highlight_rows.c.article).distinct()
    for number in connection.execute(marked).scalars().all():
        highlights.index_notes(connection, number)
