"""The deck of a page that the page itself quotes as its description, or prints in bold.

Where the place says nothing, the words do: a description that stands as a line of its own above the
body is the deck, also with a dateline before it or parted into several lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clipreader.anatomy.found import Found
from clipreader.anatomy.page import Page, Verdict
from clipreader.model import OFFERED, Candidate, FieldName, Hint, Role
from clipreader.text.normal import fold_name

_FAR = 60
_FEWEST = 50
"""Letters from which on a description says the same as a line only if it is meant."""

_BEFORE = 30
"""Letters that a place may have in front of the description: "Harbour Town. …"."""

_LONGEST = 700
_NOT = (Hint.TITLE, Hint.CAPTION, Hint.CREDIT, Hint.TABLE, Hint.CODE)
_QUOTED = Verdict(Role.DECK, 0.9, "quoted-deck", ("the page’s description says the same",))
_BOLD = Verdict(Role.DECK, 0.86, "bold-deck", ("a bold paragraph above the others",))


def mark_told_deck(page: Page, candidates: Iterable[Candidate]) -> None:
    """Name the line of the head that says what the page's description says, or that is bold."""
    title = page.first(Role.HEADLINE)
    if title is None or not page.hinted:
        return
    lines = _head(page, title)
    told = _descriptions(candidates)
    for at in lines:
        if told and _says(page, at, told):
            page.settle(at, _QUOTED)
            return
    first = next((at for at in lines if page.is_open(at) and page.is_sentence(at)), None)
    if first is not None and page.first(Role.DECK) is None and _is_bold_lead(page, first):
        page.settle(first, _BOLD)


def _head(page: Page, title: int) -> list[int]:
    """Return the lines from the headline to the first paragraph, it included."""
    found: list[int] = []
    for at in range(title + 1, min(len(page), title + _FAR)):
        if page.lines[at].hint not in _NOT and len(page.text(at)) <= _LONGEST:
            found.append(at)
        if page.is_open(at) and page.is_prose(at):
            break
    return found


def _descriptions(candidates: Iterable[Candidate]) -> list[str]:
    values = [each.value for each in candidates if each.field == FieldName.DECK]
    letters = [_letters(value) for value in values if isinstance(value, str)]
    return [each for each in letters if len(each) >= _FEWEST]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold_name(text)))


def _says(page: Page, at: int, told: Iterable[str]) -> bool:
    """Say whether a line is a description, or one with a place before it: "Harbour Town. …".

    A page's description is often its first paragraph: a plain paragraph is no deck.
    """
    if page.is_marked_paragraph(at) and page.is_prose(at) and not _is_bold(page, at):
        return False
    line = _letters(page.text(at))
    return any(line.endswith(each) and len(line) - len(each) <= _BEFORE for each in told)


def _is_bold_lead(page: Page, at: int) -> bool:
    """Say whether a paragraph is bold as a whole, and the next one is not."""
    behind = range(at + 1, min(len(page), at + 1 + _FAR))
    below = next((line for line in behind if page.is_open(line) and page.is_prose(line)), None)
    return _is_bold(page, at) and below is not None and not _is_bold(page, below)


def _is_bold(page: Page, at: int) -> bool:
    text = page.text(at)
    bold = sum(len(part.span) for part in page.lines[at].marks if part.role == Role.STRONG)
    return bold > 0 and bold >= len(text) - _BEFORE and 2 * bold > len(text)


def shown_deck(page: Page, candidates: Sequence[Candidate]) -> Found:
    """Return the deck that the article shows: of several, the one that the page's data quote.

    Lines in a row that the data quote as one are one deck; without a quote the first one counts.
    """
    lines = [at for at in page.all((Role.DECK,)) if _is_offered(page, at)]
    quoted = {
        _letters(each.value): each
        for each in candidates
        if each.field == FieldName.DECK and isinstance(each.value, str)
    }
    for first in range(len(lines)):
        said = ""
        for last in range(first, len(lines)):
            said += _letters(page.text(lines[last]))
            if said in quoted:
                text = " ".join(page.text(at) for at in lines[first : last + 1])
                return Found(text, f"{quoted[said].origin} says the same", 0.97)
    if not lines:
        return Found()
    verdict = page.verdicts[lines[0]]
    assert verdict is not None  # it is one of the decks
    return Found(page.text(lines[0]), verdict.reasons[0], verdict.confidence)


def _is_offered(page: Page, at: int) -> bool:
    verdict = page.verdicts[at]
    return verdict is not None and verdict.confidence >= OFFERED
