"""An article with its highlights in place, and the lists it is chosen from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clipreader.library import Library
from clipreader.model import (
    Article,
    ArticleRow,
    Counts,
    Highlight,
    Outcome,
    Query,
    SortOrder,
    Source,
)


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article as it is read.

    ``highlights`` stand in reading order, lost ones last. ``position`` is the code point of the
    first character that was visible when it was last read. ``added`` is UTC in ISO 8601.
    """

    article: Article
    highlights: tuple[Highlight, ...]
    unread: bool
    starred: bool
    trashed: bool
    position: int
    added: str
    source_name: str


def open_article(library: Library, article_id: str) -> OpenedArticle:
    """Return an article with its highlights. Raises NotFound."""
    raise NotImplementedError


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
    raise NotImplementedError


def count_articles(library: Library, query: Query) -> int:
    """Return how many articles the query asks for."""
    raise NotImplementedError


def counts(library: Library) -> Counts:
    """Return the numbers of the sidebar."""
    raise NotImplementedError


def set_unread(library: Library, article_ids: Iterable[str], unread: bool) -> Outcome[None]:
    """Mark articles as unread or read. Raises NotFound."""
    raise NotImplementedError


def set_starred(library: Library, article_ids: Iterable[str], starred: bool) -> Outcome[None]:
    """Give articles a star or take it away. Raises NotFound."""
    raise NotImplementedError


def keep_position(library: Library, article_id: str, position: int) -> None:
    """Remember the first visible code point of an article; nothing to undo. Never raises."""
    raise NotImplementedError


def original(library: Library, article_id: str) -> Source:
    """Return the bytes as they were received. Raises NotFound or LibraryUnavailable."""
    raise NotImplementedError


def resolve_id(library: Library, start: str) -> str:
    """Return the one article id that begins with ``start``.

    Raises NotFound if there is none or more than one.
    """
    raise NotImplementedError
