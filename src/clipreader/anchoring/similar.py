"""Where words, or words much like them, stand in a text.

``text.fuzzy`` looks through all of what it is given. Here whole articles are searched, once for
every highlight, so only the stretches that share some unchanged pieces with the words are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from clipreader.model import Span
from clipreader.text import fuzzy

ALIKE: Final = 0.75
"""From this likeness on a passage may be the words with changes; rewritten ones are below."""

SHORTEST: Final = 10
"""Fewer code points are never looked for with changes: too much is like them."""

_PIECE = 8
_SHORT_PIECE = 4
LONGEST: Final = 2_000
"""More code points are not compared as a whole, because the time grows with their square."""

_MOST_HITS = 400
_MOST_PIECES = 24
_MOST_STRETCHES = 16
_ROUGHLY = 48


def places(words: str, text: str) -> Iterator[int]:
    """Yield where ``words`` begin in ``text``, in order, overlapping places too."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def alike(words: str, text: str, cuts: Sequence[int] = ()) -> tuple[tuple[Span, float], ...]:
    """Return the places of ``text`` that are like ``words`` and how much, the likest first.

    Both should be in the same form, folded or not; nothing is like fewer than ``SHORTEST`` or
    more than ``LONGEST`` code points. No place reaches over one of the ``cuts``, which are in
    order: words of one block are not found in two. At most 16 stretches are looked at: those
    that hold the most unchanged pieces of the words in their order.
    """
    if not SHORTEST <= len(words) <= LONGEST:
        return ()
    found: dict[Span, float] = {}
    for piece in _between(cuts, _stretches(words, text)):
        for match in fuzzy.find(words, text[piece.start : piece.end], at_least=ALIKE):
            found[Span(*match.span).moved(piece.start)] = match.likeness
    kept: list[tuple[Span, float]] = []
    for span, likeness in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, likeness))
    return tuple(kept)


def _between(cuts: Sequence[int], stretches: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches, each parted at the cuts that lie in it."""
    for stretch in stretches:
        inside = cuts[bisect_right(cuts, stretch.start) : bisect_left(cuts, stretch.end)]
        for start, end in pairwise([stretch.start, *inside, stretch.end]):
            yield Span(start, end)


def _stretches(words: str, text: str) -> list[Span]:
    """Return the stretches that share the most pieces with the words.

    Each hit of a piece votes for the place where the words would begin; near votes are one.
    """
    size = _PIECE if len(words) >= 4 * _PIECE else _SHORT_PIECE
    votes: Counter[int] = Counter()
    for offset in range(0, len(words) - size + 1, max(size, len(words) // _MOST_PIECES)):
        piece = words[offset : offset + size]
        for at in islice(places(piece, text), _MOST_HITS):
            begin = (at - offset) // _ROUGHLY
            votes[begin] += 1
            votes[begin + 1] += 1
    best = [begin for begin, _ in votes.most_common(_MOST_STRETCHES)]
    margin = len(words) // 2 + _ROUGHLY
    starts = [max(0, begin * _ROUGHLY - margin) for begin in best]
    return [
        Span(at, min(len(text), at + len(words) * 2 + 4 * _ROUGHLY))
        for at in starts
        if at < len(text)
    ]
