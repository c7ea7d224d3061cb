"""A line in which a credit is looked for, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from clipreader.anatomy.names import WIDE, end_of_name, has_capitals
from clipreader.anatomy.phrases import Phrases
from clipreader.model import Span

_NEED_CAPITALS = frozenset(
    {"credit-in-brackets", "credit-after-bar", "credit-after-stop", "credit-glued"}
)


@dataclass(frozen=True, slots=True)
class Credited:
    """A line with a credit: the spans of its words (None if there are none) and of the credit.

    ``strength`` from 0 to 1 is what the sign alone is worth; ``why`` says it in words.
    """

    words: Span | None
    credit: Span
    strength: float
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A line in which a credit is looked for, from ``start`` to ``end`` (code points)."""

    text: str
    low: str
    start: int
    end: int
    phrases: Phrases

    def found(
        self, words_end: int, at: int, end: int, strength: float, rule: str
    ) -> Credited | None:
        """Return what was found if the credit holds something and the words are words."""
        while at < end and self.text[at] in " \u00a0\u3000©:|/–—-":
            at += 1
        stop = at + end_of_name(self.text[at:end].rstrip(" ;"))
        if stop <= at or (rule in _NEED_CAPITALS and strength < 0.95 and self._is_bare(at, stop)):
            return None
        if self.text[stop : stop + 1] == ")" and "(" in self.text[at:stop]:
            stop += 1
        words = self.text[self.start : words_end].rstrip(" \u00a0/|–—-:·(")
        why = f"ends in “{self.text[max(words_end, self.start) : self.end].strip()}”"
        if len(words) < 2:
            return Credited(None, Span(at, stop), strength, rule, "is a credit and nothing else")
        span = Span(self.start, self.start + len(words))
        return Credited(span, Span(at, stop), strength, rule, why)

    def _is_bare(self, at: int, stop: int) -> bool:
        """Say whether a credit's script has no capitals, and no agency stands in it.

        What shape tells elsewhere, a sign must tell there.
        """
        is_cased = has_capitals(self.text[at:stop]) and not WIDE.search(self.text, at, stop)
        return not is_cased and not self.phrases.agency_tail.search(self.low, at, stop)
