"""What stands in a line where a rule of the person has its star: "Fotos: *", "Traducción: * (EFE)".

The words around the star are the person's and are compared as quotes are, so that case, accents and
kinds of dashes do not count. The value is what the line has between them, character for character.
"""

from __future__ import annotations

import re
from typing import Final

from clipreader.anatomy.names import split_names
from clipreader.anatomy.phrases import phrases_for
from clipreader.model import STAR, Span
from clipreader.text.alike import parts_words
from clipreader.text.normal import Folded, folded

LONGEST: Final = 160
"""The most code points that a value may have; what is longer is a sentence, not a name."""

_BLANKS: Final = " \t\u00a0"
_OPENS: Final = f"{_BLANKS}:|/–—-"
_CLOSES: Final = f"{_BLANKS})]|/;,"
_STOP: Final = re.compile(r"(?<=\w{3})[.。]$")


def value_in(words: str, line: str, *, anywhere: bool = False) -> Span | None:
    """Return where a line holds the value for the star in ``words``, or None.

    The words before the star open the line; ``anywhere`` lets them stand in it, as the cue of a
    credit does behind a caption. Those behind the star close it.
    """
    before, _, after = (folded(part).text.strip() for part in words.partition(STAR))
    form = folded(line)
    low = form.text.rstrip()
    if after and not (low.endswith(after) and parts_words(low, len(low) - len(after))):
        return None
    at = low.rfind(before) if anywhere else low.find(before[:1] or low[:1])
    if at < 0 or not low.startswith(before, at) or (not anywhere and low[:at].strip()):
        return None
    if not (parts_words(low, at) and parts_words(low, at + len(before))):
        return None
    return _trimmed(line, form, at + len(before), len(low) - len(after))


def cue_in(words: str, line: str) -> int:
    """Return where in a line, in code points, the cue of a value begins that stands anywhere."""
    before = folded(words.partition(STAR)[0]).text.strip()
    form = folded(line)
    return form.origin[max(form.text.rfind(before), 0)]


def names_in(line: str, value: Span, language: str | None) -> tuple[Span, ...]:
    """Return the names that a value holds: "Ana Reyes, Tom Brill and Eva Lund" are three."""
    held = line[value.start : value.end]
    found = split_names(held, phrases_for(language), value.start)
    return tuple(span for _, span in found)


def _trimmed(line: str, form: Folded, start: int, end: int) -> Span | None:
    """Return the stretch between two places of a line's form, without the signs around it."""
    if start >= end:
        return None
    first, last = form.span_in_source(start, end)
    held = line[first:last].lstrip(_OPENS)
    first = last - len(held)
    held = _STOP.sub("", held.rstrip(_CLOSES))
    if not held.strip() or len(held) > LONGEST or not any(sign.isalpha() for sign in held):
        return None
    return Span(first, first + len(held))
