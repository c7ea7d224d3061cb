"""A highlight becomes a clipping: its words, its part, its credit, its citation."""

from __future__ import annotations

from clipreader.model import (
    BODY_ROLES,
    Article,
    Citation,
    Clipping,
    Highlight,
    Part,
    Role,
)


def clipping_of(article: Article, highlight: Highlight) -> Clipping:
    """Return the clipping of a highlight of this article.

    The credit is that of the caption in which the quote begins. Paragraphs are counted from the
    body's first; what stands in the body but is none (a crosshead, a table) has the number of
    the paragraph before it, or 1. The quote is what is read at the place: a leftover or site text
    in the midst of it is no word of anyone's. Where nothing else is there, it is those words: a
    quote is never empty.
    """
    span, citation = highlight.span, Citation(article.id, article.metadata)
    if span is None:
        exact, role = highlight.selector.exact, highlight.selector.role
        return Clipping(highlight, exact, role, None, citation)
    block = article.block_at(span.start)
    credit = article.credit_of(block) if block and block.role == Role.CAPTION else None
    role = article.role_at(span.start)
    quote = article.shown(span).strip() or article.quote(span)
    return Clipping(highlight, quote, role, credit, citation, _paragraph(article, block))


def _paragraph(article: Article, block: Part | None) -> int | None:
    if block is None or block.role not in BODY_ROLES:
        return None
    before = article.parts(Role.PARAGRAPH)
    return max(1, sum(1 for each in before if each.span.start <= block.span.start))
