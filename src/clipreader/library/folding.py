"""Names and words without accents and case, one character for one.

What, why: what is folded here keeps its length, so that a place in the folded text is the same
place in the article's. ``text.normal.folded`` goes further (quotes, dashes, spaces) and needs a
map back; searching ten thousand texts for the words to mark cannot afford one. The index holds
folded words too, because FTS5's own folding knows Latin letters only.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ALIKE: Final = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
"""Letters whose stroke Unicode does not take for an accent."""

_FIRST_ACCENT: Final = 200
"""The first combining class of accents above and below a letter. What has a lower one makes
another letter: が is not か."""

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class _Letters(dict[int, int]):
    """Each character's base letter in lower case, found once and then looked up."""

    def __missing__(self, code: int) -> int:
        letter = chr(code).casefold()
        if len(letter) != 1:
            letter = chr(code).lower()[:1]
        bare, *accents = unicodedata.normalize("NFD", letter)
        if all(unicodedata.combining(accent) >= _FIRST_ACCENT for accent in accents):
            letter = bare
        self[code] = ord(_ALIKE.get(letter, letter))
        return self[code]


_LETTERS: Final = _Letters()


def folded(text: str) -> str:
    """Return the text without accents and case, as long as before.

    Only what is not ASCII is looked up: most texts have little of it (ten times as fast).
    """
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(lambda found: found[0].translate(_LETTERS), text).lower()


def folded_name(name: str) -> str:
    """Return a name to compare with: without accents, case and needless spaces."""
    return " ".join(folded(unicodedata.normalize("NFC", storable(name))).split())


def storable(text: str) -> str:
    """Return a text that SQLite can hold: halves of broken characters become U+FFFD, NUL goes.

    What comes from an importer is so already; a file's name, a note or a searched word may not be.
    """
    if text.isascii():
        return text.replace("\0", "")
    return _SURROGATE.sub("\ufffd", text).replace("\0", "")
