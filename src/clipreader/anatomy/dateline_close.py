"""Datelines of the Chinese and Japanese press, which sets no blanks and no dash."""

from __future__ import annotations

import re

from clipreader.anatomy.names import is_name
from clipreader.anatomy.opening import Opening
from clipreader.anatomy.phrases import Phrases, folded
from clipreader.model import Span
from clipreader.text.dates import find_dates

_CHINESE = re.compile(
    r"^[（(]?(?P<head>[^。，,：:（()）]{2,20}?)\s?(?:(?:19|20)\d\d年)?\d{1,2}月?\d{0,2}日?"
    r"(?P<tail>报道|消息|电|讯)[)）]?(?:[（(]记者[\s\u3000]*(?P<author>[^）)]{2,12})[）)])?"
)
_JAPANESE = re.compile(r"^[【［\[](?P<inner>[^】］\]]{2,30})[】］\]]")
_PARTS = re.compile(r"[\s\u3000・]+")
_DAY = re.compile(r"[\d０-９]{1,2}(?:月[\d０-９]{1,2})?日")


def written_close(text: str, phrases: Phrases) -> Opening | None:
    """Return the dateline of a Chinese or Japanese text, or None; nothing for other languages."""
    if "zh" in phrases.codes and len(phrases.codes) <= 2:
        return _chinese(text, phrases)
    if "ja" in phrases.codes and len(phrases.codes) <= 2:
        return _japanese(text, phrases)
    return None


def _chinese(text: str, phrases: Phrases) -> Opening | None:
    """Read "新华社北京7月4日电（记者 李明）" and "海湾网 7月4日报道"."""
    found = _CHINESE.match(text)
    if not found:
        return None
    head = found["head"]
    low = folded(head)
    agency = next((head[: len(name)] for name in phrases.agencies if low.startswith(name)), None)
    place = head[len(agency) :].strip() or None if agency else None
    if agency is None and low.endswith(tuple(phrases.outlets)):
        agency = head
    if agency is None:
        return None
    author = found["author"]
    author = author if author and is_name(author) else None
    why = f"opens with “{found[0]}”"
    dates = find_dates(found[0])
    iso = dates[0].iso if dates else None
    return Opening(Span(0, found.end()), agency, author=author, place=place, iso=iso, why=why)


def _japanese(text: str, phrases: Phrases) -> Opening | None:
    """Read "【ロンドン＝山田花子】", "【ワシントン時事】" and "［東京　４日　ロイター］"."""
    found = _JAPANESE.match(text)
    if not found:
        return None
    why = f"opens with “{found[0]}”"
    span = Span(0, found.end())
    place, sign, author = found["inner"].replace("=", "＝").partition("＝")
    if sign:
        names = author if is_name(author) else None
        return Opening(span, author=names, place=place, why=why) if _is_word(place) else None
    parts = [part for part in _PARTS.split(found["inner"]) if not _DAY.fullmatch(part)]
    agency = next((name for name in phrases.agencies if folded(parts[-1]).endswith(name)), None)
    if not parts or agency is None:
        return None
    rest = parts[-1][: -len(agency)]
    where = parts[0] if len(parts) > 1 else rest
    house = parts[-1][len(rest) :]
    return Opening(span, house, place=where, why=why) if _is_word(where) else None


def _is_word(text: str) -> bool:
    return 1 < len(text) <= 10 and all(c.isalpha() or c == "ー" for c in text)
