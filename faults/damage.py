"""Files that changed under the program: bits flipped, cut, emptied, of another program, of later.

Nothing here can be mended by us; what counts is that it is noticed and that what is left is kept.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from clipreader.library.opening import FILE_NAME
from clipreader.model import Backup, ClipreaderError, LibraryUnavailable
from clipreader.operations import backing_up, checking, open_library
from faults.fault import Tally, Trial
from faults.scene import copied, crowd, furnish, meaning

NOTICED = 0.95
"""The least share of flipped bits that the check has to notice."""

FREE = 4
"""Bytes on both sides of a place that are zero where the file is free."""

CROWD = 60
"""Articles in the file whose bits are flipped; one with a few is mostly empty pages."""


def flipped_bits(trial: Trial, *, short: int, long: int) -> Tally:
    """Flip one bit of the library's file; the check notices, and always in texts and quotes.

    Bits are flipped in what is written. Free space is zeros, because what is deleted is
    overwritten, and what changes there changes nothing.
    """
    scene, dice, tally = _scene(trial), random.Random(trial.seed), Tally()
    crowd(scene, CROWD)
    with open_library(scene) as library:
        meant = meaning(library)
    whole = (scene / FILE_NAME).read_bytes()
    work, unnoticed, tries = copied(scene, trial.folder / "work"), 0, trial.many(short, long)
    while tally.tries < tries and (not tally.tries or time.monotonic() < trial.until):
        place, bit = dice.randrange(len(whole)), 1 << dice.randrange(8)
        if not any(whole[max(0, place - FREE) : place + FREE]):
            continue
        changed = bytearray(whole)
        changed[place] ^= bit
        (work / FILE_NAME).write_bytes(changed)
        noticed, same = _noticed(work, meant)
        unnoticed += not noticed
        lost = not noticed and not same
        tally.tried(f"byte {place} ^ {bit}", ["changed what is read, unnoticed"] if lost else [])
    share = 1 - unnoticed / tally.tries
    if share < NOTICED:
        tally.broken.append(f"only {share:.1%} of flipped bits were noticed")
    tally.remark = f"{share:.1%} noticed; the rest changed nothing that is read"
    return tally


def flipped_originals(trial: Trial, *, short: int, long: int) -> Tally:
    """Flip one bit of an original; the check notices and nothing is written over it."""
    scene, dice, tally = _scene(trial), random.Random(trial.seed), Tally()
    paths = sorted(path for path in (scene / "originals").glob("??/*") if path.is_file())
    for _ in trial.times(short, long):
        path = dice.choice(paths)
        whole = path.read_bytes()
        changed = bytearray(whole)
        changed[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        path.chmod(0o644)
        path.write_bytes(changed)
        with open_library(scene) as library:
            noticed = checking.check(library).problems
        breaks = [] if noticed else ["the check says nothing"]
        breaks += [] if path.read_bytes() == bytes(changed) else ["it was written over"]
        tally.tried(path.name[:8], breaks)
        path.write_bytes(whole)
    return tally


def no_library(trial: Trial) -> Tally:
    """Put something else in the library's place: one sentence, and it stays as it is."""
    tally = Tally()
    for name, spoil in SPOILS.items():
        work = copied(_scene(trial), trial.folder / "work")
        path = work / FILE_NAME
        spoil(path)
        before = _bytes_at(path)
        tally.tried(name, _refused(work, path, before))
    return tally


def damaged_backups(trial: Trial, *, short: int, long: int) -> Tally:
    """Flip a bit of the newest backup: it is refused, or good; the one before is put back."""
    scene, dice, tally = _scene(trial), random.Random(trial.seed), Tally()
    with open_library(scene) as library:
        older = meaning(library)
        backing_up.back_up(library)
    for number in trial.times(short, long):
        work = copied(scene, trial.folder / "work")
        newest, good = backing_up.backups_in(work)[:2]
        data = bytearray(newest.path.read_bytes())
        place = dice.randrange(100, len(data)) if number % 2 else len(data)
        data[place : place + 1] = bytes([data[place] ^ 16]) if place < len(data) else b""
        newest.path.write_bytes(data if number % 2 else data[: len(data) // 2])
        tally.tried(f"backup {number}", _put_back(work, newest, good, older))
    return tally


def damaged_index(trial: Trial) -> Tally:
    """Drop or empty the search index: it is made again and the texts are not blamed."""
    tally = Tally()
    for statement in ("DROP TABLE article_index", "DROP TABLE note_index"):
        work = copied(_scene(trial), trial.folder / "work")
        with closing(sqlite3.connect(work / FILE_NAME)) as there:
            there.execute(statement)
            there.commit()
        with open_library(work) as library:
            tally.tried(statement, checking.check(library).problems)
    return tally


def _scene(trial: Trial) -> Path:
    place = trial.folder / "scene"
    if not place.exists():
        furnish(place)
    return place


def _noticed(work: Path, meant: str) -> tuple[bool, bool]:
    """Return whether a change was noticed, and whether what is read is the same."""
    try:
        with open_library(work) as library:
            if checking.check(library).problems:
                return True, False
            return False, meaning(library) == meant
    except ClipreaderError:
        return True, False
    except Exception as error:
        return False, isinstance(error, AssertionError)


def _refused(work: Path, path: Path, before: bytes) -> Iterator[str]:
    try:
        with open_library(work):
            yield "it was opened"
    except LibraryUnavailable as error:
        if not str(error).endswith((".", "”")):
            yield f"no sentence: {error}"
    except Exception as error:
        yield f"crashes: {type(error).__name__} {error}"
    if _bytes_at(path) != before:
        yield "what was there has changed"


def _bytes_at(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else str(path.exists()).encode()


def _put_back(work: Path, newest: Backup, good: Backup, older: str) -> Iterator[str]:
    try:
        backing_up.restore(work, newest)
    except LibraryUnavailable:
        backing_up.restore(work, good)
    with open_library(work) as library:
        yield from checking.check(library).problems
        if meaning(library) != older:
            yield "what was put back is not what was backed up"


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as there:
        there.execute("PRAGMA user_version = 9999")


def _of_another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as there:
        there.execute("CREATE TABLE theirs (x)")
        there.commit()


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


SPOILS: dict[str, Callable[[Path], object]] = {
    "of a newer ClipReader": _newer,
    "of another program": _of_another,
    "a folder": _a_folder,
    "cut": _cut,
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "a text": lambda path: path.write_bytes(b"Dear diary, today " * 500),
    "zeros": lambda path: path.write_bytes(bytes(100_000)),
    "only its header": lambda path: path.write_bytes(path.read_bytes()[:100]),
}
"""What may be found in the library's place, and how it gets there."""
