"""An article with its highlights in place, and the lists it is chosen from."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from clipreader.library import Library, articles, highlights, listing, shelving, versions
from clipreader.model import (
    Article,
    ArticleRow,
    Changes,
    Counts,
    Highlight,
    LibraryUnavailable,
    NotFound,
    Outcome,
    Query,
    SortOrder,
    Source,
    Version,
)
from clipreader.text.addresses import LINK


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article as it is read.

    ``highlights`` stand in reading order, lost ones last. ``position`` is the code point of the
    first character that was visible when it was last read. ``added`` is UTC in ISO 8601.
    ``is_link`` says that only its address is kept, and no page.
    ``waiting`` is the newest text of it that came in and that nobody has decided on yet.
    """

    article: Article
    highlights: tuple[Highlight, ...]
    unread: bool
    starred: bool
    trashed: bool
    position: int
    added: str
    source_name: str
    is_link: bool = False
    waiting: Version | None = None


def open_article(library: Library, article_id: str) -> OpenedArticle:
    """Return an article with its highlights. Raises NotFound."""
    with library.reading() as connection:
        number = articles.number_of(connection, article_id)
        standing = shelving.standing(connection, number)
        row = articles.source_row(connection, number)
        return OpenedArticle(
            article=articles.fetch(connection, number, library.originals),
            highlights=highlights.of_article(connection, number, article_id),
            unread=standing.unread,
            starred=standing.starred,
            trashed=standing.trashed,
            position=standing.position,
            added=row["added"],
            source_name=row["source_name"],
            is_link=row["media_type"] == LINK,
            waiting=versions.waiting(connection, number),
        )


def list_articles(
    library: Library,
    query: Query,
    order: SortOrder = SortOrder.NEWEST,
    *,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[ArticleRow, ...]:
    """Return the rows of the articles that the query asks for, in the order asked.

    Articles in the trash are listed on the trash's shelf only. With words to search each row
    carries a snippet.
    """
    with library.reading() as connection:
        return listing.rows(connection, query, order, offset, limit)


def count_articles(library: Library, query: Query) -> int:
    """Return how many articles the query asks for."""
    with library.reading() as connection:
        return listing.count(connection, query)


def counts(library: Library) -> Counts:
    """Return the numbers of the sidebar."""
    with library.reading() as connection:
        return listing.counts(connection)


def set_unread(library: Library, article_ids: Iterable[str], unread: bool) -> Outcome[None]:
    """Mark articles as unread or read. Raises NotFound.

    Nothing to undo: opening an article marks it as read, and Undo belongs to what the person did.
    """
    wanted = tuple(article_ids)
    with library.writing() as work:
        numbers = articles.numbers_of(work.connection, wanted)
        changed = shelving.set_unread(work, numbers.values(), unread)
    return Outcome(None, Changes(frozenset(wanted)) if changed else Changes())


def set_starred(library: Library, article_ids: Iterable[str], starred: bool) -> Outcome[None]:
    """Give articles a star or take it away. Raises NotFound."""
    wanted = tuple(article_ids)
    label = "star" if starred else "removal of the star"
    with library.writing(label) as work:
        numbers = articles.numbers_of(work.connection, wanted)
        changed = shelving.set_starred(work, numbers.values(), starred)
    return Outcome(None, Changes(frozenset(wanted)), label) if changed else Outcome(None)


def keep_position(library: Library, article_id: str, position: int) -> None:
    """Remember the first visible code point of an article; nothing to undo. Never raises."""
    with suppress(LibraryUnavailable, NotFound), library.writing() as work:
        number = articles.number_of(work.connection, article_id)
        shelving.keep_position(work.connection, number, position)


def original(library: Library, article_id: str) -> Source:
    """Return the bytes as they were received. Raises NotFound or LibraryUnavailable."""
    with library.reading() as connection:
        number = articles.number_of(connection, article_id)
        row = articles.source_row(connection, number)
    return Source(
        name=row["source_name"],
        data=library.originals.fetch(row["source_hash"]),
        media_type=row["media_type"],
        link=row["link"],
        received=datetime.fromisoformat(row["received"]),
    )


def resolve_id(library: Library, start: str) -> str:
    """Return the one article id that begins with ``start``.

    Raises NotFound if there is none or more than one.
    """
    with library.reading() as connection:
        found = articles.beginning_with(connection, start)
    if len(found) > 1 and start:
        raise NotFound(f"More than one article’s id begins with “{start}”.")
    for article_id in found if start else ():
        return article_id
    raise NotFound(f"There is no article “{start}” in this library.")
