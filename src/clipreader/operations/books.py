"""Books give one source for each chapter, read when its turn comes.

The list of what is to be imported holds the places of the chapters only, so that a folder of books
does not lie in memory whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from clipreader import importers
from clipreader.model import Source
from clipreader.operations.whole_file import shown, shown_name, whole_file

ENDING: Final = ".epub"
"""The ending of the files that hold several articles."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: the file of its book, and its place in it."""

    book: Path
    place: str

    @property
    def path(self) -> str:
        """Return what the report calls it: a path that leads into the book."""
        return shown(str(self.book / self.place))


def is_book(path: Path) -> bool:
    """Say whether a path is that of a book, by its ending."""
    return path.suffix.lower() == ENDING


def chapters_of(book: Path) -> tuple[Chapter, ...]:
    """Return the chapters of a book in reading order. Raises UnreadableSource."""
    return tuple(Chapter(book, place) for place in importers.chapters(_opened(book)))


def chapter_at(path: Path) -> Chapter | None:
    """Return the chapter to which a path leads that a report named, or None."""
    for book in path.parents:
        if is_book(book) and not path.exists() and book.is_file():
            return Chapter(book, path.relative_to(book).as_posix())
    return None


def source_from_chapter(chapter: Chapter) -> Source:
    """Return the bytes of a chapter with its pictures. Raises UnreadableSource."""
    media_type, data = importers.chapter(_opened(chapter.book), chapter.place)
    name = f"{shown_name(chapter.book)} › {PurePosixPath(chapter.place).name}"
    return Source(name, data, media_type, path=chapter.path, received=datetime.now(UTC))


def _opened(book: Path) -> Source:
    return Source(shown_name(book), whole_file(book), "application/epub+zip")
