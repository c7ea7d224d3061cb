"""The action log: every change of the library once more, in files of their own beside it.

What, why: the library's file is one file, and what happens to it happens to all of it. So each
transaction is also one line in ``log/<number>.ndjson``, on the disk before the transaction is.
From a backup and the lines after it the library is made again as it was at the last of them, and
a file that has lost its newest changes is known by its place in the log.

A line is a mark, the mark that it follows, and JSON; the mark is the beginning of the SHA-256 over
the rest, so a line that was cut off or changed is none. The library's file keeps the mark of its
last transaction. Lines therefore form a chain to every state, and one that was never committed, or
was left behind by going back to a backup, is in no chain of the state that counts. After the commit
``+mark`` is added: what has it was told as done. ``-mark`` says that the commit was refused.

Lines are only ever added. A file that is full is followed by another, and old ones are removed
when several backups have been made since.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from clipreader.library.originals import flush, flush_folder

FOLDER: Final = "log"
"""The folder of the log, in the library's."""

NEW: Final = "0" * 15
"""What the first line of a library made by us follows: no state at all."""

UNKNOWN: Final = "-" * 15
"""What the first line of a library follows that was there before its log was."""

FULL: Final = 16_000_000
"""Bytes of a file after which the next line goes into another."""

_TAIL: Final = 256
_NAME: Final = "{:06d}.ndjson"
_IS_FILE: Final = re.compile(r"\d{6}\.ndjson")
_LINE: Final = re.compile(rb"([0-9a-f]{15}) ([0-9a-f]{15}|-{15}) (\{.*\})")
_END: Final = re.compile(rb"([+-])([0-9a-f]{15})")
_O_BINARY: Final[int] = getattr(os, "O_BINARY", 0)

_NO_LINE: Final = (OSError, ValueError, KeyError, TypeError)
"""What reading a line can raise that somebody else has written."""

Statement = tuple[str, Any]
"""One statement of SQL, and its values as the driver got them: a list, or a list of lists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction as the log has it; ``label`` is what Undo calls it, empty if it has none."""

    mark: str
    made: datetime
    label: str
    schema: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a line lies, and what it follows."""

    after: str
    path: Path
    start: int
    size: int


class ActionLog:
    """The log in a library's folder, which need not be there."""

    def __init__(self, library: Path) -> None:
        self._folder: Final = library / FOLDER

    def add(self, after: str, label: str, schema: int, statements: Sequence[Statement]) -> str:
        """Write a line and return its mark; it is on the disk when this returns. Raises OSError."""
        said = {
            "made": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "label": label,
            "schema": schema,
            "statements": statements,
        }
        rest = f"{after} {json.dumps(said, ensure_ascii=False, separators=(',', ':'))}".encode()
        mark = _mark_of(rest)
        self._append(mark.encode() + b" " + rest, durable=True)
        return mark

    def confirm(self, mark: str) -> None:
        """Say that the transaction of a line was committed. Never raises."""
        with suppress(OSError):
            self._append(b"+" + mark.encode(), durable=False)

    def withdraw(self, mark: str) -> None:
        """Say that the transaction of a line was refused. Never raises."""
        with suppress(OSError):
            self._append(b"-" + mark.encode(), durable=False)

    def last_told(self) -> str | None:
        """Return the mark that the last line ends with if it is a confirmation. Never raises."""
        files = self._files()
        try:
            with files[-1].open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
                end = _END.fullmatch(file.read().rstrip(b"\n").rsplit(b"\n", 1)[-1])
        except (OSError, IndexError):
            return None
        return end[2].decode() if end and end[1] == b"+" else None

    def since(self, mark: str | None, *, told_only: bool = False) -> tuple[Entry, ...] | None:
        """Return what happened after the state with a mark, in order; None if that is unknown.

        ``told_only`` leaves out the end that was not told as done. Without a mark it is what
        happened from the making of the library on. Never raises.
        """
        wanted = mark or NEW
        if self.last_told() == wanted:
            return ()
        spots, told, refused = self._read()
        heads = [one for one in spots if one not in refused and (not told_only or one in told)]
        if not heads:
            return None
        chain: list[_Spot] = []
        here = heads[-1]
        while here != wanted:
            spot = spots.pop(here, None)
            if spot is None:
                return None
            chain.append(spot)
            here = spot.after
        try:
            found = tuple(_entry(spot) for spot in reversed(chain))
        except _NO_LINE:
            return None
        return tuple(one for one in found if one.statements)

    def later(self, mark: str | None) -> tuple[Entry, ...] | None:
        """Return what can be read behind the line with a mark, or at all; None if it is not there.

        Lines that were refused are left out, and those that go back to a backup. Never raises.
        """
        spots, _, refused = self._read()
        marks = list(spots)
        if mark is not None and mark not in spots:
            return None
        found: list[Entry] = []
        for each in marks[marks.index(mark) + 1 :] if mark else marks:
            with suppress(*_NO_LINE):
                entry = _entry(spots[each])
                if entry.statements and each not in refused:
                    found.append(entry)
        return tuple(found)

    def is_cut(self) -> bool:
        """Say whether the log begins where the past had to be forgotten. Never raises."""
        first = next((line for path in self._files()[:1] for _, line in _lines(path)), b"")
        return _END.fullmatch(first) is not None

    def forget(self, mark: str) -> None:
        """Remove everything; the log goes on from the state with this mark. Raises OSError."""
        files = self._files()
        if files:
            self._begin(files, b"+" + mark.encode())
            for path in files:
                path.unlink(missing_ok=True)
            flush_folder(self._folder)

    def clear_before(self, moment: datetime) -> None:
        """Remove the files that were last written before a moment, never the last. Never raises."""
        for path in self._files()[:-1]:
            with suppress(OSError):
                if path.stat().st_mtime < moment.timestamp():
                    path.unlink()

    def _read(self) -> tuple[dict[str, _Spot], set[str], set[str]]:
        """Return the lines by their marks in the order they came, and which were told as what."""
        spots: dict[str, _Spot] = {}
        ends: dict[bytes, set[str]] = {b"+": set(), b"-": set()}
        for path in self._files():
            for start, line in _lines(path):
                end = _END.fullmatch(line)
                if end is not None:
                    ends[end[1]].add(end[2].decode())
                found = _LINE.fullmatch(line)
                if found is not None and _mark_of(line[16:]) == found[1].decode():
                    spots[found[1].decode()] = _Spot(found[2].decode(), path, start, len(line))
        return spots, ends[b"+"], ends[b"-"]

    def _files(self) -> list[Path]:
        try:
            found = [path for path in self._folder.iterdir() if _IS_FILE.fullmatch(path.name)]
        except OSError:
            return []
        return sorted(found)

    def _append(self, line: bytes, *, durable: bool) -> None:
        files = self._files()
        if not files or files[-1].stat().st_size > FULL:
            self._begin(files, line)
        else:
            _add_line(files[-1], line, durable=durable)

    def _begin(self, files: Sequence[Path], line: bytes) -> None:
        number = int(files[-1].stem) + 1 if files else 1
        self._folder.mkdir(exist_ok=True)
        _add_line(self._folder / _NAME.format(number), line, durable=True)
        flush_folder(self._folder)
        flush_folder(self._folder.parent)


def _add_line(path: Path, line: bytes, *, durable: bool) -> None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _O_BINARY, 0o644)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        whole = (b"" if _ends_whole(handle, size) else b"\n") + line + b"\n"
        _write(handle, size, whole)
        if durable:
            flush(handle)
    finally:
        os.close(handle)


def _write(handle: int, size: int, data: bytes) -> None:
    """Add bytes; what a full disk let through of them is taken back. Raises OSError."""
    written = 0
    try:
        while written < len(data):
            written += os.write(handle, data[written:])
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


def _ends_whole(handle: int, size: int) -> bool:
    if not size:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            start = 0
            for line in file:
                yield start, line.rstrip(b"\n")
                start += len(line)
    except OSError:
        return


def _entry(spot: _Spot) -> Entry:
    with spot.path.open("rb") as file:
        file.seek(spot.start)
        line = file.read(spot.size)
    said = json.loads(line[32:])
    statements = tuple((sql, values) for sql, values in said["statements"])
    made = datetime.fromisoformat(said["made"]).astimezone(UTC)
    return Entry(line[:15].decode(), made, str(said["label"]), said["schema"], statements)


def _mark_of(rest: bytes) -> str:
    return hashlib.sha256(rest).hexdigest()[:15]
