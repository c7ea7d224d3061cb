"""What the person marks and takes away: highlights, tags, clippings and citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clipreader.model.article import Role
from clipreader.model.metadata import Metadata
from clipreader.model.selector import Anchor, Selector
from clipreader.model.span import Span


class Colour(StrEnum):
    """The five colours of a highlight, in the order of the keys 1 to 5."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that the person marked.

    ``selector`` is how it remembers its place, ``anchor`` where that is in the article now.
    ``tags`` are names in the person's own order; "a/b" nests b under a. Times are UTC.
    """

    id: str
    article_id: str
    selector: Selector
    anchor: Anchor
    colour: Colour
    note: str = ""
    tags: tuple[str, ...] = ()
    created: datetime | None = None
    changed: datetime | None = None

    @property
    def span(self) -> Span | None:
        """Return where the highlight stands now, or None if it is lost."""
        return self.anchor.span

    @property
    def quote(self) -> str:
        """Return the words as they were marked."""
        return self.selector.exact


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag's name and how many highlights carry it. ``colour`` is that of most of them."""

    name: str
    count: int = 0
    colour: Colour | None = None

    @property
    def parent(self) -> str | None:
        """Return the name above in the nesting: "a" for "a/b", None for "a"."""
        return self.name.rpartition("/")[0] or None


@dataclass(frozen=True, slots=True)
class Citation:
    """How the article is named in a clipping, as data; exporters make sentences of it."""

    article_id: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Clipping:
    """A highlight ready to leave: its words, its part, its credit and its citation.

    ``role`` is the part that the quote stands in, ``credit`` the picture's credit if that is a
    caption. ``paragraph`` counts the body's paragraphs from 1 (None outside the body).
    ``quote`` is taken from the article's text at the anchor; a lost clipping keeps the words as
    they were marked. ``leads`` has for each line of a quote of several list items what the page
    sets before it ("3.", "•" or nothing), and is empty for any other quote.
    """

    highlight: Highlight
    quote: str
    role: Role
    credit: str | None
    citation: Citation
    paragraph: int | None = None
    leads: tuple[str, ...] = ()
