"""Lines that say the same on every page of a site, in one form for comparing.

"4 min read" and "12 MIN  READ" are the same line. What is compared goes further than
``normal.folded``, which keeps a map back to the text and knows numbers apart.
"""

from __future__ import annotations

import re
from typing import Final

from clipreader.text.normal import folded

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
UNSPACED: Final = "[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
"""Letters of scripts that write no spaces between words, as a class; Korean sets its endings so."""

_UNSPACED: Final = re.compile(UNSPACED)


class _Forms(dict[int, str]):
    """What each character is compared as, found once and then looked up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = " " if letter.isspace() else folded(letter).text
        return self[code]


_FORMS: Final = _Forms()


def flat(text: str) -> str:
    """Return a text without what does not count in its letters: case, accents, kinds of quotes.

    White space becomes blanks; how many, and the numbers, stay.
    """
    return text.lower() if text.isascii() else text.translate(_FORMS)


def alike(text: str) -> str:
    """Return the form in which lines are compared.

    Case, accents, kinds of quotation marks, dashes and spaces do not count, and every number is
    the same number. Space at the ends goes. What is alike stays alike: the form of a form is
    itself.
    """
    return " ".join(_NUMBER.sub("0", flat(text)).split())


def parts_words(text: str, at: int) -> bool:
    """Say whether a form can be cut at a place (code points) without cutting a word in two."""
    if not 0 < at < len(text):
        return True
    beside = text[at - 1 : at + 1]
    return not beside.isalnum() or bool(_UNSPACED.search(beside))
