"""What stands in the sidebar: shelves, and the names that the articles carry, in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clipreader.model import WHOLE, Colour, Counts, NameCount, Query, Shelf
from clipreader.ui.wording import figures, tr

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
    AUTHORS = "authors"
    TRANSLATORS = "translators"
    PUBLISHERS = "publishers"
    AGENCIES = "agencies"
    CREDITS = "credits"


Key = tuple[str, str, str]
"""What names an entry, whatever its count is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar. ``query`` is what it narrows the list to (None: nothing).

    A section that is ``folded`` shows its heading and what is chosen in it; its count is how many
    names there are.
    """

    kind: Kind
    label: str
    query: Query | None = None
    count: int | None = None
    icon: str = ""
    depth: int = 0
    colour: Colour | None = None
    section: Section | None = None
    name: str = ""
    folded: bool = False

    @property
    def key(self) -> Key:
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
    Shelf.WAITING: "copy",
    Shelf.TRASH: "trash-2",
}


def shelf_label(shelf: Shelf) -> str:
    """Return a shelf's name as the person reads it."""
    return {
        Shelf.ALL: tr("All articles"),
        Shelf.UNREAD: tr("Unread"),
        Shelf.STARRED: tr("Starred"),
        Shelf.CLIPPINGS: tr("Clippings"),
        Shelf.WAITING: tr("New versions"),
        Shelf.TRASH: tr("Trash"),
    }[shelf]


def entries(
    counts: Counts,
    opened: frozenset[Section] = frozenset(),
    folded: frozenset[Section] = frozenset(),
    chosen: Key | None = None,
) -> tuple[Entry, ...]:
    """Return the sidebar's lines.

    A section in ``opened`` shows all its names, one in ``folded`` none; the line with the key
    ``chosen`` is there in any case, as long as its name is. Versions have a line while one waits.
    """
    found = [
        entry
        for entry in map(_shelf_entry, Shelf, (getattr(counts, shelf.value) for shelf in Shelf))
        if entry.count or entry.shelf != Shelf.WAITING or entry.key == chosen
    ]
    for section in Section:
        names = tuple(_names(section, counts))
        if names:
            number = dict(counts.distinct).get(section.value, len(names))
            away = section in folded
            found.append(
                Entry(Kind.SECTION, _title(section), None, number, section=section, folded=away)
            )
            found.extend(_shown(names, number, section in opened, away, chosen))
    return tuple(found)


def _shelf_entry(shelf: Shelf, count: int) -> Entry:
    return Entry(Kind.SHELF, shelf_label(shelf), Query(shelf=shelf), count, _ICONS[shelf])


def _shown(
    names: tuple[Entry, ...], number: int, opened: bool, folded: bool, chosen: Key | None
) -> Iterator[Entry]:
    room = 0 if folded else len(names) if opened else SHOWN
    yield from (one for at, one in enumerate(names) if at < room or one.key == chosen)
    if len(names) > SHOWN and not folded:
        yield Entry(
            Kind.MORE,
            _more_label(len(names), number, opened),
            section=names[0].section,
            name="more",
        )


def _more_label(listed: int, number: int, opened: bool) -> str:
    if opened:
        return tr("Show fewer")
    form = tr("Show all {n}") if listed == number else tr("Show the first {n}")
    return form.format(n=figures(listed))


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
    return {
        Section.AUTHORS: Query(authors=whole),
        Section.TRANSLATORS: Query(translators=whole),
        Section.PUBLISHERS: Query(publishers=whole),
        Section.AGENCIES: Query(agencies=whole),
    }.get(section, Query(credits=whole))


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
        Section.AUTHORS: tr("Authors"),
        Section.TRANSLATORS: tr("Translators"),
        Section.PUBLISHERS: tr("Publishers"),
        Section.AGENCIES: tr("Agencies"),
        Section.CREDITS: tr("Photo credits"),
    }[section]
