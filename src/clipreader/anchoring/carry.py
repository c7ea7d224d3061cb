"""Where a span of one text stands in another version of it, by what is the same around both.

A selector alone knows some words around its place. Where both texts are at hand, whole sentences
and paragraphs that are the same speak for a place, as long as they stand once in each text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from clipreader.model import Article, Span
from clipreader.text.differences import Stretch, differences

_ENOUGH: Final = 32
"""Code points that have to be the same in a row, the span among them."""

_AROUND: Final = 400
"""Code points on each side within which what is the same must be without a twin."""


class Carrier:
    """Carries spans from one article to another version of it; what differs is found once."""

    def __init__(self, before: Article, after: Article) -> None:
        self._before, self._after = before, after
        same = [one for one in differences(before.text, after.text) if one.same]
        self._same = same
        self._starts = [one.old_start for one in same]

    def carried(self, span: Span) -> Span | None:
        """Return where a span stands in the other version, or None if that is not certain.

        The words there are the same to the letter, in the same role.
        """
        found = self._around(span)
        if found is None:
            return None
        start = max(found.old_start, span.start - _AROUND)
        end = min(found.old_end, span.end + _AROUND)
        words = self._before.text[start:end]
        if len(words.strip()) < _ENOUGH or not self._stands_once(words):
            return None
        by = found.new_start - found.old_start
        there = Span(span.start + by, span.end + by)
        is_same = self._before.role_at(span.start) == self._after.role_at(there.start)
        return there if is_same else None

    def _around(self, span: Span) -> Stretch | None:
        at = bisect_right(self._starts, span.start) - 1
        found = self._same[at] if at >= 0 else None
        return found if found is not None and span.end <= found.old_end else None

    def _stands_once(self, words: str) -> bool:
        for text in (self._before.text, self._after.text):
            at = text.find(words)
            if at < 0 or text.find(words, at + 1) >= 0:
                return False
        return True
