"""A copy of the library that was made in case something happens to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of the library: where it is, its number, when it was made (UTC), what it holds.

    Numbers only grow, whatever the clock says; ``size`` is in bytes.
    """

    path: Path
    number: int
    made: datetime
    articles: int
    highlights: int
    size: int
