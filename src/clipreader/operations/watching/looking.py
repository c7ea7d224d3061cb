"""What lies in a watched folder just now: files that may be articles, with size and time.

A folder is walked as for an import: by name, without hidden files, links, and what is not read
anyway (a download that is under way has an ending of its own). A page and the folder of its
pictures are one: the page's size and time are those of both together.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from clipreader.operations.page_folder import pages_of
from clipreader.operations.tally import Stamp
from clipreader.operations.walking import DEEPEST, ENDINGS, MOST_ENTRIES
from clipreader.operations.watching.folders import WatchedFolder

UNDER_WAY: Final = (".part", ".crdownload", ".download", ".partial", ".opdownload", ".tmp")
"""What programs add to the name of a file that they are still writing."""

_OWNERS: Final = "~$"
"""How Word's file begins that says who has a document open (https://learn.microsoft.com)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file by its absolute path, with the size and time of it and of the pictures beside it."""

    path: Path
    stamp: Stamp
    has_pictures: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen. ``folders`` are those that were looked into, the top one first.

    ``is_there`` is false for a folder that is gone for now: a drive that was taken out.
    """

    is_there: bool
    seen: tuple[Seen, ...] = ()
    folders: tuple[Path, ...] = ()


def look(watched: WatchedFolder, except_folder: Path) -> Look:
    """Look through a folder, and those inside if they are watched. Raises nothing.

    ``except_folder`` is the library's, which is passed over wherever it lies.
    """
    walk = _Walk(watched.inside, except_folder)
    try:
        with os.scandir(watched.path):
            pass
    except (OSError, ValueError):
        return Look(is_there=False)
    seen = tuple(walk.through(watched.path, 0))
    return Look(True, seen, tuple(walk.folders))


@dataclass(slots=True)
class _Walk:
    inside: bool
    except_folder: Path
    folders: list[Path] = field(default_factory=list[Path])
    left: int = MOST_ENTRIES

    def through(self, folder: Path, depth: int) -> Iterator[Seen]:
        """Yield the files of a folder, then those of the folders in it."""
        if _is_same(folder, self.except_folder):
            return
        entries = self._entries(folder)
        self.folders.append(folder)
        names = {entry.name for entry in entries}
        files = [entry for entry in entries if _is_article(entry, names)]
        pages = {Path(entry.name).stem for entry in files}
        below: list[Path] = []
        pictures: dict[str, Stamp] = {}
        for entry in entries:
            if not _is_folder(entry):
                continue
            owners = pages.intersection(pages_of(entry.name))
            if not owners:
                below.append(Path(entry.path))
            for page in owners:
                pictures[page] = _sum(_stamps_in(entry.path))
        yield from _seen(files, pictures)
        if self.inside and depth < DEEPEST:
            for each in below:
                yield from self.through(each, depth + 1)

    def _entries(self, folder: Path) -> Sequence[os.DirEntry[str]]:
        found: list[os.DirEntry[str]] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self.left -= 1
                    if self.left < 0:
                        break
                    if not entry.name.startswith((".", _OWNERS)):
                        found.append(entry)
        except OSError:
            return ()
        return sorted(found, key=lambda entry: entry.name)


def _seen(files: Sequence[os.DirEntry[str]], pictures: dict[str, Stamp]) -> Iterator[Seen]:
    for entry in files:
        stamp = _stamp(entry)
        if stamp is None:
            continue
        beside = pictures.get(Path(entry.name).stem)
        both = stamp if beside is None else _sum((stamp, beside))
        yield Seen(Path(entry.path), both, beside is not None)


def _is_article(entry: os.DirEntry[str], names: set[str]) -> bool:
    """Say whether it is a file that can be read, and that no program is still writing."""
    if Path(entry.name).suffix.lower() not in ENDINGS or entry.is_symlink():
        return False
    return not _is_folder(entry) and not any(entry.name + end in names for end in UNDER_WAY)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns)


def _stamps_in(folder: str) -> Iterator[Stamp]:
    """Yield what is known of the files in a page's folder; some thousand of them are enough."""
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(5_000), entries, strict=False):
                if (stamp := _stamp(entry)) is not None:
                    yield stamp
    except OSError:
        return


def _sum(stamps: Iterator[Stamp] | Sequence[Stamp]) -> Stamp:
    """Return the size of all and the time of the youngest."""
    every = list(stamps)
    return Stamp(sum(one.size for one in every), max((one.modified for one in every), default=0))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
