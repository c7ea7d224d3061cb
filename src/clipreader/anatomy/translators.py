"""Who translated the article, from which language, and where the original stands.

Rare (0.5 % of pages) and easily mistaken: "in a statement translated by CNN" is none. So a cue
counts only where it begins a line or a sentence of a short line, and only with names behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipreader.anatomy.names import is_name, sentence_end, split_names
from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.model import Span

_LONGEST = 420
_ADDRESS = re.compile(r"https?://[^\s<>\"”»)]+")
_DATE = re.compile(r"[,;(]?\s*\d{1,2}[./]\d")
_IN_BRACKETS = re.compile(r"[（(]([^()（）]{3,60})[)）][.。]?$")
_HANDLE = re.compile(r"[a-z][\w-]{1,19}")
_TAIL = 90
_LAST_WORDS = re.compile(r"[.!?…]”?\s+((?:[^\W\d_]+\s){1,3}?[^.!?]*[^\W_]\.?)$")
_JUNK = re.compile(r"[^a-z.,;:]{0,3}(?:[A-Z][\w]*\s){1,2}(?=[A-ZÜÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Translation:
    """The translators' names with their spans, and the language of the original, if it is told."""

    names: tuple[tuple[str, Span], ...]
    tongue: str | None = None
    sure: bool = True


def translation(text: str, low: str, phrases: Phrases) -> Translation | None:
    """Return what a line of its own says of the translation, or None."""
    if len(text) > _LONGEST or len(low) != len(text):
        return None
    for start, end, sure in _cues(text, low, phrases):
        names = tuple(_names(text, low, end, phrases))
        if names:
            return Translation(names, phrases.tongue_in(low[start:end]), sure)
    return _nameless(low, phrases)


def _cues(text: str, low: str, phrases: Phrases) -> Iterator[tuple[int, int, bool]]:
    """Yield where cues begin and end: at the line's start, after a sentence, glued to a button."""
    if not any(word in low for word in phrases.translator_words):
        return
    found = phrases.translator.match(low, 1 if low[:1] in ("(", "[") else 0)
    if found:
        yield found.start(), found.end(), True
    glued = phrases.translator_glued.match(low)
    if glued and text[glued.end() : glued.end() + 1].isupper():
        yield glued.start(), glued.end(), True
    for inside in phrases.translator_inside.finditer(low):
        if not text[inside.start(1)].islower():
            yield inside.start(1), inside.end(1), True
    junk = _JUNK.match(text)
    if junk and len(text) <= 60:
        found = phrases.translator.match(low, junk.end())
        if found and text[junk.end()].isupper():
            yield found.start(), found.end(), False


def _names(text: str, low: str, start: int, phrases: Phrases) -> Iterator[tuple[str, Span]]:
    """Yield the names behind a cue, without the reviser, date or sentence that follows."""
    reviser = phrases.reviser.search(low, start)
    end = reviser.start() if reviser else len(text)
    date = _DATE.search(text, start, end)
    end = date.start() if date else end
    outlet = phrases.translator_for.search(low, start, end)
    end = outlet.start() if outlet else end
    end = start + sentence_end(text[start:end])
    rest = text[start:end]
    lead = start + len(rest) - len(rest.lstrip(" :\u00a0"))
    pieces = list(split_names(text[lead:end], phrases, lead))
    for number, (name, span) in enumerate(pieces):
        if not _is_translator(name, first=number == 0, alone=len(pieces) == 1):
            if number == 0 and _is_group(text[lead:end]):
                group = text[lead:end].rstrip(" .")
                yield group, Span(lead, lead + len(group))
            return
        yield name, span


def _is_translator(name: str, *, first: bool, alone: bool) -> bool:
    """Say whether a piece of the list is a name. Behind the first only full names count."""
    article, _, house = name.partition(" ")
    if folded(article) in shared("names", "articles"):
        return first and is_name(house, least=1)
    return is_name(name, least=1 if first else 2) or (alone and bool(_HANDLE.fullmatch(name)))


def _is_group(text: str) -> bool:
    """Say whether a text is a group with its house: "les lecteurs du site La-Vigie"."""
    words = text.rstrip(" .").split()
    if not 3 <= len(words) <= 7 or folded(words[0]) not in shared("names", "articles"):
        return False
    return words[-1][0].isupper()


def _nameless(low: str, phrases: Phrases) -> Translation | None:
    """Read "Traduit de l’anglais" and "Original text in English", lines without a name."""
    found = phrases.nameless.match(low)
    if not found or len(low[found.end() :].strip(" .")) > 0:
        return None
    tongue = phrases.tongue_in(found[0])
    return Translation((), tongue) if tongue else None


def in_last_brackets(text: str, phrases: Phrases) -> Translation | None:
    """Read "…（编译/王小明）" and "(Translated by Ana Reyes)" at the end of the last paragraph."""
    found = _IN_BRACKETS.search(text, max(0, len(text) - 70))
    if not found:
        return None
    inner = found[1]
    if not inner[0].isupper() and inner[0].lower() != inner[0].upper():
        return None
    low = folded(inner)
    cue = phrases.translator.match(low)
    if not cue:
        return None
    at = found.start(1)
    names = tuple((name, span.moved(at)) for name, span in _names(inner, low, cue.end(), phrases))
    return Translation(names, phrases.tongue_in(cue[0])) if names else None


def in_last_words(text: str, phrases: Phrases) -> Translation | None:
    """Read "… justified. Ad Policy Translated by Charles Hart" at the end of a paragraph.

    Only with a capital, and with nothing but names behind it: prose speaks of translations too.
    """
    tail = text[-_TAIL:]
    last = _LAST_WORDS.search(tail)
    if not last:
        return None
    at = len(text) - len(tail) + last.start(1)
    found = translation(text[at:], folded(text[at:]), phrases)
    if not found or not found.names or found.names[-1][1].end < len(text[at:].rstrip(" .")):
        return None
    return Translation(tuple((n, s.moved(at)) for n, s in found.names), found.tongue, sure=False)


def cue_alone(low: str, phrases: Phrases) -> bool:
    """Say whether a line is a cue whose names stand on the next: "翻訳者", "Translated by"."""
    found = phrases.translator.match(low)
    return bool(found and len(low) - found.end() <= 1 and not low[found.end() :].strip(" :"))


def names_below(text: str, phrases: Phrases) -> tuple[tuple[str, Span], ...]:
    """Return the names of a line below a lone cue; empty if anything in it is no name."""
    if len(text) > 80:
        return ()
    names = tuple(split_names(text, phrases))
    return names if all(_is_translator(name, first=True, alone=False) for name, _ in names) else ()


def original_address(text: str, low: str, phrases: Phrases) -> str | None:
    """Return the address of the original that a line names, or None."""
    if not low.startswith(phrases.original):
        return None
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;") if found else None
