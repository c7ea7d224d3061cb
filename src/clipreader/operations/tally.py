"""What an import was given and what of it is in, in a small file, so that it can be gone on with.

What, why: the file lies in the library's folder, is there before the first article is read, and
goes when the import has ended well. Its first line says what was dropped; each further line names
a file that is in by its path, size and time, and its article, written when that is on the disk.
So a file that is in is not even opened when the import goes on. It holds no words of an article.
A last line that was cut off is passed over: that file is read again and found to be known.

What else was tried: the journal's records (they name articles, not files, and know nothing of
what was left), and a list of what is left (written anew with every article).
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from clipreader.library.originals import flush, flush_folder
from clipreader.model import Imported, Source, new_id
from clipreader.operations.claiming import claim
from clipreader.operations.unpacking import Inside, holds_several
from clipreader.operations.walking import Found, is_folder

LOG = logging.getLogger(__name__)

FOLDER: Final = "imports"
"""The folder, in the library's, in which tallies lie."""

_ENDING: Final = ".jsonl"
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known without being opened: its size in bytes, its time in nanoseconds."""

    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or an article inside one, that is in; ``path`` is absolute.

    ``link`` is the address where it is a link and no more.
    """

    path: str
    stamp: Stamp
    article_id: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a tally says: what was dropped, how many files that is (if counted), what is in."""

    paths: tuple[Path, ...]
    total: int | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Tally:
    """The tally of the import in hand; one without a file remembers nothing."""

    file: BinaryIO | None = None
    path: Path | None = None
    known: dict[str, Entry] = field(default_factory=dict[str, Entry])
    _marks: dict[int, tuple[str, Stamp]] = field(default_factory=dict[int, tuple[str, Stamp]])

    @property
    def id(self) -> str:
        """Return by which name this import can be gone on with; empty if it cannot."""
        return self.path.stem if self.path and self.file else ""

    def entry_of(self, place: int, item: Found) -> Entry | None:
        """Return what is remembered of a file that is in and was not changed since.

        To be asked before the file is opened, so that a later change is not missed.
        """
        key = _key(item)
        if key is None or self.file is None:
            return None
        stamp = stamp_of(item.file if isinstance(item, Inside) else cast(Path, item))
        if stamp is None:
            return None
        entry = self.known.get(key)
        if entry is not None and entry.stamp == stamp:
            return entry
        self._marks[place] = key, stamp
        return None

    def count(self, total: int) -> None:
        """Remember how many files there are."""
        self._write([{"total": total}])

    def note(self, lines: Mapping[int, Imported]) -> None:
        """Remember the files that are in, by their places; what failed is still to be read."""
        self._write(
            _told(Entry(*self._marks.pop(place), line.article_id, line.link))
            for place, line in lines.items()
            if line.article_id and place in self._marks
        )

    def end(self) -> None:
        """Forget it all: the import ended well."""
        self.close()
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave what is remembered to whoever goes on. Harmless if it is closed."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.close()
            self.file = None

    def _write(self, lines: Iterable[Mapping[str, object]]) -> None:
        """Add lines. An import never fails because of its tally: it is then not remembered."""
        if self.file is None:
            return
        try:
            self.file.write(b"".join(map(_line, lines)))
            self.file.flush()
        except OSError:
            LOG.warning("%s could not be written", self.path, exc_info=True)
            self.end()


def is_worth_it(incoming: Iterable[Path | Source]) -> bool:
    """Say whether it is more than one file that is to be imported."""
    paths = [item for item in incoming if isinstance(item, Path)]
    return len(paths) > 1 or any(is_folder(path) or holds_several(path) for path in paths)


def begun(library: Path, incoming: Iterable[Path | Source]) -> Tally:
    """Return the tally of a new import into the library in a folder, durable already.

    Texts without a file are not in it. Without a place to write, nothing is remembered.
    """
    paths = [_absolute(item) for item in incoming if isinstance(item, Path)]
    path = library / FOLDER / f"{new_id()}{_ENDING}"
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(exist_ok=True)
        with part.open("xb") as file:
            file.write(_line({"import": _FORMAT, "paths": [str(one) for one in paths]}))
            file.flush()
            flush(file.fileno())
        part.replace(path)
        flush_folder(path.parent)
    except OSError:
        LOG.warning("an import cannot be remembered in %s", path.parent, exc_info=True)
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        return Tally()
    return taken_up(path) or Tally()


def taken_up(path: Path) -> Tally | None:
    """Return an open tally to go on with; None if it is gone or another program has it."""
    try:
        file = path.open("r+b")
    except OSError:
        return None
    if not claim(file) or not path.exists():  # who had it may just have ended well
        file.close()
        return None
    if file.seek(0, os.SEEK_END) and not _ends_a_line(file):
        file.write(b"\n")
    return Tally(file, path)


def all_in(library: Path) -> tuple[Path, ...]:
    """Return the tallies of a library's folder, the newest first."""
    with contextlib.suppress(OSError):
        return tuple(sorted((library / FOLDER).glob(f"*{_ENDING}"), reverse=True))
    return ()


def named(library: Path, tally_id: str) -> Path:
    """Return where the tally of this id lies, if it is there."""
    return library / FOLDER / f"{Path(tally_id).name}{_ENDING}"


def read(path: Path) -> Told | None:
    """Return what a tally says as far as it can be read, or None if that is nothing."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return None
    found = [record for line in lines if (record := _record(line)) is not None]
    if not found or found[0].get("import") != _FORMAT:
        return None
    paths = tuple(Path(one) for one in _strings(found[0].get("paths")))
    totals = [total for one in found if isinstance(total := one.get("total"), int)]
    entries = {entry.path: entry for one in found if (entry := _entry(one)) is not None}
    return Told(paths, totals[-1] if totals else None, tuple(entries.values())) if paths else None


def same_paths(told: Told, incoming: Iterable[Path | Source]) -> bool:
    """Say whether a tally is of these files and folders and of nothing else."""
    items = tuple(incoming)
    paths = {_absolute(item) for item in items if isinstance(item, Path)}
    return paths == set(told.paths) and all(isinstance(item, Path) for item in items)


def stamp_of(file: Path) -> Stamp | None:
    """Return by what a file is known; None if it cannot be looked at."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns)


def _key(item: Found) -> str | None:
    if isinstance(item, Inside):
        return f"{_absolute(item.file)}/{item.place}"
    return str(_absolute(item)) if isinstance(item, Path) else None


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() leaves ".." standing


def _line(record: Mapping[str, object]) -> bytes:
    """Return a record on a line; half a character of a file's name is escaped, as all are."""
    return json.dumps(record).encode("ascii") + b"\n"


def _told(entry: Entry) -> Mapping[str, object]:
    size, time = entry.stamp.size, entry.stamp.modified
    told = {"path": entry.path, "size": size, "time": time, "article": entry.article_id}
    return told | {"link": entry.link} if entry.link else told


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None


def _entry(record: Mapping[str, object]) -> Entry | None:
    path, article = record.get("path"), record.get("article")
    size, time = record.get("size"), record.get("time")
    if not (isinstance(path, str) and isinstance(article, str)):
        return None
    if not (isinstance(size, int) and isinstance(time, int)):
        return None
    link = record.get("link")
    return Entry(path, Stamp(size, time), article, link if isinstance(link, str) else "")


def _strings(found: object) -> list[str]:
    if not isinstance(found, list):
        return []
    return [one for one in cast("list[object]", found) if isinstance(one, str)]


def _ends_a_line(file: BinaryIO) -> bool:
    """Say whether the last byte is a line feed; the file stands at its end then."""
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
