"""What an operation touched, and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that an operation touched. Each view looks for what concerns it.

    ``articles`` and ``highlights`` hold ids of what was added, changed or removed; ``rows`` says
    that articles came or went, so that lists have to be read again; ``tags`` that a tag did;
    ``rules`` that a rule of the person was made, changed or removed.
    """

    articles: frozenset[str] = frozenset()
    highlights: frozenset[str] = frozenset()
    rows: bool = False
    tags: bool = False
    rules: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        return Changes(
            self.articles | other.articles,
            self.highlights | other.highlights,
            self.rows or other.rows,
            self.tags or other.tags,
            self.rules or other.rules,
        )

    def __bool__(self) -> bool:
        """Say whether anything was touched."""
        return any((self.articles, self.highlights, self.rows, self.tags, self.rules))


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What every changing operation returns.

    ``label`` names the action for "Undo …" and is empty where there is nothing to undo.
    """

    value: Value
    changes: Changes = field(default_factory=Changes)
    label: str = ""


class Fate(StrEnum):
    """What became of one incoming source.

    VERSION is another text of an article that is there, kept with it and offered to the person;
    UNREAD a file of a kind that ClipReader does not read, found beside others that it does.
    """

    ADDED = "added"
    VERSION = "version"
    DUPLICATE = "duplicate"
    UNREAD = "unread"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Imported:
    """One line of an import's report.

    ``path`` is the file's path or the source's name; ``reason`` is a sentence for the person
    where there is something to say (always when failed or unread); ``notes`` tell what was changed
    on the way in; ``came_back`` says that the article lay in the trash and was brought back;
    ``link`` is the address where what came in is a link and no more.
    """

    path: str
    fate: Fate
    article_id: str | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()
    came_back: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in the order of the sources. ``cancelled`` keeps what is in.

    ``left`` is how many sources were not looked at, as far as they were counted. ``rest`` is the
    name under which the import can be gone on with; empty if nothing is left or remembered.
    ``cut_short`` says why the library could not be written any more; it is the reason of each line
    that failed for that and not for its file.
    """

    items: tuple[Imported, ...] = ()
    cancelled: bool = False
    left: int = 0
    rest: str = ""
    cut_short: str = ""

    def of(self, fate: Fate) -> tuple[Imported, ...]:
        """Return the lines of one fate."""
        return tuple(item for item in self.items if item.fate == fate)

    @property
    def came_back(self) -> int:
        """Return how many articles were brought back from the trash."""
        return sum(item.came_back for item in self.items)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long operation is. ``total`` is None while it is still being counted.

    ``is_fetch`` says that pages are counted which are fetched from the network, and no files;
    ``is_rule`` that articles are which rules are applied to.
    """

    done: int
    total: int | None
    name: str = ""
    is_fetch: bool = False
    is_rule: bool = False


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that ended before its time, and how much of it is in.

    ``id`` is the name under which it can be gone on with; ``name`` is what the file or folder is
    called that was dropped, and ``more`` how many others came with it. ``total`` is None where an
    import ended before all was counted.
    """

    id: str
    name: str
    more: int
    done: int
    total: int | None = None
