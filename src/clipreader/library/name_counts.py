"""How many articles carry each name of a kind: the sidebar's authors, publishers and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from clipreader.library.filters import listed
from clipreader.library.schema import names, shelf
from clipreader.model import NameCount

MOST_NAMES: Final = 500
"""How many names of a kind are listed; a search finds the others."""


def name_counts(connection: Connection, kind: str) -> tuple[tuple[NameCount, ...], int]:
    """Return the names of a kind that most articles carry, and how many there are in all.

    They are counted over the index alone, and what lies in the trash is taken away. That is
    three times as fast as asking for each name whether its article lies there. As many more are
    read as the trash can take the place of, so that the first stay the first.
    """
    of_kind = names.c.kind == kind
    number = func.count().label("number")
    trash = select(shelf.c.article).where(shelf.c.trashed.is_not(None))
    away = select(names.c.name, number).where(of_kind, names.c.article.in_(trash))
    gone: dict[str, int] = {
        row[0]: row[1] for row in connection.execute(away.group_by(names.c.name))
    }
    every = select(names.c.name, number).where(of_kind).group_by(names.c.name)
    most = every.order_by(number.desc(), names.c.name).limit(MOST_NAMES + len(gone))
    counted = ((name, many - gone.get(name, 0)) for name, many in connection.execute(most))
    there = sorted((-many, name.casefold(), name) for name, many in counted if many)
    found = tuple(NameCount(name, -many) for many, _, name in there[:MOST_NAMES])
    return found, _distinct(connection, of_kind) - _wholly_gone(connection, of_kind, gone)


def _distinct(connection: Connection, of_kind: ColumnElement[bool]) -> int:
    each = select(names.c.name).where(of_kind).distinct().subquery()
    return connection.execute(select(func.count()).select_from(each)).scalar_one()


def _wholly_gone(
    connection: Connection, of_kind: ColumnElement[bool], gone: Mapping[str, int]
) -> int:
    """Return how many names only articles in the trash carry."""
    if not gone:
        return 0
    asked = select(names.c.name, func.count()).where(of_kind, names.c.name.in_(listed(gone)))
    counted = connection.execute(asked.group_by(names.c.name))
    return sum(many == gone[name] for name, many in counted)
