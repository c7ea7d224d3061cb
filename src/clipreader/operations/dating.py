"""The days that an article names without a date, as hints for those who read or inspect it.

They are found anew each time and kept nowhere: a hint is no fact of the article.
"""

from __future__ import annotations

from clipreader.anatomy.relative_dates import DayHint, day_hints
from clipreader.model import Article

__all__ = ["DayHint", "hint_at", "hints"]


def hints(article: Article) -> tuple[DayHint, ...]:
    """Return the hints of an article in the order of its text."""
    return day_hints(article)


def hint_at(article: Article, point: int) -> DayHint | None:
    """Return the hint whose words hold a code point, or None. Looks at one block only."""
    block = article.block_at(point)
    found = day_hints(article, block) if block else ()
    return next((one for one in found if one.span.start <= point < one.span.end), None)
