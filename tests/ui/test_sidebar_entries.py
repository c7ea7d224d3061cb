from __future__ import annotations

from clipreader.model import Colour, Counts, NameCount, Query, Shelf
from clipreader.ui.sidebar_entries import SHOWN, Kind, Section, entries

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
    assert [entry.shelf for entry in shelves] == list(Shelf)
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


def test_sections_without_names_are_left_out() -> None:
    sections = [entry.section for entry in entries(COUNTS) if entry.kind == Kind.SECTION]
    assert sections == [Section.TAGS, Section.TRANSLATORS]


def test_keys_do_not_hang_on_counts() -> None:
    before = [entry.key for entry in entries(COUNTS)]
    other = Counts(all=3, tags=COUNTS.tags, translators=COUNTS.translators)
    assert [entry.key for entry in entries(other)] == before
    assert len(set(before)) == len(before)
