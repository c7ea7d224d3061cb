"""Names and words without accents and case, one character for one.

What, why: what is folded here keeps its length, so that a place in the folded text is the same
place in the article's. ``text.normal.folded`` goes further (quotes, dashes, spaces) and needs a
map back; searching ten thousand texts for the words to mark cannot afford one.
"""

from __future__ import annotations

import unicodedata
from typing import Final


class _Letters(dict[int, int]):
    """Each character's base letter in lower case, found once and then looked up."""

    def __missing__(self, code: int) -> int:
        lowered = chr(code).casefold()
        letter = lowered if len(lowered) == 1 else chr(code).lower()[:1]
        bare = unicodedata.normalize("NFD", letter)[:1] or letter
        folded = ord(bare.casefold()[:1] or bare)
        self[code] = folded
        return folded


_LETTERS: Final = _Letters()


def folded(text: str) -> str:
    """Return the text without accents and case, as long as before."""
    return text.translate(_LETTERS)


def folded_name(name: str) -> str:
    """Return a name to compare with: without accents, case and needless spaces."""
    return " ".join(folded(unicodedata.normalize("NFC", name)).split())
