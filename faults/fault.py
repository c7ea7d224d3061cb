"""What a fault is, and what came of trying it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faults.stage import Stage

MOST_SHOWN = 3
"""Breaks of one fault that are printed whole."""


class CannotBeInjected(Exception):
    """Why a fault cannot be tried on this machine, as a sentence."""


@dataclass
class Tally:
    """How often a fault was tried and what broke; ``remark`` is printed beside the numbers."""

    tries: int = 0
    broken: list[str] = field(default_factory=list[str])
    remark: str = ""

    def tried(self, where: str, breaks: Iterable[str]) -> None:
        """Count a try, and what it broke as one break with its place."""
        self.tries += 1
        if found := "; ".join(breaks):
            self.broken.append(f"{where}: {found}")


@dataclass(frozen=True)
class Trial:
    """What a fault is tried with: a folder of its own, a seed, whether there is time, the scene."""

    folder: Path
    seed: int
    is_long: bool
    stage: Stage

    def many(self, short: int, long: int) -> int:
        """Return how often to try."""
        return long if self.is_long else short


@dataclass(frozen=True)
class Fault:
    """A fault by its number in the plan, what it is in a few words, and how it is tried.

    ``attempt`` raises CannotBeInjected where the machine lacks what it needs.
    """

    number: str
    title: str
    attempt: Callable[[Trial], Tally]
