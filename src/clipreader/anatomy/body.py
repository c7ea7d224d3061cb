"""Paragraphs, crossheads and lists, and what is left inside them by the copying."""

from __future__ import annotations

import re

from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.anatomy.phrases import folded
from clipreader.anatomy.translators import Translation, in_last_brackets, in_last_words
from clipreader.model import Hint, Part, Role, Span

_BULLET = re.compile(r"^[•‣▪◦●*]\s+\S")
_NUMBER = re.compile(r"^\(?(?:(\d{1,3})[.)]|([a-z])\))\s+\S")
_LAST_BUTTON = 24
_MOST_LINES = 20_000
_PARAGRAPH = Verdict(Role.PARAGRAPH, 0.97, "paragraph", ("full sentences",))
_SHORT = Verdict(Role.PARAGRAPH, 0.9, "paragraph", ("a short paragraph between others",))
_PLAIN = Verdict(Role.PARAGRAPH, 0.86, "paragraph", ("nothing speaks for anything else",))
_MARKED = Verdict(Role.PARAGRAPH, 0.97, "markup", ("the file marks it so",))
_LIST_ITEM = Verdict(Role.LIST_ITEM, 0.9, "bullet", ("begins with a bullet",), level=1)

_NUMBERED = Verdict(
    Role.LIST_ITEM, 0.9, "numbered", ("the numbers of this line and the next follow",), level=1
)


def pass_over(page: Page) -> None:
    """Take the middle of a text of more than 20,000 lines for paragraphs, so that no paste hangs.

    Such a text is a book or a list; the first and last thousands of its lines are read as ever.
    """
    if len(page) > _MOST_LINES:
        for at in range(_MOST_LINES // 2, len(page) - _MOST_LINES // 2):
            if page.lines[at].hint in (Hint.NONE, Hint.PARAGRAPH):
                page.settle(at, _PLAIN)


def mark_body(page: Page, begin: int, end: int) -> None:
    """Name every open line of the body."""
    last = max((at for at in range(begin, end) if _is_text(page, at)), default=end)
    signed = _signed(page)
    for at in range(begin, end):
        if page.is_open(at):
            page.settle(at, _verdict(page, at, end, signed, behind=at > last))


def _is_text(page: Page, at: int) -> bool:
    return page.is_prose_like(at) or (page.is_open(at) and page.is_sentence(at))


def mark_remaining(page: Page) -> None:
    """Name every line that is still open: a paragraph."""
    for at in range(len(page)):
        if page.is_open(at):
            page.settle(at, _PARAGRAPH if page.is_prose(at) else _PLAIN)


def _signed(page: Page) -> frozenset[str]:
    """Return the names of the bylines, folded."""
    return frozenset(
        page.low[at][part.span.start : part.span.end]
        for at in page.all((Role.BYLINE,))
        for part in getattr(page.verdicts[at], "marks", ())
    )


def _verdict(page: Page, at: int, end: int, signed: frozenset[str], *, behind: bool) -> Verdict:
    if _is_numbered(page, at):
        return _NUMBERED
    if page.is_prose(at):
        return _MARKED if page.lines[at].hint == Hint.PARAGRAPH else _PARAGRAPH
    text = page.text(at)
    if _BULLET.match(text):
        return _LIST_ITEM
    if page.stops(at) or text[-1] in ":,;" or text[0].islower() or text[0] in "—–-…":
        return _SHORT
    found = _behind(page, at, signed) if behind else None
    if found is None and _is_crosshead(page, at, end):
        why = "a short line above a paragraph, no full stop"
        found = Verdict(Role.CROSSHEAD, 0.86, "crosshead", (why,), level=2)
    return found or _PLAIN


def _is_numbered(page: Page, at: int) -> bool:
    """Say whether a line is an item of a list that is typed with its numbers.

    The line right above or below has the number before or after: a numbered crosshead has
    paragraphs between. A file with mark-up says itself what its lists are.
    """
    number = _number(page, at) if page.lines[at].hint == Hint.NONE else None
    if number is None:
        return False
    return number - 1 == _number(page, at - 1) or number + 1 == _number(page, at + 1)


def _number(page: Page, at: int) -> int | None:
    """Return the number or letter that a line begins with, letters counted from 1,001."""
    found = _NUMBER.match(page.text(at)) if 0 <= at < len(page) else None
    if found is None:
        return None
    return int(found[1]) if found[1] else ord(found[2]) - ord("a") + 1_001


def _behind(page: Page, at: int, signed: frozenset[str]) -> Verdict | None:
    """Name a short line behind the last paragraph: a signature, or the site's."""
    if page.low[at].strip(" .") in signed:
        why = "the author’s name once more"
        return Verdict(Role.BYLINE, 0.86, "signature", (why,))
    if page.is_marked_paragraph(at):
        return None
    if not page.phrases.knows(page.language):
        return None  # what may be a translator or a credit must stay visible
    if page.words(at) <= 14 and page.bulk[at] <= 130 and page.sentences(at) == 1:
        why = "a short line behind the last paragraph, no full stop"
        return Verdict(Role.BOILERPLATE, 0.6, "behind-body", (why,))
    return None


def _is_crosshead(page: Page, at: int, end: int) -> bool:
    line = page.lines[at]
    if line.hint == Hint.PARAGRAPH and not any(
        part.role == Role.STRONG and len(part.span) == len(line.text) for part in line.marks
    ):
        return False
    if page.words(at) > 12 or page.bulk[at] > 90 or not any(c.isalpha() for c in line.text):
        return False
    return any(
        page.role(below) in (None, Role.PARAGRAPH, Role.LIST_ITEM)
        for below in range(at + 1, min(at + 4, end))
    )


def mark_openings(page: Page, begin: int, end: int) -> None:
    """Mark the dateline that opens the first paragraph, and scraps that the copying left."""
    paragraphs = [at for at in range(begin, end) if page.role(at) == Role.PARAGRAPH]
    for at in paragraphs[:3]:
        found = page.opening(at)
        if found:
            marks = [mark(Role.DATELINE, found.span, 0.92, "dateline", found.why)]
            if found.leftover:
                why = "stands before the agency’s name and says it twice"
                marks.insert(0, mark(Role.LEFTOVER, found.leftover, 0.92, "leftover", why))
            _add_marks(page, at, *marks)
            break
    for at in paragraphs:
        button = _last_button(page, at)
        if button:
            _add_marks(
                page,
                at,
                mark(Role.LEFTOVER, button, 0.9, "button", "a button copied with the text"),
            )
    for at in paragraphs:
        found = in_last_words(page.text(at), page.phrases)
        _mark_translator(page, at, found, "stands behind the paragraph’s last sentence")
    if paragraphs:
        found = in_last_brackets(page.text(paragraphs[-1]), page.phrases)
        why = "stands in brackets at the end of the last paragraph"
        _mark_translator(page, paragraphs[-1], found, why)


def _last_button(page: Page, at: int) -> Span | None:
    """Find "… the sake of the continue reading": a button glued to a paragraph's end."""
    tail = page.text(at)[-_LAST_BUTTON:]
    if tail[-1:] in '.!?…”"»' or page.bulk[at] < 60:
        return None
    low = folded(tail)
    if not low.endswith(page.phrases.buttons_behind):
        return None
    button = next(words for words in page.phrases.buttons_behind if low.endswith(words))
    end = len(page.text(at))
    return Span(end - len(button) + 1, end)


def _mark_translator(page: Page, at: int, found: Translation | None, why: str) -> None:
    if found:
        sure = 0.9 if found.sure else 0.7
        _add_marks(
            page,
            at,
            *(
                mark(Role.TRANSLATOR, span, sure, "translator-in-paragraph", why)
                for _, span in found.names
            ),
        )


def _add_marks(page: Page, at: int, *marks: Part) -> None:
    verdict = page.verdicts[at]
    if verdict:
        page.settle(
            at,
            Verdict(
                verdict.role,
                verdict.confidence,
                verdict.rule,
                verdict.reasons,
                (*verdict.marks, *marks),
                verdict.level,
            ),
        )
