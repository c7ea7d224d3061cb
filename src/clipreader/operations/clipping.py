"""A highlight becomes a clipping: its words, its part, its credit, its citation."""

from __future__ import annotations

from collections.abc import Iterator

from clipreader.model import (
    BODY_ROLES,
    Article,
    Citation,
    Clipping,
    Highlight,
    Part,
    Role,
    Span,
)


def clipping_of(article: Article, highlight: Highlight) -> Clipping:
    """Return the clipping of a highlight of this article.

    The credit is that of the caption in which the quote begins. Paragraphs are counted from the
    body's first; what stands in the body but is none (a crosshead, a table) has the number of
    the paragraph before it, or 1. The quote is what is read at the place: a leftover or site text
    in the midst of it is no word of anyone's. Where nothing else is there, it is those words: a
    quote is never empty. Of several list items the quote keeps their numbers beside it.
    """
    span, citation = highlight.span, Citation(article.id, article.metadata)
    if span is None:
        exact, role = highlight.selector.exact, highlight.selector.role
        return Clipping(highlight, exact, role, None, citation)
    block = article.block_at(span.start)
    credit = article.credit_of(block) if block and block.role == Role.CAPTION else None
    role = article.role_at(span.start)
    quote = article.shown(span).strip() or article.quote(span)
    number = _paragraph(article, block)
    return Clipping(highlight, quote, role, credit, citation, number, _leads(article, span))


def _leads(article: Article, span: Span) -> tuple[str, ...]:
    """Return what stands before each line of a quote, if it is a list: two items begin in it."""
    leads = tuple(_by_line(article, span))
    return leads if sum(map(bool, leads)) > 1 else ()


def _by_line(article: Article, span: Span) -> Iterator[str]:
    for block, words in article.shown_blocks(span):
        yield article.lead_of(block) if block.span.start >= span.start else ""
        yield from ("" for _ in range(words.count("\n")))


def _paragraph(article: Article, block: Part | None) -> int | None:
    if block is None or block.role not in BODY_ROLES:
        return None
    before = article.parts(Role.PARAGRAPH)
    return max(1, sum(1 for each in before if each.span.start <= block.span.start))
