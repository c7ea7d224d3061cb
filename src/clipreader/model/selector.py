"""How a highlight remembers its place, and the place that was found again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clipreader.model.article import Role
from clipreader.model.span import Span


@dataclass(frozen=True, slots=True)
class Selector:
    """A place by role, quote, context and position.

    W3C TextQuoteSelector and TextPositionSelector (https://www.w3.org/TR/annotation-model/) plus
    the role of the block, because captions repeat sentences of the body. ``prefix`` and
    ``suffix`` are as long as it takes to be unique in the article; ``start`` and ``end`` are
    code points of the article's text.
    """

    role: Role
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return the place where the selector was made."""
        return Span(self.start, self.end)


class Certainty(StrEnum):
    """Whether a selector's place was found."""

    PLACED = "placed"
    DOUBTFUL = "doubtful"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place that a selector found: a span or none, how sure, and why in words.

    A doubtful anchor has the likeliest span and is shown to the person, never used in silence.
    """

    span: Span | None
    certainty: Certainty
    why: str = ""
