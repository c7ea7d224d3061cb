"""Agency, place and date: before the dash that opens the body, or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from clipreader.anatomy.dateline_close import written_close
from clipreader.anatomy.names import UPPER, has_capitals, is_name
from clipreader.anatomy.opening import Opening
from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.model import Span
from clipreader.text.dates import DateFound, find_dates

_REACH = 130
"""A dateline ends within this many code points."""

_DASH = re.compile(
    rf"[ \u00a0]?(?:—|–|--)[ \u00a0]?|[ \u00a0]-(?=[ \u00a0{UPPER}])"
    r"|\._|\.-(?=[ \u00a0])|(?<=\))-(?=[ \u00a0])"
)
_BRACKET = re.compile(r"[ \u00a0]?\(([^()]{2,40})\)\s*(?=$|,)")
_COLON = re.compile(rf"([{UPPER}]{{4,}}(?:[ -][{UPPER}]{{2,}}){{0,2}}):[ \u00a0](?=[{UPPER}“\"«])")
_STATIONED = re.compile(rf"^(.{{2,30}}?) (?:in|en|à|em|aus|a|da) ([{UPPER}][\w' -]{{2,30}})$")
_PAIRED = re.compile(r"^[«\"(]?(.{2,25}?)[»\")]?\s?[-–—/]\s?[«\"(]?(.{2,25}?)[»\")]?$")
_AGENCY_FIRST = re.compile(r"^\(([^()]{2,25})\)\s?[-–—]\s?(?=\S)")
_POINTED = re.compile(r"^([^.,]{3,30})\. ([^.]{4,25})\. ([^.]{2,25})(?:\.\s|\s[–—-]\s)")
_SLASHED = re.compile(r"^([^/.]{3,40})\.?\s/([^/]{2,25})/\.?\s")
_VIA = re.compile(r"[ \u00a0]?\(via [^()]{2,30}\)", re.IGNORECASE)
_TWICE = re.compile(
    r"^(?P<agency>[^,|]{2,30}?)[ \u00a0](?P<junk>[^,|]{1,20}?)(?P=agency)(?=[ ,|(])"
)
_GLUED = re.compile(
    r"^(?P<agency>[^,|]{2,30}?)[ \u00a0][a-z]{2,12}(?=[A-Z]{2,10} \(via (?P=agency)\))"
)
_PARTIAL = re.compile(
    r"^(?:le |den |am )?"
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{2,12}\.?(?:[/(][^\W\d_]{2,12}\)?)?)$"
)
_SEGMENT = re.compile(r"\s*[,،|•·]\s*|\s[-–](?=[\s,]|$)")
_LEAD_IN = re.compile(r"(?:^|[\s,|]+)(?:le|den|am|on|el)?\s*$", re.IGNORECASE)
_LEAD_COMMA = re.compile(r"(?:[,،|]|\s[-–])(?:\s(?:le|den|am))?\s*$")
_TIME = re.compile(r"\d{1,2}\s?[:h.]\s?\d{0,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\b", re.IGNORECASE)


def opening(text: str, phrases: Phrases, language: str | None = None) -> Opening | None:
    """Return the dateline that opens a paragraph, or None."""
    found = written_close(text, phrases)
    if found:
        return found
    first = _AGENCY_FIRST.match(text)
    if first and folded(first[1]) in phrases.agencies:
        return _behind_agency(text, first, phrases, language)
    head = text[:_REACH]
    for number, dash in enumerate(_DASH.finditer(head)):
        if number == 4:
            break
        if dash.start() < 3:
            return None
        found = _parsed(head[: dash.start()], phrases, language, weak=dash[0].strip() == "-")
        if found:
            return found if found.agency else _with_agency_behind(text, found, dash, phrases)
    return _before_slashes(text, phrases, language) or _before_colon(text, phrases)


def _behind_agency(
    text: str, first: re.Match[str], phrases: Phrases, language: str | None
) -> Opening | None:
    """Read "(ANSA) - ROMA, 4 LUG - …": the agency before place and date."""
    behind = opening(text[first.end() : first.end() + _REACH], phrases, language)
    if behind is None or behind.agency:
        return None
    span = Span(0, behind.span.end + first.end())
    return replace(behind, span=span, agency=first[1], leftover=None)


def _with_agency_behind(
    text: str, found: Opening, dash: re.Match[str], phrases: Phrases
) -> Opening:
    """Read "МОСКВА, 4 июл – РИА Новости. …": the agency behind the dash, before a point."""
    name, point, _ = text[dash.end() : dash.end() + 40].strip().partition(".")
    is_agency = bool(point) and folded(name) in phrases.agencies
    return replace(found, agency=name, agency_sure=True) if is_agency else found


def _before_slashes(text: str, phrases: Phrases, language: str | None) -> Opening | None:
    """Read "МОСКВА, 4 июля. /ТАСС/. …" and "Київ. 4 липня. УНІАН. …"."""
    slashed, pointed = _SLASHED.match(text), _POINTED.match(text)
    if slashed and folded(slashed[2]) in phrases.agencies:
        head, agency, end = slashed[1], slashed[2], slashed.end(2) + 1
    elif pointed and folded(pointed[3]) in phrases.agencies:
        head, agency, end = f"{pointed[1]}, {pointed[2]}", pointed[3], pointed.end(3)
    else:
        return None
    found = _parsed(head, phrases, language, weak=False)
    if found is None or found.agency:
        return None
    why = f"opens with “{text[:end]}”"
    return replace(found, span=Span(0, end), agency=agency, leftover=None, why=why)


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
    close = written_close(text, phrases) or _paired(text, phrases)
    if close:
        return close
    stationed = _STATIONED.match(text)
    if stationed and folded(stationed[1]) in phrases.agencies:
        why = f"says “{text}”"
        return Opening(Span(0, len(text)), stationed[1], place=stationed[2], why=why)
    return _place_and_date(text, phrases, language)


def _paired(text: str, phrases: Phrases) -> Opening | None:
    """Read "دمشق - سانا" and "AFP – Paris": an agency and a place, and nothing else."""
    pair = _PAIRED.match(text)
    if not pair or len(text) > 45:
        return None
    names = (pair[1].strip(), pair[2].strip())
    known = [folded(name) in phrases.agencies for name in names]
    agency, place = names if known[0] else names[::-1]
    if known[0] == known[1] or not _is_place(place) or folded(place) in phrases.not_places:
        return None
    return Opening(Span(0, len(text)), agency, place=place, why=f"says “{text}”")


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
    if in_brackets and not _is_agency(in_brackets, phrases):
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


def _is_agency(text: str, phrases: Phrases) -> bool:
    if not has_capitals(text):
        return folded(text) in phrases.agencies
    return not text.isdigit() and (text[0].isupper() or text.islower()) and len(text.split()) <= 4


def _is_place(text: str) -> bool:
    if not has_capitals(text):
        return is_name(text, least=1) and len(text.split()) <= 3
    words = text.replace("/", " ").replace("-", " ").split()
    if not words or len(words) > 5 or len(text) > 40 or ":" in text:
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word.lower() in shared("names", "small_words")
        for word in words
    ) and (words[0][0].isupper() or (words[0][0].isdigit() and any(c.isalpha() for c in words[0])))
