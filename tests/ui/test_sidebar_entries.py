from __future__ import annotations

from clipreader.model import WHOLE, Colour, Counts, NameCount, Query, Shelf
from clipreader.ui.sidebar_entries import SHOWN, Entry, Key, Kind, Section, entries

COUNTS = Counts(
    all=1204,
    unread=86,
    tags=(
        NameCount("ferries/timetables", 6),
        NameCount("ferries", 7),
        NameCount("public money", 41, Colour.GREEN),
        NameCount("A/b/c", 1),
        NameCount("a", 3),
        NameCount("a/b", 2),
    ),
    translators=tuple(NameCount(f"Name {n}", 90 - n) for n in range(SHOWN + 4)),
)


def test_shelves_come_first_with_their_numbers() -> None:
    shelves = [entry for entry in entries(COUNTS) if entry.kind == Kind.SHELF]
    assert [entry.shelf for entry in shelves] == [one for one in Shelf if one != Shelf.WAITING]
    assert [entry.count for entry in shelves] == [1204, 86, 0, 0, 0]


def test_tags_nest_under_their_parents() -> None:
    tags = [e for e in entries(COUNTS) if e.section == Section.TAGS and e.kind == Kind.NAME]
    assert [(e.name, e.label, e.depth, e.count) for e in tags] == [
        ("a", "a", 0, 3),
        ("a/b", "b", 1, 2),
        ("A/b/c", "c", 2, 1),
        ("ferries", "ferries", 0, 7),
        ("ferries/timetables", "timetables", 1, 6),
        ("public money", "public money", 0, 41),
    ]
    assert tags[4].query == Query(tags=("ferries/timetables",))


def test_long_sections_are_cut_until_opened() -> None:
    def names(opened: frozenset[Section]) -> list[str]:
        found = entries(COUNTS, opened)
        return [e.label for e in found if e.section == Section.TRANSLATORS and e.kind != "section"]

    cut = names(frozenset())
    assert len(cut) == SHOWN + 1
    assert cut[-1] == f"Show all {SHOWN + 4}"
    assert len(names(frozenset({Section.TRANSLATORS}))) == SHOWN + 5


def test_versions_have_a_line_while_one_waits() -> None:
    def shelves(counts: Counts, chosen: Key | None = None) -> list[Shelf | None]:
        found = entries(counts, chosen=chosen)
        return [entry.shelf for entry in found if entry.kind == Kind.SHELF]

    waits = Counts(all=3, waiting=2)
    assert Shelf.WAITING in shelves(waits)
    assert Shelf.WAITING not in shelves(Counts(all=3))
    (key,) = (entry.key for entry in entries(waits) if entry.shelf == Shelf.WAITING)
    assert Shelf.WAITING in shelves(Counts(all=3), key)  # nobody is sent away while reading there


def test_a_folded_section_shows_its_heading_and_what_is_chosen() -> None:
    def lines(chosen: Key | None) -> list[str]:
        found = entries(COUNTS, folded=frozenset({Section.TRANSLATORS}), chosen=chosen)
        return [e.label for e in found if e.section == Section.TRANSLATORS]

    assert lines(None) == ["Translators"]
    assert lines(("name", "translators", f"Name {SHOWN + 2}")) == [
        "Translators",
        f"Name {SHOWN + 2}",
    ]
    (heading,) = (
        entry
        for entry in entries(COUNTS, folded=frozenset({Section.TRANSLATORS}))
        if entry.kind == Kind.SECTION and entry.section == Section.TRANSLATORS
    )
    assert (heading.folded, heading.count) == (True, SHOWN + 4)


def test_what_is_chosen_stays_when_fewer_are_shown() -> None:
    last = f"Name {SHOWN + 3}"
    found = entries(COUNTS, chosen=("name", "translators", last))
    assert last in [entry.label for entry in found]


def test_names_that_are_not_listed_are_counted() -> None:
    counts = Counts(authors=COUNTS.translators, distinct=(("authors", 9_000),))
    found = [entry for entry in entries(counts) if entry.section == Section.AUTHORS]
    assert found[0].count == 9_000
    assert found[-1].label == f"Show the first {SHOWN + 4}"


def test_each_section_narrows_to_its_own_field() -> None:
    for section in Section:
        counts = Counts(**{section.value: (NameCount("Ana", 2),)})
        (entry,) = (entry for entry in entries(counts) if entry.kind == Kind.NAME)
        assert entry.query is not None
        asked = {name for name in ("Ana", WHOLE + "Ana") if (name,) == _field(entry, section)}
        assert len(asked) == 1


def _field(entry: Entry, section: Section) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(entry.query, section.value)
    return found


def test_sections_without_names_are_left_out() -> None:
    sections = [entry.section for entry in entries(COUNTS) if entry.kind == Kind.SECTION]
    assert sections == [Section.TAGS, Section.TRANSLATORS]


def test_keys_do_not_hang_on_counts() -> None:
    before = [entry.key for entry in entries(COUNTS)]
    other = Counts(all=3, tags=COUNTS.tags, translators=COUNTS.translators)
    assert [entry.key for entry in entries(other)] == before
    assert len(set(before)) == len(before)
