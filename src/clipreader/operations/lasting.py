"""Corrections that outlive a new reading: kept with the place of their block, applied again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clipreader.anchoring import describe, resolve
from clipreader.library.corrections import Correction
from clipreader.model import Article, Certainty, FieldName, Role, Selector, Span
from clipreader.operations.corrected import with_accepted, with_credit, with_field, with_role
from clipreader.operations.corrected_fields import Value


def of_role(article: Article, index: int, role: Role, level: int | None) -> Correction:
    """Return the correction that gives a block of this article a role."""
    return Correction("role", _place(article, index), [role.value, level])


def of_accepted(article: Article, index: int) -> Correction:
    """Return the correction that keeps a block as it was read."""
    block = article.blocks[index]
    return Correction("accept", _place(article, index), [block.role.value, block.level])


def of_credit(article: Article, index: int, span: Span | None) -> Correction:
    """Return the correction that says which words of a caption are its credit."""
    block = article.blocks[index]
    value = None
    if span is not None:
        begin = block.span.start
        value = [span.start - begin, span.end - begin, article.quote(span)]
    return Correction("credit", _place(article, index), value)


def of_field(name: FieldName, value: Value) -> Correction:
    """Return the correction that gives a field a value."""
    return Correction("field", None, [name.value, value])


def applied(article: Article, corrections: Iterable[Correction]) -> Article:
    """Return a newly read article with what was corrected, in the order it was.

    A correction whose block is not there any more, or that a newer ClipReader made, is passed
    over; it is kept and may find its block in a later reading.
    """
    for correction in corrections:
        try:
            article = _applied(article, correction)
        except (ValueError, TypeError, IndexError):
            continue
    return article


def _applied(article: Article, correction: Correction) -> Article:
    value: Any = correction.value
    if correction.kind == "field":
        words = tuple(value[1]) if isinstance(value[1], list) else value[1]
        return with_field(article, FieldName(value[0]), words)
    index = _index(article, correction.place) if correction.place else None
    if index is None:
        return article
    if correction.kind == "credit":
        return _with_credit(article, index, value)
    if correction.kind in ("role", "accept"):
        return _with_role(article, index, correction.kind, value)
    return article


def _with_role(article: Article, index: int, kind: str, value: Any) -> Article:  # noqa: ANN401 - what JSON holds
    role, level = Role(value[0]), value[1]
    block = article.blocks[index]
    if kind == "accept" and (block.role, block.level) == (role, level):
        return with_accepted(article, index)
    return with_role(article, index, role, level)


def _with_credit(article: Article, index: int, value: Any) -> Article:  # noqa: ANN401 - what JSON holds
    if article.blocks[index].role != Role.CAPTION:
        article = with_role(article, index, Role.CAPTION)
    block = article.blocks[index].span
    if value is None:
        return with_credit(article, index, None)
    start, end, words = value
    span = Span(block.start + start, block.start + end)
    if article.text[span.start : span.end] != words:
        at = article.text.find(words, block.start, block.end)
        if at < 0:
            return article
        span = Span(at, at + len(words))
    return with_credit(article, index, span)


def _place(article: Article, index: int) -> Selector | None:
    """Return how the block is found again; an empty block cannot be."""
    span = article.blocks[index].span
    return describe(article, span) if len(span) else None


def _index(article: Article, place: Selector) -> int | None:
    """Return which block a place means, in whatever role it is now."""
    same = [n for n, each in enumerate(article.blocks) if article.quote(each.span) == place.exact]
    there = [n for n in same if article.blocks[n].span == place.span]
    if len(there) == 1 or len(same) == 1:
        return (there or same)[0]
    beside = [n for n in same if _stands_beside(article, article.blocks[n].span, place)]
    if beside:
        return beside[0] if len(beside) == 1 else None
    anchor = resolve(article, place)
    if anchor.certainty != Certainty.PLACED or anchor.span is None:
        return None
    found = article.block_at(anchor.span.start)
    return article.blocks.index(found) if found else None


def _stands_beside(article: Article, span: Span, place: Selector) -> bool:
    before = article.text[max(0, span.start - len(place.prefix)) : span.start]
    after = article.text[span.end : span.end + len(place.suffix)]
    return before == place.prefix and after == place.suffix
