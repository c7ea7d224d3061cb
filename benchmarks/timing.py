"""Stop watch, medians, and the table that is printed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table; times are seconds. ``floor`` is what the same costs bare."""

    name: str
    seconds: float
    p95: float | None = None
    floor: float | None = None
    remark: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the line as words."""
        return (
            self.name,
            written(self.seconds),
            written(self.p95),
            written(self.floor),
            f"{self.seconds / self.floor:.2f} ×" if self.floor else "",
            self.remark,
        )


def written(seconds: float | None) -> str:
    """Write a time with three digits that count."""
    if seconds is None:
        return ""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.3g} ms"


def stopped(work: Callable[[], object]) -> float:
    """Return how long the work took, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def by_turns(
    work: Callable[[], object], floor: Callable[[], object], *, runs: int = 3
) -> tuple[float, float]:
    """Run both by turns and return the median of each, in seconds."""
    times = [(stopped(work), stopped(floor)) for _ in range(runs)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def spread(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th of a hundred, in seconds."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def table(figures: list[Figure]) -> str:
    """Lay the figures out in columns, as a table of Markdown."""
    rows = [("what", "median", "p95", "floor", "ratio", ""), *(f.cells() for f in figures)]
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(6)]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])
