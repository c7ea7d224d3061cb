"""Files, folders and sources become the list of what is to be read, in order.

Inside a folder only files with a known ending are taken. What stands beside articles (pictures,
styles and scripts of saved pages, hidden files) is passed over; any other file is named in one
line for the whole folder, so that nothing a person may have meant is skipped in silence. Links
are not followed inside a folder, so no walk leaves it or goes in circles.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from clipreader.importers import IMPORTERS
from clipreader.model import Source, UnreadableSource
from clipreader.operations import books
from clipreader.operations.books import Chapter, chapter_at, chapters_of, is_book
from clipreader.operations.page_folder import pages_of
from clipreader.operations.whole_file import shown

DEEPEST: Final = 40
"""How many folders deep a folder is walked."""

MOST_ENTRIES: Final = 100_000
"""How many files and folders of a folder are looked at."""

ENDINGS: Final = (*(end for importer in IMPORTERS for end in importer.endings), books.ENDING)
"""The endings of the files that are read, in the order in which people are told."""

_NAMED: Final = 3
_BESIDE: Final = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|css|m?js|map|woff2?|[ot]tf|eot|db|ini|lnk"
    r"|part|tmp|download)"
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A place of which nothing can be read, or not all, and why in a sentence."""

    path: str
    reason: str


Found = Path | Source | Chapter | Refused
"""One thing to read, or one line of the report already."""


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
        elif not _is_folder(item):
            yield from _chapters(item) if is_book(item) else [chapter_at(item) or item]
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
            self.taken += isinstance(found, Path | Chapter)
            failed += isinstance(found, Refused)
            yield found
        sentences = self._sentences()
        if not self.taken and not failed and not sentences:
            sentences = ["There is nothing in “{name}” that ClipReader reads."]
        name = shown(self.top.name or str(self.top))
        for sentence in sentences:
            yield Refused(shown(str(self.top)), sentence.replace("{name}", name))

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
                yield from _chapters(path) if is_book(path) else [path]
            elif not _BESIDE.fullmatch(_ending(entry.name)):
                self.strangers.append(entry.name)

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

    def _sentences(self) -> list[str]:
        sentences: list[str] = []
        if self.strangers:
            names = ", ".join(f"“{shown(name)}”" for name in self.strangers[:_NAMED])
            more = len(self.strangers) - _NAMED
            names += f" and {more:,} more" if more > 0 else ""
            sentences.append(f"ClipReader does not read these files in “{{name}}”: {names}.")
        if self.is_cut:
            sentences.append("“{name}” is too large or too deep; not all of it was looked at.")
        return sentences


def _chapters(book: Path) -> Iterator[Found]:
    """Yield the chapters of a book, or why there are none."""
    try:
        yield from chapters_of(book)
    except UnreadableSource as error:
        yield Refused(shown(str(book)), str(error))


def _is_folder(path: Path) -> bool:
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
