"""``backup`` and ``restore``: a whole copy of the library, and the way back to one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from clipreader import paths
from clipreader.commands.opening import existing_library, folder_of
from clipreader.commands.printing import print_columns, print_words
from clipreader.commands.values import NEWEST
from clipreader.model import Backup, LibraryTooNew, LibraryUnavailable, NotFound, Rescue
from clipreader.operations import backing_up, checking, rescuing
from clipreader.operations.watching import folders, taking

_KILO = 1000


def backup(typed: Namespace) -> int:
    """Make a backup now and tell where it is. Raises LibraryUnavailable."""
    with existing_library(typed.library) as library:
        made = backing_up.back_up(library)
    print_words(f"Backup {made.number} was made and read back: {made.path}")
    return 0


def restore(typed: Namespace) -> int:
    """List the backups, put the one with a number back, or the newest good state.

    What watched folders brought after a backup may come again then. Raises NotFound, or
    LibraryUnavailable; the library is then as it was.
    """
    folder = folder_of(typed.library)
    if typed.number == NEWEST:
        return _rescue(folder)
    there = backing_up.backups_in(folder)
    if typed.number is None:
        print_columns(_line(one) for one in there)
        if not there:
            print_words("There are no backups yet: clipreader backup makes one.")
        return 0
    backup = _numbered(there, typed.number, folder)
    aside = backing_up.restore(folder, backup)
    _look_back(folder, backup)
    print_words(f"Backup {typed.number} is the library now. What was there is kept as {aside}")
    return 0


def _rescue(folder: Path) -> int:
    if _is_whole(folder):
        print_words("The library is whole. Nothing was changed.")
        return 0
    rescue = rescuing.find(folder)
    if rescue is None:
        raise NotFound(f"There is nothing to restore the library in “{folder}” from.")
    aside = rescuing.carry_out(folder, rescue)
    if rescue.backup is not None and not rescue.is_whole:
        _look_back(folder, rescue.backup)
    print_words(*_told(rescue), f"What was there is kept as {aside}")
    return 0


def _is_whole(folder: Path) -> bool:
    """Say whether the library opens and every word of its file is what it was."""
    try:
        with existing_library(folder) as library:
            return not checking.check(library).in_the_file
    except LibraryTooNew:
        raise  # it is no older state that is wanted then
    except LibraryUnavailable:
        return False


def _told(rescue: Rescue) -> Iterator[str]:
    """Yield what is the library now, and what was done again or is missing, the last first."""
    backup = rescue.backup
    base = "its own file" if backup is None else f"backup {backup.number}"
    yield f"The library was restored from {'the action log' if rescue.from_log else base}."
    deeds = rescue.again or rescue.lost
    if rescue.is_whole:
        yield f"Done again from the action log: {len(deeds)}. Nothing is missing."
    elif deeds:
        yield f"What was done since is missing, as far as is known: {len(deeds)}."
    else:
        yield "What was done since is missing."
    for deed in reversed(deeds):
        made = deed.made.astimezone().strftime("%Y-%m-%d %H:%M")
        yield f"  {made}  {deed.label}  {deed.words}".rstrip()


def _look_back(folder: Path, backup: Backup) -> None:
    """Let what watched folders brought since a backup come again, as the window does."""
    notes = folders.notes_for(folder, paths.settings_file().parent)
    taking.forget_since(notes, backup.made)


def _numbered(there: tuple[Backup, ...], number: int, folder: Path) -> Backup:
    for one in there:
        if one.number == number:
            return one
    raise NotFound(f"There is no backup {number} of the library in “{folder}”.")


def _line(one: Backup) -> tuple[str, ...]:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    size = f"{one.size / _KILO**2:.1f} MB"
    return str(one.number), made, f"{one.articles} articles", f"{one.highlights} clippings", size
