"""Whether every word of the library is what it was."""

from __future__ import annotations

from dataclasses import dataclass

from clipreader.library import Library, checking
from clipreader.model import LibraryUnavailable


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    ``problems`` are sentences, empty if all is well; ``counted`` pairs what was looked at with
    how many; ``sqlite`` says which SQLite runs and how it keeps its journal.
    """

    problems: tuple[str, ...]
    counted: tuple[tuple[str, int], ...]
    sqlite: str


def check(library: Library) -> CheckReport:
    """Look at every page, text, highlight, anchor, original and index entry; change nothing."""
    problems: tuple[str, ...] = ()
    counted: tuple[tuple[str, int], ...] = ()
    sqlite = ""
    try:
        with library.reading() as connection:
            sqlite = checking.sqlite_in_use(connection)
            problems = tuple(checking.problems(connection, library.originals))
            counted = checking.counted(connection)
    except LibraryUnavailable as error:
        problems = (*problems, str(error))
    return CheckReport(problems, counted, sqlite)
