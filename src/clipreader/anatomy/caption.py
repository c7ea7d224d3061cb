"""Captions and credits: told by their sign, or else by their place and shape."""

from __future__ import annotations

from clipreader.anatomy.bylines import names_alone
from clipreader.anatomy.credit import Credited, find_credit
from clipreader.anatomy.page import Page, Verdict, mark, sentences, stops
from clipreader.anatomy.phrases import folded
from clipreader.anatomy.translators import in_last_brackets
from clipreader.model import Hint, Part, Role, Span

_LONG = 450
_WEAK = 0.9
_SURE_ABOVE = 0.93
"""Above the headline only the surest sign makes a caption: a headline may end in brackets."""

_FEWEST = 9
_MOST_ECHOES = 12
_LONGEST = 200
_SHARED = 0.3
"""A caption tells of what the paragraphs around it tell of; a link to another article does not."""

_FAR = 100
_ECHO = 24
"""A caption that the body takes up again shares at least its first 24 code points with it."""


def mark_credited(page: Page) -> None:
    """Name every line that carries a credit, and the credits that stand alone."""
    head = next((at for at in range(len(page)) if page.is_prose(at)), len(page))
    opening = next((at for at in range(len(page)) if page.is_open(at)), -1)
    for at in range(len(page)):
        if (
            not page.is_open(at)
            or page.bulk[at] > 1300
            or page.lines[at].hint in (Hint.TITLE, Hint.HEADING, Hint.LIST_ITEM)
        ):
            continue
        if page.bulk[at] > _LONG and page.stops(at) and page.text(at)[-1] not in ")]）":
            continue
        found = find_credit(page.text(at), page.low[at], page.phrases)
        if found and _holds(page, at, found, head, is_opening=at == opening):
            page.settle(at, captioned(page, at, found))


def _holds(page: Page, at: int, found: Credited, head: int, *, is_opening: bool) -> bool:
    """Say whether the sign holds against the rest of the line: a paragraph is no caption."""
    if found.words is None:
        return not is_opening and page.bulk[at] <= 120
    words = page.text(at)[found.words.start : found.words.end]
    if (is_opening and found.strength < _SURE_ABOVE) or not _are_words(words):
        return False
    if at < head and names_alone(words, folded(words), page.phrases):
        return False  # "Elena Duarte and Tomasz Brill | Puerto Diario" is a byline
    if not _sign_holds(page, at, found, words):
        return False
    if found.strength < _WEAK:
        return page.sentences(at) <= 2 and page.bulk[at] <= 330
    return page.bulk[at] <= _LONG or page.sentences(at) <= 3


def _are_words(words: str) -> bool:
    """Say whether it is more than a word, and no notice: "© dpa-infocom, dpa:240704-99 (dpa)"."""
    return not words.startswith("©") and (len(words) >= 12 or " " in words)


def _sign_holds(page: Page, at: int, found: Credited, words: str) -> bool:
    if found.rule == "credit-after-stop":
        return _is_known_tail(page, at, found)
    return found.rule != "credit-in-brackets" or not _ends_otherwise(page, at, found, words)


def _is_known_tail(page: Page, at: int, found: Credited) -> bool:
    """Say whether one word behind a full stop is a house, and not "Enditem" or initials."""
    word = page.low[at][found.credit.start : found.credit.end]
    if " " in word or word in page.phrases.agencies:
        return True
    return sum(low == word or low.endswith(f" {word}") for low in page.low[:400]) > 1


def _ends_otherwise(page: Page, at: int, found: Credited, words: str) -> bool:
    """Say whether brackets sign a paragraph ("… (EFE)") or name its translator, not a picture."""
    if in_last_brackets(page.text(at), page.phrases):
        return True
    is_long = sentences(words) > 1 or page.bulk[at] > 200
    return found.strength < _SURE_ABOVE and stops(words) and is_long


def captioned(page: Page, at: int, found: Credited) -> Verdict:
    """Return the verdict for a line with a credit, with marks over its words and the credit."""
    reasons = [found.why]
    marks: list[Part] = []
    confidence = found.strength
    if found.words is None:
        confidence = min(confidence, 0.9)
    else:
        if not stops(page.text(at)[found.words.start : found.words.end]):
            reasons.append("no full stop")
            confidence += 0.02
        if page.is_prose_like(at - 1) and page.is_prose_like(at + 1):
            reasons.append("stands between two paragraphs")
            confidence += 0.02
        marks.append(
            mark(Role.CAPTION, found.words, confidence, "caption", "the words before the credit")
        )
    marks.append(mark(Role.CREDIT, found.credit, found.strength, found.rule, found.why))
    return Verdict(Role.CAPTION, min(confidence, 0.98), found.rule, tuple(reasons), tuple(marks))


def plain(page: Page, at: int, confidence: float, rule: str, *reasons: str) -> Verdict:
    """Return the verdict for a caption without a credit."""
    span = Span(0, len(page.text(at)))
    words = mark(Role.CAPTION, span, confidence, rule, *reasons)
    return Verdict(Role.CAPTION, confidence, rule, reasons, (words,))


def mark_beside_credits(page: Page, *, apart: bool) -> None:
    """Name the words that belong to a credit on a line of its own, above or below them.

    ``apart`` also takes words with an empty line between, which is right once headline and deck are
    known.
    """
    for at in page.all((Role.CAPTION,)):
        verdict = page.verdicts[at]
        if not verdict or any(part.role == Role.CAPTION for part in verdict.marks):
            continue
        for near in (at - 1, at + 1):
            if page.is_open(near) and _may_be_words(page, near, at, verdict, apart=apart):
                why = "stands beside a credit"
                page.settle(near, plain(page, near, 0.88, "caption-beside-credit", why))
                break


def _may_be_words(page: Page, near: int, credit: int, verdict: Verdict, *, apart: bool) -> bool:
    if page.is_marked_paragraph(near):
        return False
    touches = page.spaced and not page.lines[max(near, credit)].blank_before
    if page.words(near) <= 2 or page.bulk[near] > 320 or not (touches or apart):
        return False
    if not touches and _stands_without_words(page, credit):
        return False
    if not stops(page.text(near)):
        return page.bulk[near] > 24
    if page.sentences(near) > 1:
        return False
    above = near < credit and page.bulk[near] <= 160 and verdict.confidence >= 0.86
    return touches or above


def _stands_without_words(page: Page, credit: int) -> bool:
    """Say whether the same credit stands between two paragraphs elsewhere: pictures without words.

    What is near this one is then a crosshead, not a caption.
    """
    low = page.low[credit]
    near = range(max(0, credit - _FAR), min(len(page), credit + _FAR))
    return any(
        page.low[at] == low and page.is_prose_like(at - 1) and page.is_prose_like(at + 1)
        for at in near
        if at != credit
    )


def mark_uncredited(page: Page, begin: int, end: int) -> None:
    """Name captions without any sign, between the paragraphs of the body.

    The surest is that the body takes the words up again; then position words, a repeated line, and
    at last the shape: longer than a crosshead, no full stop, between paragraphs.
    """
    echoes = _beginnings(page, begin, end)
    for at in range(begin, end):
        if not page.is_open(at) or page.bulk[at] > 400 or page.lines[at].hint in _NEVER:
            continue
        found = _uncredited(page, at, echoes)
        if found:
            page.settle(at, plain(page, at, *found))


_NEVER = (Hint.HEADING, Hint.LIST_ITEM, Hint.QUOTE, Hint.TITLE, Hint.TABLE, Hint.CODE)


def _beginnings(page: Page, begin: int, end: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at in range(begin, end):
        same = found.setdefault(page.low[at][:_ECHO], [])
        if len(same) < _MOST_ECHOES:
            same.append(at)
    return found


def _uncredited(page: Page, at: int, echoes: dict[str, list[int]]) -> tuple[float, str, str] | None:
    low = page.low[at]
    if low.startswith(page.phrases.caption_starts or ("\0",)):
        return 0.9, "caption-by-opening", f"begins “{page.text(at)[:16]}”"
    others = [line for line in echoes.get(low[:_ECHO], ()) if line != at]
    echoed = _echoed(page, at, others) if len(low) >= _ECHO else None
    if echoed:
        return echoed
    return None if _ends_as_prose(page, at) else _by_shape(page, at, low, low.rstrip(" ."))


def _ends_as_prose(page: Page, at: int) -> bool:
    return page.stops(at) or page.text(at)[-1] in ":;,"


def _echoed(page: Page, at: int, others: list[int]) -> tuple[float, str, str] | None:
    """Find what the body takes up again, word for word, or what stands there twice."""
    low = page.low[at]
    if any(low == page.low[line] and abs(line - at) <= 2 for line in others):
        return 0.86, "caption-twice", "stands there twice"
    if _ends_as_prose(page, at):
        return None
    if any(page.role(line) == Role.CAPTION and page.low[line].startswith(low) for line in others):
        return 0.88, "caption-twice", "stands there once more with its credit"
    bare = low.rstrip(" .")
    if any(len(page.low[line]) > len(low) and page.low[line].startswith(bare) for line in others):
        return 0.88, "caption-echoed", "no full stop, and a paragraph begins with the same words"
    return None


def _by_shape(page: Page, at: int, low: str, bare: str) -> tuple[float, str, str] | None:
    if page.phrases.positions.search(low):
        return 0.75, "caption-by-position", "says where someone stands in a picture, no full stop"
    if page.is_marked_paragraph(at) or not _has_shape(page, at):
        return None
    near = " ".join(
        page.low[line] for line in (at - 2, at - 1, at + 1, at + 2) if 0 <= line < len(page)
    )
    if bare in near:
        return 0.88, "caption-echoed", "no full stop, and the next paragraphs say the same words"
    if _share_in(bare, near) >= _SHARED and (page.words(at) >= 11 or "," in low):
        why = "a line between paragraphs, about the same things, no full stop"
        return 0.62, "caption-by-shape", why
    return None


def _has_shape(page: Page, at: int) -> bool:
    """Say whether a line is longer than a crosshead, shorter than a paragraph, and no question."""
    text = page.text(at)
    return (
        text[0].isalnum()
        and not text[0].islower()
        and page.words(at) >= _FEWEST
        and page.bulk[at] == len(text) <= _LONGEST
        and text[-1] not in "?!"
        and page.sentences(at) == 1
        and not page.low[at].endswith(page.phrases.buttons_behind)
    )


def _share_in(low: str, near: str) -> float:
    """Return how much of a line's longer words its neighbours say as well."""
    words = [word.strip(".,;:«»“”\"'()") for word in low.split()]
    long = [word for word in words if len(word) > 3]
    return sum(word in near for word in long) / len(long) if long else 0.0
