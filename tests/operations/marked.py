"""Articles in a library and what is marked in them, for tests."""

from __future__ import annotations

from dataclasses import replace

from clipreader.library import Library, articles, highlights
from clipreader.library.arrival import Arrival
from clipreader.model import Anchor, Article, Colour, Highlight, Role, Source, Span
from clipreader.operations import highlighting, reading

QUOTE = "province pays two thirds of the fuel"


def stored(library: Library, made: Article) -> Article:
    """Put an article into the library; returns it as it is there."""
    source = Source("ferry.txt", made.text.encode(), "text/plain")
    library.originals.keep([source.data])
    with library.writing("import") as work:
        articles.add(work, [Arrival(made, source)])
    return now(library, made.id)


def now(library: Library, article_id: str) -> Article:
    return reading.open_article(library, article_id).article


def marked(library: Library, article: Article) -> tuple[Highlight, ...]:
    return reading.open_article(library, article.id).highlights


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def add(library: Library, article: Article, words: str, **more: object) -> Highlight:
    place = span(article, words)
    return highlighting.add(library, article.id, place, Colour.YELLOW, **more).value  # type: ignore[arg-type]


def number(article: Article, words: str) -> int:
    """Return which block holds the words."""
    return next(n for n, b in enumerate(article.blocks) if words in article.quote(b.span))


def unsettled(library: Library, article: Article, anchor: Anchor) -> Highlight:
    """A highlight that a new reading has left without a sure place."""
    one = add(library, article, QUOTE)
    with library.writing() as work:
        return highlights.change(work, [(replace(one, anchor=anchor), article.text)])[0]


def holds_together(article: Article) -> None:
    """The promises that model.Article makes of its parts."""
    assert article.blocks[0].span.start == 0
    assert article.blocks[-1].span.end == len(article.text)
    for above, below in zip(article.blocks, article.blocks[1:], strict=False):
        assert below.span.start == above.span.end + 1
    assert list(article.marks) == sorted(article.marks, key=lambda mark: mark.span.start)
    for mark in article.marks:
        owner = article.block_at(mark.span.start)
        assert owner is not None
        assert owner.span.contains(mark.span)
        if mark.role in (Role.CAPTION, Role.CREDIT):
            assert owner.role == Role.CAPTION
    for block in article.parts(Role.CAPTION):
        roles = [mark.role for mark in article.marks_in(block)]
        assert roles.count(Role.CAPTION) <= 1
        assert Role.CAPTION in roles or Role.CREDIT in roles
