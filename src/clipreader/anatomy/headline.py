"""Headline, kicker and deck, and where the body begins."""

from __future__ import annotations

from clipreader.anatomy.caption import plain
from clipreader.anatomy.page import Page, Verdict, mark
from clipreader.model import Hint, Role

_HEAD = 60
"""The head of an article lies within its first 60 lines."""

_LONGEST = 240
_SMALL_DECK = 260
_HEAD_ROLES = frozenset({Role.BYLINE, Role.DATELINE, Role.TRANSLATOR})


def body_start(page: Page) -> int:
    """Return the first line of the body: prose behind which no byline or date follows.

    A deck may be prose as well; it is told by the byline, date or translator below it, or, if
    it is short, by a caption between it and the first paragraph.
    """
    prose = _prose(page)
    for number, at in enumerate(prose[:4]):
        behind = prose[number + 1] if number + 1 < len(prose) else len(page)
        if _opens(page, at) or not _is_before_head(page, at, behind):
            return _with_short_ones(page, at)
    return prose[4] if len(prose) > 4 else min(len(page), _HEAD)


def _prose(page: Page) -> list[int]:
    """Return the first five lines of prose; in a text without any, its first full sentences."""
    found: list[int] = []
    for at in range(len(page)):
        if page.is_open(at) and (page.is_prose(at) or _opens(page, at)):
            found.append(at)
            if len(found) == 5:
                break
    return found or [at for at in range(1, min(len(page), _HEAD)) if _is_sentence(page, at)][:1]


def _is_sentence(page: Page, at: int) -> bool:
    return page.is_open(at) and page.is_sentence(at)


def _with_short_ones(page: Page, body: int) -> int:
    """Take two or more short paragraphs right above the first long one for body as well.

    One such line is a deck: no article has two.
    """
    begin = body
    while begin > 1 and _is_sentence(page, begin - 1):
        begin -= 1
    return begin if body - begin >= 2 else body


def _opens(page: Page, at: int) -> bool:
    return page.bulk[at] > 60 and page.opening(at) is not None


def _is_before_head(page: Page, at: int, behind: int) -> bool:
    """Say whether prose at ``at`` is a deck, by what stands between it and the next prose."""
    between = [page.role(line) for line in range(at + 1, min(behind, at + 12))]
    if any(role in _HEAD_ROLES for role in between):
        return behind < len(page)
    is_small = page.bulk[at] <= _SMALL_DECK and page.sentences(at) <= 2 and at > 0
    if Role.CAPTION in between[:3] and is_small and behind < len(page):
        return _opens(page, behind) or page.sentences(at) == 1 or page.bulk[at] < 120
    return False


def mark_head(page: Page, body: int) -> None:
    """Name headline, kicker and deck, and what stands above them."""
    titled = page.first(Role.HEADLINE)
    at = titled if titled is not None else _headline(page, body)
    if at is None:
        return
    if titled is None:
        page.settle(at, Verdict(Role.HEADLINE, *_why_headline(page, at)))
    _mark_above(page, at)
    _mark_twin(page, at, body)
    if page.first(Role.DECK) is None:
        _mark_deck(page, at, body)


def _open_lines(page: Page, body: int) -> list[int]:
    """Return the lines before the body that may be a headline."""
    found = [
        at
        for at in range(min(body, _HEAD, len(page)))
        if page.is_open(at) and page.bulk[at] <= _LONGEST and page.text(at)[-1] != ":"
    ]
    seen = [page.low[at] for at in found]
    once = [at for at, low in zip(found, seen, strict=True) if seen.count(low) == 1]
    return [at for at in once if not _is_echo(page, at, once)] or found


def _is_echo(page: Page, at: int, others: list[int]) -> bool:
    """Say whether a line is a path that ends in the headline ("HomeNewsFerry returns …")."""
    return any(
        other > at and len(page.low[other]) > 20 and page.low[at].endswith(page.low[other])
        for other in others
        if other != at
    )


def _headline(page: Page, body: int) -> int | None:
    lines = _open_lines(page, body)
    if not lines:
        return None
    dated = _head_line_above(page, lines, body)
    above = [at for at in lines if dated is None or at < dated]
    below = [at for at in lines if dated is not None and at > dated]
    full = [at for at in above if page.words(at) > 3 and not page.is_sentence(at)]
    if below and not full:
        return below[0]
    if not full:
        return _of_labels(page, above)
    if page.words(full[0]) <= 5 and len(full) >= 3 and _is_kicker(page, full[0], full[1]):
        return full[1]
    return full[0]


def _of_labels(page: Page, lines: list[int]) -> int | None:
    """Choose among lines of at most three words: one word alone is a kicker, not a headline."""
    wordy = [at for at in lines if page.words(at) > 1]
    return next(iter(wordy or lines), None)


def _head_line_above(page: Page, lines: list[int], body: int) -> int | None:
    """Return the last byline or date before the first full line, else the first one below it."""
    full = next((at for at in lines if page.words(at) > 3), body)
    heads = [at for at in range(min(body, _HEAD)) if page.role(at) in _HEAD_ROLES]
    if not heads:
        return None
    return max((at for at in heads if at < full and at + 1 in lines), default=heads[0])


def _is_kicker(page: Page, at: int, below: int) -> bool:
    return page.words(below) > page.words(at) and not page.stops(at) and page.bulk[below] < 160


def _why_headline(page: Page, at: int) -> tuple[float, str, tuple[str, ...]]:
    reasons = ["first line" if at == 0 else "first full line"]
    confidence = 0.9 if page.words(at) > 3 else 0.7
    if page.bulk[at] <= 130:
        reasons.append("short")
        confidence += 0.04
    if not page.text(at).endswith("."):
        reasons.append("no full stop")
        confidence += 0.04
    return confidence, "headline", (", ".join(reasons),)


def _mark_above(page: Page, headline: int) -> None:
    """Name what stands above the headline: a kicker right above it, else the site's words."""
    for at in range(headline - 1, -1, -1):
        if not page.is_open(at):
            continue
        is_label = page.words(at) <= 5 and page.bulk[at] <= 40 and not page.stops(at)
        if page.is_marked_paragraph(at) and page.is_prose(at):
            continue
        if is_label and page.first(Role.KICKER) is None and at >= headline - 3:
            page.settle(
                at, Verdict(Role.KICKER, 0.86, "kicker", ("a short label above the headline",))
            )
        else:
            why = "stands above the headline"
            page.settle(at, Verdict(Role.BOILERPLATE, 0.6, "above-headline", (why,)))


def _mark_twin(page: Page, headline: int, body: int) -> None:
    """Read the headline once more with the author behind a bar: "The Ferry Returns / Name"."""
    for at in range(headline + 1, min(body, headline + 4)):
        verdict = page.verdicts[at]
        if (
            not verdict
            or verdict.role != Role.CAPTION
            or not page.low[at].startswith(page.low[headline])
        ):
            continue
        why = "the headline once more, with a name"
        marks = tuple(
            mark(Role.BYLINE, part.span, 0.86, "headline-twin", why)
            for part in verdict.marks
            if part.role == Role.CREDIT
        )
        page.settle(at, Verdict(Role.BYLINE, 0.86, "headline-twin", (why,), marks))


def _mark_deck(page: Page, headline: int, body: int) -> None:
    """Name the deck: the first full line below the headline, before any picture with words."""
    below = headline + 1
    is_label = page.is_open(below) and page.words(below) in (2, 3) and not page.stops(below)
    if is_label and page.role(below + 1) in _HEAD_ROLES:
        why = "a short line between the headline and the byline"
        page.settle(below, Verdict(Role.DECK, 0.6, "short-deck", (why,)))
        return
    for at in range(headline + 1, body):
        if _has_words(page, at) or page.role(at) == Role.EDITORS_NOTE:
            return
        if page.is_open(at) and _is_deck(page, at, headline, body):
            why = "right below the headline" if at == headline + 1 else "below the headline"
            sure = 0.9 if at == headline + 1 and page.words(at) > 5 else 0.75
            page.settle(at, Verdict(Role.DECK, sure, "deck", (f"{why}, before the body",)))
            return


def _has_words(page: Page, at: int) -> bool:
    verdict = page.verdicts[at]
    return bool(verdict and verdict.role == Role.CAPTION and verdict.rule != "credit-alone")


def _is_deck(page: Page, at: int, headline: int, body: int) -> bool:
    if page.words(at) <= 3 or not 20 <= page.bulk[at] <= 600 or page.lines[at].hint == Hint.HEADING:
        return False
    below_byline = any(page.role(line) in _HEAD_ROLES for line in range(headline + 1, at))
    if below_byline and not page.stops(at):
        return False  # a line without a full stop between byline and body is a caption
    if at + 1 < body or page.stops(at):
        return True
    return page.bulk[at] >= 40


def mark_before_body(page: Page, body: int) -> None:
    """Name what is left between headline and body."""
    headline = page.first(Role.HEADLINE)
    told = any(line.hint == Hint.FURNITURE for line in page.lines)
    for at in range(headline + 1 if headline is not None else body, body):
        if not page.is_open(at) or page.lines[at].hint == Hint.HEADING:
            continue
        if page.is_sentence(at) and not any(
            page.role(line) in _HEAD_ROLES for line in range(at + 1, body)
        ):
            why = "a full sentence above the first long paragraph"
            page.settle(at, Verdict(Role.PARAGRAPH, 0.86, "paragraph", (why,)))
            continue
        if told and page.is_marked_paragraph(at):
            continue  # a page that tells its furniture apart has left this to the article
        if page.role(at - 1) == Role.DECK and _is_second_deck(page, at, body):
            why = "a second line under the deck, above the byline"
            page.settle(at, Verdict(Role.DECK, 0.7, "second-deck", (why,)))
            continue
        found = _before_body(page, at, is_last=at + 1 == body)
        if found:
            page.settle(at, found)


def _is_second_deck(page: Page, at: int, body: int) -> bool:
    """Say whether a line right under the deck goes on with it: the byline stands below both."""
    below = (page.role(line) for line in range(at + 1, min(at + 3, body)))
    return page.bulk[at] > 30 and page.words(at) > 4 and Role.BYLINE in below


def _before_body(page: Page, at: int, *, is_last: bool) -> Verdict | None:
    """Return what a line between head and body is; None leaves it to be a paragraph."""
    is_long = page.bulk[at] > 60 or (page.words(at) > 8 and page.bulk[at] > 40)
    if is_long and page.is_marked_paragraph(at):
        return None
    if is_long and not page.stops(at) and page.sentences(at) == 1:
        why = "stands between the head and the first paragraph, no full stop"
        return plain(page, at, 0.62, "caption-by-place", why)
    if is_last and page.words(at) > 1 and not page.stops(at) and page.bulk[at] <= 60:
        why = "a short line above a paragraph, no full stop"
        return Verdict(Role.CROSSHEAD, 0.7, "crosshead", (why,), level=2)
    why = "stands between the head and the first paragraph"
    return Verdict(Role.BOILERPLATE, 0.55, "before-body", (why,))
