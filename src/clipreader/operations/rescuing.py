"""The way back to the newest good state of a library that is damaged, behind or gone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from clipreader.library import rescuing
from clipreader.model import Rescue


def find(folder: Path) -> Rescue | None:
    """Return the newest state that can be proved good; None if nothing is left of the library.

    It was made on a copy and read to its last word when this returns; the folder is as it was.
    Raises LibraryUnavailable if there is no room for the copy.
    """
    return rescuing.find(folder)


def carry_out(folder: Path, rescue: Rescue, *, now: datetime | None = None) -> Path:
    """Put that state in the library's place; return where what was there is kept.

    The library has to be closed. Raises LibraryUnavailable; the library is then as it was.
    """
    return rescuing.carry_out(folder, rescue, now or datetime.now(UTC))
