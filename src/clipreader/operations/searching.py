"""What the person typed becomes a query; the query becomes hits."""

from __future__ import annotations

from clipreader.library import Library
from clipreader.model import Article, Hit, Query, Span


def parse(text: str) -> Query:
    """Read what was typed; never fails, only finds nothing.

    Words, "phrases", -word, and the fields tag: translator: author: publisher: place: credit:
    lang: colour: role: before: after: has:note has:highlight is:unread is:starred is:trash.
    A value with spaces stands in quotes. What is no field is looked for as words.
    """
    raise NotImplementedError


def search(library: Library, query: Query, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return the found articles, best first, each with the places of the words."""
    raise NotImplementedError


def spans_in(article: Article, query: Query) -> tuple[Span, ...]:
    """Return where the query's words stand in an article, in order, for the reader to mark."""
    raise NotImplementedError
