"""Backups of the library's file in its own folder: made, thinned over a year, put back.

A backup is a whole library that was read back before it got its name. The name says all that is
needed to choose one without opening it: a number that only grows (clocks are set back), when it
was made, and how many articles and highlights are in it. Originals are not in it: they lie beside
the file, each under the name of its content, and only what leaves the trash for good is removed.

Thinning follows what Anki does: all of two days, then one a day, a week, a month, for a year. Of
the backups that hold more than the newest the fullest of each month stays for good, because what
is missing since may be missed only later.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from clipreader.library import checking, copying, index
from clipreader.library.action_log import ActionLog
from clipreader.library.connecting import driver_of, engine_for
from clipreader.library.copying import Unsound
from clipreader.library.faults import told_plainly
from clipreader.library.library import Library
from clipreader.library.opening import FILE_NAME
from clipreader.library.originals import flush_folder
from clipreader.library.recording import MARK
from clipreader.library.replacing import put_in_place
from clipreader.library.schema import SCHEMA
from clipreader.model import Backup, LibraryUnavailable

FOLDER: Final = "backups"
"""The folder of the backups, in the library's."""

KEPT_ALL: Final = timedelta(days=2)
"""How long every backup is kept."""

KEPT_ALWAYS: Final = 10
"""How many of the newest are kept however old they are by a clock that may be wrong."""

THINNED: Final = (
    (timedelta(days=14), "%Y-%m-%d"),
    (timedelta(weeks=12), "%G-%V"),
    (timedelta(days=366), "%Y-%m"),
)
"""Up to which age one backup is kept a day, a week, a month; older ones are not."""

UNFINISHED_FOR: Final = timedelta(hours=1)
"""How long after it was last written to a half backup is still somebody's."""

MOST_LOST: Final = 0.1
"""Share of a backup's rows that the newest may lack before the older one holds more."""

LOGGED: Final = 3
"""From how many of the newest backups the action log leads to what is now."""

_NAME: Final = re.compile(r"library-(\d{6,9})-(\d{8})-(\d{6})-(\d{1,9})-(\d{1,9})\.sqlite")
_TIME: Final = "%Y%m%d%H%M%S"

_OF_INDEX: Final = (checking.INDEX, "…")
_NOT_MADE: Final = "The backup was not whole and was thrown away. The library is as it was."
_NOT_SOUND: Final = "This backup is damaged or no library of ours. The library is as it was."
_TOO_NEW: Final = "This backup was made by a newer ClipReader. The library is as it was."


def in_folder(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of the library in a folder, the newest first. Never raises."""
    try:
        paths = list((folder / FOLDER).iterdir())
    except OSError:
        return ()
    found = [backup for backup in map(_read_name, paths) if backup is not None]
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def holds_anything(library: Library) -> bool:
    """Say whether there is an article in the library, be it in the trash."""
    with library.reading() as connection:
        return connection.exec_driver_sql("SELECT 1 FROM articles LIMIT 1").first() is not None


def make(library: Library, now: datetime) -> Backup:
    """Make a backup of the library as it is. Raises LibraryUnavailable; then none was made."""
    with library.reading() as connection:
        count = connection.exec_driver_sql
        articles = count("SELECT count(*) FROM articles").scalar_one()
        highlights = count("SELECT count(*) FROM highlights").scalar_one()
    there = in_folder(library.folder)
    number = there[0].number + 1 if there else 1
    time = now.astimezone(UTC)
    name = f"library-{number:06d}-{time:%Y%m%d}-{time:%H%M%S}-{articles}-{highlights}.sqlite"
    with told_plainly():
        folder = library.folder / FOLDER
        if not folder.is_dir():
            folder.mkdir()
            flush_folder(library.folder)
        copying.copy_whole(driver_of(library.connected()), folder / name, _NOT_MADE)
    made = _read_name(folder / name)
    assert made is not None
    return made


def is_as_in(library: Library, backup: Backup) -> bool:
    """Say whether nothing was done in the library since a backup; False if it cannot be read."""
    try:
        with library.reading() as connection:
            here = _last_action(lambda asked: connection.exec_driver_sql(asked).scalar())
        with copying.opened(backup.path) as read:
            there = _last_action(lambda asked: (read.execute(asked).fetchone() or (None,))[0])
    except (sqlite3.Error, LibraryUnavailable):
        return False
    return here == there


def is_followed(library: Library, backup: Backup) -> bool:
    """Say whether the action log leads from a backup to what is now."""
    if not library.log.is_cut():
        return True
    try:
        with copying.opened(backup.path) as read:
            found = read.execute(MARK).fetchone()
    except sqlite3.Error:
        return False
    return found is not None and library.log.since(f"{found[0]:015x}") is not None


def thin(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """Remove the backups that are not kept any longer; return them. Never raises.

    What a program that died left half written goes too, and of the action log what is older than
    two days and than the third newest backup.
    """
    _clear_unfinished(folder / FOLDER, now)
    there, gone = in_folder(folder), list[Backup]()
    if len(there) > LOGGED:
        ActionLog(folder).clear_before(min(there[LOGGED].made, now - KEPT_ALL))
    needless = set(needless_among(there, now))
    for backup in (each for each in there[KEPT_ALWAYS:] if each in needless):
        with suppress(OSError):
            backup.path.unlink(missing_ok=True)
            gone.append(backup)
    return tuple(gone)


def _clear_unfinished(backups: Path, now: datetime) -> None:
    """Remove halves on which nobody has written for a while; another program may be at one."""
    for part in backups.glob("library-*.sqlite.*.part"):
        with suppress(OSError):
            if now.timestamp() - part.stat().st_mtime > UNFINISHED_FOR.total_seconds():
                part.unlink()


def needless_among(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return which of the backups, the newest first, are not to be kept.

    The newest always stays, and what a clock that was set back puts into the future. Of those that
    hold more than the newest, the fullest of each day, week or month is kept, and not for a year
    only.
    """
    aged = [backup for backup in backups[1:] if now - backup.made > KEPT_ALL]
    more = [backup for backup in aged if _holds_more(backup, backups[0])]
    more.sort(key=lambda backup: backup.articles + backup.highlights, reverse=True)
    rest = [backup for backup in aged if backup not in more]
    needless = {*_surplus(rest, now, ""), *_surplus(more, now, THINNED[-1][1])}
    return tuple(backup for backup in aged if backup in needless)


def _surplus(backups: Iterable[Backup], now: datetime, older: str) -> Iterator[Backup]:
    """Yield all but the first of each day, week or month; ``older`` is the form past a year."""
    kept: set[tuple[str, str]] = set()
    for backup in backups:
        form = next((form for most, form in THINNED if now - backup.made <= most), older)
        place = (form, backup.made.strftime(form))
        if not form or place in kept:
            yield backup
        kept.add(place)


def put_back(folder: Path, backup: Backup, now: datetime) -> Path:
    """Put a backup in the library's place; return where the library that was there is now.

    The library must be closed; another program that has it open can no longer write to it. What
    was there is kept beside it under another name, whatever state it is in. Raises
    LibraryUnavailable; the library is then as it was.
    """
    part = folder / f"{FILE_NAME}.restored.part"
    with told_plainly():
        try:
            shutil.copyfile(backup.path, part)
            _refuse_unsound(part)
            aside = put_in_place(folder, part, now, name="library-replaced")
            go_on_from(folder, ActionLog(folder))
        finally:
            part.unlink(missing_ok=True)
    return aside


def go_on_from(folder: Path, log: ActionLog) -> None:
    """Let the log go on from the state that is the library now. Raises OSError, SQLite's errors.

    What it has of later times is then left behind, as the person wanted.
    """
    with copying.opened(folder / FILE_NAME) as read:
        found = read.execute(MARK).fetchone()
    if found is not None:
        log.confirm(log.add(f"{found[0]:015x}", "", SCHEMA, ()))


def _refuse_unsound(copy: Path) -> None:
    try:
        schema = copying.look_at(copy)[0]
    except Unsound as error:
        raise LibraryUnavailable(_NOT_SOUND, str(error)) from error
    if schema > SCHEMA:
        raise LibraryUnavailable(_TOO_NEW, f"schema {schema}")
    if schema == SCHEMA:  # what an older one holds is looked at when it was brought up to date
        _refuse_changed(copy)


def _refuse_changed(copy: Path) -> None:
    """Refuse a copy of which a word is not what it was; a wrong index is left out instead."""
    engine = engine_for(copy)
    try:
        with engine.connect() as connection, connection.begin():
            found = list(checking.in_the_file(connection))
            wrong = [sentence for sentence in found if not sentence.startswith(_OF_INDEX)]
            if wrong:
                raise LibraryUnavailable(_NOT_SOUND, wrong[0])
            if found:
                index.drop(connection)
    finally:
        engine.dispose()


def _holds_more(backup: Backup, newest: Backup) -> bool:
    before, now = (backup.articles, backup.highlights), (newest.articles, newest.highlights)
    return any(few < many * (1 - MOST_LOST) for few, many in zip(now, before, strict=True))


def _read_name(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[2] + found[3], _TIME).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(path, int(found[1]), made, int(found[4]), int(found[5]), size)


def _last_action(ask: Callable[[str], object]) -> object:
    """Return the number of the last action, which only grows, what is undone, and the rows."""
    last = ask("SELECT seq FROM sqlite_sequence WHERE name = 'actions'")
    undone = ask("SELECT count(*) FROM actions WHERE state <> 'done'")
    return last, undone, _counts(ask, ("articles", "highlights"))


def _counts(ask: Callable[[str], object], tables: Iterable[str]) -> tuple[object, ...]:
    return tuple(ask(f"SELECT count(*) FROM {table}") for table in tables)
