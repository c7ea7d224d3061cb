"""The calls that ``strace -y -xx`` wrote down, as changes of a disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from faults.disk import Disk, File

TRACED = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
"""The calls that are written down; more are not made by what we watch."""

Change = Callable[[Disk], object]
"""A call as a change of the disk."""

_LINE = re.compile(r"\d+ +(\w+)\((.*)$")
_DONE = re.compile(r"\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_RESUMED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_UNFINISHED = " <unfinished ...>"


@dataclass
class Calls:
    """Changes in order, and how many there were when the program told that it was done.

    ``disk_lies`` leaves out what the program flushes.
    """

    folder: str
    disk_lies: bool = False
    changes: list[Change] = field(default_factory=list[Change])
    done_at: int | None = None
    _places: dict[str, int] = field(default_factory=dict[str, int])

    def read(self, log: Path) -> None:
        """Take in a log, line by line; what lies outside the folder is passed over."""
        for name, rest in _whole_lines(log):
            if _failed(rest):
                continue
            if name == "write" and rest.startswith("1<") and _words(rest).startswith(b"done"):
                self.done_at = len(self.changes)
            elif getattr(self, f"_{name}", None) and self._is_inside(rest):
                getattr(self, f"_{name}")(rest)

    def _is_inside(self, rest: str) -> bool:
        """Say whether a call's first path or handle is the folder's or below it."""
        found = _HANDLE.match(rest)
        path = bytes.fromhex(found[2].replace("\\x", "")) if found else _words(rest)
        return (path + b"/").startswith(self.folder.encode() + b"/")

    def _openat(self, rest: str) -> None:
        path, handle = _words(rest).decode(), rest.rpartition("= ")[2].partition("<")[0]
        self._places[handle] = 0
        if "O_CREAT" in rest:
            self.changes.append(lambda disk: path in disk.now or disk.name(path, File()))
        if "O_TRUNC" in rest:
            self.changes.append(lambda disk: disk.now[path].since.append((0, None)))

    def _write(self, rest: str) -> None:
        handle, path = _handle(rest)
        data = _words(rest)
        place = self._places.get(handle, 0)
        self._places[handle] = place + len(data)
        self.changes.append(lambda disk: disk.now[path].since.append((place, data)))

    def _pwrite64(self, rest: str) -> None:
        _, path = _handle(rest)
        place, data = int(_DONE.split(rest)[0].rpartition(", ")[2]), _words(rest)
        self.changes.append(lambda disk: disk.now[path].since.append((place, data)))

    def _ftruncate(self, rest: str) -> None:
        _, path = _handle(rest)
        length = int(_DONE.split(rest)[0].rpartition(", ")[2])
        self.changes.append(lambda disk: disk.now[path].since.append((length, None)))

    def _fsync(self, rest: str) -> None:
        if self.disk_lies:
            return
        _, path = _handle(rest)

        def flush(disk: Disk) -> None:
            if path in disk.now:
                disk.now[path].flush()
            else:
                disk.flush_names(path)

        self.changes.append(flush)

    _fdatasync = _fsync

    def _rename(self, rest: str) -> None:
        old, new = (bytes.fromhex(t.replace("\\x", "")).decode() for t in _TEXT.findall(rest)[:2])

        def rename(disk: Disk) -> None:
            file = disk.now[old]
            disk.name(new, file)
            disk.name(old, None)

        self.changes.append(rename)

    _renameat = _renameat2 = _rename

    def _unlink(self, rest: str) -> None:
        path = _words(rest).decode()
        self.changes.append(lambda disk: disk.name(path, None))

    _unlinkat = _unlink


def _whole_lines(log: Path) -> Iterator[tuple[str, str]]:
    """Yield calls by name with what follows, those that another thread cut in two joined."""
    open_calls: dict[tuple[str, str], str] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        thread = line.partition(" ")[0]
        if resumed := _RESUMED.match(line):
            yield resumed[2], open_calls.pop((thread, resumed[2]), "") + resumed[3]
        elif (called := _LINE.match(line)) is None:
            continue
        elif line.endswith(_UNFINISHED):
            open_calls[thread, called[1]] = called[2].removesuffix(_UNFINISHED)
        else:
            yield called[1], called[2]


def _failed(rest: str) -> bool:
    done = _DONE.findall(rest)
    return not done or int(done[-1]) < 0


def _words(rest: str) -> bytes:
    found = _TEXT.search(rest)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _handle(rest: str) -> tuple[str, str]:
    found = _HANDLE.match(rest)
    assert found, rest[:80]
    return found[1], bytes.fromhex(found[2].replace("\\x", "")).decode()
