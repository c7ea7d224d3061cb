"""The rows of the article list, and the numbers of the sidebar.

A list of ten thousand articles is read in two statements: what stands in ``articles`` and
``shelf``, and one line per highlighted article and colour. Texts are only read for the snippets,
of the first rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, case, func, select

from clipreader.library import finding
from clipreader.library.articles import fetch_many
from clipreader.library.filters import of_articles, waited_for
from clipreader.library.name_counts import name_counts
from clipreader.library.passages import snippets_of
from clipreader.library.rows import names_read
from clipreader.library.schema import articles, highlight_tags, highlights, shelf
from clipreader.library.tag_counts import tag_counts
from clipreader.model import ArticleRow, Colour, Counts, Hit, Query, SortOrder
from clipreader.text.addresses import LINK

SNIPPETS: Final = 200
"""How many rows of an answer carry a snippet; the rest would cost more than it shows."""

_COLUMNS: Final = (
    articles.c.number,
    articles.c.id,
    articles.c.headline,
    articles.c.publisher,
    articles.c.agency,
    articles.c.place,
    articles.c.published,
    articles.c.authors,
    articles.c.translators,
    articles.c.language,
    articles.c.added,
    shelf.c.unread,
    shelf.c.starred,
    shelf.c.trashed,
    articles.c.source_name,
    articles.c.media_type,
    articles.c.number.in_(waited_for()),
)
_KINDS: Final = {
    "authors": "author",
    "translators": "translator",
    "publishers": "publisher",
    "agencies": "agency",
    "credits": "credit",
}
"""What the sidebar counts, and the kind of its names."""

_ALL_COLOURS: Final = {colour.value: colour for colour in Colour}
_NO_MARKS: Final = (0, (), ())

Asked = Select[*tuple[Any, ...]]
Marks = tuple[int, tuple[Colour, ...], tuple[str, ...]]


def rows(
    connection: Connection, query: Query, order: SortOrder, offset: int, limit: int | None
) -> tuple[ArticleRow, ...]:
    """Return the rows of the articles that a query asks for."""
    statement = _ordered(connection, select(*_COLUMNS), query, order)
    if offset:
        statement = statement.offset(offset)
    if limit is not None:
        statement = statement.limit(limit)
    found = connection.execute(statement).all()
    numbers = None if len(found) > 500 else [row[0] for row in found]
    marks = _marks(connection, numbers)
    snippets = _snippets(connection, query, [row[0] for row in found[:SNIPPETS]])
    return tuple(
        ArticleRow(
            id=row[1],
            headline=row[2] or "",
            publisher=row[3] or row[4],
            place=row[5],
            published=row[6],
            authors=names_read(row[7]),
            translators=names_read(row[8]),
            language=row[9],
            added=row[10],
            unread=bool(row[11]),
            starred=bool(row[12]),
            trashed=row[13] is not None,
            highlights=(mark := marks.get(row[0], _NO_MARKS))[0],
            colours=mark[1],
            tags=mark[2],
            snippet=snippets.get(row[0]),
            source_name=row[14],
            is_link=row[15] == LINK,
            is_waiting=bool(row[16]),
        )
        for row in found
    )


def count(connection: Connection, query: Query) -> int:
    """Return how many articles a query asks for."""
    statement = _asked(connection, select(func.count()), query)
    return connection.execute(statement).scalar_one()


def hits(connection: Connection, query: Query, limit: int | None) -> tuple[Hit, ...]:
    """Return the best articles for a query, or all, each with up to three snippets."""
    order = SortOrder.RELEVANCE if finding.usable(query.terms) else SortOrder.NEWEST
    statement = _ordered(connection, select(articles.c.number), query, order).limit(limit)
    numbers = [row[0] for row in connection.execute(statement)]
    return tuple(
        Hit(article.id, article.metadata.headline or "", snippets_of(article, query.terms))
        for article in fetch_many(connection, numbers).values()
    )


def counts(connection: Connection) -> Counts:
    """Return the numbers of the sidebar."""
    there = case((shelf.c.trashed.is_(None), 1), else_=0)
    row = connection.execute(
        select(
            func.count(),
            func.total(there),
            func.total(there * shelf.c.unread),
            func.total(there * shelf.c.starred),
        ).select_from(shelf)
    ).one()
    clippings = connection.execute(
        select(func.count())
        .select_from(highlights)
        .join(shelf, shelf.c.article == highlights.c.article)
        .where(shelf.c.trashed.is_(None))
    ).scalar_one()
    waiting = connection.execute(
        select(func.count())
        .select_from(shelf)
        .where(shelf.c.trashed.is_(None), shelf.c.article.in_(waited_for()))
    ).scalar_one()
    named = {field: name_counts(connection, kind) for field, kind in _KINDS.items()}
    return Counts(
        all=int(row[1]),
        unread=int(row[2]),
        starred=int(row[3]),
        clippings=clippings,
        waiting=waiting,
        trash=int(row[0] - row[1]),
        tags=tag_counts(connection),
        **{field: found for field, (found, _) in named.items()},
        distinct=tuple((field, n) for field, (found, n) in named.items() if n > len(found)),
    )


def _asked(connection: Connection, statement: Asked, query: Query) -> Asked:
    statement = statement.select_from(articles).join(shelf, shelf.c.article == articles.c.number)
    statement = statement.where(*of_articles(query))
    found = finding.numbers_with(connection, query.terms)
    return statement if found is None else statement.where(articles.c.number.in_(found))


def _ordered(connection: Connection, statement: Asked, query: Query, order: SortOrder) -> Asked:
    if order == SortOrder.RELEVANCE and any(
        not term.excluded for term in finding.usable(query.terms)
    ):
        return _ranked(connection, statement, query)
    newest = func.coalesce(articles.c.published, articles.c.added)
    orders: dict[SortOrder, Sequence[Any]] = {
        SortOrder.OLDEST: (newest, articles.c.number),
        SortOrder.ADDED: (articles.c.number.desc(),),
        SortOrder.HEADLINE: (articles.c.headline_sorting, articles.c.number),
        SortOrder.PUBLISHER: (
            articles.c.publisher_sorting.is_(None),
            articles.c.publisher_sorting,
            newest.desc(),
            articles.c.number.desc(),
        ),
    }
    keys = orders.get(order, (newest.desc(), articles.c.number.desc()))
    return _asked(connection, statement, query).order_by(*keys)


def _ranked(connection: Connection, statement: Asked, query: Query) -> Asked:
    """Order by rank; articles found by what the person wrote about them come first."""
    rank = finding.ranks(query.terms).subquery()
    asked = statement.select_from(articles).join(shelf, shelf.c.article == articles.c.number)
    if finding.is_plain(connection, query.terms):
        rank = finding.ranked(query.terms).subquery()
        asked = asked.join(rank, rank.c.rowid == articles.c.number)
    else:
        asked = asked.outerjoin(rank, rank.c.rowid == articles.c.number)
        found = finding.numbers_with(connection, query.terms)
        if found is not None:
            asked = asked.where(articles.c.number.in_(found))
    return asked.where(*of_articles(query)).order_by(
        rank.c.rank.is_not(None), rank.c.rank, articles.c.number.desc()
    )


def _marks(connection: Connection, numbers: Iterable[int] | None) -> dict[int, Marks]:
    """Return how many highlights articles have, in which colours, with which tags."""
    marked = select(highlights.c.article, highlights.c.colour, func.count()).group_by(
        highlights.c.article, highlights.c.colour
    )
    tagged = (
        select(highlights.c.article, highlight_tags.c.tag)
        .join(highlight_tags, highlight_tags.c.highlight == highlights.c.id)
        .distinct()
        .order_by(highlight_tags.c.tag)
    )
    if numbers is not None:
        marked = marked.where(highlights.c.article.in_(numbers))
        tagged = tagged.where(highlights.c.article.in_(numbers))
    counted: dict[int, dict[str, int]] = {}
    for article, colour, number in connection.execute(marked):
        counted.setdefault(article, {})[colour] = number
    named: dict[int, list[str]] = {}
    for article, tag in connection.execute(tagged):
        named.setdefault(article, []).append(tag)
    return {
        article: (
            sum(colours.values()),
            tuple(colour for value, colour in _ALL_COLOURS.items() if value in colours),
            tuple(named.get(article, ())),
        )
        for article, colours in counted.items()
    }


def _snippets(connection: Connection, query: Query, numbers: Sequence[int]) -> dict[int, Any]:
    if not finding.usable(query.terms):
        return {}
    found: dict[int, Any] = {}
    for number, article in fetch_many(connection, numbers).items():
        snippets = snippets_of(article, query.terms, at_most=1)
        if snippets:
            found[number] = snippets[0]
    return found
