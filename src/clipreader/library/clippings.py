"""The highlights that a query asks for, in the order in which clippings are read."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from clipreader.library.filters import of_highlights
from clipreader.library.rows import highlight_read
from clipreader.library.schema import articles, highlights, shelf
from clipreader.model import Highlight, Query


def chosen(connection: Connection, query: Query) -> tuple[tuple[int, Highlight], ...]:
    """Return the highlights that a query's filters leave, each with its article's row number.

    Newest article first (by its publication, else by when it was added), in reading order
    inside an article, lost ones at its end. The query's words are not looked at.
    """
    newest = func.coalesce(articles.c.published, articles.c.added)
    rows = connection.execute(
        select(highlights, articles.c.id.label("article_id"))
        .join(articles, articles.c.number == highlights.c.article)
        .join(shelf, shelf.c.article == articles.c.number)
        .where(*of_highlights(query))
        .order_by(
            newest.desc(),
            articles.c.number.desc(),
            highlights.c.anchor_start.is_(None),
            highlights.c.anchor_start,
            highlights.c.anchor_stop,
            highlights.c.id,
        )
    ).mappings()
    return tuple((row["article"], highlight_read(row, row["article_id"])) for row in rows)
