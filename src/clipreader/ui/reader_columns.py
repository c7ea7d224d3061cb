"""The columns of a table: its cells as spans of the text, and how wide each column is.

A table block holds its rows by line feed and their cells by tab. Only numbers and strings here;
``reader_tables`` measures the words and ``table_lines`` sets them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence

from clipreader.model import Span

_NUMBER = re.compile(
    r"[\s$€£¥₹±≈~<>()+\-\u2010-\u2015\u2212]*"
    r"\d[\d.,:/'\u2019\u00a0\u202f \u2010-\u2015\u2212+\-]*"
    r"(?:[%‰°$€£¥₹]|[^\W\d_]{1,3}\.?)?[)*†]?"
)
_HALVINGS = 40
_NO_NUMBER = frozenset({"", "-", "–", "—", "−", "…", "..", ".", "n/a", "?", "*"})


def rows_of(text: str, block: Span) -> list[list[Span]]:
    """Return the cells of a table block, row by row; rows may differ in length."""
    rows: list[list[Span]] = []
    start = block.start
    for row in text[block.start : block.end].split("\n"):
        cells = list(_cells(row, start))
        rows.append(cells)
        start = cells[-1].end + 1
    return rows


def _cells(row: str, start: int) -> Iterator[Span]:
    for cell in row.split("\t"):
        yield Span(start, start + len(cell))
        start += len(cell) + 1


def is_numbers(cells: Sequence[str]) -> bool:
    """Say whether a column holds numbers, with the signs that stand for none; one at least."""
    said = [cell for cell in map(str.strip, cells) if cell.casefold() not in _NO_NUMBER]
    return bool(said) and all(_NUMBER.fullmatch(cell) for cell in said)


def shared(
    natural: Sequence[float], least: Sequence[float], room: float, elastic: Collection[int] = ()
) -> list[float] | None:
    """Share some room among columns; None if not even the least that they need fits into it.

    ``natural`` is what each column would like to have, ``least`` what its longest word needs.
    What is left over goes to the ``elastic`` columns (all if there are none), by their size. Where
    there is too little, short columns keep what they like and long ones give, their
    widths as the roots of what they like: more words have more room, but not all of it.
    """
    if sum(natural) <= room:
        takers = elastic or range(len(natural))
        share = (room - sum(natural)) / (sum(natural[n] for n in takers) or 1.0)
        return [w * (1 + share if n in takers else 1) for n, w in enumerate(natural)]
    if sum(least) > room:
        return None
    low, high = 0.0, room
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = sum(_at(middle, natural, least)) <= room
        low, high = (middle, high) if fits else (low, middle)
    return _at(low, natural, least)


def _at(level: float, natural: Sequence[float], least: Sequence[float]) -> list[float]:
    pairs = zip(natural, least, strict=True)
    return [max(low, min(wish, level * math.sqrt(wish))) for wish, low in pairs]


def placed(widths: Sequence[float], gap: float, room: float, *, backwards: bool) -> list[float]:
    """Return where each column's left edge stands; the first is at the right if ``backwards``."""
    lefts: list[float] = []
    at = 0.0
    for width in widths:
        lefts.append(room - at - width if backwards else at)
        at += width + gap
    return lefts
