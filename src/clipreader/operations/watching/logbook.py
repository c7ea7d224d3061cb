"""The log of the watched folders: when which file came, and what became of it.

One JSON object a line, the newest last, so that a line more costs a line. What is damaged is passed
over.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

from clipreader.operations.watching.folders import write_whole

LOG = logging.getLogger(__name__)

LONGEST: Final = 2_000
"""How many lines are kept."""

_FILE: Final = "log.jsonl"
_SLACK: Final = 200
"""How many lines more there may be before the file is written anew."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What became of one file; ``when`` is UTC, ``fate`` the value of a Fate.

    ``reason`` is a sentence where there is something to say.
    """

    when: datetime
    path: str
    fate: str
    reason: str = ""
    article_id: str = ""


class Logbook:
    """The lines of the log, in memory and in a folder of notes."""

    def __init__(self, notes: Path) -> None:
        self._path = notes / _FILE
        self._lines, self._in_file = _read(self._path)

    @property
    def lines(self) -> tuple[LogLine, ...]:
        """Return the lines, the newest last."""
        return tuple(self._lines)

    def add(self, lines: Sequence[LogLine]) -> None:
        """Add lines; where they cannot be written they are there until the app ends.

        What failed as it did before is not told again.
        """
        last = {line.path: line for line in self._lines}
        fresh = [line for line in lines if not _is_repeated(line, last.get(line.path))]
        self._lines = [*self._lines, *fresh][-LONGEST:]
        self._in_file += len(fresh)
        try:
            if self._in_file > LONGEST + _SLACK:
                write_whole(b"".join(map(_written, self._lines)), self._path)
                self._in_file = len(self._lines)
            elif fresh:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with self._path.open("ab") as file:
                    file.write(b"\n" + b"".join(map(_written, fresh)))
        except OSError:
            LOG.warning("%s could not be written", self._path, exc_info=True)


def _is_repeated(line: LogLine, last: LogLine | None) -> bool:
    if last is None or line.article_id:
        return False
    return (line.fate, line.reason) == (last.fate, last.reason)


def _read(path: Path) -> tuple[list[LogLine], int]:
    """Return the newest lines, and how many lines the file has."""
    try:
        raw = path.read_bytes().splitlines()
    except OSError:
        return [], 0
    lines = [line for one in raw if (line := _line(one)) is not None]
    return lines[-LONGEST:], len(raw)


def _written(line: LogLine) -> bytes:
    record = {
        "when": line.when.isoformat(timespec="seconds"),
        "path": line.path,
        "fate": line.fate,
        "reason": line.reason,
        "article": line.article_id,
    }
    return json.dumps({name: value for name, value in record.items() if value}).encode() + b"\n"


def _line(raw: bytes) -> LogLine | None:
    try:
        found: object = json.loads(raw)
        values = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
        when = datetime.fromisoformat(str(values.get("when")))
    except (ValueError, RecursionError):
        return None
    if when.tzinfo is None:
        return None
    words = [values.get(name, "") for name in ("path", "fate", "reason", "article")]
    if not all(isinstance(one, str) for one in words) or not words[0] or not words[1]:
        return None
    return LogLine(when.astimezone(UTC), *words)
