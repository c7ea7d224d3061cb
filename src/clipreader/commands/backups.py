"""``backup`` and ``restore``: a whole copy of the library, and the way back to one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from clipreader.commands.opening import existing_library, folder_of
from clipreader.commands.printing import print_columns, print_words
from clipreader.model import Backup, NotFound
from clipreader.operations import backing_up

_KILO = 1000


def backup(typed: Namespace) -> int:
    """Make a backup now and tell where it is. Raises LibraryUnavailable."""
    with existing_library(typed.library) as library:
        made = backing_up.back_up(library)
    print_words(f"Backup {made.number} was made and read back: {made.path}")
    return 0


def restore(typed: Namespace) -> int:
    """List the backups, or put the one with a number back.

    Raises NotFound, or LibraryUnavailable; the library is then as it was.
    """
    folder = folder_of(typed.library)
    there = backing_up.backups_in(folder)
    if typed.number is None:
        print_columns(_line(one) for one in there)
        if not there:
            print_words("There are no backups yet: clipreader backup makes one.")
        return 0
    aside = backing_up.restore(folder, _numbered(there, typed.number, folder))
    print_words(f"Backup {typed.number} is the library now. What was there is kept as {aside}")
    return 0


def _numbered(there: tuple[Backup, ...], number: int, folder: Path) -> Backup:
    for one in there:
        if one.number == number:
            return one
    raise NotFound(f"There is no backup {number} of the library in “{folder}”.")


def _line(one: Backup) -> tuple[str, ...]:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    size = f"{one.size / _KILO**2:.1f} MB"
    return str(one.number), made, f"{one.articles} articles", f"{one.highlights} clippings", size
