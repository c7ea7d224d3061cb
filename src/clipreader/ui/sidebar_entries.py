"""What stands in the sidebar: shelves, and the names that the articles carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clipreader.model import WHOLE, Colour, Counts, NameCount, Query, Shelf
from clipreader.ui.wording import tr

SHOWN = 8
"""How many names a section shows before "Show all"."""


class Kind(StrEnum):
    """What an entry of the sidebar is."""

    SHELF = "shelf"
    SECTION = "section"
    NAME = "name"
    MORE = "more"


class Section(StrEnum):
    """The groups of names, in their order."""

    TAGS = "tags"
    TRANSLATORS = "translators"
    PUBLISHERS = "publishers"
    CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar. ``query`` is what it narrows the list to (None: nothing)."""

    kind: Kind
    label: str
    query: Query | None = None
    count: int | None = None
    icon: str = ""
    depth: int = 0
    colour: Colour | None = None
    section: Section | None = None
    name: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what stays the same when counts change."""
        return self.kind.value, self.section or "", self.name or self.label

    @property
    def shelf(self) -> Shelf | None:
        """Return the shelf that this is, or None for names."""
        return self.query.shelf if self.kind == Kind.SHELF and self.query else None


_ICONS = {
    Shelf.ALL: "library",
    Shelf.UNREAD: "circle-dot",
    Shelf.STARRED: "star",
    Shelf.CLIPPINGS: "highlighter",
    Shelf.TRASH: "trash-2",
}


def shelf_label(shelf: Shelf) -> str:
    """Return a shelf's name as the person reads it."""
    return {
        Shelf.ALL: tr("All articles"),
        Shelf.UNREAD: tr("Unread"),
        Shelf.STARRED: tr("Starred"),
        Shelf.CLIPPINGS: tr("Clippings"),
        Shelf.TRASH: tr("Trash"),
    }[shelf]


def entries(counts: Counts, opened: frozenset[Section] = frozenset()) -> tuple[Entry, ...]:
    """Return the sidebar's lines; a section in ``opened`` shows all its names."""
    found = [
        Entry(
            Kind.SHELF,
            shelf_label(shelf),
            Query(shelf=shelf),
            getattr(counts, shelf.value),
            _ICONS[shelf],
        )
        for shelf in Shelf
    ]
    for section in Section:
        names = tuple(_names(section, counts))
        if names:
            found.append(Entry(Kind.SECTION, _title(section), section=section))
            found.extend(_shown(section, names, section in opened))
    return tuple(found)


def _shown(section: Section, names: tuple[Entry, ...], opened: bool) -> Iterator[Entry]:
    yield from names if opened else names[:SHOWN]
    if len(names) > SHOWN:
        label = tr("Show fewer") if opened else tr("Show all {n}").format(n=len(names))
        yield Entry(Kind.MORE, label, section=section, name="more")


def _names(section: Section, counts: Counts) -> Iterator[Entry]:
    if section == Section.TAGS:
        yield from _tags(counts.tags)
        return
    names: tuple[NameCount, ...] = getattr(counts, section.value)
    for one in names:
        query = _query(section, one.name)
        yield Entry(Kind.NAME, one.name, query, one.count, section=section, name=one.name)


def _query(section: Section, name: str) -> Query:
    whole = (WHOLE + name,)  # as many articles as the count says
    if section == Section.TRANSLATORS:
        return Query(translators=whole)
    if section == Section.PUBLISHERS:
        return Query(publishers=whole)
    return Query(credits=whole)


def _tags(tags: Iterable[NameCount]) -> Iterator[Entry]:
    """Nest "a/b" under "a", which is among the tags."""
    for tag in sorted(tags, key=lambda one: [part.casefold() for part in one.name.split("/")]):
        yield Entry(
            Kind.NAME,
            tag.name.rpartition("/")[2],
            Query(tags=(tag.name,)),
            tag.count,
            depth=tag.name.count("/"),
            colour=tag.colour,
            section=Section.TAGS,
            name=tag.name,
        )


def _title(section: Section) -> str:
    return {
        Section.TAGS: tr("Tags"),
        Section.TRANSLATORS: tr("Translators"),
        Section.PUBLISHERS: tr("Publishers"),
        Section.CREDITS: tr("Photo credits"),
    }[section]
