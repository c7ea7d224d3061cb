"""Where the words that somebody typed or pasted stand in an article."""

from __future__ import annotations

from collections.abc import Iterator

from clipreader.model import Article, Role, Span
from clipreader.text.normal import folded


def spans_of_quote(article: Article, quote: str, role: Role | None = None) -> tuple[Span, ...]:
    """Return the places of a quote, in order and without overlap, in parts of ``role`` if given.

    The exact words, if they stand anywhere; else those that differ only in case, accents, kinds
    of quotation marks and dashes, and white space. White space around the quote does not count.
    """
    exact = list(_in_role(article, _spans(quote.strip(), article.text), role))
    if exact:
        return tuple(exact)
    words, text = folded(quote).text.strip(), folded(article.text)
    rough = (Span(*text.span_in_source(*_ends(span))) for span in _spans(words, text.text))
    return tuple(_in_role(article, rough, role))


def _spans(words: str, text: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _in_role(article: Article, spans: Iterator[Span], role: Role | None) -> Iterator[Span]:
    return (span for span in spans if role is None or article.role_at(span.start) == role)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
