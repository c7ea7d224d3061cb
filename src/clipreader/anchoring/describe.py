"""A span becomes a selector that is unique in its article."""

from __future__ import annotations

from itertools import islice
from typing import Final

from clipreader.anchoring.similar import alike, places
from clipreader.model import Article, Role, Selector, Span

CONTEXT: Final = 32
"""Code points of context on each side, where the words stand once in their role."""

NEAR_TWIN_CONTEXT: Final = 48
"""Code points of context where words nearly the same stand in the same role elsewhere."""

TWIN_CONTEXT: Final = 64
"""Code points of context beyond what twins of the same role share on that side.

The lengths are a promise to ``resolve``: a side with more than ``CONTEXT`` says that the words
had near twins, one with ``TWIN_CONTEXT`` or more that they had twins, and that its outermost
``TWIN_CONTEXT`` is what tells those apart.
"""

_MOST_CONTEXT = 65_536
_MOST_SHARED = 1_024
_MOST_PLACES = 5_000
_MOST_TWINS = 300


def describe(article: Article, span: Span) -> Selector:
    """Return the selector of a span: its role, its words, their context and their place.

    The role is that at the span's start, so a span over several blocks has that of the first.
    ``prefix`` and ``suffix`` hold 32 code points where the text has them, and grow until role,
    prefix, words and suffix together stand once in the article (up to 65,536 code points; a text
    that repeats itself for longer than that has no unique places). They hold 48 where nearly the
    same words stand in the same role too, and where the same words do, they reach 64 beyond what
    those twins share. Raises ValueError if the span is empty or leaves the text.
    """
    if len(span) == 0:
        raise ValueError("a selector needs at least one character")
    exact, role = article.quote(span), article.role_at(span.start)
    twins = _twins(article, span, exact, role)
    near = not twins and _has_near_twins(article, span, exact, role)
    left = right = NEAR_TWIN_CONTEXT if near else CONTEXT
    for twin in twins:
        before, after = _shared(article.text, span, twin)
        left, right = max(left, before + TWIN_CONTEXT), max(right, after + TWIN_CONTEXT)
    while not _is_unique(article, span, role, left, right):
        left, right = left * 2, right * 2
    return Selector(role, exact, *_around(article.text, span, left, right), span.start, span.end)


def _around(text: str, span: Span, left: int, right: int) -> tuple[str, str]:
    return text[max(0, span.start - left) : span.start], text[span.end : span.end + right]


def _twins(article: Article, span: Span, exact: str, role: Role) -> list[Span]:
    """Return other places of the same role with the same words."""
    same = (
        Span(at, at + len(exact))
        for at in islice(places(exact, article.text), _MOST_PLACES)
        if at != span.start and article.role_at(at) == role
    )
    return list(islice(same, _MOST_TWINS))


def _has_near_twins(article: Article, span: Span, exact: str, role: Role) -> bool:
    cuts = () if "\n" in exact else [block.span.start for block in article.blocks]
    return any(
        not near.overlaps(span) and article.role_at(near.start) == role
        for near, _ in alike(exact, article.text, cuts)
    )


def _shared(text: str, span: Span, twin: Span) -> tuple[int, int]:
    """Return how many code points before and after the two are the same."""
    reach = _MOST_SHARED
    before = [text[max(0, each.start - reach) : each.start][::-1] for each in (span, twin)]
    after = [text[each.end : each.end + reach] for each in (span, twin)]
    return _same_start(*before), _same_start(*after)


def _same_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_unique(article: Article, span: Span, role: Role, left: int, right: int) -> bool:
    if left >= _MOST_CONTEXT:
        return True
    prefix, suffix = _around(article.text, span, left, right)
    whole = prefix + article.quote(span) + suffix
    found = (at + len(prefix) for at in islice(places(whole, article.text), _MOST_PLACES))
    return all(at == span.start or article.role_at(at) != role for at in found)
