"""Files, folders and sources become the list of what is to be read, in order.

Inside a folder only files with a known ending are taken. What stands beside articles (pictures,
styles and scripts of saved pages, hidden files) is passed over; any other file has a line of its
own that says that it is not read, so that nothing a person may have meant is skipped in silence.
Links are not followed inside a folder, so no walk leaves it or goes in circles.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from clipreader.importers import COLLECTIONS, IMPORTERS
from clipreader.model import Fate, Source, UnreadableSource
from clipreader.operations.page_folder import pages_of
from clipreader.operations.unpacking import Inside, articles_in, holds_several, inside_at
from clipreader.operations.whole_file import shown

DEEPEST: Final = 40
"""How many folders deep a folder is walked."""

MOST_ENTRIES: Final = 100_000
"""How many files and folders of a folder are looked at."""

ENDINGS: Final = (*(end for importer in IMPORTERS for end in importer.endings), *COLLECTIONS)
"""The endings of the files that are read, in the order in which people are told."""

MOST_UNREAD: Final = 200
"""How many files that are not read have a line of their own, in a folder or a zip."""

_BESIDE: Final = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|css|m?js|map|woff2?|[ot]tf|eot|db|ini|lnk"
    r"|part|tmp|download)"
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A place of which nothing can be read, or not all, and why in a sentence.

    ``fate`` is UNREAD for a file of a kind that is not read, else FAILED.
    """

    path: str
    reason: str
    fate: Fate = Fate.FAILED


Found = Path | Source | Inside | Refused
"""One thing to read, or one line of the report already."""


def path_of(item: Found) -> str:
    """Return what the report calls something that was found."""
    if isinstance(item, Refused | Inside):
        return item.path
    if isinstance(item, Source):
        return item.path or item.name
    return shown(str(item))


def walked(incoming: Iterable[Path | Source], *, except_folder: Path) -> Iterator[Found]:
    """Yield what is to be read; folders are walked by name, without ``except_folder``.

    The folder of a page's pictures that comes along with its page is part of it.
    """
    items = tuple(incoming)
    files = [item for item in items if isinstance(item, Path) and _ending(item.name) in ENDINGS]
    pages = {(page.parent, page.stem) for page in files}
    for item in items:
        if not isinstance(item, Path):
            yield item
        elif not is_folder(item):
            yield from _inside(item) if holds_several(item) else [inside_at(item) or item]
        elif not any((item.parent, page) in pages for page in pages_of(item.name)):
            yield from _Walk(item, except_folder).found()


@dataclass(slots=True)
class _Walk:
    """The walk through one folder, and what it passed over."""

    top: Path
    except_folder: Path
    strangers: list[str] = field(default_factory=list[str])
    looked_at: int = 0
    taken: int = 0
    is_cut: bool = False

    def found(self) -> Iterator[Found]:
        """Yield the files of the folder and of those in it, then what is to be said."""
        failed = 0
        for found in self._inside(self.top, 0):
            self.taken += isinstance(found, Path | Inside)
            failed += isinstance(found, Refused)
            yield found
        name, place = shown(self.top.name or str(self.top)), shown(str(self.top))
        yield from _unread(self.strangers, self.top)
        if self.is_cut:
            reason = f"“{name}” is too large or too deep; not all of it was looked at."
            yield Refused(place, reason)
        elif not (self.taken or failed or self.strangers):
            yield Refused(place, f"There is nothing in “{name}” that ClipReader reads.")

    def _inside(self, folder: Path, depth: int) -> Iterator[Found]:
        try:
            with os.scandir(folder) as entries:
                inside = self._looked_through(entries)
        except OSError as error:
            yield Refused(shown(str(folder)), _why(folder, error))
            return
        pages = {Path(entry.name).stem for entry in inside if _ending(entry.name) in ENDINGS}
        for entry in inside:
            if _is_real_folder(entry):
                yield from self._below(Path(entry.path), depth + 1, pages)
            elif _ending(entry.name) in ENDINGS and not entry.is_symlink():
                path = Path(entry.path)
                yield from _inside(path) if holds_several(path) else [path]
            elif not _BESIDE.fullmatch(_ending(entry.name)):
                self.strangers.append(entry.path)

    def _below(self, folder: Path, depth: int, pages: set[str]) -> Iterator[Found]:
        if not pages.isdisjoint(pages_of(folder.name)) or _is_same(folder, self.except_folder):
            return
        if depth > DEEPEST:
            self.is_cut = True
            return
        yield from self._inside(folder, depth)

    def _looked_through(self, entries: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
        inside: list[os.DirEntry[str]] = []
        for entry in entries:
            self.looked_at += 1
            if self.looked_at > MOST_ENTRIES:
                self.is_cut = True
                break
            if not entry.name.startswith("."):
                inside.append(entry)
        return sorted(inside, key=lambda entry: entry.name)


def _inside(file: Path) -> Iterator[Found]:
    """Yield the articles in a file that holds several, or why there are none."""
    try:
        articles, others = articles_in(file)
    except UnreadableSource as error:
        yield Refused(shown(str(file)), str(error))
        return
    yield from articles
    strangers = [f"{file}/{name}" for name in others if not _BESIDE.fullmatch(_ending(name))]
    yield from _unread(strangers, file)


def _unread(strangers: Sequence[str], within: Path) -> Iterator[Refused]:
    """Yield a line for each file that is not read in a folder or a zip, by their paths."""
    for path in strangers[:MOST_UNREAD]:
        yield Refused(shown(path), _why_unread(path), Fate.UNREAD)
    if (more := len(strangers) - MOST_UNREAD) > 0:
        reason = f"{more:,} more files in it are of kinds that ClipReader does not read."
        yield Refused(shown(str(within)), reason, Fate.UNREAD)


def _why_unread(path: str) -> str:
    if Path(path).is_symlink():
        return "ClipReader does not follow links inside a folder."
    ending = shown(_ending(path))
    kind = f"files that end in “{ending}”" if ending else "files whose names have no ending"
    return f"ClipReader does not read {kind}."


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; one that cannot be looked at is none. Never raises."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_real_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _why(folder: Path, error: OSError) -> str:
    name = shown(folder.name or str(folder))
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"“{name}” cannot be opened, because access to it is not allowed."
    return f"“{name}” cannot be opened: {error.strerror or 'the disk did not answer'}."
