"""Days that an article names without a date: "yesterday", "this Wednesday", "le 3 mai".

They are counted from the dateline, or else from the day of publication, and are a hint for the
reader: never a field, never exported. Whatever may be another day is left alone: what stands
in quotation marks was said on a day that is not told; a translation's day may not be the
original's; "this Monday" on a Saturday may be either; a day without a year in a paragraph
that names one may belong to that year. The words are in ``resources/dates``, each with its printed
form.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, cast

from clipreader.anatomy.phrases import folded
from clipreader.model import BODY_ROLES, Article, FieldName, Part, Role, Span
from clipreader.paths import resource
from clipreader.text.dates import find_dates, months_of

_QUOTED: Final = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|「[^」]*」|『[^』]*』|‹[^›]*›")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SATURDAY: Final = 5
_BACK: Final = 150
_AHEAD: Final = 30
"""Days within which a day without a year is of the nearest year; the press looks back further."""

_LONGEST: Final = 20_000
_KINDS: Final = ("before", "latest", "this", "said", "forms", "days")
"""What phrases may mean, the surest first: where two meet, the first is taken."""

_UNSPACED: Final = ("zh", "ja")


@dataclass(frozen=True, slots=True)
class DayHint:
    """A day that some words of an article probably mean.

    ``iso`` is YYYY-MM-DD; ``counted_from`` is the day it was counted from, in the same form, and
    ``is_dateline`` says that this stands in the dateline.
    """

    span: Span
    iso: str
    counted_from: str
    is_dateline: bool


@dataclass(frozen=True, slots=True)
class _Book:
    """The words of one language: patterns by what they mean, the groups of which tell the day."""

    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    unless: tuple[str, ...]


def known_codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, sorted."""
    return tuple(sorted(file.stem for file in resource("dates").glob("*.toml")))


def day_hints(article: Article, within: Part | None = None) -> tuple[DayHint, ...]:
    """Return the days that the body and the captions name without a date, in order.

    ``within`` is the one block that is looked at, for long articles. Empty for a language without
    a file, and where no day is told to count from.
    """
    code = (article.metadata.language or "").partition("-")[0]
    told = _counted_from(article)
    if told is None or code not in known_codes():
        return ()
    day, is_dateline = told
    book = _book(code)
    return tuple(
        DayHint(span.moved(block.span.start), found.isoformat(), day.isoformat(), is_dateline)
        for block in (article.blocks if within is None else (within,))
        if block.role in BODY_ROLES or block.role in (Role.CAPTION, Role.DECK)
        for span, found in _in_block(article.quote(block.span)[:_LONGEST], book, day)
    )


def _counted_from(article: Article) -> tuple[date, bool] | None:
    """Return the day of the dateline, else that of publication, and whether it is the first."""
    known = article.metadata
    parts = (*article.blocks, *article.marks)
    lines = [article.quote(one.span) for one in parts if one.role == Role.DATELINE]
    languages = (known.language,) if known.language else ()
    dates = [one.iso for line in lines for one in find_dates(line, languages)]
    if dates and FieldName.PUBLISHED not in known.corrected:
        return (date.fromisoformat(dates[0]), True) if len(set(dates)) == 1 else None
    if known.published is None or known.translators or known.translated_from:
        return None
    try:
        return date.fromisoformat(known.published[:10]), False
    except ValueError:
        return None


def _in_block(text: str, book: _Book, day: date) -> Iterator[tuple[Span, date]]:
    low = folded(text)
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    taken: list[Span] = []
    for kind, pattern in book.forms:
        if kind == "forms" and _YEAR.search(text):
            continue
        for found in pattern.finditer(low):
            span = Span(*found.span())
            if any(span.overlaps(other) for other in (*taken, *quoted)):
                continue
            if kind == "forms" and low[span.end :].lstrip(" ,").startswith(book.unless):
                continue
            taken.append(span)
            with suppress(OverflowError):  # a day before the first or behind the last year
                meant = _meant(kind, found, book, day)
                if meant is not None:
                    yield span, meant


def _meant(kind: str, found: re.Match[str], book: _Book, day: date) -> date | None:
    """Return the day that words of this kind mean, or None if it may be another."""
    if kind == "days":
        return day + timedelta(book.days[found[0]])
    if kind == "forms":
        month = found["month"]
        number = int(month) if month.isdecimal() else book.months[month]
        return _nearest(day, number, int(found["number"]))
    wanted = book.weekdays[found["day"]]
    back = (day.weekday() - wanted) % 7
    if kind == "this":
        is_either = day.weekday() >= _SATURDAY and wanted < day.weekday()
        return None if is_either else day + timedelta(wanted - day.weekday())
    if kind == "before":
        return day + timedelta(wanted - day.weekday() - 7)
    return day - timedelta(back or (7 if kind == "latest" else 0))


def _nearest(day: date, month: int, number: int) -> date | None:
    """Return the day of the nearest year, if no other is nearly as near."""
    found: list[date] = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    near = [one for one in found if -_BACK <= (one - day).days <= _AHEAD]
    return near[0] if near else None


@lru_cache(maxsize=16)
def _book(code: str) -> _Book:
    told = tomllib.loads(resource("dates", f"{code}.toml").read_text(encoding="utf-8"))
    days = cast("dict[str, int]", told["days"])
    weekdays = {folded(word): at for at, word in enumerate(cast("list[str]", told["weekdays"]))}
    months = {folded(word): number for word, number in months_of(code).items()}
    phrases: dict[str, Iterable[str]] = {"days": days}
    for name in ("weeks", "past", "yearless"):
        phrases.update(cast("dict[str, list[str]]", told[name]))
    groups = {
        r"\{day\}": f"(?P<day>{_any(weekdays)})",
        r"\{month\}": f"(?P<month>{_any(months)})",
        r"\{month_number\}": r"(?P<month>\d{1,2})",
        r"\{number\}": r"(?P<number>\d{1,2})",
    }
    edges = (r"(?<!\d)", r"(?!\d)") if code in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    forms = tuple(
        (kind, _pattern(phrase, groups, edges))
        for kind in _KINDS
        for phrase in sorted(phrases.get(kind, ()), key=len, reverse=True)
    )
    unless = tuple(folded(words) for words in phrases.get("unless", ("\0",)))
    return _Book({folded(word): by for word, by in days.items()}, weekdays, months, forms, unless)


def _pattern(phrase: str, groups: Mapping[str, str], edges: tuple[str, str]) -> re.Pattern[str]:
    part = re.escape(folded(phrase))
    for name, group in groups.items():
        part = part.replace(name, group)
    return re.compile(edges[0] + part + edges[1])


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
