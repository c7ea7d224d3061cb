"""What the text itself says of its fields, each with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clipreader.anatomy.addresses import without_address
from clipreader.anatomy.date_lines import dates_in, is_persons_name
from clipreader.anatomy.dateline import own_line
from clipreader.anatomy.found import Found, Names
from clipreader.anatomy.opening import Opening
from clipreader.anatomy.page import Page, Verdict
from clipreader.anatomy.phrases import folded
from clipreader.anatomy.publishers import byline_of, publisher
from clipreader.anatomy.translators import original_address, translation
from clipreader.model import OFFERED, FieldName, Role

_FAR = 120
_MUCH_WEAKER = 0.2
_NAMES_A_PERSON = frozenset({Role.BYLINE, Role.DATELINE})


def block_text(page: Page, role: Role) -> Found:
    """Return the words of the first block of a role."""
    at = page.first(role)
    verdict = page.verdicts[at] if at is not None else None
    if at is None or verdict is None or verdict.confidence < OFFERED:
        return Found()
    return Found(page.text(at), verdict.reasons[0], verdict.confidence)


def _marked(page: Page, role: Role) -> Iterator[tuple[int, Verdict]]:
    """Yield the lines that carry a mark of a role."""
    for at, verdict in enumerate(page.verdicts):
        if verdict and verdict.marks and any(part.role == role for part in verdict.marks):
            yield at, verdict


def translators(page: Page) -> tuple[Names, Found]:
    """Return the translators and the language of the original.

    The same name twice (under the headline and at the foot) is one.
    """
    names: dict[str, str] = {}
    why, tongue, weight = "", Found(), 0.0
    for at in page.all((Role.TRANSLATOR,)):
        found = translation(page.text(at), page.low[at], page.phrases)
        own = found.tongue == page.language if found else True  # "English translation: …"
        if found and found.tongue and not tongue.value and not own:
            tongue = Found(found.tongue, f"the line “{page.text(at)[:60]}”", 0.95)
    for at, verdict in _marked(page, Role.TRANSLATOR):
        for part in verdict.marks:
            if part.role == Role.TRANSLATOR:
                name = page.text(at)[part.span.start : part.span.end]
                names.setdefault(folded(name), name)
                weight = max(weight, part.confidence)
        line = page.text(at)
        why = why or (
            f"the line “{line[:60]}”" if len(line) <= 80 else f"the words “…{line[-60:]}”"
        )
    return Names(tuple(names.values()), why, weight), tongue


def authors(page: Page, line: Opening | None) -> Names:
    """Return the authors: of the bylines, else of the dateline.

    Beside a sure byline a much weaker one does not count: a column's name looks like a person's.
    """
    marked = [
        (at, part)
        for at, verdict in _marked(page, Role.BYLINE)
        for part in verdict.marks
        if part.role == Role.BYLINE
    ]
    if not marked and line and line.author and is_persons_name(line.author):
        return Names((line.author,), f"the dateline “{line.why}”", 0.86)
    weight = max((part.confidence for _, part in marked), default=0.0)
    names: dict[str, str] = {}
    why = ""
    for at, part in marked:
        if part.confidence >= weight - _MUCH_WEAKER:
            name = page.text(at)[part.span.start : part.span.end]
            names.setdefault(folded(name), name)
            why = why or f"the line “{page.text(at)[:60]}”"
    return Names(tuple(names.values()), why, weight)


def dateline(page: Page) -> Opening | None:
    """Return what the dateline says that opens one of the first paragraphs or stands alone."""
    seen = 0
    alone: Opening | None = None
    for at, verdict in enumerate(page.verdicts):
        if verdict and verdict.role == Role.DATELINE and alone is None:
            alone = _sure_place(page, own_line(page.text(at), page.phrases, page.language))
        if verdict and verdict.role == Role.PARAGRAPH:
            found = page.opening(at)
            if found:
                return found
            seen += 1
            if seen == 3:
                break
    return alone


def _sure_place(page: Page, line: Opening | None) -> Opening | None:
    """Leave a place out that may be a person's name: "Ana Duarte | 4 July 2024".

    A place of two words or more counts if the text speaks of it.
    """
    if line is None or line.agency or not line.place or not is_persons_name(line.place):
        return line
    told = sum(line.place in page.text(at) for at in range(min(len(page), _FAR))) > 1
    return line if told else replace(line, place=None)


def published(page: Page, line: Opening | None) -> Found:
    """Return the date of publication: of the head, then the dateline, then the foot."""
    begin = next((at for at in page.all((Role.PARAGRAPH,))), len(page))
    for at in range(begin):
        if page.role(at) in _NAMES_A_PERSON:
            dates = dates_in(page.text(at), page.language)
            if dates:  # "Updated 5 July 2024, published 4 July 2024"; without a word the first
                day = dates[0] if page.text(at)[:1].isdigit() else min(dates)
                return Found(day, f"the line “{page.text(at)[:60]}”", 0.9)
    if line and line.iso:
        return Found(line.iso, f"the dateline: {line.why}", 0.9)
    for at in range(len(page) - 1, begin, -1):
        is_source = page.role(at) == Role.TRANSLATOR or page.role(at) in _NAMES_A_PERSON
        if is_source and len(page.text(at)) < 300:
            dates = dates_in(page.text(at), page.language)
            if dates:
                return Found(dates[0], f"the line “{page.text(at)[:60]}”", 0.7)
    return Found()


def place_and_agency(page: Page, line: Opening | None) -> tuple[Found, Found]:
    """Return place and agency as the dateline gives them.

    A place in capitals is written as the text writes it elsewhere, if it does. A first name of two
    that nothing confirms to be an outlet is left out.
    """
    if line is None:
        return _place_of_byline(page), _agency_of_byline(page)
    why = f"the dateline {line.why}"
    place = Found(_as_in_text(page, line.place), why, 0.9) if line.place else Found()
    if not line.agency or not (line.agency_sure or _is_told_elsewhere(page, line.agency)):
        return place, Found()
    return place, Found(line.agency, why, 0.9)


def _place_of_byline(page: Page) -> Found:
    """Return the place between outlet and date: "Elena Duarte, The Gull, Harbour Town, 4 July"."""
    for at in page.all((Role.BYLINE,)):
        byline = byline_of(page, at)
        if byline and byline.place:
            return Found(byline.place, f"the byline “{page.text(at)[:60]}”", 0.86)
    return Found()


def _agency_of_byline(page: Page) -> Found:
    """Return the agency that stands alone in the byline: "Associated Press" under the names."""
    for at in page.all((Role.BYLINE,)):
        verdict = page.verdicts[at]
        if verdict and verdict.rule in ("agency-line", "outlet"):
            name = without_address(page.text(at)) or page.text(at)
            return Found(name, f"the line “{page.text(at)[:60]}”", 0.8)
    return Found()


def _as_in_text(page: Page, place: str) -> str:
    if not place.isupper() or len(place) < 4:
        return place
    written = place.title()
    return written if any(written in each.text for each in page.lines[:400]) else place


def _is_told_elsewhere(page: Page, name: str) -> bool:
    return any(
        name in page.text(at)
        for at in page.all((Role.BOILERPLATE, Role.BYLINE, Role.CAPTION, Role.EDITORS_NOTE))
    )


def original(page: Page) -> Found:
    """Return the address of the original, where a line names it."""
    for at in page.all((Role.BOILERPLATE, Role.TRANSLATOR, Role.EDITORS_NOTE)):
        address = original_address(page.text(at), page.low[at], page.phrases)
        if address:
            return Found(address, f"the line “{page.text(at)[:60]}”", 0.85)
    return Found()


def told(page: Page) -> dict[FieldName, Found]:
    """Return what the text says of every field that holds one value."""
    line = dateline(page)
    place, agency = place_and_agency(page, line)
    return {
        FieldName.HEADLINE: block_text(page, Role.HEADLINE),
        FieldName.KICKER: block_text(page, Role.KICKER),
        FieldName.PLACE: place,
        FieldName.AGENCY: agency,
        FieldName.PUBLISHED: published(page, line),
        FieldName.PUBLISHER: publisher(page, agency),
        FieldName.ORIGINAL_URL: original(page),
    }
