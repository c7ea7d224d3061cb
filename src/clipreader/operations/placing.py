"""The highlights of an article look for their places again when it is read differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clipreader.anchoring import Carrier, describe, resolve, resolve_all
from clipreader.library import highlights
from clipreader.library.journal import Work
from clipreader.model import Anchor, Article, Certainty, Highlight, Part, Selector, Span
from clipreader.text.normal import fold_name


def follow_roles(
    work: Work, number: int, article: Article, block: Part | None = None
) -> tuple[str, ...]:
    """Bring highlights up to date after roles changed and the text did not; return whose changed.

    A placed highlight stays where it is and remembers the role that is there now. One that was
    doubtful or lost is placed if the new roles make its place sure. ``block`` is the one that
    changed, or None for any.
    """
    there = highlights.of_article(work.connection, number, article.id)
    words = article.quote(block.span) if block else ""
    return _stored(work, article, ((each, _with_roles(article, each, words)) for each in there))


def follow_text(work: Work, number: int, article: Article) -> tuple[str, ...]:
    """Bring highlights up to date after the text changed; return the ids of those that changed."""
    there = highlights.of_article(work.connection, number, article.id)
    anchors = resolve_all(article, [each.selector for each in there])
    pairs = (
        (each, _remembered(article, replace(each, anchor=anchor)))
        for each, anchor in zip(there, anchors, strict=True)
    )
    return _stored(work, article, pairs)


def placed_on(
    before: Article, after: Article, there: Sequence[Highlight], places: Mapping[str, Selector]
) -> tuple[Highlight, ...]:
    """Return the highlights of an article as they stand on another version of its text.

    ``places`` are selectors that were made on that version, by the highlights' ids; one is used
    while the highlight means the same words. Words that only differ in case, accents, quotes,
    dashes or spaces are the same words; a place with other words is never more than doubtful.
    """
    carrier = Carrier(before, after)
    selectors = [_nearest(each, places) for each in there]
    anchors = resolve_all(after, selectors)
    found: list[Highlight] = []
    for each, selector, anchor in zip(there, selectors, anchors, strict=True):
        place = _carried(carrier, before, each) if selector is each.selector else None
        at = Anchor(place, Certainty.PLACED) if place else _sure(after, selector, anchor)
        found.append(_remembered(after, replace(each, selector=selector, anchor=at)))
    return tuple(found)


def follow_version(
    work: Work, number: int, before: Article, after: Article, places: Mapping[str, Selector]
) -> tuple[str, ...]:
    """Bring highlights over to another version of the text; return the ids of those changed."""
    there = highlights.of_article(work.connection, number, after.id)
    pairs = zip(there, placed_on(before, after, there, places), strict=True)
    return _stored(work, after, pairs)


def _carried(carrier: Carrier, before: Article, highlight: Highlight) -> Span | None:
    """Return the sure place of a highlight that stands at its own words now, or None."""
    span = highlight.anchor.span
    if highlight.anchor.certainty != Certainty.PLACED or span is None:
        return None
    if before.quote(span) != highlight.selector.exact:
        return None
    return carrier.carried(span)


def _nearest(highlight: Highlight, places: Mapping[str, Selector]) -> Selector:
    known = places.get(highlight.id)
    return known if known and known.exact == highlight.selector.exact else highlight.selector


def _sure(article: Article, selector: Selector, anchor: Anchor) -> Anchor:
    """Return the anchor, doubtful if the words at it are not those that were marked."""
    if anchor.certainty != Certainty.PLACED or anchor.span is None:
        return anchor
    if fold_name(article.quote(anchor.span)) == fold_name(selector.exact):
        return anchor
    why = anchor.why or "The wording has changed since it was marked."
    return replace(anchor, certainty=Certainty.DOUBTFUL, why=why)


def _with_roles(article: Article, highlight: Highlight, words: str) -> Highlight:
    anchor, selector = highlight.anchor, highlight.selector
    if anchor.certainty != Certainty.PLACED or anchor.span is None:
        found = resolve(article, selector)
        if found.certainty != Certainty.PLACED:
            return highlight
        return _remembered(article, replace(highlight, anchor=found))
    if article.role_at(anchor.span.start) != selector.role or selector.exact in words:
        return _remembered(article, highlight)
    return highlight


def _remembered(article: Article, highlight: Highlight) -> Highlight:
    """Describe a sure place anew; changed words keep the selector that knows the old ones."""
    span = highlight.anchor.span
    if highlight.anchor.certainty != Certainty.PLACED or not span:
        return highlight
    if article.quote(span) != highlight.selector.exact:
        return highlight
    return replace(highlight, selector=describe(article, span))


def _stored(
    work: Work, article: Article, pairs: Iterable[tuple[Highlight, Highlight]]
) -> tuple[str, ...]:
    changed = [after for before, after in pairs if after != before]
    highlights.change(work, [(each, article.text) for each in changed])
    return tuple(each.id for each in changed)
