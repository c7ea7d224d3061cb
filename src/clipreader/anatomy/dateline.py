"""Agency, place and date: before the dash that opens the body, or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clipreader.anatomy.names import is_name
from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.model import Span
from clipreader.text.dates import DateFound, find_dates

_REACH = 130
"""A dateline ends within this many code points."""

_DASH = re.compile(
    r"[ \u00a0]?(?:—|–|--)[ \u00a0]?|[ \u00a0]-(?=[ \u00a0A-ZÀ-Þ])|\._|\.-(?=[ \u00a0])"
)
_BRACKET = re.compile(r"[ \u00a0]?\(([^()]{2,40})\)\s*(?=$|,)")
_COLON = re.compile(r"([A-ZÀ-Þ]{4,}(?:[ -][A-ZÀ-Þ]{2,}){0,2}):[ \u00a0](?=[A-ZÀ-Þ“\"«])")
_STATIONED = re.compile(r"^(.{2,30}?) (?:in|en|à|em|aus|a|da) ([A-ZÀ-Þ][\w' -]{2,30})$")
_VIA = re.compile(r"[ \u00a0]?\(via [^()]{2,30}\)", re.IGNORECASE)
_TWICE = re.compile(
    r"^(?P<agency>[^,|]{2,30}?)[ \u00a0](?P<junk>[^,|]{1,20}?)(?P=agency)(?=[ ,|(])"
)
_GLUED = re.compile(
    r"^(?P<agency>[^,|]{2,30}?)[ \u00a0][a-z]{2,12}(?=[A-Z]{2,10} \(via (?P=agency)\))"
)
_PARTIAL = re.compile(
    r"^(?:le |den |am )?"
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.?)$"
)
_SEGMENT = re.compile(r"\s*[,|•·]\s*|\s[-–](?=[\s,]|$)")
_LEAD_IN = re.compile(r"(?:^|[\s,|]+)(?:le|den|am|on|el)?\s*$", re.IGNORECASE)
_LEAD_COMMA = re.compile(r"(?:[,|]|\s[-–])(?:\s(?:le|den|am))?\s*$")
_RUN_TOGETHER = (
    (re.compile(r"((?:19|20)\d\d)(?=\d{1,2}[:h.]\d\d)"), r"\1 "),
    (re.compile(r"((?:19|20)\d\d)(?=\d{1,2} [^\W\d_]{3})"), r"\1 "),
    (re.compile(r"((?:19|20)\d\d)\.(\d\d)\.(\d\d)(?!\d)"), r"\1-\2-\3"),
)
_TIME = re.compile(r"\d{1,2}\s?[:h.]\s?\d{0,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a dateline says. ``span`` covers it up to its dash, ``leftover`` a scrap before it.

    ``agency_sure`` is False where the first name may be an outlet or an author; ``author`` is the
    name between agency and place. ``iso`` is the date as YYYY-MM-DD, None without a year.
    """

    span: Span
    agency: str | None = None
    agency_sure: bool = True
    author: str | None = None
    place: str | None = None
    iso: str | None = None
    leftover: Span | None = None
    why: str = ""


def opening(text: str, phrases: Phrases, language: str | None = None) -> Opening | None:
    """Return the dateline that opens a paragraph, or None."""
    head = text[:_REACH]
    for number, dash in enumerate(_DASH.finditer(head)):
        if number == 4:
            break
        if dash.start() < 3:
            return None
        found = _parsed(head[: dash.start()], phrases, language, weak=dash[0].strip() == "-")
        if found:
            return found
    return _before_colon(text, phrases)


def _before_colon(text: str, phrases: Phrases) -> Opening | None:
    """Read "LINDI: Residents of Lindi …": capitals that the paragraph itself writes as a place."""
    found = _COLON.match(text)
    if not found or folded(found[1]) in phrases.not_places:
        return None
    if found[1].title() not in text[found.end() :]:
        return None
    span = Span(0, found.end(1))
    return Opening(span, place=found[1], why=f"opens with “{found[1]}”")


def own_line(text: str, phrases: Phrases, language: str | None = None) -> Opening | None:
    """Return what a line says that is nothing but a dateline: "MONTE QUIETO, 11 de febrero …"."""
    if len(text) > 80:
        return None
    if text.rstrip()[-1:] in ("—", "–"):
        return opening(text, phrases, language)
    stationed = _STATIONED.match(text)
    if stationed and folded(stationed[1]) in phrases.agencies:
        why = f"says “{text}”"
        return Opening(Span(0, len(text)), stationed[1], place=stationed[2], why=why)
    return _place_and_date(text, phrases, language)


def _place_and_date(text: str, phrases: Phrases, language: str | None) -> Opening | None:
    dates = _dates(text, language)
    if dates and not _LEAD_COMMA.search(text[: dates[0].start]) and "•" not in text:
        return None
    found = _parsed(text.rstrip(" —–-.,"), phrases, language, weak=True)
    if found is None or folded(found.place or "") in phrases.not_places:
        return None
    if not dates and (
        folded(found.agency or "") not in phrases.agencies
        or folded(found.place or "") in phrases.agencies
    ):
        return None
    return found if found and (found.iso or found.agency) and found.place else None


def _parsed(prefix: str, phrases: Phrases, language: str | None, *, weak: bool) -> Opening | None:
    leftover = _leftover(prefix)
    start = leftover.end if leftover else 0
    words = _VIA.sub("", prefix[start:])
    bracket = _BRACKET.search(words)
    in_brackets = bracket[1].strip() if bracket else None
    if bracket:
        words = words[: bracket.start()] + words[bracket.end() :]
    dates = _dates(words, language)
    if dates:
        words = words[: _cut_before(words, dates[0])] + ", " + _TIME.sub("", words[dates[-1].end :])
    pieces = [
        piece for piece in _SEGMENT.split(words.strip(" ,|–-")) if piece and not _is_site(piece)
    ]
    segments = [piece for piece in pieces if not _PARTIAL.match(piece)]
    dated = bool(dates) or len(segments) < len(pieces)
    if not segments or len(segments) > 3 or not all(_is_place(piece) for piece in segments):
        return None
    if in_brackets and not _is_agency(in_brackets):
        return None
    caps = _is_caps(segments[0]) or (len(segments) > 1 and folded(segments[0]) in phrases.agencies)
    if not (in_brackets or dated or caps) or (weak and not (in_brackets or dates or caps)):
        return None
    if caps and not dated and not in_brackets and _is_label(segments, phrases):
        return None
    why = f"opens with “{prefix[start:].strip()}”"
    found = Opening(
        Span(start, len(prefix)), iso=dates[0].iso if dates else None, leftover=leftover, why=why
    )
    return _assigned(found, segments, in_brackets, phrases)


def _dates(words: str, language: str | None) -> tuple[DateFound, ...]:
    return find_dates(words, (language,) if language else ())


def _cut_before(words: str, date: DateFound) -> int:
    lead = _LEAD_IN.search(words[: date.start])
    return lead.start() if lead else date.start


def _is_site(piece: str) -> bool:
    return piece.startswith("www.") or bool(re.fullmatch(r"[\w-]+\.(?:com|org|net)\.?", piece))


def _leftover(prefix: str) -> Span | None:
    """Find "12norte bigger" before "12norte, Havana": a button's words copied with the text."""
    twice = _TWICE.match(prefix + " ")
    if twice:
        return Span(0, twice.end("junk"))
    glued = _GLUED.match(prefix)
    return Span(0, glued.end()) if glued else None


def _assigned(
    found: Opening, segments: list[str], bracket: str | None, phrases: Phrases
) -> Opening:
    agency, author, place = bracket, None, ", ".join(segments)
    sure = True
    if not bracket and len(segments) > 1 and not _is_place_first(segments, found, phrases):
        agency, place = segments[0], segments[-1]
        author = segments[1] if len(segments) == 3 else None
        sure = bool(found.leftover) or len(segments) == 3 or _is_outlet(agency, phrases)
    elif not bracket and len(segments) == 1 and _is_outlet(segments[0], phrases):
        agency, place = segments[0], None
    return replace(found, agency=agency, agency_sure=sure, author=author, place=place)


def _is_place_first(segments: list[str], found: Opening, phrases: Phrases) -> bool:
    """Say whether the first name is the place: in capitals before its country ("AUBURN, Wash.")."""
    if found.leftover or _is_outlet(segments[0], phrases):
        return False
    return _is_caps(segments[0]) and not _is_caps(segments[1])


def _is_outlet(name: str, phrases: Phrases) -> bool:
    low = folded(name)
    return (
        low in phrases.agencies
        or any(word in phrases.outlets for word in low.split())
        or any(character.isdigit() for character in name)
    )


def _is_caps(text: str) -> bool:
    return len(text) > 2 and text.isupper()


def _is_label(segments: list[str], phrases: Phrases) -> bool:
    low = folded(segments[0])
    return low in phrases.not_places or len(segments[0].split()) > 4


def _is_agency(text: str) -> bool:
    return not text.isdigit() and (text[0].isupper() or text.islower()) and len(text.split()) <= 4


def _is_place(text: str) -> bool:
    words = text.replace("/", " ").replace("-", " ").split()
    if not words or len(words) > 5 or len(text) > 40 or ":" in text:
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word.lower() in shared("names", "small_words")
        for word in words
    ) and (words[0][0].isupper() or (words[0][0].isdigit() and any(c.isalpha() for c in words[0])))


def dates_in(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the dates of a short line as YYYY-MM-DD, also where they run into what follows."""
    for pattern, instead in _RUN_TOGETHER:
        text = pattern.sub(instead, text)
    return tuple(date.iso for date in find_dates(text, (language,) if language else ()))


def is_date_line(text: str, language: str | None = None) -> tuple[str, ...]:
    """Return the dates of a line that says when and little else ("Stand: 12. November 2023").

    What is left beside the dates and times may hold at most 32 letters and no sentence.
    """
    if len(text) > 110 or not any(character.isdigit() for character in text):
        return ()
    for pattern, instead in _RUN_TOGETHER:
        text = pattern.sub(instead, text)
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
