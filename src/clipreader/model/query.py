"""What is searched and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clipreader.model.highlight import Colour
from clipreader.model.span import Span


class Shelf(StrEnum):
    """The fixed places of the sidebar. WAITING has the articles of which a new version waits."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    CLIPPINGS = "clippings"
    WAITING = "waiting"
    TRASH = "trash"


class SortOrder(StrEnum):
    """The orders of the article list. RELEVANCE is only meant with words to search."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    HEADLINE = "headline"
    PUBLISHER = "publisher"
    RELEVANCE = "relevance"


WHOLE = "="
"""Before a name in a query: this very name, and none that only holds it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase to find.

    ``phrase`` keeps its words together; the last word of what is being typed is a ``prefix``;
    ``excluded`` means that it must not be there.
    """

    text: str
    phrase: bool = False
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What the person asked for; every part given must hold.

    ``before`` and ``after`` are ISO dates of publication, both exclusive of the day named by
    ``before`` and inclusive of that named by ``after``. Text filters match whole values,
    accents and case folded; ``credits``, ``places``, ``authors``, ``translators``, ``agencies``
    and ``publishers`` also match a part of the value, unless it begins with ``WHOLE``: then it is
    the name as it is counted, to the letter. A tag matches itself and what nests below it.
    What matches one of ``excluded`` is left out; its shelf counts only if it is not ALL.
    """

    terms: tuple[Term, ...] = ()
    shelf: Shelf = Shelf.ALL
    tags: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    roles: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    has_note: bool = False
    has_highlight: bool = False
    article_ids: tuple[str, ...] = ()
    excluded: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text around found words; ``spans`` are code points of ``text``."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the article list: what it shows, without the text.

    ``added`` is UTC in ISO 8601. ``colours`` are those of the article's highlights, each once.
    ``snippet`` is there when words were searched. ``trashed`` says that it lies in the trash;
    ``source_name`` what the file or paste was called that it was read from. ``is_link`` says that
    only an address is kept, ``is_waiting`` that a version waits to be looked at.
    """

    id: str
    headline: str
    publisher: str | None = None
    place: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    language: str | None = None
    added: str = ""
    unread: bool = True
    starred: bool = False
    trashed: bool = False
    tags: tuple[str, ...] = ()
    highlights: int = 0
    colours: tuple[Colour, ...] = ()
    snippet: Snippet | None = None
    source_name: str = ""
    is_link: bool = False
    is_waiting: bool = False

    @property
    def name(self) -> str:
        """Return what the article is called: its headline, or else what it came as."""
        return self.headline or self.source_name


@dataclass(frozen=True, slots=True)
class Hit:
    """One found article with the places of the words."""

    article_id: str
    headline: str
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name in the sidebar and how many articles carry it; a tag, on a highlight of theirs."""

    name: str
    count: int
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the sidebar; the trash counts only in ``trash``.

    ``waiting`` is how many articles have a version that waits. Names are those that most articles
    carry; ``distinct`` says, by the field's name, how many there are in all where some are left
    out.
    """

    all: int = 0
    unread: int = 0
    starred: int = 0
    clippings: int = 0
    waiting: int = 0
    trash: int = 0
    tags: tuple[NameCount, ...] = ()
    authors: tuple[NameCount, ...] = ()
    translators: tuple[NameCount, ...] = ()
    publishers: tuple[NameCount, ...] = ()
    agencies: tuple[NameCount, ...] = ()
    credits: tuple[NameCount, ...] = ()
    distinct: tuple[tuple[str, int], ...] = ()
