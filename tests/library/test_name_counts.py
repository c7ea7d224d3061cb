"""The names that most articles carry, counted with an eye on the trash, and not without end."""

from __future__ import annotations

from clipreader.library import Library, name_counts, shelving
from clipreader.model import Metadata, NameCount
from tests import records
from tests.library import stored


def by(*authors: str) -> Metadata:
    return Metadata(headline="x", authors=authors)


def counted(library: Library, kind: str = "author") -> tuple[tuple[NameCount, ...], int]:
    with library.reading() as connection:
        return name_counts.name_counts(connection, kind)


def test_the_most_frequent_come_first_without_the_trash(library: Library) -> None:
    fields = (by("Ana", "bo"), by("Ana"), by("Cy"), by("Cy"), by("Cy"), by("Gone"))
    numbers = stored.put(library, *(records.article(metadata=each) for each in fields))
    with library.writing("Trash") as work:
        shelving.throw_away(work, [numbers[4], numbers[5]])
    names = (NameCount("Ana", 2), NameCount("Cy", 2), NameCount("bo", 1))
    assert counted(library) == (names, 3)
    assert counted(library, "translator") == ((), 0)


def test_only_so_many_are_listed_but_all_are_counted(library: Library, monkeypatch) -> None:
    monkeypatch.setattr(name_counts, "MOST_NAMES", 2)
    fields = (by("Ana", "Bo", "Cy"), by("Cy"))
    stored.put(library, *(records.article(metadata=each) for each in fields))
    assert counted(library) == ((NameCount("Cy", 2), NameCount("Ana", 1)), 3)
