"""A sentence that a page sets large beside the text, and that the text says as well.

Whoever reads on from paragraph to paragraph meets it twice. What a page calls a pull quote may be
shortened or smoothed, so that fewer of its words stand in the text in a row.
"""

from __future__ import annotations

from collections.abc import Sequence

from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import PULL_QUOTE_WORDS
from clipreader.importers.page.walk import Block
from clipreader.model import Hint
from clipreader.text.normal import fold_name

_LEAST = 6
"""Words of a quote at least."""

_IN_A_ROW = 3
"""Words in a row that are looked for."""

_REPEATED = 0.75
"""Share of such rows from which on a quote says what the text says."""

_REPEATED_AND_CALLED_SO = 0.4
"""The same for what the page calls a pull quote."""


def drop_pull_quotes(blocks: Sequence[Block], kept: list[bool], prose: Sequence[int]) -> None:
    """Drop quotes whose words the paragraphs say as well, and the names right below them."""
    text: str | None = None
    for number, block in enumerate(blocks):
        if not kept[number] or block.hint not in (Hint.QUOTE, Hint.PARAGRAPH):
            continue
        box = _quote_around(block.element)
        called = _is_called_so(block.element) or (box is not None and _is_set_apart(box))
        if (block.hint != Hint.QUOTE and not called) or _has_links(box):
            continue
        if text is None:
            text = _letters(
                " ".join(
                    other.text
                    for n, other in enumerate(blocks)
                    if kept[n] and prose[n] and other.hint == Hint.PARAGRAPH
                )
            )
        least = _REPEATED_AND_CALLED_SO if called else _REPEATED
        if _share_said(block.text, text) >= least:
            kept[number] = False
            _drop_below(blocks, kept, number, box)


def _drop_below(
    blocks: Sequence[Block], kept: list[bool], number: int, box: Element | None
) -> None:
    """Drop what stands below a quote in its own element: who said it."""
    for below in range(number + 1, len(blocks)):
        if box is None or _quote_around(blocks[below].element) is not box:
            return
        if len(blocks[below].text.split()) < _LEAST:
            kept[below] = False


def _quote_around(element: Element) -> Element | None:
    here: Element | None = element
    while here is not None and name_of(here) != "blockquote":
        here = here.getparent()
    return here


def _is_set_apart(quote: Element) -> bool:
    """Say whether a quote is a figure of its own."""
    around = quote.getparent()
    return around is not None and name_of(around) == "figure"


def _has_links(quote: Element | None) -> bool:
    """Say whether a quote leads elsewhere: it is what somebody published, cited by the article."""
    return quote is not None and next(quote.iter("a"), None) is not None


def _is_called_so(element: Element) -> bool:
    here: Element | None = element
    for _ in range(3):
        if here is None:
            return False
        if words_of_class(here) & PULL_QUOTE_WORDS:
            return True
        here = here.getparent()
    return False


def _share_said(quote: str, text: str) -> float:
    """Return the share of the quote's rows of words that stand in the text."""
    words = fold_name(quote).split()
    if len(words) < _LEAST:
        return 0.0
    rows = [_letters(" ".join(words[n : n + _IN_A_ROW])) for n in range(len(words) - _IN_A_ROW + 1)]
    return sum(row in text for row in rows) / len(rows)


def _letters(text: str) -> str:
    return "".join(character for character in fold_name(text) if character.isalnum())
