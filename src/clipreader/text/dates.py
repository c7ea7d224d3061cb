"""Printed dates in the languages of the press.

Strict on purpose: a date is taken only when day, month and year are all there and can be read in
one way. What was tried and left: dateparser reads "July 4" as a day of this year and "04/07/2024"
as the seventh of April.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass

_MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo", "junio jun", "julio jul",
        "agosto ago", "septiembre setiembre sept sep", "octubre oct", "noviembre nov",
        "diciembre dic",
    ),
    "fr": (
        "janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin",
        "juillet juil", "août aout", "septembre sept", "octobre oct", "novembre nov",
        "décembre decembre déc",
    ),
    "de": (
        "januar jänner jan", "februar feber feb", "märz mär maerz", "april apr", "mai",
        "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt", "november nov",
        "dezember dez",
    ),
    "pt": (
        "janeiro jan", "fevereiro fev", "março marco mar", "abril abr", "maio", "junho jun",
        "julho jul", "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    "it": (
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre sett set", "ottobre ott", "novembre nov",
        "dicembre dic",
    ),
    "nl": (
        "januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus",
        "september", "oktober", "november", "december",
    ),
    "pl": (
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
        "września", "października", "listopada", "grudnia",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ),
    "uk": (
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня",
        "вересня", "жовтня", "листопада", "грудня",
    ),
    "tr": (
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
        "ekim", "kasım", "aralık",
    ),
    # The months of Egypt and the Gulf, of the Levant and Iraq, and of the Maghreb.
    "ar": (
        "يناير كانون_الثاني جانفي", "فبراير شباط فيفري", "مارس آذار اذار",
        "أبريل ابريل إبريل نيسان أفريل", "مايو أيار ايار ماي", "يونيو يونيه حزيران جوان",
        "يوليو يوليه تموز جويلية يوليوز", "أغسطس اغسطس آب اب أوت غشت",
        "سبتمبر أيلول ايلول شتنبر", "أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
        "نوفمبر تشرين_الثاني نونبر", "ديسمبر كانون_الأول كانون_الاول دجنبر",
    ),
}  # fmt: skip

_NUMBER: dict[str, int] = {
    word.replace("_", " ").replace("ı", "i"): number
    for months in _MONTHS.values()
    for number, words in enumerate(months, 1)
    for word in words.split()
}

_MONTH = r"(?P<month>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\.?"
_ALIAS = r"(?: ?[/(][ء-ي]{2,7}(?: [ء-ي]{3,7})?\)?)?"
"""The month once more in the other calendar's words: "4 يوليو/تموز 2024"."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = (
    re.compile(
        rf"(?<![\w.]){_DAY}[ \u00a0]?(?:de |of )?{_MONTH}{_ALIAS}"
        rf"[,،]?[ \u00a0]?(?:de |del )?{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_MONTH}[ \u00a0]{_DAY},?[ \u00a0]{_YEAR}", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
)  # fmt: skip
_NUMERIC = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
"""Every form holds a year, and most texts that are looked at hold none."""

_LONGEST = 20_000

_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹İı", "01234567890123456789ii")
"""Figures of the Arabic and Persian press, and the two letters that Turkish tells apart."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """A printed date: ``iso`` as YYYY-MM-DD, and where it stands in code points."""

    iso: str
    start: int
    end: int


def find_dates(text: str, languages: Collection[str] = ()) -> tuple[DateFound, ...]:
    """Return the dates printed in a text, in order, none overlapping.

    ``languages`` (BCP 47) decide about figures alone: "04/07/2024" is the fourth of July in every
    language but American English, so it is read only if they are given and hold no "en", or if
    one of the two figures can be no month. Only the first 20,000 code points are looked at.
    """
    text = text[:_LONGEST]
    if not text.isascii():
        text = text.translate(_FIGURES)
    if not _ANY_YEAR.search(text):
        return ()
    found: list[DateFound] = []
    for form in _FORMS:
        for match in form.finditer(text):
            month = match["month"].lower()
            number = int(month) if month.isdecimal() else _NUMBER[month]
            _keep(found, match, int(match["year"]), number, int(match["day"]))
    for match in _NUMERIC.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        points = match["mark"] == "." and two <= 12
        day_first = points or one > 12 or ("en" not in languages and bool(languages))
        if one == two or day_first:
            _keep(found, match, int(match["year"]), two, one)
        elif two > 12:
            _keep(found, match, int(match["year"]), one, two)
    return tuple(sorted(found, key=lambda date: date.start))


def months_of(language: str) -> dict[str, int]:
    """Return the words for months in a language, in lower case, with their numbers."""
    return {
        word.replace("_", " "): number
        for number, words in enumerate(_MONTHS.get(language, ()), 1)
        for word in words.split()
    }


def parse_date(text: str, languages: Collection[str] = ()) -> str | None:
    """Return the first date printed in a text as YYYY-MM-DD, or None."""
    found = find_dates(text, languages)
    return found[0].iso if found else None


def _keep(found: list[DateFound], match: re.Match[str], year: int, month: int, day: int) -> None:
    try:
        iso = datetime.date(year, month, day).isoformat()
    except ValueError:
        return
    if all(match.end() <= other.start or other.end <= match.start() for other in found):
        found.append(DateFound(iso, match.start(), match.end()))
