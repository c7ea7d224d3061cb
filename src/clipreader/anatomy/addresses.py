"""Bylines that end in an address: "Elena Duarte - elena@puerto.example", "AFP/The Gull - …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clipreader.anatomy.bylines import Byline, names_alone
from clipreader.anatomy.houses import is_house
from clipreader.anatomy.names import is_name
from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.anatomy.phrases import folded
from clipreader.model import Role, Span

_ADDRESS = re.compile(
    r"[\s|,·(–—-]+(?:\[email\sprotected\]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)?$", re.IGNORECASE
)
_LONGEST = 120


def mark_addressed(page: Page, lines: Iterable[int]) -> None:
    """Name the lines that hold names or an agency, and then an address."""
    for at in lines:
        if page.role(at) not in (None, Role.BOILERPLATE) or len(page.text(at)) > _LONGEST:
            continue
        who = without_address(page.text(at))
        if who is None:
            continue
        found = names_alone(who, folded(who), page.phrases)
        if is_agency_line(who, page):
            why = "an agency, and an address"
            page.settle(at, Verdict(Role.BYLINE, 0.86, "agency-line", (why,)))
        elif found:
            _settle(page, at, found)
        elif is_name(who) and " " in who:
            _settle(page, at, Byline(((who, Span(0, len(who))),)))


def without_address(text: str) -> str | None:
    """Return what stands before the address that ends a line, or None if none ends it."""
    address = _ADDRESS.search(text)
    return text[: address.start()] if address and address.start() > 1 else None


def is_agency_line(who: str, page: Page) -> bool:
    """Say whether a text is an agency and, behind a slash, the paper that prints it."""
    first, _, second = who.partition("/")
    return folded(first.strip()) in page.phrases.agencies and (
        not second or is_house(second.strip())
    )


def _settle(page: Page, at: int, found: Byline) -> None:
    why = "a name, and an address"
    marks = tuple(
        mark(Role.BYLINE, span, 0.88, "name-with-address", why) for _, span in found.names
    )
    page.settle(at, Verdict(Role.BYLINE, 0.88, "name-with-address", (why,), marks))
