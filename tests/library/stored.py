"""Puts records into a library the way the operations do, in as few words as possible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from clipreader.library import Library, articles, highlights
from clipreader.library.arrival import Arrival
from clipreader.model import Article, Highlight, Source

RECEIVED = datetime(2024, 7, 5, 6, 30, tzinfo=UTC)


def arrival(article: Article, data: bytes | None = None, name: str = "ferry.txt") -> Arrival:
    """The article as if it had been read from ``data``, by default from its own words."""
    source = Source(
        name, data or article.text.encode("utf-8", "replace"), "text/plain", received=RECEIVED
    )
    return Arrival(article, source)


def put(library: Library, *made: Article, label: str = "Import") -> list[int]:
    """Store articles as one action; return their row numbers."""
    arrivals = [arrival(article) for article in made]
    pictures = [image.data for article in made for image in article.images if image.data]
    library.originals.keep([*(each.source.data for each in arrivals), *pictures])
    with library.writing(label) as work:
        articles.add(work, arrivals)
    return numbers(library, *made)


def mark(library: Library, article: Article, *made: Highlight) -> Sequence[Highlight]:
    """Store highlights, each as one action; return them with their times."""
    kept: list[Highlight] = []
    for highlight in made:
        with library.writing("Highlight") as work:
            kept.append(highlights.add(work, highlight, article.text))
    return kept


def numbers(library: Library, *made: Article) -> list[int]:
    """The row numbers of articles."""
    with library.reading() as connection:
        return list(articles.numbers_of(connection, [each.id for each in made]).values())


def fetched(library: Library, article_id: str) -> Article:
    """The article as it is stored now, with its pictures."""
    with library.reading() as connection:
        number = articles.number_of(connection, article_id)
        return articles.fetch(connection, number, library.originals)


def marks(library: Library, article: Article) -> tuple[Highlight, ...]:
    """The article's highlights as they are stored now."""
    with library.reading() as connection:
        number = articles.number_of(connection, article.id)
        return highlights.of_article(connection, number, article.id)
