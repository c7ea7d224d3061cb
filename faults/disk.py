"""A disk of which the power can be cut: what was flushed is there, of the rest any part.

The calls of a program are replayed on it as ``strace`` wrote them down. A write is sure once its
file was flushed, a name once its folder was. Before that each sector of 512 bytes may be there or
not, and of the names any beginning of what was done to them, as journalling file systems keep
their order. Nothing beyond a program's own writes is garbled: SQLite asks that much of a disk
(https://sqlite.org/psow.html), and so do we.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
"""Bytes that reach the disk together."""


@dataclass
class File:
    """The bytes that are sure, and the writes since, in order; None as bytes cuts the file."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list[tuple[int, bytes | None]])

    def flush(self) -> None:
        """Make everything sure."""
        for place, data in self.since:
            _put(self.sure, place, data)
        self.since.clear()

    def length(self) -> int:
        """Return how long the file is for the program that writes it."""
        length = len(self.sure)
        for place, data in self.since:
            length = place if data is None else max(length, place + len(data))
        return length

    def after_a_cut(self, dice: random.Random) -> bytes:
        """Return what may be left: each write whole, not at all, or some of its sectors."""
        left = bytearray(self.sure)
        for place, data in self.since:
            kept = dice.random()
            if kept < 0.4:
                _put(left, place, data)
            elif kept < 0.7 and data is not None:
                for piece in _sectors(place, data):
                    if dice.random() < 0.5:
                        _put(left, *piece)
        return bytes(left)


@dataclass
class Disk:
    """Files by their paths, as the program sees them (``now``) and as they are sure."""

    now: dict[str, File] = field(default_factory=dict[str, File])
    sure: dict[str, File] = field(default_factory=dict[str, File])
    since: list[tuple[str, File | None]] = field(default_factory=list[tuple[str, File | None]])

    @classmethod
    def holding(cls, folder: Path) -> Disk:
        """Return a disk on which everything in a folder is sure."""
        disk = cls()
        for path in folder.rglob("*"):
            if path.is_file():
                disk.now[str(path)] = File(bytearray(path.read_bytes()))
        disk.sure = dict(disk.now)
        return disk

    def name(self, path: str, file: File | None) -> None:
        """Give a file a name, or take the name away."""
        if file is None:
            self.now.pop(path, None)
        else:
            self.now[path] = file
        self.since.append((path, file))

    def flush_names(self, folder: str) -> None:
        """Make the names in a folder sure, and with them what was done before them."""
        inside = [n for n, (path, _) in enumerate(self.since) if str(Path(path).parent) == folder]
        if inside:
            _apply(self.sure, self.since[: inside[-1] + 1])
            del self.since[: inside[-1] + 1]

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """Return what may be left, by path."""
        left = dict(self.sure)
        _apply(left, self.since[: dice.randint(0, len(self.since))])
        return {path: file.after_a_cut(dice) for path, file in left.items()}


def cuts(
    disk: Disk, calls: list[Callable[[Disk], object]], moments: set[int]
) -> Iterator[tuple[int, Disk]]:
    """Replay calls; yield the disk at each of some moments, counted in calls done."""
    for number, call in enumerate(calls):
        if number in moments:
            yield number, disk
        call(disk)
    if len(calls) in moments:
        yield len(calls), disk


def _apply(names: dict[str, File], done: list[tuple[str, File | None]]) -> None:
    for path, file in done:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def _put(held: bytearray, place: int, data: bytes | None) -> None:
    if data is None:
        del held[place:]
        held.extend(bytes(max(0, place - len(held))))
        return
    held.extend(bytes(max(0, place - len(held))))
    held[place : place + len(data)] = data


def _sectors(place: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield a write in pieces that end where sectors do."""
    start = 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (place + start) % SECTOR)
        yield place + start, data[start:end]
        start = end
