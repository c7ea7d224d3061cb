"""Backups of the library by themselves, and the way back to one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from clipreader.library import Library, backups
from clipreader.model import Backup

EVERY: Final = timedelta(minutes=30)
"""How much time is between two backups that are made by themselves."""


def back_up(library: Library, *, now: datetime | None = None) -> Backup:
    """Make a backup of the library as it is, and thin out the old ones.

    It was read back page by page when this returns. Raises LibraryUnavailable; the library and
    the earlier backups are then as they were.
    """
    time = now or datetime.now(UTC)
    made = backups.make(library, time)
    backups.thin(library.folder, time)
    return made


def back_up_if_due(library: Library, *, now: datetime | None = None) -> Backup | None:
    """Make a backup if the last is some time ago and something was done since; else None.

    It does not wait if the action log does not lead from the last backup to what is now.

    An empty library and one that can only be read are never due. Raises LibraryUnavailable.
    """
    time = now or datetime.now(UTC)
    there = backups.in_folder(library.folder)
    if library.is_read_only:
        return None
    is_recent = bool(there) and abs(time - there[0].made) < EVERY
    if is_recent and backups.is_followed(library, there[0]):
        return None
    if there and backups.is_as_in(library, there[0]):
        return None
    if not there and not backups.holds_anything(library):
        return None
    return back_up(library, now=time)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of the library in a folder, the newest first. Never raises."""
    return backups.in_folder(folder)


def restore(folder: Path, backup: Backup, *, now: datetime | None = None) -> Path:
    """Put a backup in the library's place; return where the library that was there is kept.

    The library has to be closed. Raises LibraryUnavailable; the library is then as it was.
    """
    return backups.put_back(folder, backup, now or datetime.now(UTC))
