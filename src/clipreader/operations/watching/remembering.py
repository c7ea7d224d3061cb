"""Which files of watched folders were taken, and as what: by path, size and time.

The file holds one JSON list a line, so that a file more is a line more; where two speak of the same
path, the later holds. A file that is deleted stays known: it may lie on a drive that comes back.
What failed is known only until the app ends, because the reason may have gone by then.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, cast

from clipreader.operations.tally import Stamp
from clipreader.operations.watching.folders import write_whole
from clipreader.operations.watching.looking import Seen

LOG = logging.getLogger(__name__)

MOST: Final = 100_000
"""How many files are remembered; the oldest are forgotten, and found to be known when read."""

_FILE: Final = "taken.jsonl"


class Remembered:
    """The files that were taken, in memory and in a folder of notes."""

    def __init__(self, notes: Path) -> None:
        self._path = notes / _FILE
        self._stamps = _read(self._path)
        self._failed: dict[str, Stamp] = {}

    def knows(self, seen: Seen) -> bool:
        """Say whether a file was taken, or failed, as it is now."""
        key = str(seen.path)
        return seen.stamp in (self._stamps.get(key), self._failed.get(key))

    def take(self, seen: Iterable[Seen]) -> None:
        """Remember files that were taken; where that cannot be written, until the app ends."""
        fresh = {str(one.path): one.stamp for one in seen}
        self._stamps |= fresh
        lines = b"".join(_line(path, stamp) for path, stamp in fresh.items())
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                # what was cut off before, by a crash, ends here and harms no more than its own line
                file.write(b"\n" + lines if lines else b"")
        except OSError:
            LOG.warning("%s could not be written", self._path, exc_info=True)

    def fail(self, seen: Iterable[Seen]) -> None:
        """Remember files that could not be read, until they change or the app ends."""
        self._failed |= {str(one.path): one.stamp for one in seen}

    def forget(self, is_meant: Callable[[str], bool]) -> None:
        """Forget the files whose paths are meant: they are read anew. Raises OSError."""
        left = {path: one for path, one in self._stamps.items() if not is_meant(path)}
        if len(left) == len(self._stamps):
            return
        self._stamps = left
        lines = (_line(path, stamp) for path, stamp in self._stamps.items())
        write_whole(b"".join(lines), self._path)


def _read(path: Path) -> dict[str, Stamp]:
    """Read what is remembered, and write it anew where much of the file says nothing."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return {}
    found: dict[str, Stamp] = {}
    for line in lines:
        if (one := _entry(line)) is not None:
            found.pop(one[0], None)
            found[one[0]] = one[1]
    kept = dict(list(found.items())[-MOST:])
    if len(lines) > 2 * len(kept) + 1_000:
        with contextlib.suppress(OSError):
            write_whole(b"".join(_line(name, stamp) for name, stamp in kept.items()), path)
    return kept


def _line(path: str, stamp: Stamp) -> bytes:
    return json.dumps([path, stamp.size, stamp.modified]).encode("ascii") + b"\n"


def _entry(line: bytes) -> tuple[str, Stamp] | None:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    values = cast("list[object]", found) if isinstance(found, list) else []
    if len(values) != 3:
        return None
    path, size, modified = values
    if not isinstance(path, str) or not isinstance(size, int) or not isinstance(modified, int):
        return None
    return path, Stamp(size, modified)
