"""The make-up of the lines: hard-wrapped ones are joined before anything is read.

Mail, usenet and old blogs break lines at some 72 characters. Such a break is known by one thing:
the next word would not have fitted. A line that ends early ends a paragraph, a caption or a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clipreader.model import Hint, Line

_NARROWEST = 50
_WIDEST = 100
_FEWEST = 3
_SHARE = 0.6
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
"""A word broken at its hyphen keeps it: "thirty-one" and "har-bour" cannot be told apart."""

_KEPT_BREAKS = (Hint.TABLE, Hint.CODE)


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines as paragraphs: without empty ones, hard-wrapped ones made whole.

    Line feeds inside anything but tables and code become blanks. No other character changes.
    """
    kept = tuple(_one_line(line) for line in lines if line.text.strip())
    if any(line.hint not in (Hint.NONE, Hint.TABLE) for line in kept):
        return kept
    width = _wrap_width(kept)
    return tuple(_unwrapped(kept, width)) if width else kept


def _one_line(line: Line) -> Line:
    if "\n" in line.text and line.hint not in _KEPT_BREAKS:
        return replace(line, text=line.text.replace("\n", " "))
    return line


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which lines were broken, or None if they were not."""
    long = sum(len(line.text) > _WIDEST for line in lines if line.hint == Hint.NONE)
    if long > len(lines) // 10:
        return None
    pairs = [pair for pair in pairwise(lines) if _may_go_on(*pair)]
    width = max((len(a.text) for a, _ in pairs if len(a.text) <= _WIDEST), default=0)
    if width < _NARROWEST:
        return None
    broken = sum(_would_not_fit(above, below, width) for above, below in pairs)
    return width if broken >= _FEWEST and broken >= _SHARE * len(pairs) else None


def _may_go_on(above: Line, below: Line) -> bool:
    """Say whether two lines may be one: a plain text tells its tables, which are whole."""
    return not below.blank_before and above.hint == below.hint == Hint.NONE


def _would_not_fit(above: Line, below: Line, width: int) -> bool:
    word = below.text[: width + 1].split(" ", 1)[0]
    return len(above.text) <= _WIDEST and len(above.text) + 1 + len(word) > width - 2


def _unwrapped(lines: Sequence[Line], width: int) -> Iterator[Line]:
    held: list[str] = [lines[0].text]
    first = lines[0]
    for above, below in pairwise(lines):
        if _may_go_on(above, below) and _would_not_fit(above, below, width):
            held.append(below.text if _BROKEN_WORD.search(above.text) else f" {below.text}")
            continue
        yield replace(first, text="".join(held))
        held, first = [below.text], below
    yield replace(first, text="".join(held))
