"""What stands in a page's own data becomes a value of a field, or None where it is none.

Pages put addresses where names belong, names where dates belong, and mark-up anywhere.
"""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import cast

from clipreader.text.dates import parse_date
from clipreader.text.normal import canonical

_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_ADDRESS_BEHIND = re.compile(r"\s+https?://\S+$", re.IGNORECASE)
_NO_NAMES = ("@", "/", "(", "[")
"""A handle, a link, or "(Image: Harbour Press)" where a template takes a credit for an author."""

_NO_DAYS = ("0", "1970-01-01", "1900-01-01")
"""What programs write where they know no day: the first of their time."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 2_000
_MOST_NAMES = 30


def a_line(value: object) -> str | None:
    """Return words as one line without mark-up, or None if there are none."""
    if isinstance(value, list):
        values = cast("list[object]", value)
        value = values[0] if values else None
    if not isinstance(value, str) or len(value) > 50_000:
        return None
    words = html.unescape(value)
    words = canonical(html.unescape(_TAG.sub("", words))).text
    return " ".join(words.split())[:_LONGEST] or None


def names(value: object) -> tuple[str, ...]:
    """Return the names in a name, an object with a name, or a list of either; each once."""
    found: list[str] = []
    waiting: list[object] = [value]
    while waiting and len(found) < _MOST_NAMES:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*cast("list[object]", one)[:_MOST_NAMES], *waiting]
        elif isinstance(one, dict):
            waiting.insert(0, cast("dict[str, object]", one).get("name"))
        else:
            found.extend(_split(a_line(one)))
    return tuple(dict.fromkeys(found))


def _split(words: str | None) -> list[str]:
    """Return the names in one line: several full names with commas between are several names."""
    if not words or _ADDRESS.match(words) or words.startswith(_NO_NAMES) or len(words) > 300:
        return []
    words = _ADDRESS_BEHIND.sub("", words)
    if ";" in words:
        return [name for piece in words.split(";") for name in _split(piece.strip())]
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    if len(pieces) > 1 and all(" " in piece for piece in pieces):
        return pieces
    return [words]


def a_date(value: object) -> str | None:
    """Return a date, or a date and time with its offset, in ISO 8601; None if it is none."""
    words = a_line(value)
    if words is None or words.startswith(_NO_DAYS):
        return None
    try:
        datetime.fromisoformat(words)
    except ValueError:
        day = _DAY.match(words)
        return day[0] if day and _is_day(day[0]) else parse_date(words)
    return words if len(words) >= 10 and words[4] == "-" else _spelled(words)


def _spelled(words: str) -> str:
    moment = datetime.fromisoformat(words)
    return moment.date().isoformat() if len(words) == 8 else moment.isoformat()


def _is_day(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def a_language(value: object) -> str | None:
    """Return a language as a BCP 47 code ("es", "pt-BR"), or None."""
    if isinstance(value, dict):
        node = cast("dict[str, object]", value)
        value = node.get("alternateName") or node.get("name")
    words = a_line(value)
    if words is None or not _LANGUAGE.fullmatch(words):
        return None
    first, _, rest = words.replace("_", "-").partition("-")
    return f"{first.lower()}-{rest}" if rest else first.lower()


def an_address(value: object) -> str | None:
    """Return a web address, or None."""
    if isinstance(value, dict):
        node = cast("dict[str, object]", value)
        value = node.get("url") or node.get("@id")
    words = a_line(value)
    return words if words and _ADDRESS.fullmatch(words) else None
