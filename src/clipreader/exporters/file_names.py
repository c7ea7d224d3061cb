"""Names of files that Windows, macOS and Linux all take.

``<headline>-<short id>.md``: the headline for people, the end of the article's id so that two
articles of one headline stay apart. Windows' reserved names and characters are those of
https://learn.microsoft.com/windows/win32/fileio/naming-a-file; ``#``, ``^`` and square brackets
are left out as well, because a link to such a file does not work in Obsidian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from clipreader.text.offsets import utf16_length

ENDING = ".md"
"""The ending of Markdown files."""

LONGEST_UNITS = 120
"""No name is longer, in UTF-16 units; Windows counts in them."""

LONGEST_BYTES = 200
"""No name is longer, in bytes of UTF-8; Linux counts in them, up to 255."""

_HEADLINE_UNITS = 80
_SHORT_ID = 8
_LEFT_OUT = frozenset('"*?<>#^[]')
_APART = frozenset("/\\|")
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*\.", re.IGNORECASE
)
_NO_NAME = "untitled"


def file_name(headline: str | None, article_id: str) -> str:
    """Return the name of an article's file, NFC, at most 120 UTF-16 units and 200 bytes long."""
    end = f"-{_short(article_id)}{ENDING}"
    return stem(headline or "", len(end)) + end


def unique(name: str, taken: Collection[str]) -> str:
    """Return the name, or the first of "name-2", "name-3" … that is not taken.

    ``taken`` are names in the form of ``folded``.
    """
    if folded(name) not in taken:
        return name
    stem, dot, ending = name.rpartition(".")
    names = (f"{stem}-{number}{dot}{ending}" for number in count(2))
    return next(other for other in names if folded(other) not in taken)


def folded(name: str) -> str:
    """Return the form in which two names are one: without regard to case and normal form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _short(article_id: str) -> str:
    """Return the end of an id, which is random; its beginning is the time."""
    fit = [c for c in article_id.lower() if c.isascii() and c.isalnum()]
    return "".join(fit[-_SHORT_ID:]) or "0"


def stem(words: str, kept_free: int) -> str:
    """Return words as the beginning of a name that has ``kept_free`` bytes more, never empty."""
    spelled = unicodedata.normalize("NFC", "".join(map(_legal, words)))
    legal = " ".join("".join(map(_legal, spelled)).split())
    cut = _cut(legal.strip(" .-~_"), _HEADLINE_UNITS, LONGEST_BYTES - kept_free - 1)
    name = cut.rstrip(" .-") or _NO_NAME
    return f"_{name}" if _DEVICE.match(name) else name


def _legal(character: str) -> str:
    """Return what stands for a character in a name: itself, a blank, a hyphen or nothing."""
    if character in _APART:
        return "-"
    kind = unicodedata.category(character)
    if character.isspace() or character == ":" or kind == "Cc":
        return " "
    return "" if character in _LEFT_OUT or kind.startswith("C") else character


def _cut(words: str, units: int, size: int) -> str:
    """Return the longest beginning that fits, ended at a blank if that costs little."""
    end = min(len(words), units)
    while utf16_length(words[:end]) > units or len(words[:end].encode()) > size:
        end -= 1
    if end == len(words):
        return words
    while end and unicodedata.combining(words[end]):
        end -= 1
    blank = words.rfind(" ", 0, end + 1)
    return words[:blank] if blank > end * 3 // 4 else words[:end]
