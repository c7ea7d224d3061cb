"""What the file's own mark-up says decides, where it says something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clipreader.anatomy.caption import captioned, plain
from clipreader.anatomy.credit import cue_at_start, find_credit
from clipreader.anatomy.marked_credit import cued_from, fuller_credit, weak_credit
from clipreader.anatomy.names import is_credit
from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.anatomy.phrases import Phrases
from clipreader.model import HINT_ROLES, Candidate, FieldName, Hint, Line, Part, Role, Span
from clipreader.text.normal import fold_name

_WHY = ("the file marks it so",)
_SITES = Verdict(Role.BOILERPLATE, 0.96, "markup", _WHY)
_OPEN = (Hint.NONE, Hint.PARAGRAPH, Hint.BYLINE)
"""Hints that leave the words to decide: a byline's box may hold a date or a translator."""

_LONGEST_HEADLINE = 400
_BETWEEN = " \u00a0/|,;"


def mark_hinted(page: Page, candidates: Iterable[Candidate]) -> None:
    """Name the lines of which the mark-up or the file's own data says what they are."""
    known: dict[tuple[Hint, int | None], Verdict] = {}
    for at, line in enumerate(page.lines):
        if line.hint is Hint.FURNITURE and line.level is None:
            page.settle(at, _SITES)
        elif line.hint in (Hint.CAPTION, Hint.CREDIT):
            page.settle(at, _caption(page, at, line))
        elif line.hint not in _OPEN:
            kind = line.hint, line.level
            if kind not in known:
                known[kind] = Verdict(HINT_ROLES[line.hint], 0.96, "markup", _WHY, level=line.level)
            page.settle(at, known[kind])
    _mark_told(page, candidates)
    _mark_deck_heading(page)


def _mark_told(page: Page, candidates: Iterable[Candidate]) -> None:
    """Name the lines that the file's own data quotes as headline, deck or kicker."""
    roles = {
        FieldName.HEADLINE: Role.HEADLINE,
        FieldName.DECK: Role.DECK,
        FieldName.KICKER: Role.KICKER,
    }
    for candidate in candidates:
        role = roles.get(candidate.field)
        if role is None or page.first(role) is not None or not isinstance(candidate.value, str):
            continue
        wanted = fold_name(candidate.value[:_LONGEST_HEADLINE])
        for at in range(min(len(page), 40)):
            text = page.text(at)
            if _says_else(page, at, role):
                continue
            if (
                abs(len(text) - len(candidate.value)) < 40
                and fold_name(text[:_LONGEST_HEADLINE]) == wanted
            ):
                why = f"{candidate.origin} says the same"
                page.settle(at, Verdict(role, 0.97, "told-by-file", (why,)))
                break


def _says_else(page: Page, at: int, role: Role) -> bool:
    """Say whether the mark-up says that a line is not what the file's own data quotes.

    Data may call the headline or the first paragraph once more the description of the article.
    """
    if role == Role.HEADLINE:
        return False
    if page.role(at) == Role.HEADLINE:
        return True
    return role == Role.DECK and page.is_marked_paragraph(at) and page.is_prose(at)


def _mark_deck_heading(page: Page) -> None:
    """Take a heading right below the headline, before any paragraph, for the deck."""
    title = page.first(Role.HEADLINE)
    if title is None or title + 1 >= len(page) or page.first(Role.DECK) is not None:
        return
    below = page.lines[title + 1]
    if below.hint == Hint.HEADING and page.words(title + 1) >= 5 and (below.level or 2) > 2:
        why = "a smaller heading right below the headline"
        page.settle(title + 1, Verdict(Role.DECK, 0.9, "deck-heading", (why,)))


def _caption(page: Page, at: int, line: Line) -> Verdict:
    """Return the verdict for a line marked as caption or credit."""
    told = told_credit(line.text, [p.span for p in line.marks if p.role == Role.CREDIT])
    if told:
        names = _named(line.text, page.low[at], told, page.phrases)
        fuller = fuller_credit(line.text, names, page.phrases)
        return _of_two(*fuller) if fuller else _marked_caption(line, told, names)
    found = find_credit(line.text, page.low[at], page.phrases)
    if line.hint == Hint.CREDIT:
        span = found.credit if found else Span(0, len(line.text))
        credit = mark(Role.CREDIT, span, 0.95, "markup", *_WHY)
        return Verdict(Role.CAPTION, 0.95, "credit-alone", _WHY, (credit,))
    if found and found.strength >= 0.7:
        verdict = captioned(page, at, found)
        return Verdict(Role.CAPTION, 0.97, "markup", (*_WHY, *verdict.reasons), verdict.marks)
    weak = weak_credit(line.text, page.phrases)
    if weak:
        begin = cued_from(line.text, weak)
        return _marked_caption(line, Span(begin, weak.end), weak)
    return plain(page, at, 0.96, "markup", *_WHY)


def told_credit(text: str, spans: Sequence[Span]) -> Span | None:
    """Return the first credit that the mark-up tells, whole, or None.

    Boxes side by side hold one credit ("Photo:" and "Rosa Lund"), and an agency behind a slash
    belongs to it, whether or not it stands in the box.
    """
    within = sorted(span for span in spans if span.end <= len(text))
    if not within:
        return None
    start, end = within[0].start, within[0].end
    for span in within[1:]:
        if text[end : span.start].strip(_BETWEEN):
            break
        end = max(end, span.end)
    rest = text[end:].strip(_BETWEEN)
    goes_on = text[end:].lstrip()[:1] == "/" or text[start:end].rstrip()[-1:] == ":"
    if goes_on and is_credit(rest, share=0.5):
        end = len(text)
    return Span(start, end)


def _named(text: str, low: str, credit: Span, phrases: Phrases) -> Span:
    """Return a marked credit without the brackets, signs and cue in front of the names."""
    inner = find_inner(text, credit)
    cue = cue_at_start(low[inner.start : inner.end], phrases)
    names = find_inner(text, Span(inner.start + cue, inner.end))
    return names if cue and len(names) > 1 else inner


def _marked_caption(line: Line, credit: Span, names: Span) -> Verdict:
    """Return the verdict for a caption whose credit the mark-up tells; the words are the rest."""
    marks: list[Part] = [mark(Role.CREDIT, names, 0.97, "markup", *_WHY)]
    words = line.text[: credit.start].rstrip(" \u00a0/|–—-(:·©")
    if words.strip():
        marks.insert(0, mark(Role.CAPTION, Span(0, len(words)), 0.97, "markup", *_WHY))
    elif line.text[credit.end :].strip():
        rest = line.text[credit.end :]
        start = credit.end + len(rest) - len(rest.lstrip(" \u00a0/|–—-):·"))
        if start < len(line.text):
            marks.append(mark(Role.CAPTION, Span(start, len(line.text)), 0.97, "markup", *_WHY))
    return Verdict(Role.CAPTION, 0.97, "markup", _WHY, tuple(marks))


def _of_two(words: Span, credit: Span) -> Verdict:
    marks = (
        mark(Role.CAPTION, words, 0.97, "markup", *_WHY),
        mark(Role.CREDIT, credit, 0.97, "markup", *_WHY),
    )
    return Verdict(Role.CAPTION, 0.97, "markup", _WHY, marks)


def find_inner(text: str, credit: Span) -> Span:
    """Return a marked credit without the brackets and signs around the names."""
    words = text[credit.start : credit.end]
    lead = len(words) - len(words.lstrip(" \u00a0/|–—-(:·©["))
    tail = len(words.rstrip(" \u00a0)];"))
    return Span(credit.start + lead, credit.start + tail) if tail > lead else credit
