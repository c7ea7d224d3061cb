"""The highlights of an article look for their places again when it is read differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clipreader.anchoring import describe, resolve, resolve_all
from clipreader.library import highlights
from clipreader.library.journal import Work
from clipreader.model import Article, Certainty, Highlight, Part


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
