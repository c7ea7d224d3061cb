"""The medium that printed an article, as its text tells it."""

from __future__ import annotations

import re

from clipreader.anatomy.bylines import Byline, names_alone, with_cue
from clipreader.anatomy.found import Found
from clipreader.anatomy.houses import is_house
from clipreader.anatomy.page import Page
from clipreader.anatomy.phrases import folded
from clipreader.model import Role

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b)[\s:©]*(?:\(c\)\s*|copyright\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?[\s,]*)?"
    r"(?P<name>[^\W_][^.,;|©\d]{1,50}?)(?=\s*(?:[.,;|©]|(?:19|20)\d\d|$|\s[–—-]\s))",
    re.IGNORECASE,
)
_SITE_LINES = 12
_OWNER = re.compile(
    r"^(?:[A-ZÀ-Þ ]{8,60}(?=[A-ZÀ-Þ][a-zß-ÿ]))?"
    r"(?P<name>[A-ZÀ-Þ0-9][\w'’-]+(?:\s(?:de|del|da|of|do|des|[A-ZÀ-Þ][\w'’-]+)){0,4})\s"
)


def publisher(page: Page, agency: Found) -> Found:
    """Return the medium: of the notice of rights, the byline, or the site's own words."""
    site = page.all((Role.BOILERPLATE,))
    for at in reversed(site):
        rights = _RIGHTS.search(page.text(at))
        if rights and is_house(_owner(rights["name"])):
            return Found(_owner(rights["name"]), f"the notice “{page.text(at)[:60]}”", 0.85)
    for at in page.all((Role.BYLINE,)):
        byline = byline_of(page, at)
        verdict = page.verdicts[at]
        outlet = byline.outlet if byline else None
        if verdict and verdict.rule == "paper-below":
            outlet = page.text(at)
        if byline and byline.maybe and _is_told_by_site(page, byline.maybe):
            outlet = outlet or byline.maybe
        if outlet:
            return Found(outlet, f"the byline “{page.text(at)[:60]}”", 0.75)
    if agency.value and any(agency.value in page.text(at) for at in site):
        return Found(agency.value, "the dateline, and what the site says of itself", 0.75)
    return _owner_of_site(page, site)


def _owner(name: str) -> str:
    """Return a name without the words of the notice."""
    return re.split(r"\s(?:all rights|todos|tous|alle|tutti)\b", name, maxsplit=1, flags=re.I)[
        0
    ].strip()


def byline_of(page: Page, at: int) -> Byline | None:
    """Return what a line says that was found to be a byline."""
    text, low = page.text(at), page.low[at]
    return with_cue(text, low, page.phrases) or names_alone(text, low, page.phrases)


def _owner_of_site(page: Page, site: list[int]) -> Found:
    """Find "The Saltmarsh is published by a trust": a name in the site's words that comes again."""
    body = page.first(Role.PARAGRAPH) or 0
    for at in site[-_SITE_LINES:]:
        if at < body or page.bulk[at] < 40 or not page.stops(at):
            continue  # without a full stop it is the headline of another article
        owner = _OWNER.match(page.text(at))
        if not owner or not is_house(owner["name"]):
            continue
        name = owner["name"]
        if (
            _is_told_apart(page, at, name)
            and len(name) > 5
            and folded(name) not in page.phrases.furniture_starts
        ):
            return Found(name, f"the site’s words “{page.text(at)[:60]}”", 0.7)
    return Found()


def _is_told_apart(page: Page, at: int, name: str) -> bool:
    """Say whether a name stands elsewhere, not as a person's, and not as any first word of a line.

    "Please keep comments civil" opens with no outlet.
    """
    if any(name in page.text(line) for line in page.all((Role.BYLINE, Role.TRANSLATOR))):
        return False
    others = (page.text(line) for line in range(len(page)) if line != at)
    lines = [text for text in others if name in text]
    if " " in name or not lines:
        return bool(lines)
    inside = re.compile(rf"[^\s.!?:][\s\u00a0«“\"]{{1,2}}{re.escape(name)}(?!\w)")
    return any(inside.search(text) for text in lines)


def _is_told_by_site(page: Page, name: str) -> bool:
    return any(name in page.text(at) for at in page.all((Role.BOILERPLATE,)))
