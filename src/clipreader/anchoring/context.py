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
    from the quote the outermost of it stands, ``gap`` how far the innermost does. ``nearest``
    reaches from the quote to a few code points beyond what its twins share, so that none of them
    has it.
    """

    telling: str
    own: str
    reach: int
    gap: int
    nearest: str

    @property
    def is_there(self) -> bool:
        """Say whether the side can tell anything."""
        return len(self.telling.strip()) >= _ENOUGH


@dataclass(frozen=True, slots=True)
class Evidence:
    """How like the two sides of a place are (0 to 1; None where nothing is remembered).

    ``within`` says that the words of the quote's own block beside it are there on one side, so
    that the block may have moved and is still the same. ``touches`` says that a few code points
    directly before or after are exactly the same, ``no_twin`` that they are on every side as far
    as it takes to tell the twins apart.
    """

    left: float | None
    right: float | None
    within: bool
    touches: bool
    no_twin: bool

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
    shared_before, shared_after = max(0, len(prefix) - reach), max(0, len(suffix) - reach)
    own_before, own_after = prefix.rpartition("\n")[2], suffix.partition("\n")[0]
    own_before = own_before[: max(0, len(own_before) - shared_before)]
    own_after = own_after[shared_after:]
    return Context(
        (_before(prefix), _after(suffix)),
        Side(
            folded(prefix[:reach]).text,
            folded(own_before).text.strip(),
            len(prefix),
            shared_before,
            _before(prefix[-shared_before - _beyond(own_before) :]),
        ),
        Side(
            folded(suffix[-reach:]).text,
            folded(own_after).text.strip(),
            len(suffix),
            shared_after,
            _after(suffix[: shared_after + _beyond(own_after)]),
        ),
        had_twins,
        had_near_twins,
    )


def evidence_at(context: Context, text: str, span: Span) -> Evidence:
    """Compare the surroundings of a span of a folded text with a context."""
    left, right = context.left, context.right
    before = text[max(0, span.start - left.reach - _SLACK) : max(0, span.start - _inner(left))]
    after = text[span.end + _inner(right) : span.end + right.reach + _SLACK]
    near_left = text.endswith(left.nearest, 0, span.start)
    near_right = text.startswith(right.nearest, span.end)
    may_be_left = near_left or not context.had_twins
    may_be_right = near_right or not context.had_twins
    return Evidence(
        _compared(left, before),
        _compared(right, after),
        (may_be_left and _is_within(left, before)) or (may_be_right and _is_within(right, after)),
        _touches(context, text, span),
        near_left and near_right,
    )


def _beyond(own: str) -> int:
    """Return how far beyond what twins share to look: not over the block's edge if it can be."""
    return min(BESIDE, len(own)) if len(own) >= _ENOUGH else BESIDE


def _before(words: str) -> str:
    """Fold words before a quote; a letter keeps the space that folding takes from an edge."""
    return folded(words + "x").text[:-1]


def _after(words: str) -> str:
    return folded("x" + words).text[1:]


def _touches(context: Context, text: str, span: Span) -> bool:
    before, after = context.touching[0][-BESIDE:], context.touching[1][:BESIDE]
    is_before = len(before) == BESIDE and text.endswith(before, 0, span.start)
    return is_before or (len(after) == BESIDE and text.startswith(after, span.end))


def _inner(side: Side) -> int:
    return max(0, side.gap - _SLACK)


def _compared(side: Side, found: str) -> float | None:
    return likeness(side.telling, found) if side.is_there else None


def _is_within(side: Side, found: str) -> bool:
    return len(side.own) >= _ENOUGH and likeness(side.own, found) >= _WITHIN
