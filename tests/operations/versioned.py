"""An article that was imported, another text of it, and all rows that an undo must bring back."""

from __future__ import annotations

from datetime import UTC, datetime

from clipreader.library import articles, checking, highlights
from clipreader.model import Article, Certainty, Highlight, Source
from clipreader.operations import Library
from clipreader.operations.parsing import Reading, read_article

FIRST = """Night Ferry Returns to Harbour Town After Eleven Years

Puerto Diario, Elena Duarte, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, \
and for the first time since 2013 a passenger ferry left Harbour Town in the dark.

The line was closed when its subsidy lapsed. The province pays two thirds of the fuel, and the \
company keeps the fares.

On the quay, the crossing was watched by the crews of the cargo boats that had taken its berth \
for more than a decade.
"""

LATER = """Night Ferry Returns to Harbour Town After Eleven Years

Puerto Diario, Elena Duarte, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, \
and for the first time since 2013 a passenger ferry left Harbour Town in the dark.

A band played on the upper deck.

The line was closed when its subsidy lapsed. The province pays half of the fuel, and the \
company keeps the fares.
"""

CHANGEABLE = (
    "articles",
    "recognitions",
    "shelf",
    "highlights",
    "highlight_tags",
    "names",
    "corrections",
    "versions",
)
"""The tables of which every row must be what it was after an undo."""


def source(text: str, name: str = "ferry.txt", link: str | None = None) -> Source:
    received = datetime(2024, 7, 5, 6, 30, tzinfo=UTC)
    return Source(name, text.encode(), "text/plain", link, received=received)


def read(text: str, name: str = "ferry.txt", link: str | None = None) -> tuple[Source, Reading]:
    made = source(text, name, link)
    return made, read_article(made)


def rows(library: Library, *but: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows that the person can change, but those of some tables."""
    with library.reading() as connection:
        return {
            table: sorted(
                (tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")),
                key=repr,
            )
            for table in CHANGEABLE
            if table not in but
        }


def sound(library: Library) -> None:
    with library.reading() as connection:
        assert list(checking.problems(connection, library.originals)) == []


def shown(library: Library, article_id: str) -> Article:
    with library.reading() as connection:
        return articles.fetch(connection, articles.number_of(connection, article_id))


def marks(library: Library, article_id: str) -> dict[str, Highlight]:
    """The highlights of an article by their words."""
    with library.reading() as connection:
        number = articles.number_of(connection, article_id)
        found = highlights.of_article(connection, number, article_id)
    return {each.quote: each for each in found}


def standing(library: Library, article_id: str) -> dict[str, tuple[Certainty, str | None]]:
    """How sure each highlight's place is, and the words there now, by the words marked."""
    text = shown(library, article_id).text
    return {
        quote: (
            each.anchor.certainty,
            text[each.span.start : each.span.end] if each.span else None,
        )
        for quote, each in marks(library, article_id).items()
    }
