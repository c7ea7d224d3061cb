"""Imports that ended before their time: cancelled, or ended with the app or the machine.

What is in is held against the library: after a backup was put back, or the import was undone, it
is not as the tally says.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from clipreader.library import Library, shelving
from clipreader.model import NotFound, Source, Unfinished
from clipreader.operations import tally
from clipreader.operations.tally import Entry, Tally, Told
from clipreader.operations.whole_file import shown_name

NOTHING_LEFT: Final = "There is nothing left of this import to go on with."
UNDER_WAY: Final = "This import is under way in another window or program."
"""Why an import cannot be gone on with."""


def unfinished(library: Library) -> tuple[Unfinished, ...]:
    """Return the imports that can be gone on with, the newest first.

    What is under way, here or in another program, is not among them. An import that was undone
    whole, and what cannot be read, is forgotten. Raises LibraryUnavailable.
    """
    if library.is_read_only:
        return ()
    found = [_looked_at(library, path) for path in tally.all_in(library.folder)]
    return tuple(one for one in found if one is not None)


def forget(library: Library, tally_id: str) -> None:
    """Forget what is left of an import; what is in stays in. One under way is left alone."""
    if not library.is_read_only and (taken := tally.taken_up(_path(library, tally_id))):
        taken.end()


def taken_up(library: Library, tally_id: str) -> tuple[Tally, Told]:
    """Return the tally to go on with, and what it says. Raises NotFound, LibraryUnavailable.

    What was put in the trash since counts as in: the person did that. Only where all of it lies
    there the import was undone, and it is begun anew.
    """
    path = _path(library, tally_id)
    told = tally.read(path)
    if told is None:
        raise NotFound(NOTHING_LEFT)
    taken = tally.taken_up(path)
    if taken is None:
        raise NotFound(UNDER_WAY if path.exists() else NOTHING_LEFT)
    told = tally.read(path) or told  # what was written until it was ours
    trashed = _in_trash(library, told.entries)
    if not all(trashed.values()):
        taken.known = {one.path: one for one in told.entries if one.article_id in trashed}
    return taken, told


def begun(library: Library, incoming: Iterable[Path | Source]) -> Tally:
    """Return the tally of an import: a new one, or that of the same files, which ended early.

    What was put in the trash since is not in then: who imports it again wants it back. Raises
    LibraryUnavailable.
    """
    items = tuple(incoming)
    if not tally.is_worth_it(items):
        return Tally()
    for path in tally.all_in(library.folder):
        told = tally.read(path)
        if told is None or not tally.same_paths(told, items):
            continue
        taken = tally.taken_up(path)
        if taken is not None:
            trashed = _in_trash(library, told.entries)
            in_sight = (one for one in told.entries if trashed.get(one.article_id) is False)
            taken.known = {one.path: one for one in in_sight}
            return taken
    return tally.begun(library.folder, items)


def _looked_at(library: Library, path: Path) -> Unfinished | None:
    taken = tally.taken_up(path)
    if taken is None:
        return None
    told = tally.read(path)
    trashed = _in_trash(library, told.entries) if told else {}
    if told is None or (trashed and all(trashed.values())):
        taken.end()
        return None
    taken.close()
    done = sum(one.article_id in trashed for one in told.entries)
    return Unfinished(path.stem, shown_name(told.paths[0]), len(told.paths) - 1, done, told.total)


def _in_trash(library: Library, entries: Iterable[Entry]) -> dict[str, bool]:
    with library.reading() as connection:
        return shelving.in_trash(connection, (one.article_id for one in entries))


def _path(library: Library, tally_id: str) -> Path:
    return tally.named(library.folder, tally_id)
