"""Bylines and dates in the head of an article, and under its last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clipreader.anatomy.bylines import Byline, cue_alone, is_post, names_alone, with_cue
from clipreader.anatomy.date_lines import is_date_line
from clipreader.anatomy.dateline import own_line
from clipreader.anatomy.houses import is_house, is_outlet
from clipreader.anatomy.names import has_capitals, is_credit, is_name
from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.anatomy.phrases import folded
from clipreader.model import Hint, Role, Span

_NEAR = 2
_FAR = 120
_YEAR = re.compile(r"\d{4}")
_LONGEST = 160
_BARRED = re.compile(r"([^|·•]{4,40}?)\s*[|·•]\s*([^|·•]{4,40})$")
_SHORT_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d\d(?:\d\d)?(?:,? \d{1,2}[.:]\d\d)?")


def mark_dates_and_cues(page: Page, lines: Iterable[int]) -> None:
    """Name the lines that say when ("28 June 2024") and those with a byline's cue."""
    for at in lines:
        if not page.is_open(at) or len(page.text(at)) > _LONGEST:
            continue
        text, low = page.text(at), page.low[at]
        byline = with_cue(text, low, page.phrases)
        if low.startswith(page.phrases.photo):
            continue
        if byline:
            settle_byline(page, at, byline, 0.93, "byline", f"begins with “{text.split()[0]}”")
        elif cue_alone(low, page.phrases) and page.is_open(at + 1):
            _mark_split(page, at)
        elif _mark_dated(page, at) or _mark_signed(page, at):
            continue
        elif own_line(text, page.phrases, page.language):
            page.settle(
                at, Verdict(Role.DATELINE, 0.9, "dateline-alone", ("place and date alone",))
            )
        elif is_date_line(text, page.language):
            _mark_date(page, at)


def _mark_dated(page: Page, at: int) -> bool:
    """Read "Elena Duarte / Puerto Diario, Harbour Town, 4 July 2024": a name before its outlet.

    A name that the body says as well may be a place: "Harbour Town, The Gull, 4 July 2024".
    """
    if not _YEAR.search(page.text(at)):
        return False
    found = names_alone(page.text(at), page.low[at], page.phrases)
    if not found or not found.outlet or not found.has_date:
        return False
    if any(is_in_body(page, name) for name, _ in found.names):
        return False
    settle_byline(page, at, found, 0.88, "name-before-outlet", f"names “{found.outlet}” and a date")
    return True


def _mark_signed(page: Page, at: int) -> bool:
    """Read "27.04.24 | Rosa Lund", in either order, where the file calls the line a byline.

    Elsewhere the name may be a place, and what the body says as well may be one anywhere.
    """
    parted = _BARRED.match(page.text(at))
    if not parted:
        return False
    for when, who in ((1, 2), (2, 1)):
        name = parted[who]
        if not (_SHORT_DATE.fullmatch(parted[when]) or is_date_line(parted[when], page.language)):
            continue
        if page.lines[at].hint != Hint.BYLINE or is_in_body(page, name):
            why = "says when, and a name that may be a place"
            page.settle(at, Verdict(Role.DATELINE, 0.8, "date-line", (why,)))
            return True
        if is_name(name) and not is_outlet(name, page.phrases):
            byline = Byline(((name, Span(*parted.span(who))),), None, has_date=True)
            why = "a name and a date, a bar between"
            settle_byline(page, at, byline, 0.9, "name-behind-bar", why)
            return True
    return False


def is_in_body(page: Page, name: str) -> bool:
    """Say whether a paragraph holds a name: it may be a place."""
    return any(page.is_prose(at) and name in page.text(at) for at in range(min(len(page), _FAR)))


def is_subject(page: Page, name: str) -> bool:
    """Say whether the headline or several paragraphs name someone: the text is about him."""
    title = page.first(Role.HEADLINE)
    if title is not None and name in page.text(title):
        return True
    told = (at for at in range(min(len(page), _FAR)) if page.is_prose(at) and name in page.text(at))
    return sum(1 for _ in told) > 1


def _mark_date(page: Page, at: int) -> None:
    """Name a line that says when; "Publiziert am 10. Juli 2013 von jharms" says who as well."""
    inside = page.phrases.byline_inside.search(page.low[at])
    if inside:
        name = page.text(at)[inside.start(1) :]
        if is_name(name, least=1) or name.isalpha():
            byline = Byline(((name, Span(inside.start(1), len(page.text(at)))),), None, True)
            settle_byline(page, at, byline, 0.86, "byline-with-date", f"ends in “{name}”")
            return
    page.settle(at, Verdict(Role.DATELINE, 0.92, "date-line", ("says when and nothing else",)))


def _mark_split(page: Page, at: int) -> None:
    """Read "Article by" with the name on the next line."""
    below = names_alone(page.text(at + 1), page.low[at + 1], page.phrases)
    if below:
        why = f"“{page.text(at)}” stands above it"
        page.settle(at, Verdict(Role.BYLINE, 0.9, "byline-split", ("a name follows",)))
        settle_byline(page, at + 1, below, 0.9, "byline-split", why)


def settle_byline(
    page: Page, at: int, byline: Byline, confidence: float, rule: str, why: str
) -> None:
    """Keep a byline with marks over its names."""
    marks = tuple(mark(Role.BYLINE, span, confidence, rule, why) for _, span in byline.names)
    page.settle(at, Verdict(Role.BYLINE, confidence, rule, (why,), marks))


def mark_names(page: Page, lines: Iterable[int]) -> None:
    """Name the lines that hold names alone, beside a date, a post or a translator.

    Half of all bylines have no cue. A name beside nothing of the kind is left open.
    """
    cued = any(v and v.role == Role.BYLINE for v in page.verdicts)
    for at in lines:
        if not page.is_open(at) or cued or folded(page.text(at)) in page.phrases.agencies:
            continue
        found = names_alone(page.text(at), page.low[at], page.phrases)
        if not found:
            continue
        below = at + 1
        if page.is_open(below) and is_post(page.text(below), page.low[below], page.phrases):
            settle_byline(
                page, at, found, 0.9, "name-above-post", f"“{page.text(below)}” stands below it"
            )
            page.settle(below, Verdict(Role.BYLINE, 0.88, "post", ("the post of the name above",)))
        elif found.has_post or found.outlet or found.maybe:
            sure = 0.86 if found.has_post or found.outlet else 0.75
            settle_byline(
                page, at, found, sure, "name-with-post", "a name with a post or an outlet"
            )
        elif _beside_date(page, at) and page.role(at - 1) == Role.BYLINE:
            why = "a name below the byline, perhaps a place"
            page.settle(at, Verdict(Role.BYLINE, 0.6, "below-byline", (why,)))
        elif _beside_date(page, at) and not is_subject(page, found.names[0][0]):
            settle_byline(
                page, at, found, 0.86, "name-beside-date", "a name alone, beside the date"
            )


def _beside_date(page: Page, at: int) -> bool:
    return any(
        page.role(near) in (Role.DATELINE, Role.TRANSLATOR)
        for near in range(at - _NEAR, at + _NEAR + 1)
    )


def _settle_marked(page: Page, at: int) -> None:
    """Name a line that is names alone and that the file calls the author's."""
    found = names_alone(page.text(at), page.low[at], page.phrases)
    if found:
        # a section or a job has such a mark as well, and the byline then stands beside it
        cued = any(verdict and verdict.rule == "byline" for verdict in page.verdicts)
        sure = 0.6 if cued else 0.86
        settle_byline(page, at, found, sure, "marked-name", "a name, and the file says whose")
    elif not has_capitals(page.text(at)) and is_name(page.text(at)):
        name = Byline(((page.text(at), Span(0, len(page.text(at)))),))
        settle_byline(page, at, name, 0.86, "marked-name", "a name, and the file says whose")


def mark_lone_credits(page: Page, lines: Iterable[int]) -> None:
    """Name the lines of the head that are nothing but a picture house: "ITV, ASSOCIATED PRESS"."""
    for at in lines:
        text = page.text(at)
        if not page.is_open(at) or not 3 <= len(text) <= 60 or not is_credit(text, share=1.0):
            continue
        if page.lines[at].hint == Hint.BYLINE:
            _settle_marked(page, at)
            continue
        if page.role(at - 1) == Role.BYLINE and folded(text) in page.phrases.agencies:
            why = "the outlet under the names"
            page.settle(at, Verdict(Role.BYLINE, 0.8, "outlet", (why,)))
            continue
        if page.role(at - 1) == Role.BYLINE and is_house(text) and is_outlet(text, page.phrases):
            why = "a paper’s name under the names"
            page.settle(at, Verdict(Role.BYLINE, 0.86, "paper-below", (why,)))
            continue
        repeated = page.low[max(0, at - 3) : at + 4].count(page.low[at]) == 2
        housed = folded(text) in page.phrases.agencies or page.phrases.agency_tail.search(
            page.low[at]
        )
        above_words = (
            page.spaced
            and page.is_open(at + 1)
            and not page.lines[at + 1].blank_before
            and page.bulk[at + 1] > 60
        )
        if at and (housed or above_words):
            why = "a picture house alone" if housed else "stands right above a caption"
            credit = mark(Role.CREDIT, Span(0, len(text)), 0.7, "credit-alone", why)
            page.settle(at, Verdict(Role.CAPTION, 0.7, "credit-alone", (why,), (credit,)))
        elif repeated and at > 1 and page.words(at) <= 2:
            credit = mark(
                Role.CREDIT, Span(0, len(text)), 0.6, "credit-alone", "stands there twice"
            )
            page.settle(
                at,
                Verdict(
                    Role.CAPTION,
                    0.6,
                    "credit-alone",
                    ("a name that stands there twice",),
                    (credit,),
                ),
            )
