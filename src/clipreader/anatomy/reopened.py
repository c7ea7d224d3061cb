"""Lines that a page took for the site's, and whose words say who wrote the article, or when.

A page tells byline and date by class names, which many pages do not have. Between the headline and
the first paragraph, and right above the headline, the words are enough.
"""

from __future__ import annotations

from clipreader.anatomy.bylines import Byline, names_alone, runs_together, with_cue
from clipreader.anatomy.date_lines import dates_in, is_date_line
from clipreader.anatomy.head import is_in_body, is_subject, settle_byline
from clipreader.anatomy.houses import is_outlet
from clipreader.anatomy.names import is_name
from clipreader.anatomy.page import Page
from clipreader.anatomy.phrases import folded
from clipreader.model import Hint, Role, Span

_ABOVE = 3
"""Lines above a headline among which its date may stand."""

_FAR = 60
_LONGEST = 160
_SHORT = 80
_BEHIND = 3
"""Lines behind a first paragraph that may still be of the head: the paragraph is then a deck."""


def reopen_head(page: Page) -> None:
    """Name the bylines and dates of the head that the mark-up calls the site's or a date.

    The first byline and the first date count: what is further away from the headline belongs to
    another article.
    """
    lines = _head(page)
    who = next((at for at in lines if _settle_byline(page, at)), None)
    if any(page.role(at) == Role.DATELINE or (at == who and _dates(page, at)) for at in lines):
        return
    for at in lines:
        if page.lines[at].hint == Hint.FURNITURE and at != who and _dates(page, at):
            page.reopen(at)  # what it says besides, the rules for dates find out
            return


def _head(page: Page) -> list[int]:
    """Return the lines of the head that the mark-up names as the site's or as a date."""
    title = page.first(Role.HEADLINE)
    if title is None or not page.hinted:
        return []
    far = range(title + 1, min(len(page), title + _FAR))
    prose = [at for at in far if page.is_open(at) and page.is_prose(at)][:2]
    first = prose[0] if prose else title + 1
    second = prose[1] if len(prose) > 1 else first
    below = (*range(title + 1, first), *range(first + 1, min(second, first + 1 + _BEHIND)))
    near = [*below, *range(title - 1, max(-1, title - 1 - _ABOVE), -1)]
    return [at for at in near if _is_small(page, at)]


def _is_small(page: Page, at: int) -> bool:
    told = page.lines[at].hint
    if told == Hint.CAPTION:  # an author's picture, and who and when beside it
        return len(page.text(at)) <= _SHORT and bool(dates_in(page.text(at), page.language))
    return told in (Hint.FURNITURE, Hint.TIME, Hint.BYLINE) and len(page.text(at)) <= _LONGEST


def _dates(page: Page, at: int) -> tuple[str, ...]:
    return is_date_line(page.text(at), page.language)


def _settle_byline(page: Page, at: int) -> bool:
    """Name a line that has a byline's cue, or a name and a date or an outlet and nothing else.

    Without a cue the name must be a link, or the mark-up call the line a date: labels of dates
    ("Última Actualización: 4 July 2024") look like names.
    """
    if page.lines[at].hint == Hint.BYLINE:
        return False  # left open: the rules for bylines read it
    text, low = page.text(at), page.low[at]
    cued = with_cue(text, low, page.phrases)
    if cued and _is_sure(cued, page):
        settle_byline(page, at, cued, 0.9, "byline", f"begins with “{text.split()[0]}”")
        return True
    if page.lines[at].hint == Hint.CAPTION:
        return False
    inside = None if cued else _named_behind(page, at)
    if inside:
        settle_byline(page, at, inside, 0.86, "byline-with-date", "ends in a cue and a name")
        return True
    found = None if cued else names_alone(text, low, page.phrases)
    if found and _says_more(found) and _is_told(page, at, found) and _is_sure(found, page):
        why = "a name with a date, a post or an outlet"
        settle_byline(page, at, found, 0.8, "name-with-post", why)
        return True
    return False


def _named_behind(page: Page, at: int) -> Byline | None:
    """Read "4 July 2024 | 14:07 | By Rosa Lund"."""
    inside = page.phrases.byline_inside.search(page.low[at])
    told = page.lines[at].hint == Hint.TIME
    if not inside or not (told or dates_in(page.text(at), page.language)):
        return None
    span = Span(inside.start(1), len(page.text(at)))
    name = page.text(at)[span.start : span.end]
    return Byline(((name, span),), has_cue=True, has_date=True) if is_name(name) else None


def _says_more(found: Byline) -> bool:
    return bool(found.has_date or found.has_post or found.outlet)


def _is_told(page: Page, at: int, found: Byline) -> bool:
    name, span = found.names[0]
    if any(folded(word) in page.phrases.not_places for word in name.split()):
        return False
    if page.lines[at].hint == Hint.TIME:
        parted = page.text(at)[span.end :].startswith(",")
        is_place = parted and (is_in_body(page, name) or bool(found.outlet))
        return not is_place and not is_subject(page, name)  # "Port Selby, The Gull | 4 July"
    links = (mark.span for mark in page.lines[at].marks if mark.role == Role.LINK)
    return any(link.start <= span.start and span.end <= link.end for link in links)


def _is_sure(found: Byline, page: Page) -> bool:
    """Say whether the first name is a person's or an agency's: not the site's, not a place's."""
    name = found.names[0][0]
    if found.has_cue and folded(name) in page.phrases.agencies:
        return True
    return is_name(name) and not is_outlet(name, page.phrases) and not runs_together(name)
