"""Which place of an article a typed quote means, and the refusal if that is not clear."""

from __future__ import annotations

from clipreader.anchoring import spans_of_quote
from clipreader.model import AmbiguousQuote, Article, QuoteMissing, Role, Span

_AROUND = 40


def place_of_quote(
    article: Article, quote: str, role: Role | None = None, occurrence: int | None = None
) -> Span:
    """Return the one place of a quote, in parts of ``role`` if given.

    ``occurrence`` counts the places from 1 where there are several. Raises QuoteMissing, and
    AmbiguousQuote with the list of places.
    """
    places = spans_of_quote(article, quote, role)
    where = "in this article" if role is None else f"as {role.value} in this article"
    if not places:
        raise QuoteMissing(f"These words do not stand {where}.")
    if occurrence is None and len(places) > 1:
        context = tuple(_told(article, place) for place in places)
        message = f"These words stand {len(places)} times {where}. Say which place is meant."
        raise AmbiguousQuote(message, context)
    number = 1 if occurrence is None else occurrence
    if not 1 <= number <= len(places):
        times = "once" if len(places) == 1 else f"{len(places)} times"
        raise QuoteMissing(f"These words stand only {times} {where}; there is no place {number}.")
    return places[number - 1]


def _told(article: Article, place: Span) -> tuple[str, str]:
    """Return the role of a place and its words with what stands around them in the block."""
    block = article.block_at(place.start)
    low, high = (block.span.start, block.span.end) if block else (0, len(article.text))
    start, end = max(low, place.start - _AROUND), min(high, place.end + _AROUND)
    before, after = "…" if start > low else "", "…" if end < high else ""
    words = article.text[start : max(end, place.end)].replace("\n", " ")
    return article.role_at(place.start).value, f"{before}{words}{after}"
