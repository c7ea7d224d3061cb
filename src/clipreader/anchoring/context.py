"""Whether the words around a place are those that a selector remembers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clipreader.anchoring.describe import CONTEXT, NEAR_TWIN_CONTEXT, TWIN_CONTEXT
from clipreader.model import Selector, Span
from clipreader.text.fuzzy import likeness
from clipreader.text.normal import folded

STRONG: Final = 0.75
"""From this likeness on a side counts as the same; unrelated sentences reach about 0.55."""

BESIDE: Final = 12
"""Code points directly beside a quote that have to be the same where it is very short."""

_WITHIN = 0.85
_ENOUGH = 8
_SLACK = 12


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a selector remembers, folded, without what its twins share.

    ``telling`` is all of it, ``own`` the part inside the quote's block; ``reach`` is how far
    from the quote the outermost of it stands, ``gap`` how far the innermost does.
    """

    telling: str
    own: str
    reach: int
    gap: int

    @property
    def is_there(self) -> bool:
        """Say whether the side can tell anything."""
        return len(self.telling.strip()) >= _ENOUGH


@dataclass(frozen=True, slots=True)
class Evidence:
    """How like the two sides of a place are (0 to 1; None where nothing is remembered).

    ``within`` says that the words of the quote's own block beside it are there on one side, so
    that the block may have moved and is still the same. ``touches`` says that a few code points
    directly before or after are exactly the same.
    """

    left: float | None
    right: float | None
    within: bool
    touches: bool

    @property
    def one_side(self) -> bool:
        """Say whether at least one side is the same."""
        return max(self.left or 0.0, self.right or 0.0) >= STRONG

    @property
    def both_sides(self) -> bool:
        """Say whether every side that remembers something is the same, and one does."""
        sides = [side for side in (self.left, self.right) if side is not None]
        return bool(sides) and min(sides) >= STRONG

    @property
    def strength(self) -> float:
        """Return the mean of the sides, 0.5 where neither remembers anything."""
        sides = [side for side in (self.left, self.right) if side is not None]
        return sum(sides) / len(sides) if sides else 0.5


@dataclass(frozen=True, slots=True)
class Context:
    """Both sides of a selector, and whether its words had twins or near twins in their role.

    ``touching`` is what stands directly before and after the words, folded, without a gap.
    """

    touching: tuple[str, str]
    left: Side
    right: Side
    had_twins: bool
    had_near_twins: bool


def context_of(selector: Selector) -> Context:
    """Return what a selector remembers around its words, ready to compare."""
    longest = max(len(selector.prefix), len(selector.suffix))
    had_twins, had_near_twins = longest >= TWIN_CONTEXT, CONTEXT < longest < TWIN_CONTEXT
    reach = TWIN_CONTEXT if had_twins else NEAR_TWIN_CONTEXT
    prefix, suffix = selector.prefix, selector.suffix
    before, own_before = prefix[:reach], prefix.rpartition("\n")[2]
    after, own_after = suffix[-reach:], suffix.partition("\n")[0]
    shared_before, shared_after = len(prefix) - len(before), len(suffix) - len(after)
    own_before = own_before[: max(0, len(own_before) - shared_before)]
    own_after = own_after[shared_after:]
    # a letter keeps the space that folding would take from an edge
    touching = folded(prefix + "x").text[:-1], folded("x" + suffix).text[1:]
    return Context(
        touching,
        _side(before, own_before, len(prefix), shared_before),
        _side(after, own_after, len(suffix), shared_after),
        had_twins,
        had_near_twins,
    )


def evidence_at(context: Context, text: str, span: Span) -> Evidence:
    """Compare the surroundings of a span of a folded text with a context."""
    left, right = context.left, context.right
    before = text[max(0, span.start - left.reach - _SLACK) : max(0, span.start - _inner(left))]
    after = text[span.end + _inner(right) : span.end + right.reach + _SLACK]
    within = _is_within(left, before) or _is_within(right, after)
    return Evidence(
        _compared(left, before), _compared(right, after), within, _touches(context, text, span)
    )


def _touches(context: Context, text: str, span: Span) -> bool:
    before, after = context.touching[0][-BESIDE:], context.touching[1][:BESIDE]
    is_before = len(before) == BESIDE and text.endswith(before, 0, span.start)
    return is_before or (len(after) == BESIDE and text.startswith(after, span.end))


def _side(telling: str, own: str, reach: int, gap: int) -> Side:
    return Side(folded(telling).text, folded(own).text.strip(), reach, gap)


def _inner(side: Side) -> int:
    return max(0, side.gap - _SLACK)


def _compared(side: Side, found: str) -> float | None:
    return likeness(side.telling, found) if side.is_there else None


def _is_within(side: Side, found: str) -> bool:
    return len(side.own) >= _ENOUGH and likeness(side.own, found) >= _WITHIN
