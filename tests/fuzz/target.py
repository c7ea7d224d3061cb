"""What a target is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True)
class Target:
    """What is fed to a part of the program, and what has to hold then.

    ``check`` raises AssertionError. ``examples`` are fed in a test of some seconds.
    """

    name: str
    made: SearchStrategy[Any]
    check: Callable[[Any], None]
    examples: int = 150
