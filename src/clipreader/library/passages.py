"""Where searched words stand in a text, and the snippets that show them.

Places come from the text itself and not from markers in what the index returns, so that they are
exact code points and a text that holds such markers cannot lie. Words match from their beginning
and to their end as the index sees them, accents and case folded, prefixes to any end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from clipreader.library.finding import usable
from clipreader.library.folding import folded
from clipreader.library.indexed import SPACELESS
from clipreader.model import Article, Snippet, Span, Term

_ACCENT: Final = "[\u0300-\u036f]"
_IN_WORD: Final = rf"[^\W_{SPACELESS}]"
_TOKEN: Final = re.compile(rf"{_IN_WORD}+|[^\W_]")
"""A word, or one character of a script without spaces: what the index holds."""

_MOST_ACCENTS = 8
_AROUND = 70
_AT_MOST = 2_000


def spans_of(text: str, terms: Iterable[Term], *, at_most: int = _AT_MOST) -> tuple[Span, ...]:
    """Return where the terms stand in a text, in order and without overlap.

    Excluded terms are left out. At most ``at_most`` places are returned.
    """
    pattern = _pattern(terms)
    if pattern is None:
        return ()
    found: list[Span] = []
    for match in pattern.finditer(folded(text)):
        found.append(Span(*match.span()))
        if len(found) == at_most:
            break
    return tuple(found)


def holds(text: str, term: Term) -> bool:
    """Say whether a text holds a term, excluded or not."""
    pattern = _pattern([Term(term.text, term.phrase, term.prefix)])
    return pattern is None or bool(pattern.search(folded(text)))


def snippets_of(
    article: Article, terms: Sequence[Term], *, at_most: int = 3
) -> tuple[Snippet, ...]:
    """Return the first pieces of an article's text that show the terms, each within a block."""
    places = spans_of(article.text, terms, at_most=40)
    found: list[Snippet] = []
    reached = -1
    for place in places:
        if len(found) == at_most:
            break
        if place.start < reached:
            continue
        window = _window(article, place)
        inside = tuple(other.moved(-window.start) for other in places if window.contains(other))
        found.append(_snippet(article.text, window, inside))
        reached = window.end
    return tuple(found)


def _snippet(text: str, window: Span, places: tuple[Span, ...]) -> Snippet:
    """Cut a snippet; line feeds of tables become spaces, one for one."""
    return Snippet(text[window.start : window.end].replace("\n", " "), places)


def _window(article: Article, place: Span) -> Span:
    """Return a stretch around a place that begins and ends between words of its block."""
    block = article.block_at(place.start)
    low, high = (block.span.start, block.span.end) if block else (0, len(article.text))
    start, end = max(low, place.start - _AROUND), min(high, place.end + _AROUND)
    if start > low:
        space = article.text.find(" ", start, place.start)
        start = space + 1 if space >= 0 else start
    if end < high:
        space = article.text.rfind(" ", place.end, end)
        end = space if space >= 0 else end
    return Span(start, max(end, place.end))


def _pattern(terms: Iterable[Term]) -> re.Pattern[str] | None:
    parts = [_term_pattern(term) for term in usable(tuple(terms)) if not term.excluded]
    parts = sorted((part for part in parts if part), key=len, reverse=True)
    return re.compile("|".join(parts)) if parts else None


def _term_pattern(term: Term) -> str:
    tokens: list[str] = _TOKEN.findall(re.sub(_ACCENT, "", folded(term.text)))
    if not tokens:
        return ""
    pattern, joined = "", True
    for token in tokens:
        is_word = bool(re.match(_IN_WORD, token))
        if pattern:
            # between two words there is something; characters without spaces may touch
            pattern += r"[\W_]++" if is_word and not joined else r"[\W_]*+"
        letters = [re.escape(letter) for letter in token]
        if not pattern and is_word:
            letters[0] += _begins_with(letters[0])
        pattern += "".join(letter + f"{_ACCENT}*+" for letter in letters)
        joined = not is_word
    if joined:
        return pattern
    return pattern + (f"{_IN_WORD}*" if term.prefix else f"(?!{_IN_WORD})")


def _begins_with(letter: str) -> str:
    """Return what says, behind a letter, that a word begins with it.

    It stands behind and not before, so that the letter is looked for first: three times as fast.
    """
    return "".join(f"(?<!{_IN_WORD}{_ACCENT * many}{letter})" for many in range(_MOST_ACCENTS + 1))
