"""Where exactly changed words begin and end."""

from __future__ import annotations

import re

from clipreader.model import Span
from clipreader.text.fuzzy import ratio

_EDGES = re.compile(r"\b|(?<=\s)(?=\S)|(?<=\S)(?=\s)|\Z")
_REACH = 24
_BESIDE = 16
_OWN_WEIGHT = 2.0


def settle(words: str, text: str, rough: Span, beside: tuple[str, str], within: Span) -> Span:
    """Return the span of ``text`` near ``rough`` that is most like ``words``.

    ``beside`` is what stood before and after the words; it decides where a word at an edge was
    changed. Edges are tried at the ends of words within 24 code points, and only inside
    ``within``. All in one form.
    """
    before, after = beside[0][-_BESIDE:], beside[1][:_BESIDE]
    starts = {
        at: _likeness(before, text[max(0, at - _BESIDE) : at])
        for at in _edges(text, rough.start, within)
    }
    ends = {at: _likeness(after, text[at : at + _BESIDE]) for at in _edges(text, rough.end, within)}
    best, most = rough, -1.0
    for start, left in starts.items():
        for end, right in ends.items():
            if start < end:
                worth = _OWN_WEIGHT * ratio(words, text[start:end]) + left + right
                if worth > most:
                    best, most = Span(start, end), worth
    return best


def _likeness(one: str, other: str) -> float:
    return ratio(one, other) if one else 0.0


def _edges(text: str, near: int, within: Span) -> list[int]:
    low, high = max(within.start, near - _REACH), min(within.end, near + _REACH)
    found = {near, *(match.start() for match in _EDGES.finditer(text, low, high))}
    return sorted(found, key=lambda at: (abs(at - near), at))
