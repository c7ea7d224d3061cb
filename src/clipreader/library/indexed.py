"""The words of an article as the full-text index holds them, by its columns.

Apart from the index itself, so that a process without a database can make them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from clipreader.library.folding import folded, storable
from clipreader.model import BODY_ROLES, Article, Part, Role, Span

COLUMNS: Final[Mapping[str, float]] = {
    "headline": 10.0,
    "deck": 5.0,
    "body": 1.0,
    "captions": 2.0,
    "credits": 3.0,
    "people": 4.0,
    "rest": 0.3,
}
"""The columns of the article index and what a word in each weighs."""

_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
SPACELESS: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The characters of scripts without spaces, as ranges of a regular expression's class."""

_SPACELESS: Final = re.compile(f"[{SPACELESS}]")


def indexed_words(article: Article) -> tuple[str, ...]:
    """Return an article's words by the columns of the index."""
    words: dict[str, list[str]] = {name: [] for name in COLUMNS}
    leftovers = [mark.span for mark in article.marks if mark.role == Role.LEFTOVER]
    for block in article.blocks:
        words[_column_of(block)].append(_shown(article, block.span, leftovers))
    for mark in article.marks:
        if mark.role == Role.CREDIT:
            words["credits"].append(article.text[mark.span.start : mark.span.end])
    fields = article.metadata
    if fields.headline and fields.headline not in words["headline"]:
        words["headline"].append(fields.headline)
    people: list[str | None] = [*fields.authors, *fields.translators]
    people += [fields.publisher, fields.agency, fields.place]
    words["people"] += [name for name in people if name]
    return tuple(as_indexed("\n".join(found)) for found in words.values())


def as_indexed(words: str) -> str:
    """Return words as the index holds them and is asked for them.

    Folded, without accents that stand alone, and with a space around each character of a script
    without spaces. Whoever changes this adds a migration that makes the index again.
    """
    words = storable(words)
    if words.isascii():
        return words.lower()
    return _SPACELESS.sub(r" \g<0> ", folded(_ACCENTS.sub("", words)))


def _column_of(block: Part) -> str:
    if block.role in BODY_ROLES:
        return "body"
    known: dict[Role, str] = {
        Role.HEADLINE: "headline",
        Role.DECK: "deck",
        Role.CAPTION: "captions",
    }
    return known.get(block.role, "rest")


def _shown(article: Article, span: Span, leftovers: list[Span]) -> str:
    if not leftovers or not any(span.overlaps(leftover) for leftover in leftovers):
        return article.text[span.start : span.end]
    pieces: list[str] = []
    start = span.start
    for leftover in leftovers:
        if span.contains(leftover):
            pieces.append(article.text[start : max(start, leftover.start)])
            start = leftover.end
    return "".join([*pieces, article.text[start : span.end]])
