"""Lines that say of themselves what they are: translators' lines, editors' notes, sources."""

from __future__ import annotations

from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.anatomy.translators import (
    cue_alone,
    names_below,
    original_address,
    translation,
)
from clipreader.model import Hint, Role

_LONGEST = 420
_LONGEST_NOTE = 1_500
_LONGEST_SOURCE = 200
_NEVER = (Role.PARAGRAPH, Role.CAPTION, Role.HEADLINE, Role.TABLE, Role.CODE, Role.QUOTE)


def mark_notes(page: Page) -> None:
    """Name translators' lines, notes of editors and translators, and lines that name a source."""
    told = page.holding(page.phrases.translation_words)
    for at in range(len(page)):
        done = page.verdicts[at]
        if done and at not in told:
            continue
        if done and (done.role in _NEVER or done.rule == "translator-split"):
            continue
        if len(page.text(at)) > _LONGEST_NOTE:
            continue
        if page.lines[at].hint in (Hint.TITLE, Hint.HEADING):
            continue
        if not (at in told and _mark_translator(page, at)) and page.is_open(at):
            _mark_note(page, at)


def _mark_translator(page: Page, at: int) -> bool:
    text, low = page.text(at), page.low[at]
    if len(text) > _LONGEST:
        return False
    found = translation(text, low, page.phrases)
    if not found:
        return _mark_split(page, at)
    if page.role(at) == Role.BOILERPLATE and not (found.names and found.sure):
        return False
    why = (
        f"says “{text[:40].strip()}”" if found.names else "says from which language, without a name"
    )
    confidence = 0.95 if found.sure else 0.7
    marks = tuple(
        mark(Role.TRANSLATOR, span, confidence, "translator", why) for _, span in found.names
    )
    page.settle(at, Verdict(Role.TRANSLATOR, confidence, "translator", (why,), marks))
    return True


def _mark_split(page: Page, at: int) -> bool:
    """Read a lone cue with the names on the next line."""
    if not cue_alone(page.low[at], page.phrases) or not page.is_open(at + 1):
        return False
    names = names_below(page.text(at + 1), page.phrases)
    if not names:
        return False
    why = f"“{page.text(at)}” stands above it"
    marks = tuple(mark(Role.TRANSLATOR, span, 0.9, "translator-split", why) for _, span in names)
    page.settle(at, Verdict(Role.TRANSLATOR, 0.9, "translator-split", ("names follow",)))
    page.settle(at + 1, Verdict(Role.TRANSLATOR, 0.9, "translator-split", (why,), marks))
    return True


def _mark_note(page: Page, at: int) -> None:
    text, low = page.text(at), page.low[at]
    bare = low.lstrip("*([_ —–-")
    if bare.startswith(page.phrases.notes):
        why = f"begins “{text[:24].strip()}”"
        page.settle(at, Verdict(Role.EDITORS_NOTE, 0.93, "editors-note", (why,)))
        return
    if len(text) < _LONGEST_SOURCE and (
        bare.startswith(page.phrases.sources) or original_address(text, low, page.phrases)
    ):
        why = "names the source"
        page.settle(at, Verdict(Role.BOILERPLATE, 0.75, "source-line", (why,)))
