"""One form for stored text, and a looser one for comparing quotes.

The canonical form is made once, at import, before any span exists, because it changes code
points. Whatever it takes away is counted and told; no-break spaces, zero-width joiners and the
marks of writing direction stay, because they belong to the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
_NUL = re.compile("\0")
_SOFT_HYPHEN = re.compile("\u00ad")
_BYTE_ORDER_MARK = re.compile("\ufeff")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(p << 16 | low) for p in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)

_REMOVALS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (_NUL, "", "NUL character was removed", "NUL characters were removed"),
    (_CONTROL, "", "control character was removed", "control characters were removed"),
    (_SOFT_HYPHEN, "", "soft hyphen was removed", "soft hyphens were removed"),
    (
        _BYTE_ORDER_MARK,
        "",
        "invisible byte order mark was removed",
        "invisible byte order marks were removed",
    ),
    (
        _SURROGATE,
        "\ufffd",
        "half of a broken character was replaced by a mark",
        "halves of broken characters were replaced by marks",
    ),
    (
        _NONCHARACTER,
        "\ufffd",
        "code that is no character was replaced by a mark",
        "codes that are no characters were replaced by marks",
    ),
)
_PRINTED_BYTES = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
_PLAIN = re.compile(
    "[\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u061b-\u064a\u2002-\u2027\u202a-\u20cf"
    "\u2100-\u2125\u3001-\u3029\u3030-\u3098\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Characters that are never removed, are in NFC and make no other with the one before them.

https://www.unicode.org/reports/tr15/#Detecting_Normalization_Forms tells how that is known.
"""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text in its stored form, and sentences for the person about what was taken away."""

    text: str
    notes: tuple[str, ...] = ()


def canonical(text: str) -> Canonical:
    """Return the stored form of a text: LF line ends, no controls, NFC.

    Tabs stay. NUL and other control characters, byte order marks and soft hyphens are removed;
    halves of surrogate pairs and noncharacters become U+FFFD. Canonical text stays as it is.
    """
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return Canonical(text)  # no line end and nothing of what is removed can be printed
    text = _line_ends(text).removeprefix("\ufeff")
    odd = _beyond_ascii(text)
    if _PLAIN.fullmatch(odd):
        return Canonical(text)
    notes: list[str] = []
    for pattern, instead, one, many in _REMOVALS:
        if pattern.search(odd):
            text, count = pattern.subn(instead, text)
            notes.append(f"{count:,} {one if count == 1 else many}.")
    return Canonical(unicodedata.normalize("NFC", text), tuple(notes))


def _line_ends(text: str) -> str:
    """Return a text with LF line ends; to look for single characters is quicker than a pattern."""
    for end in _LINE_ENDS:
        if end[0] in text:
            text = text.replace(end, "\n")
    return text


def _beyond_ascii(text: str) -> str:
    """Return the characters of a text that are none of printable ASCII, tab and line feed.

    Of a page's mark-up that is hardly one in a hundred.
    """
    data = text.encode("utf-8", "surrogatepass")
    return data.translate(None, _PRINTED_BYTES).decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Folded:
    """A looser form of a text for comparing.

    ``origin[i]`` is the code point of the source text that folded character ``i`` comes from;
    one more entry at the end holds the length of the source text.
    """

    text: str
    origin: tuple[int, ...]

    def span_in_source(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text stands in the source text."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟«»‹›″＂〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
}
_KEPT = "\uffff"
"""Stands for a blank that is no white space of the text while names are folded."""

_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def folded(text: str) -> Folded:
    """Return the form in which quotes are compared.

    Case, accents, kinds of quotation marks, dashes and spaces are made alike, runs of white
    space become one blank, invisible characters go (NFKD of Unicode, and the tables above).
    """
    characters: list[str] = []
    origin: list[int] = []
    blank = True
    for position, character in enumerate(text):
        if character.isspace():
            if not blank:
                characters.append(" ")
                origin.append(position)
            blank = True
            continue
        pieces = character.lower() if character.isascii() else _pieces(character)
        if not pieces:
            continue
        blank = False
        for piece in pieces:
            characters.append(piece)
            origin.append(position)
    origin.append(len(text))
    return Folded("".join(characters), tuple(origin))


@lru_cache(maxsize=4096)
def _pieces(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    folds: list[str] = []
    for piece in unicodedata.normalize("NFKD", character).casefold():
        if not unicodedata.combining(piece):
            folds.append(_ALIKE.get(piece, piece))
    return "".join(folds)


def fold_name(name: str) -> str:
    """Return the form in which names are compared: case, accents and spacing do not count.

    The words of ``folded`` without what they come from, which costs most of the time there.
    """
    if name.isascii():
        return " ".join(name.lower().split())
    if _KEPT in name:
        return folded(name).text.strip()
    pieces = "".join(map(_kept_pieces, name))
    return " ".join(pieces.split()).replace(_KEPT, " ").strip()


@lru_cache(maxsize=4096)
def _kept_pieces(character: str) -> str:
    """Return what a character is folded to, a blank in it (an accent alone has one) set apart."""
    if character.isspace():
        return " "
    pieces = character.lower() if character.isascii() else _pieces(character)
    return pieces.replace(" ", _KEPT)
