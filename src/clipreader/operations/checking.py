"""Whether every word of the library is what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clipreader.library import Library, checking, connecting
from clipreader.model import LibraryUnavailable

PARTS: Final = checking.parts_of()
"""Into how many parts a check is divided, so that other things can be done between them."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    ``problems`` are sentences, empty if all is well; ``counted`` pairs what was looked at with
    how many; ``sqlite`` says which SQLite runs and how it keeps its journal. ``in_the_file``
    are the problems of the file itself, without those of its index, which can be made again.
    """

    problems: tuple[str, ...]
    counted: tuple[tuple[str, int], ...]
    sqlite: str
    in_the_file: tuple[str, ...] = ()


def sqlite_version() -> str:
    """Return the version of the SQLite that runs."""
    return connecting.sqlite_version()


def check(library: Library) -> CheckReport:
    """Look at every page, text, highlight, anchor, original and index entry; change nothing."""
    report = CheckReport((), (), "")
    for part in range(PARTS):
        report = check_part(library, report, part)
    return report


def check_part(library: Library, report: CheckReport, part: int) -> CheckReport:
    """Check one part, counted from 0, and return a report with what was found so far.

    The last part is the originals, which take the longest. Never raises: what cannot be read is
    a problem too.
    """
    counted, sqlite = report.counted, report.sqlite
    try:
        with library.reading() as connection:
            sqlite = sqlite or checking.sqlite_in_use(connection)
            found = tuple(checking.in_part(connection, library.originals, part))
            counted = counted or checking.counted(connection)
    except LibraryUnavailable as error:
        found = (str(error),)
    of_file = () if part == PARTS - 1 else found
    wrong = tuple(one for one in of_file if not one.startswith((checking.INDEX, "…")))
    return CheckReport((*report.problems, *found), counted, sqlite, (*report.in_the_file, *wrong))
