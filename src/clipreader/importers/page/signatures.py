"""Lines that say when and who, parted by bars: "27.04.24 | Rosa Lund", "Audio 3:07 | Rosa Lund".

They stand under headlines and in the boxes of players and pictures, where they are no caption.
"""

from __future__ import annotations

import re

from clipreader.importers.page.tree import Element, all_words
from clipreader.text.dates import parse_date

_BAR = re.compile(r"\s*[|·•]\s*")
_LONGEST = 120
_LONGEST_PIECE = 40
_LONGEST_MOMENT = 80
_FIGURES = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_HOUR = re.compile(r"(?<![\d.])\d{1,2}[:.]\d\d(?![\d.])")
_LENGTH = re.compile(
    r"\d{1,3} ?(?:h|std|min|mins|sec|sek|s)\.?|\d{1,2}(?::\d\d){1,2}", re.IGNORECASE
)
_NO_LABEL = re.compile(r"[\d:©®@/()\[\]]")


def is_signature(text: str) -> bool:
    """Say whether a line is nothing but a date and a name, parted by a bar, in any order."""
    pieces = _pieces(text)
    return len(pieces) == 2 and any(map(_is_name, pieces)) and any(map(_is_date, pieces))


def is_moment(text: str) -> bool:
    """Say whether a short line has a day and a time of day: "Updated on 7.1.2024 - 18:50"."""
    return len(text) <= _LONGEST_MOMENT and bool(_HOUR.search(text)) and _is_date(text)


def is_recording(text: str) -> bool:
    """Say whether a line tells when or how long a recording is: "1 min", "Audio 3:07 | Rosa Lund".

    Whatever else it tells is labels and names, parted by bars.
    """
    if _LENGTH.fullmatch(text):
        return True
    pieces = _pieces(text)
    told = [piece for piece in pieces if _is_date(piece) or _CLOCK.search(piece)]
    return bool(told) and all(piece in told or _is_label(piece) for piece in pieces)


def is_authors(element: Element) -> bool:
    """Say whether an element holds hardly more than who wrote the article or when, by mark-up.

    HTML has ``address`` and ``rel=author`` for the one, ``time`` for the other.
    """
    whole = len(all_words(element))
    for part in element.iter("address", "a", "time"):
        if part.tag == "a" and "author" not in (part.get("rel") or "").split():
            continue
        if len(all_words(part)) * 2 > whole:
            return True
    around = element.getparent()
    return element.tag == "address" or (around is not None and around.tag == "address")


def _pieces(text: str) -> list[str]:
    """Return what stands between the bars; nothing if there is no bar or too much between."""
    pieces = [piece for piece in _BAR.split(text) if piece] if len(text) <= _LONGEST else []
    long = any(len(piece) > _LONGEST_PIECE for piece in pieces)
    return [] if len(pieces) < 2 or long else pieces


def _is_date(piece: str) -> bool:
    return bool(_FIGURES.search(piece)) or parse_date(piece) is not None


def _is_label(piece: str) -> bool:
    return len(piece.split()) <= 4 and not _NO_LABEL.search(piece)


def _is_name(piece: str) -> bool:
    """Say whether a piece may be a person: two to four words, the outer ones with capitals."""
    words = piece.split()
    if not 2 <= len(words) <= 4 or not _is_label(piece):
        return False
    return words[0][0].isupper() and words[-1][0].isupper()
