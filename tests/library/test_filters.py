"""Every field that a query can be narrowed by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from clipreader.library import filters, listing, shelving
from clipreader.library.articles import number_of
from clipreader.library.schema import articles, highlights, shelf
from clipreader.model import Colour, Query, Shelf
from tests import records
from tests.library import stored

OTHER = replace(
    records.article().metadata,
    headline="Other",
    authors=("Bo Ångström",),
    translators=(),
    publisher="The Bay",
    agency="AFP",
    place="Málaga",
    published="2023-01-31T22:00:00+01:00",
    language="pt-BR",
)


@pytest.fixture
def both(library):
    """One article as in records with a yellow and a violet highlight, and one without any."""
    first, second = records.article(article_id="first"), records.article(metadata=OTHER)
    second = replace(second, id="second", marks=())
    numbers = stored.put(library, first, second)
    stored.mark(
        library,
        first,
        records.highlight(first, "a piano", tags=["Música/piano"], note="loud"),
        records.highlight(first, "Santa Marta", colour=Colour.VIOLET, tags=["ships"]),
    )
    with library.writing("") as work:
        shelving.set_unread(work, numbers[:1], False)
        shelving.set_starred(work, numbers[1:], True)
    return library


NARROWED = [
    (Query(), "first second"),
    (Query(shelf=Shelf.UNREAD), "second"),
    (Query(shelf=Shelf.STARRED), "second"),
    (Query(shelf=Shelf.CLIPPINGS), "first"),
    (Query(shelf=Shelf.TRASH), ""),
    (Query(tags=("musica",)), "first"),
    (Query(tags=("MÚSICA/PIANO",)), "first"),
    (Query(tags=("mus",)), ""),
    (Query(tags=("piano",)), ""),
    (Query(tags=("musica", "ships")), "first"),
    (Query(tags=("musica", "none")), ""),
    (Query(translators=("reyes",)), "first"),
    (Query(translators=("=reyes",)), ""),
    (Query(translators=("=Ana Reyes",)), "first"),
    (Query(translators=("=  Ana   Reyes ",)), "first"),
    (Query(translators=("=",)), ""),
    (Query(publishers=("=AFP",)), ""),
    (Query(authors=("angstrom",)), "second"),
    (Query(authors=("DUARTE",)), "first"),
    (Query(publishers=("puerto",)), "first"),
    (Query(publishers=("afp",)), "second"),
    (Query(agencies=("afp",)), "second"),
    (Query(agencies=("=AFP",)), "second"),
    (Query(agencies=("puerto",)), "first"),
    (Query(agencies=("none",)), ""),
    (Query(shelf=Shelf.WAITING), ""),
    (Query(places=("malaga",)), "second"),
    (Query(places=("town",)), "first"),
    (Query(credits=("harbour authority",)), "first"),
    (Query(credits=("nobody",)), ""),
    (Query(languages=("pt",)), "second"),
    (Query(languages=("PT-br",)), "second"),
    (Query(languages=("p",)), ""),
    (Query(languages=("en", "pt")), "first second"),
    (Query(colours=(Colour.VIOLET,)), "first"),
    (Query(colours=(Colour.VIOLET, Colour.PINK)), "first"),
    (Query(colours=(Colour.PINK,)), ""),
    (Query(colours=(Colour.VIOLET,), has_note=True), ""),
    (Query(roles=("caption",)), "first"),
    (Query(roles=("Headline",)), ""),
    (Query(before="2023-01-31"), ""),
    (Query(before="2023-02-01"), "second"),
    (Query(after="2023-01-31"), "first second"),
    (Query(after="2024-07-04"), "first"),
    (Query(after="2024-07-05"), ""),
    (Query(has_note=True), "first"),
    (Query(has_highlight=True), "first"),
    (Query(article_ids=("second", "gone", "\ud800")), "second"),
    (Query(article_ids=tuple(f"none{n}" for n in range(40_000))), ""),
    (Query(places=("harbour",), publishers=("bay",)), ""),
    (Query(places=("%_\"'; --",)), ""),
    (Query(excluded=(Query(tags=("musica",)),)), "second"),
    (Query(excluded=(Query(publishers=("none",)),)), "first second"),
    (Query(excluded=(Query(publishers=("puerto",)), Query(places=("malaga",)))), ""),
    (Query(excluded=(Query(shelf=Shelf.UNREAD),)), "first"),
    (Query(excluded=(Query(has_highlight=True),)), "second"),
    (Query(excluded=(Query(before="2024-01-01"),)), "first"),
    (Query(excluded=(Query(after="2024-01-01"),)), "second"),
    (Query(shelf=Shelf.UNREAD, excluded=(Query(authors=("duarte",)),)), "second"),
]


@pytest.mark.parametrize(("query", "ids"), NARROWED, ids=lambda each: repr(each)[-60:])
def test_articles(both, query, ids):
    with both.reading() as connection:
        rows = listing.rows(connection, query, listing.SortOrder.ADDED, 0, None)
        assert sorted(row.id for row in rows) == ids.split()
        assert listing.count(connection, query) == len(rows)


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        (Query(), ["a piano", "Santa Marta"]),
        (Query(colours=(Colour.VIOLET,)), ["Santa Marta"]),
        (Query(tags=("musica",)), ["a piano"]),
        (Query(tags=("musica", "ships")), []),
        (Query(roles=("caption",)), ["Santa Marta"]),
        (Query(has_note=True), ["a piano"]),
        (Query(shelf=Shelf.STARRED), []),
        (Query(places=("harbour",), colours=(Colour.YELLOW,)), ["a piano"]),
        (Query(excluded=(Query(tags=("musica",)),)), ["Santa Marta"]),
        (Query(excluded=(Query(colours=(Colour.VIOLET,)),)), ["a piano"]),
        (Query(excluded=(Query(has_note=True),)), ["Santa Marta"]),
        (Query(excluded=(Query(has_highlight=True),)), []),
    ],
    ids=lambda each: repr(each)[-60:],
)
def test_highlights(both, query, quotes):
    statement = (
        select(highlights.c.exact)
        .join(articles, articles.c.number == highlights.c.article)
        .join(shelf, shelf.c.article == highlights.c.article)
        .where(*filters.of_highlights(query))
    )
    with both.reading() as connection:
        assert set(connection.execute(statement).scalars()) == set(quotes)


def test_what_has_no_date_is_not_left_out_for_its_date(library):
    undated = replace(records.article().metadata, published=None)
    stored.put(library, records.article(metadata=undated))
    query = Query(excluded=(Query(before="2024-01-01"), Query(after="2024-01-01")))
    with library.reading() as connection:
        assert listing.count(connection, query) == 1


def test_the_trash_hides_its_highlights(both):
    with both.writing("Trash") as work:
        shelving.throw_away(work, [number_of(work.connection, "first")])
    statement = (
        select(func.count())
        .select_from(highlights)
        .join(articles, articles.c.number == highlights.c.article)
        .join(shelf, shelf.c.article == highlights.c.article)
    )
    with both.reading() as connection:
        hidden = connection.execute(statement.where(*filters.of_highlights(Query()))).scalar_one()
        trash = filters.of_highlights(Query(shelf=Shelf.TRASH))
        shown = connection.execute(statement.where(*trash)).scalar_one()
    assert (hidden, shown) == (0, 2)
