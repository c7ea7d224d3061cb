"""Adding, changing, tagging and removing highlights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clipreader.library import Library
from clipreader.model import Clipping, Colour, Highlight, Outcome, Query, Role, Span, Tag


def add(
    library: Library,
    article_id: str,
    span: Span,
    colour: Colour,
    *,
    tags: Sequence[str] = (),
    note: str = "",
) -> Outcome[Highlight]:
    """Highlight a span, without the white space around it.

    Raises NotFound if the article is not there and QuoteMissing if the span holds no words.
    """
    raise NotImplementedError


def add_quote(
    library: Library,
    article_id: str,
    quote: str,
    *,
    colour: Colour = Colour.YELLOW,
    tags: Sequence[str] = (),
    note: str = "",
    role: Role | None = None,
    occurrence: int | None = None,
) -> Outcome[Highlight]:
    """Highlight the place where the words of ``quote`` stand.

    ``role`` narrows the places to parts of that kind, ``occurrence`` counts the remaining ones
    from 1. Quotes, dashes, white space and case may differ from the article's if the exact words
    are not there. Raises NotFound, QuoteMissing, and AmbiguousQuote with the list of places.
    """
    raise NotImplementedError


def set_colour(
    library: Library, highlight_ids: Iterable[str], colour: Colour
) -> Outcome[tuple[Highlight, ...]]:
    """Give highlights another colour. Raises NotFound."""
    raise NotImplementedError


def set_note(library: Library, highlight_id: str, note: str) -> Outcome[Highlight]:
    """Write, change or (with "") remove a highlight's note. Raises NotFound."""
    raise NotImplementedError


def set_tags(library: Library, highlight_id: str, tags: Sequence[str]) -> Outcome[Highlight]:
    """Give a highlight these tags, normalised, in this order. Raises NotFound."""
    raise NotImplementedError


def move_edges(library: Library, highlight_id: str, span: Span) -> Outcome[Highlight]:
    """Move a highlight's edges. Raises NotFound, and QuoteMissing if no words are inside."""
    raise NotImplementedError


def remove(library: Library, highlight_ids: Iterable[str]) -> Outcome[None]:
    """Remove highlights with their notes and tags. Raises NotFound."""
    raise NotImplementedError


def confirm(library: Library, highlight_id: str, span: Span | None = None) -> Outcome[Highlight]:
    """Accept the doubtful place of a highlight, or attach it to ``span``.

    Raises NotFound, and QuoteMissing if the highlight is lost and no span is given.
    """
    raise NotImplementedError


def tags(library: Library) -> tuple[Tag, ...]:
    """Return the tags in use, by name, with how many highlights carry each."""
    raise NotImplementedError


def rename_tag(library: Library, old: str, new: str) -> Outcome[int]:
    """Rename a tag and what nests below it; the value is how many highlights changed."""
    raise NotImplementedError


def remove_tag(library: Library, name: str) -> Outcome[int]:
    """Take a tag and what nests below it off every highlight; the highlights stay."""
    raise NotImplementedError


def clippings(library: Library, query: Query) -> tuple[Clipping, ...]:
    """Return the clippings that the query asks for.

    Newest article first, in reading order inside an article; lost ones at the article's end.
    Words are looked for in quote, note, tags and headline.
    """
    raise NotImplementedError
