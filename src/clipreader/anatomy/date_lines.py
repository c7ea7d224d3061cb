"""Lines that say when, and the dates in them."""

from __future__ import annotations

import re

from clipreader.anatomy.names import is_name
from clipreader.text.dates import find_dates

_RUN_TOGETHER = (
    (re.compile(r"((?:19|20)\d\d)(?=\d{1,2}[:h.]\d\d)"), r"\1 "),
    (re.compile(r"((?:19|20)\d\d)(?=\d{1,2} [^\W\d_]{3})"), r"\1 "),
    (re.compile(r"((?:19|20)\d\d)\.(\d\d)\.(\d\d)(?!\d)"), r"\1-\2-\3"),
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d\d)\.(\d\d)\.(\d\d)(?![\d.])")
"""A year of two figures: "04.07.24". In English the month may stand first, so it is left alone."""

_TIME = re.compile(r"\d{1,2}\s?[:h.]\s?\d{0,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


def dates_in(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the dates of a short line as YYYY-MM-DD, also where they run into what follows."""
    text = _spelled(text, language)
    return tuple(date.iso for date in find_dates(text, (language,) if language else ()))


def _spelled(text: str, language: str | None) -> str:
    """Return a line with its dates parted from what follows, and years of four figures."""
    for pattern, instead in _RUN_TOGETHER:
        text = pattern.sub(instead, text)
    if language and not language.startswith("en"):
        text = _SHORT_YEAR.sub(r"\1.\2.20\3", text)
    return text


def is_date_line(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the dates of a line that says when and little else ("Stand: 12. November 2023").

    What is left beside the dates and times may hold at most 32 letters and no sentence.
    """
    if len(text) > 110 or not any(character.isdigit() for character in text):
        return ()
    text = _spelled(text, language)
    found = find_dates(text, (language,) if language else ())
    if not found:
        return ()
    rest = text
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    rest = _TIME.sub(" ", rest)
    if len(_LETTERS.findall(rest)) > 32 or len(rest.split()) > 9:
        return ()
    return tuple(date.iso for date in found)


def is_persons_name(text: str) -> bool:
    """Say whether a segment of a dateline may be an author ("Yoani Sanchez")."""
    return is_name(text) and not text.isupper()
