"""Which articles stand at an address of the web, as a link to one of them asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, select

from clipreader.library.articles import Known
from clipreader.library.schema import articles, shelf

_AT_ONCE: Final = 400


def known_at(connection: Connection, addresses: Iterable[str]) -> Mapping[str, Known]:
    """Return the articles at these addresses, of several the first that came in.

    Addresses are compared as they are kept. All rows of articles are looked at, in one pass for
    400 addresses; links are few, and an index would be carried along by every article.
    """
    wanted = list(dict.fromkeys(addresses))
    found: dict[str, Known] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        statement = (
            select(
                articles.c.url,
                articles.c.id,
                articles.c.number,
                articles.c.source_hash,
                articles.c.same_text,
                shelf.c.trashed,
            )
            .join(shelf, shelf.c.article == articles.c.number)
            .where(articles.c.url.in_(wanted[at : at + _AT_ONCE]))
            .order_by(articles.c.number)
        )
        for row in connection.execute(statement):
            found.setdefault(str(row[0]), Known(*row[1:5], trashed=row[5] is not None))
    return found
