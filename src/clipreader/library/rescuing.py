"""The newest state of a library that can be proved good, when its file is damaged or behind.

What, why: what may be the library again is tried on a copy, the best first: the file with what
SQLite has beside it, the file alone (a write-ahead log of another time makes nonsense of it), the
backups from the newest on, and an empty library. Each is checked to every word, then what the
action log has after it is done again and everything is checked once more. Nothing is put in the
library's place before the person has said yes, and what was there is kept.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from clipreader.library import backups, checking, copying, index, migrations
from clipreader.library.action_log import ActionLog, Entry
from clipreader.library.comparing import UNREADABLE
from clipreader.library.connecting import engine_for
from clipreader.library.faults import told_plainly
from clipreader.library.opening import FILE_NAME
from clipreader.library.recording import MARK, mark_of, play, set_mark
from clipreader.library.replacing import is_ours, put_in_place
from clipreader.library.schema import SCHEMA
from clipreader.model import Backup, Deed, LibraryUnavailable, Rescue

NAME: Final = "library-damaged"
"""How the name begins under which the file that was there is kept."""

_WORDS: Final = ("headline", "exact", "words")
_COLUMNS: Final = re.compile(r"INSERT INTO (articles|highlights|rules) \(([^)]*)\)")
_SHOWN: Final = 80
_NOTHING: Final = "There is no good state of this library to go back to."


class _Unfit(Exception):
    """A candidate that is not sound, or whose actions cannot be done again."""


class _Candidate:
    """A file that may be the library, with the endings of what belongs to it; none if empty."""

    def __init__(self, path: Path | None, endings: Sequence[str], backup: Backup | None) -> None:
        self.path: Final = path
        self.endings: Final = endings
        self.backup: Final = backup


def find(folder: Path) -> Rescue | None:
    """Return the newest state that can be proved good; None if there is none but nothing.

    What was tried is thrown away again; the library's folder is as it was. Raises
    LibraryUnavailable if the disk refuses the copy.
    """
    with told_plainly(), _best(folder) as (rescue, _):
        return rescue


def carry_out(folder: Path, wanted: Rescue, now: datetime) -> Path:
    """Put that state in the library's place; return where what was there is kept.

    The library must be closed. Raises LibraryUnavailable, also if what would be put there is not
    what was promised; the library is then as it was.
    """
    with told_plainly(), _best(folder) as (rescue, part):
        if rescue is None or part is None:
            raise LibraryUnavailable(_NOTHING)
        if (rescue.backup, rescue.again) != (wanted.backup, wanted.again):
            raise LibraryUnavailable("The library’s folder has changed meanwhile. Look again.")
        log = ActionLog(folder)
        aside = put_in_place(folder, part, now, name=NAME)
        if not rescue.is_whole:
            backups.go_on_from(folder, log)
        return aside


@contextmanager
def _best(folder: Path) -> Generator[tuple[Rescue | None, Path | None]]:
    """Give the best state and a file that holds it, which is thrown away afterwards."""
    log = ActionLog(folder)
    part = folder / f"{FILE_NAME}.{secrets.token_hex(4)}.rescue.part"
    try:
        for does_all in (True, False):
            for candidate in _candidates(folder):
                try:
                    rescue = _made(candidate, part, log, does_all=does_all)
                except (_Unfit, copying.Unsound, LibraryUnavailable, *UNREADABLE):
                    continue
                yield rescue, part
                return
        yield None, None
    finally:
        _clear(part)


def _candidates(folder: Path) -> Iterator[_Candidate]:
    place = folder / FILE_NAME
    if place.is_file() and is_ours(place):
        yield _Candidate(place, ("-wal", "-journal"), None)
        yield _Candidate(place, (), None)
    for backup in backups.in_folder(folder):
        yield _Candidate(backup.path, (), backup)
    yield _Candidate(None, (), None)


def _made(candidate: _Candidate, part: Path, log: ActionLog, *, does_all: bool) -> Rescue:
    """Make a candidate into the state it leads to. Raises what says that it is unfit; OSError."""
    _copy(candidate, part)
    if candidate.path is None and not does_all:
        raise _Unfit
    if candidate.path is not None:
        schema = copying.look_at(part, alone=not candidate.endings)[0]
        if schema != SCHEMA:
            if does_all or schema > SCHEMA:
                raise _Unfit
            return Rescue(candidate.backup, lost=_lost(candidate, part, log))
    engine = engine_for(part)
    try:
        with engine.connect() as connection:
            connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                again = _played(connection, candidate, log, does_all=does_all)
    finally:
        engine.dispose()
    told = _deeds(again)
    if does_all:
        return Rescue(candidate.backup, candidate.path is None, told, is_whole=True)
    return Rescue(candidate.backup, lost=_lost(candidate, part, log))


def _played(
    connection: Connection, candidate: _Candidate, log: ActionLog, *, does_all: bool
) -> tuple[Entry, ...]:
    if candidate.path is None:
        migrations.create(connection)
    if not does_all:
        _refuse_changed(connection)
        return ()
    mark = mark_of(connection)
    if mark is None and candidate.path is not None:
        raise _Unfit
    found = log.since(mark)
    if found is None or any(one.schema != SCHEMA for one in found):
        raise _Unfit
    if candidate.path is None and not found:
        raise _Unfit
    for entry in found:
        play(connection, entry.statements)
    _refuse_changed(connection)
    if found:
        set_mark(connection, found[-1].mark)
        index.drop(connection)  # it is made again when the library is opened
    return found


def _refuse_changed(connection: Connection) -> None:
    """Refuse what is not to every word what it was; a wrong index is left to be made again."""
    found = list(checking.in_the_file(connection))
    if any(not sentence.startswith((checking.INDEX, "…")) for sentence in found):
        raise _Unfit
    if found:
        index.drop(connection)


def _copy(candidate: _Candidate, part: Path) -> None:
    _clear(part)
    if candidate.path is None:
        return
    for ending in ("", *candidate.endings):
        source = candidate.path.with_name(candidate.path.name + ending)
        if source.exists():
            shutil.copyfile(source, part.with_name(part.name + ending))


def _clear(part: Path) -> None:
    for ending in copying.BESIDE:
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _lost(candidate: _Candidate, part: Path, log: ActionLog) -> tuple[Deed, ...]:
    """Return what the log has of the time after a candidate, as far as it can be read."""
    with suppress(sqlite3.Error), copying.opened(part) as read:
        found = read.execute(MARK).fetchone()
        later = None if found is None else log.later(f"{found[0]:015x}")
        if later is not None:
            return _deeds(later)
    since = datetime.min.replace(tzinfo=UTC) if candidate.backup is None else candidate.backup.made
    return _deeds(one for one in log.later(None) or () if one.made > since)


def _deeds(entries: Iterable[Entry]) -> tuple[Deed, ...]:
    """Return what a person did or got; how far an article was read is none of it."""
    return tuple(deed for deed in map(_deed, entries) if deed.label or deed.words)


def _deed(entry: Entry) -> Deed:
    words = next((found for sql, values in entry.statements if (found := _words(sql, values))), "")
    return Deed(entry.made, entry.label, words)


def _words(sql: str, values: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Return the headline, quote or phrase of what a statement adds; empty if it adds none."""
    found = _COLUMNS.match(sql)
    if found is None or not values:
        return ""
    columns = [name.strip() for name in found[2].split(",")]
    row = values[0] if isinstance(values[0], list | tuple) else values
    wanted = next((name for name in _WORDS if name in columns), None)
    told = row[columns.index(wanted)] if wanted and len(row) == len(columns) else None
    return str(told or "")[:_SHOWN]
