"""What a fault is, and what came of trying it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from faults.stage import Stage

T = TypeVar("T")

MOST_SHOWN = 3
"""Breaks of one fault that are printed whole."""


A_TURN = 3
"""Actions that are broken into in the short form; the seed says which."""


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
    """What a fault is tried with: a folder of its own, a seed, whether there is time, the scene.

    ``until`` is when no further try is begun, in seconds of the monotonic clock.
    """

    folder: Path
    seed: int
    is_long: bool
    stage: Stage
    until: float = math.inf

    def many(self, short: int, long: int) -> int:
        """Return how often to try."""
        return long if self.is_long else short

    def times(self, short: int, long: int) -> Iterator[int]:
        """Yield a number for each try, as long as there is time, and at least one."""
        return self.in_time(range(self.many(short, long)))

    def in_time(self, planned: Iterable[T]) -> Iterator[T]:
        """Yield what is planned as long as there is time, and at least the first of it."""
        for number, one in enumerate(planned):
            if number and time.monotonic() > self.until:
                return
            yield one

    def turn(self, names: Iterable[str]) -> Sequence[str]:
        """Return all names, or in the short form a few: with each seed the next ones.

        All faults get the same few, because what an action does is found out once.
        """
        every = list(names)
        if self.is_long:
            return every
        return [every[(self.seed * A_TURN + n) % len(every)] for n in range(A_TURN)]


@dataclass(frozen=True)
class Fault:
    """A fault by its number in the plan, what it is in a few words, and how it is tried.

    ``attempt`` raises CannotBeInjected where the machine lacks what it needs.
    """

    number: str
    title: str
    attempt: Callable[[Trial], Tally]
