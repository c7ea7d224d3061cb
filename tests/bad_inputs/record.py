"""What one bad input is: its number, its bytes, and what has to become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Expected(StrEnum):
    """What has to become of an input.

    KEPT: it is in, whole, and there is nothing to tell. NORMALISED: it is in, and the person is
    told what was changed or is not sure. REFUSED: it is not in, and a sentence says why. CAPPED:
    it is more than an article may be; it is in with a sentence of what was done to it, or refused
    with one that names the limit.
    """

    KEPT = "K"
    NORMALISED = "N"
    REFUSED = "R"
    CAPPED = "C"


@dataclass(frozen=True)
class BadInput:
    """One input: a file as it lies on the disk, and what has to become of it.

    ``make`` returns the same bytes each time. ``keeps`` are words that have to stand in the
    article, ``never`` words that must not. ``says`` is a piece of what the person is told. ``text``
    is all that a file says, where that is known: every character of it is accounted for.
    ``is_long`` marks what takes more than a second to make or to read: the tests leave it to
    ``python -m tests.bad_inputs --run``. ``beside`` are files that lie in its folder.
    """

    number: int
    name: str
    file: str
    make: Callable[[], bytes]
    expected: Expected
    keeps: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    says: str = ""
    text: Callable[[], str] | None = None
    is_long: bool = False

    @property
    def label(self) -> str:
        """Return how it is called in a list and as a folder."""
        return f"{self.number:03} {self.name}"


K, N, R, C = Expected.KEPT, Expected.NORMALISED, Expected.REFUSED, Expected.CAPPED
"""The classes by their letters, for the tables."""
