"""Which stretches of an article's text become lines of the page, in which order.

What is left over, folded site text and the very long lines of broken files are dealt with here,
on bare spans; ``reader_document`` writes what comes out. Spans are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipreader.model import Article, Part, Role, Span

LONGEST_RUN, LONGEST_LINE = 5_000, 20_000
"""Longer runs without a space, longer lines: broken in the view (1 MB would take 34 s)."""

_HEAD = frozenset(
    {
        Role.KICKER,
        Role.HEADLINE,
        Role.DECK,
        Role.BYLINE,
        Role.TRANSLATOR,
        Role.DATELINE,
        Role.BOILERPLATE,
    }
)

_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")


def site_text(article: Article) -> Iterator[tuple[int, int]]:
    """Yield first and last index of every run of site text."""
    first: int | None = None
    for index, block in enumerate(article.blocks):
        if block.role == Role.BOILERPLATE:
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(article.blocks) - 1


def end_of_head(article: Article) -> int:
    """Return the last block of the article's head, after which the byline row stands."""
    last = -1
    for index, block in enumerate(article.blocks):
        if block.role not in _HEAD:
            break
        if block.role != Role.BOILERPLATE:
            last = index
    return last


def marks_by_block(article: Article) -> dict[int, tuple[Part, ...]]:
    """Return the marks of each block by its index, in one pass over both."""
    found: dict[int, list[Part]] = {}
    index, blocks = 0, article.blocks
    for mark in sorted(article.marks, key=lambda part: part.span):
        while index < len(blocks) and blocks[index].span.end < mark.span.end:
            index += 1
        if index < len(blocks) and blocks[index].span.contains(mark.span):
            found.setdefault(index, []).append(mark)
    return {number: tuple(marks) for number, marks in found.items()}


def lines_of(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a span, and very long ones in bearable lengths."""
    start = span.start
    while True:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        yield from _bearable(text, Span(start, end))
        if end >= span.end:
            return
        start = end + 1


def _bearable(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    while line.end - start > LONGEST_RUN:
        run = _RUN.search(text, start, min(line.end, start + LONGEST_LINE))
        if not run and line.end - start <= LONGEST_LINE:
            break
        space = text.rfind(" ", start, start + LONGEST_LINE) + 1
        cut = run.end() if run else space or start + LONGEST_LINE
        yield Span(start, cut)
        start = cut
    yield Span(start, line.end)


def stands_bare(text: str, marks: Sequence[Part], point: int) -> bool:
    """Say whether a credit begins at a code point with only a blank between it and its caption."""
    if not any(mark.role == Role.CREDIT and mark.span.start == point for mark in marks):
        return False
    ends = [mark.span.end for mark in marks if mark.role == Role.CAPTION]
    return any(end < point and text[end:point].isspace() for end in ends)
