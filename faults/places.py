"""The library's place, or a target's, can only be read, is closed, moved or replaced."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from clipreader.library.opening import FILE_NAME
from clipreader.model import ClipreaderError, LibraryUnavailable, Query
from clipreader.operations import checking, exporting, highlighting, open_library
from faults import invariants
from faults.actions import ACTIONS
from faults.apart import unprivileged
from faults.fault import Tally, Trial
from faults.scene import copied, mark, meaning, rows_of

CLOSED, TO_READ, OPEN = 0o000, 0o555, 0o755


def read_only(trial: Trial) -> Tally:
    """Open a library that cannot be written to: it is read and exported, and says why no more."""
    tally = Tally()
    for name, prepare in READ_ONLY.items():
        work = copied(trial.stage.library, trial.folder / "work")
        prepare(work)
        tally.tried(name, unprivileged(partial(_only_read, trial, work)))
        work.chmod(OPEN)
    return tally


def closed_while_open(trial: Trial) -> Tally:
    """Close a folder while the library is open: a sentence, and once it is open all goes on."""
    tally = Tally()
    for part, action in CLOSED_PARTS:
        work = copied(trial.stage.library, trial.folder / "work")
        place = work / part
        told = unprivileged(partial(_closed, work, place, action))
        tally.tried(f"{part or 'the folder'}, {action}", told)
        place.chmod(OPEN)
    return tally


def moved_while_open(trial: Trial) -> Tally:
    """Move the library away while it is open: a sentence, and no empty one in its place."""
    tally = Tally()
    for name, move in MOVES.items():
        for action in ("highlight", "import text", "back up"):
            work = copied(trial.stage.library, trial.folder / "work")
            aside = trial.folder / "aside"
            shutil.rmtree(aside, ignore_errors=True)
            tally.tried(f"{name}, {action}", _moved(trial, work, aside, move, action))
    return tally


def occupied_targets(trial: Trial) -> Tally:
    """Export to where something is in the way: written whole, or refused and left as it is."""
    tally = Tally()
    library = copied(trial.stage.library, trial.folder / "work")
    for name, occupy in TARGETS.items():
        folder = trial.folder / name.replace(" ", "-")
        folder.mkdir()
        occupy(folder / "mine.md")
        tally.tried(name, unprivileged(partial(_exported, library, folder)))
        folder.chmod(OPEN)
    return tally


def _only_read(trial: Trial, work: Path) -> Iterator[str]:
    before = _bytes_in(work)
    with open_library(work) as library:
        if not library.is_read_only:
            yield "it does not say that it can only be read"
        if meaning(library) != trial.stage.before:
            yield "it means something else"
        ACTIONS["export"](library, trial.stage.outside("read-only-out"))
        try:
            mark(library, rows_of(library)[0], "e")
            yield "it told as done what it could not write"
        except LibraryUnavailable as error:
            yield from _no_sentence(error)
    if _bytes_in(work) != before:
        yield "a file has changed"


def _closed(work: Path, place: Path, action: str) -> Iterator[str]:
    with open_library(work) as library:
        before = meaning(library)
        place.chmod(CLOSED)
        done = False
        try:
            ACTIONS[action](library, work.parent)
            done = True
        except (ClipreaderError, OSError) as error:
            yield from _no_sentence(error)
        place.chmod(OPEN)
        if not done and meaning(library) != before:
            yield "what was refused is there"
        ACTIONS[action](library, work.parent)
        yield from checking.check(library).problems


def _moved(
    trial: Trial, work: Path, aside: Path, move: Callable[[Path, Path], object], action: str
) -> Iterator[str]:
    done, kept = False, aside / FILE_NAME
    library = open_library(work)
    try:
        move(work, aside)
        ACTIONS[action](library, trial.folder)
        done = True
    except (ClipreaderError, OSError) as error:
        yield from _no_sentence(error)
    finally:
        library.close()
    if (work / FILE_NAME).exists():
        yield "there is a new library in its place"
    work.mkdir(exist_ok=True)
    if not (aside / "originals").exists():
        kept.rename(work / FILE_NAME)
        kept = work / FILE_NAME
    after = trial.stage.after(action)
    yield from invariants.breaks(kept.parent, trial.stage.before, after, done=done)


def _exported(work: Path, folder: Path) -> Iterator[str]:
    target = folder / "mine.md"
    before = _bytes_in(folder)
    with open_library(work) as library:
        clippings = exporting.gather(library, Query())
        files = exporting.files_of(clippings, exporting.Layout.ONE_FILE)
        try:
            exporting.write(files, target)
        except (ClipreaderError, OSError) as error:
            yield from _no_sentence(error)
            if _bytes_in(folder) != before:
                yield "it was refused and something has changed"
            return
        quotes = [one.highlight.quote for one in highlighting.clippings(library, Query())]
    written = b"".join(_bytes_in(folder).values()).decode()
    if not quotes or any(quote.split()[0] not in written for quote in quotes):
        yield "it was told as written and is not"


def _no_sentence(error: Exception) -> Iterator[str]:
    if isinstance(error, ClipreaderError) and not str(error).endswith((".", "”")):
        yield f"no sentence: {error}"


def _bytes_in(folder: Path) -> dict[str, bytes]:
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and os.access(path, os.R_OK)
    )
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _in_write_ahead_mode(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as there:
        there.execute("PRAGMA journal_mode = wal")
    folder.chmod(TO_READ)


def _both(folder: Path) -> None:
    (folder / FILE_NAME).chmod(0o444)
    folder.chmod(TO_READ)


def _the_file(work: Path, aside: Path) -> None:
    aside.mkdir()
    (work / FILE_NAME).rename(aside / FILE_NAME)


def _replaced(work: Path, aside: Path) -> None:
    work.rename(aside)
    work.mkdir()


READ_ONLY: dict[str, Callable[[Path], object]] = {
    "the folder": lambda folder: folder.chmod(TO_READ),
    "the file": lambda folder: (folder / FILE_NAME).chmod(0o444),
    "both": _both,
    "in write-ahead mode": _in_write_ahead_mode,
}
"""What can only be read, and how it gets so."""

CLOSED_PARTS = [
    ("", "highlight"),
    ("", "import text"),
    ("", "back up"),
    (FILE_NAME, "note"),
    ("originals", "import text"),
    ("originals", "highlight"),
    ("backups", "back up"),
    ("backups", "highlight"),
]
"""What is closed while the library is open, and what a person does then."""

MOVES: dict[str, Callable[[Path, Path], object]] = {
    "the folder": lambda work, aside: work.rename(aside),
    "the file": _the_file,
    "replaced by an empty folder": _replaced,
}
"""What is moved away, and how."""


def _a_file(path: Path, mode: int) -> None:
    path.write_bytes(b"of last week\n")
    path.chmod(mode)


def _in_a_closed_folder(path: Path) -> None:
    _a_file(path, 0o644)
    path.parent.chmod(TO_READ)


TARGETS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: path.parent,
    "a file": lambda path: _a_file(path, 0o644),
    "a file to read": lambda path: _a_file(path, 0o444),
    "a closed file": lambda path: _a_file(path, 0o000),
    "a folder": lambda path: path.mkdir(),
    "a closed folder": lambda path: path.mkdir(mode=0),
    "in a folder to read": _in_a_closed_folder,
    "a link to nothing": lambda path: path.symlink_to(path.parent / "nowhere" / "x.md"),
}
"""What is where the export is to go."""
