"""A value of a field with its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its evidence and how sure (0 to 1) it is; None is nothing found."""

    value: str | None = None
    why: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names with its evidence and how sure (0 to 1) it is."""

    values: tuple[str, ...] = ()
    why: str = ""
    weight: float = 0.0
