"""What stands inside a line whose role is known already, because the person named it."""

from __future__ import annotations

from clipreader.anatomy.bylines import names_alone, with_cue
from clipreader.anatomy.credit import find_credit
from clipreader.anatomy.page import mark
from clipreader.anatomy.phrases import folded, phrases_for
from clipreader.anatomy.translators import translation
from clipreader.model import Part, Role, Span

_SURE = 0.9


def marks_inside(text: str, role: Role, language: str | None) -> tuple[Part, ...]:
    """Return the marks that a line of this role has, with spans in code points of the line.

    A caption has one over its words and one over its credit, a translator's line and a byline
    one over each name; other roles have none. ``language`` is the article's, as a BCP 47 code.
    """
    if not text.strip():
        return ()
    if role == Role.CAPTION:
        return _of_caption(text, language)
    names: tuple[tuple[str, Span], ...] = ()
    low, phrases = folded(text), phrases_for(language)
    if role == Role.TRANSLATOR:
        translated = translation(text, low, phrases)
        names = translated.names if translated else ()
    elif role == Role.BYLINE:
        byline = with_cue(text, low, phrases) or names_alone(text, low, phrases)
        names = byline.names if byline else ()
    return tuple(mark(role, span, _SURE, "named", "a name in this line") for _, span in names)


def tongue_inside(text: str, language: str | None) -> str | None:
    """Return the language that a translator's line says it was translated from, or None."""
    found = translation(text, folded(text), phrases_for(language)) if text.strip() else None
    return found.tongue if found else None


def _of_caption(text: str, language: str | None) -> tuple[Part, ...]:
    found = find_credit(text, folded(text), phrases_for(language))
    if found is None:
        start = len(text) - len(text.lstrip())
        words = Span(start, start + len(text.strip()))
        return (mark(Role.CAPTION, words, _SURE, "named", "the words of the caption"),)
    credit = mark(Role.CREDIT, found.credit, found.strength, found.rule, found.why)
    if found.words is None:
        return (credit,)
    words = mark(Role.CAPTION, found.words, _SURE, "named", "the words before the credit")
    return tuple(sorted((words, credit), key=lambda part: part.span))
