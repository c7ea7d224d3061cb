"""Rows, orders, hits and the numbers of the sidebar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from clipreader.library import Library, listing, shelving
from clipreader.library.articles import number_of
from clipreader.library.highlights import change
from clipreader.model import Colour, Metadata, NameCount, Query, Role, Shelf, SortOrder, Term
from tests import records
from tests.library import stored

PRESS = [
    ("“Éclair” at noon", "2024-03-02", "Zeitung", "Ana Reyes"),
    ("apple market", "2024-03-01", "abend", None),
    ("Zebra", None, None, "Ana Reyes"),
    ("3 boats", "2023-12-31T23:00:00+01:00", "Éclaireur", "Bo Lind"),
]


@pytest.fixture
def press(library: Library) -> Library:
    for headline, published, publisher, translator in PRESS:
        fields = Metadata(
            headline=headline,
            published=published,
            publisher=publisher,
            translators=(translator,) if translator else (),
        )
        blocks = [(Role.HEADLINE, headline), (Role.CAPTION, "A quay / EPA"), (Role.PARAGRAPH, "…")]
        stored.put(library, records.article(blocks, metadata=fields))
    return library


def headlines(
    library: Library, order: SortOrder, query: Query | None = None, **more: int
) -> list[str]:
    with library.reading() as connection:
        offset, limit = more.get("offset", 0), more.get("limit")
        return [
            row.headline for row in listing.rows(connection, query or Query(), order, offset, limit)
        ]


@pytest.mark.parametrize(
    ("order", "first_letters"),
    [
        (SortOrder.NEWEST, "Z“a3"),
        (SortOrder.OLDEST, "3a“Z"),
        (SortOrder.ADDED, "3Za“"),
        (SortOrder.HEADLINE, "3a“Z"),
        (SortOrder.PUBLISHER, "a3“Z"),
        (SortOrder.RELEVANCE, "Z“a3"),
    ],
)
def test_orders(press, order, first_letters):
    assert "".join(name[0] for name in headlines(press, order)) == first_letters


def test_pages_are_the_list_in_pieces(press):
    whole = headlines(press, SortOrder.NEWEST)
    pieces = [headlines(press, SortOrder.NEWEST, offset=at, limit=1)[0] for at in range(4)]
    assert pieces == whole
    assert headlines(press, SortOrder.NEWEST, offset=4, limit=1) == []


def test_a_row_says_what_the_list_shows(library):
    article = records.article()
    (number,) = stored.put(library, article)
    stored.mark(
        library,
        article,
        records.highlight(article, "a piano", colour=Colour.VIOLET, tags=["b", "a/c"]),
        records.highlight(article, "the mayor", colour=Colour.GREEN),
    )
    with library.writing("Star") as work:
        shelving.set_starred(work, [number], True)
        shelving.set_unread(work, [number], False)
    with library.reading() as connection:
        (row,) = listing.rows(connection, Query((Term("piano"),)), SortOrder.RELEVANCE, 0, None)
    fields = article.metadata
    assert (row.id, row.headline, row.publisher) == (article.id, fields.headline, fields.publisher)
    assert (row.authors, row.translators) == (fields.authors, fields.translators)
    assert (row.unread, row.starred, row.trashed) == (False, True, False)
    assert (row.highlights, row.tags) == (2, ("a/c", "b"))
    assert row.colours == (Colour.GREEN, Colour.VIOLET)
    assert row.snippet is not None
    assert "piano" in row.snippet.text
    assert row.added.endswith("+00:00")
    assert row.name == fields.headline
    assert replace(row, headline="").name == row.source_name != ""


def test_an_agency_stands_in_for_a_publisher(library):
    stored.put(library, records.article(metadata=Metadata(headline="x", agency="AFP")))
    with library.reading() as connection:
        (row,) = listing.rows(connection, Query(), SortOrder.NEWEST, 0, None)
    assert row.publisher == "AFP"


def test_hits_come_with_up_to_three_snippets(library, article):
    with library.reading() as connection:
        (hit,) = listing.hits(connection, Query((Term("the"),)), 10)
    assert (hit.article_id, hit.headline) == (article.id, article.metadata.headline)
    assert len(hit.snippets) == 3


def test_a_note_found_puts_its_article_first(library):
    noted = records.article([(Role.HEADLINE, "Bread"), (Role.PARAGRAPH, "Flour and water")])
    worded = records.article([(Role.HEADLINE, "Zeppelin"), (Role.PARAGRAPH, "Zeppelin")])
    stored.put(library, noted, worded)
    stored.mark(library, noted, records.highlight(noted, "Flour", note="zeppelin?"))
    assert headlines(library, SortOrder.RELEVANCE, Query((Term("zeppelin"),))) == [
        "Bread",
        "Zeppelin",
    ]


def test_counts_of_the_sidebar(press):
    made = records.article()
    with press.reading() as connection:
        rows = listing.rows(connection, Query(), SortOrder.HEADLINE, 0, None)
        numbers = [number_of(connection, row.id) for row in rows]
    stored.put(press, made)
    first, second = stored.mark(
        press,
        made,
        records.highlight(made, "a piano", colour=Colour.BLUE, tags=["Día", "sea"]),
        records.highlight(made, "the mayor", colour=Colour.PINK, tags=["dia"]),
    )
    with press.writing("") as work:
        shelving.set_unread(work, numbers[:1], False)
        shelving.set_starred(work, numbers[1:3], True)
        shelving.throw_away(work, numbers[3:])
        change(work, [(replace(first, colour=Colour.PINK), made.text)])
    with press.reading() as connection:
        counts = listing.counts(connection)
    assert (counts.all, counts.unread, counts.starred) == (4, 3, 2)
    assert (counts.clippings, counts.trash) == (2, 1)
    assert counts.tags == (
        NameCount("Día", 1, Colour.PINK),
        NameCount("sea", 1, Colour.PINK),
    )
    assert counts.translators == (NameCount("Ana Reyes", 2), NameCount("Bo Lind", 1))
    assert {each.name for each in counts.publishers} == {
        "Puerto Diario",
        "Zeitung",
        "abend",
        "Éclaireur",
    }
    assert counts.credits == (NameCount("EPA", 3), NameCount(records.CREDIT, 1))
    assert counts.authors == tuple(NameCount(name, 1) for name in made.metadata.authors)
    assert counts.distinct == ()
    assert second.tags == ("dia",)


def test_what_lies_in_the_trash_is_listed_there_only(press):
    with press.writing("Trash") as work:
        shelving.throw_away(work, [1, 2])
    assert len(headlines(press, SortOrder.NEWEST)) == 2
    assert len(headlines(press, SortOrder.NEWEST, Query(shelf=Shelf.TRASH))) == 2


def test_a_list_reads_no_text(press):
    asked: list[str] = []

    def keep(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    with press.reading() as connection:
        event.listen(connection.engine, "before_cursor_execute", keep)
        listing.rows(connection, Query(), SortOrder.NEWEST, 0, None)
        listing.counts(connection)
    assert asked
    assert not [each for each in asked if "texts" in each or "recognitions" in each]


def test_a_list_asks_as_often_for_many_as_for_few(press):
    asked: list[str] = []

    def rows() -> int:
        asked.clear()
        with press.reading() as connection:
            listing.rows(connection, Query(), SortOrder.NEWEST, 0, None)
        return len(asked)

    with press.reading() as connection:
        event.listen(
            connection.engine, "before_cursor_execute", lambda *args: asked.append(str(args[2]))
        )
    few = rows()
    stored.put(press, *(records.article() for _ in range(60)))
    assert rows() == few
