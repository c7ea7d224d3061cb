"""The words of one caption as the page shows them: what is hidden is cut off, credits are marked.

A caption's line may hold labels for screen readers ("Caption:"), buttons that a script shows when
the line is long ("Show more"), and the credit in an element of its own that only its first word or
the class of a byline tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clipreader.importers.page import tags
from clipreader.importers.page.credit_cues import is_credit_line
from clipreader.importers.page.tree import Element, all_words, name_of, words_of_class
from clipreader.importers.page.vocabulary import BYLINE_WORDS, CREDIT_WORDS, UNSEEN_WORDS
from clipreader.importers.page.walk import Block
from clipreader.importers.page.words import fitted
from clipreader.model import Part, Role, Span

_MOST_INSIDE = 40
_WHY = ("an element of the caption for itself",)


def tidy(block: Block) -> None:
    """Cut hidden words off both ends of a caption's line, and mark the credit inside it."""
    inside = list(_inline(block.element))
    for part in inside:
        if _is_unseen(part):
            _cut(block, all_words(part))
    if not any(mark.role == Role.CREDIT for mark in block.marks):
        _mark_credit(block, inside)


def _inline(element: Element) -> Iterator[Element]:
    for part in islice(element.iterdescendants(), _MOST_INSIDE):
        if name_of(part) in tags.INLINE:
            yield part


def _is_unseen(element: Element) -> bool:
    return element.get("hidden") is not None or bool(words_of_class(element) & UNSEEN_WORDS)


def _cut(block: Block, words: str) -> None:
    """Take words away that a line begins or ends with, if more than them is there."""
    if not words or len(block.text) <= len(words):
        return
    if block.text.endswith(words):
        rest, by = block.text[: -len(words)].rstrip(), 0
    elif block.text.startswith(words):
        rest = block.text[len(words) :].lstrip()
        by = len(rest) - len(block.text)
    else:
        return
    if rest:
        block.text, block.marks = rest, fitted(list(block.marks), by, rest)


def _mark_credit(block: Block, inside: list[Element]) -> None:
    """Mark the first element with some of the words that says by its cue or class whose it is."""
    for part in inside:
        said = all_words(part)
        at = block.text.rfind(said) if 0 < len(said) < len(block.text) else -1
        if at >= 0 and (
            is_credit_line(said) or words_of_class(part) & (BYLINE_WORDS | CREDIT_WORDS)
        ):
            mark = Part(Role.CREDIT, Span(at, at + len(said)), 1.0, _WHY, "markup")
            block.marks = tuple(
                sorted((*block.marks, mark), key=lambda m: (m.span.start, -m.span.end))
            )
            return
