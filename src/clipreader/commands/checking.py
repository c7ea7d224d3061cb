"""``check``: whether every word of the library is what it was."""

from __future__ import annotations

from argparse import Namespace

from clipreader.commands.opening import existing_library, folder_of
from clipreader.commands.printing import print_words, tell
from clipreader.operations import checking, siting


def check(typed: Namespace) -> int:
    """Check the library and print what was looked at; 1 if there are problems.

    Raises LibraryUnavailable, also if there is no library: a check of nothing finds no fault.
    """
    with existing_library(typed.library) as library:
        report = checking.check(library)
    counted = ", ".join(f"{number:,} {name}" for name, number in report.counted)
    print_words(f"{folder_of(typed.library)}: {counted}.", f"{report.sqlite}.")
    print_words(*filter(None, [siting.warning(folder_of(typed.library))]))
    if report.problems:
        tell(*report.problems)
        return 1
    print_words("All is well.")
    return 0
