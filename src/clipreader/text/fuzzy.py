"""Finds a phrase in a text in spite of small changes."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

_STEP = 0.5
"""Windows overlap by half, so that every place lies well inside one of them."""

_MOST_WINDOWS = 4_000


@dataclass(frozen=True, slots=True)
class Match:
    """A place that is like the phrase: ``span`` in code points, ``likeness`` from 0 to 1."""

    span: tuple[int, int]
    likeness: float


def find(phrase: str, text: str, *, at_least: float = 0.8) -> tuple[Match, ...]:
    """Return the places of ``text`` that are like ``phrase``, best first, none overlapping.

    Likeness is rapidfuzz's normalised indel similarity of the best aligned window
    (``partial_ratio_alignment``, https://rapidfuzz.github.io/RapidFuzz/).
    """
    if not phrase or not text or len(phrase) > len(text) * 2:
        return ()
    width = max(len(phrase) * 2, 32)
    step = max(1, int(width * _STEP), len(text) // _MOST_WINDOWS)
    width = max(width, step * 2)
    found: dict[tuple[int, int], float] = {}
    for start in range(0, max(1, len(text) - width // 2), step):
        window = text[start : start + width]
        place = fuzz.partial_ratio_alignment(phrase, window, score_cutoff=at_least * 100)
        if place is None:
            continue
        span = (start + place.dest_start, start + place.dest_end)
        whole = fuzz.ratio(phrase, text[span[0] : span[1]]) / 100
        if whole >= at_least:
            found[span] = max(whole, found.get(span, 0.0))
    return _apart(found)


def likeness(phrase: str, text: str) -> float:
    """Return how like the best stretch of ``text`` is to ``phrase``, from 0 to 1.

    An empty phrase is like anything. What stands around the stretch does not count.
    """
    if len(phrase) > len(text):
        return fuzz.ratio(phrase, text) / 100
    return fuzz.partial_ratio(phrase, text) / 100 if phrase else 1.0


def ratio(one: str, other: str) -> float:
    """Return how like two whole texts are, from 0 to 1."""
    return fuzz.ratio(one, other) / 100


def _apart(found: dict[tuple[int, int], float]) -> tuple[Match, ...]:
    kept: list[Match] = []
    for span, likeness in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if all(span[1] <= other.span[0] or other.span[1] <= span[0] for other in kept):
            kept.append(Match(span, likeness))
    return tuple(kept)
