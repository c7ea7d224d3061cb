"""Links to other articles and boxes of the site among the paragraphs of the body.

A bare headline between two paragraphs is told from a crosshead by its neighbours alone: it stands
between two lines of the site's own, under its heading, or above a crosshead.
"""

from __future__ import annotations

import re

from clipreader.anatomy.page import Page, Verdict
from clipreader.model import Role

_LENGTH = re.compile(r"[^\W\d_]{3,12}:? \d{1,2}:\d\d(?::\d\d)?")
_SURE = 0.85
_MOST = 8
_LINK_WORDS = 7
_HEAD_WORDS = 6


def mark_links(page: Page, begin: int, end: int) -> None:
    """Name the open lines that belong to a box of the site or to its list of links."""
    for at in range(max(begin, 1), end):
        if page.role(at - 1) != Role.BOILERPLATE or not _may_be_link(page, at):
            continue
        if _is_site(page, at - 1) and _LENGTH.fullmatch(page.text(at)):
            _settle(page, at, "says how long a recording is")
        elif _is_site(page, at - 1) and _is_site(page, at + 1):
            _settle(page, at, "stands between two lines of the site’s own")
        elif page.text(at - 1)[-1] == ":":
            _mark_under(page, at, end)


def _may_be_link(page: Page, at: int) -> bool:
    is_label = not page.stops(at) and not page.is_prose(at) and page.sentences(at) <= 2
    return page.is_open(at) and is_label and not page.is_marked_paragraph(at)


def _is_site(page: Page, at: int) -> bool:
    verdict = page.verdicts[at] if 0 <= at < len(page) else None
    if verdict is None:
        return False
    return verdict.role == Role.BOILERPLATE and verdict.confidence >= _SURE


def _mark_under(page: Page, at: int, end: int) -> None:
    """Name the links under "More on the ferry:", up to the next paragraph."""
    for below in range(at, min(at + _MOST, end)):
        if not _may_be_link(page, below):
            return
        _settle(page, below, f"stands under “{page.text(at - 1)}”")


def mark_above_crossheads(page: Page, begin: int, end: int) -> None:
    """Name a long line right above a crosshead: no article has two crossheads in a row."""
    for at in range(begin, end - 1):
        verdict, below = page.verdicts[at], page.verdicts[at + 1]
        if (
            verdict
            and below
            and verdict.rule == below.rule == "crosshead"
            and page.words(at) >= _LINK_WORDS
            and page.words(at + 1) <= _HEAD_WORDS
        ):
            _settle(page, at, "a headline right above a crosshead")


def _settle(page: Page, at: int, why: str) -> None:
    page.settle(at, Verdict(Role.BOILERPLATE, 0.7, "link", (why,)))
