"""Files that hold several articles: each is a source of its own, taken out when its turn comes.

The list of what is to be imported holds places only, so that a folder of books does not lie in
memory whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from clipreader.importers import COLLECTIONS, Collection
from clipreader.model import Source
from clipreader.operations.whole_file import shown, shown_name, whole_file


@dataclass(frozen=True, slots=True)
class Inside:
    """An article inside a file: the file, and the place in it."""

    file: Path
    place: str

    @property
    def path(self) -> str:
        """Return what the report calls it: a path that leads into the file."""
        return shown(f"{self.file}/{self.place}")


@dataclass(slots=True)
class Unpacking:
    """Takes articles out of files; the file that was opened last stays in memory."""

    _file: Path | None = None
    _opened: Collection | None = None

    def source_of(self, inside: Inside) -> Source:
        """Return an article's bytes with its pictures. Raises UnreadableSource."""
        if self._opened is None or self._file != inside.file:
            self._opened, self._file = _opened(inside.file), inside.file
        media_type, data = self._opened.take_out(inside.place)
        name = f"{shown_name(inside.file)} › {PurePosixPath(inside.place).name}"
        return Source(name, data, media_type, path=inside.path, received=datetime.now(UTC))


def holds_several(path: Path) -> bool:
    """Say whether a file is one of several articles, by its ending."""
    return path.suffix.lower() in COLLECTIONS


def articles_in(file: Path) -> tuple[tuple[Inside, ...], tuple[str, ...]]:
    """Return the articles in a file, in their order, and the names of what else is in it.

    Raises UnreadableSource.
    """
    opened = _opened(file)
    return tuple(Inside(file, place) for place in opened.places()), opened.strangers()


def inside_at(path: Path) -> Inside | None:
    """Return the article to which a path leads that a report named, or None."""
    for file in path.parents:
        if holds_several(file) and not path.exists() and file.is_file():
            return Inside(file, path.relative_to(file).as_posix())
    return None


def _opened(file: Path) -> Collection:
    source = Source(shown_name(file), whole_file(file), "application/zip")
    return COLLECTIONS[file.suffix.lower()](source)
