"""What the site says about itself: buttons, lists of other articles, appeals, rights."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from clipreader.anatomy.page import Page, Verdict
from clipreader.anatomy.phrases import Phrases
from clipreader.model import Role

_SHORT = 160
_LONGEST_PLACEHOLDER = 400
_LONGEST_LIST = 12
_FEW = 3
_MOST_TEASERS = 6
_HEAD = 60
_RULE = re.compile(r"[\W_]{2,}")
_PATH = re.compile(r"\S\s?[>»›]\s?\S.*[>»›]|^(?:home|portada|accueil|start)\s?[>»›]")
_ADDRESS = re.compile(r"(?:[^.!?@:]{2,40}:\s?)?[\w.+-]+@\S+\.\w+|@\w{3,30}|https?://\S+|www\.\S+")
_TAGS = re.compile(r"(?:#[\w-]+[\s,]*){1,12}(?:\w+ ?){0,4}")
_NUMBERED = re.compile(r"\d+ \w{1,3} \d+\s?\|?")
_COUNT = re.compile(r"\s?[(\[]\d{1,5}[)\]]$")
_COUNTER = re.compile(r"[\d\s.,:/+|<>-]{1,12}(?:[ap]\.?m\.?)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_AGE = re.compile(r"(?:.{0,24}\s)?\d{1,2}\s\S{1,12}|\w+ \d{1,2}:\d\d")
_LINKED = re.compile(r"\[\s.{8,200}\s\]")
_RIGHTS = re.compile(r"^(?:©|copyright\b|\(c\))|©\s?(?:19|20)\d\d")
_RIGHTS_BEGIN = ("copyright", "(c)")
"""Without the sign such a line begins so; a long paragraph is not searched for it."""

_SHOUTED = re.compile(r"^[^a-zß-ÿ]{8,60}[A-ZÀ-Þ](?=[A-ZÀ-Þ]?[a-zß-ÿ0-9])")


def furniture(text: str, low: str, phrases: Phrases) -> tuple[float, str] | None:
    """Say how sure a line is a button, a path, a counter or the like, and why.

    None if it is nothing of the kind, or longer than 160 code points.
    """
    if len(text) > _SHORT:
        return None
    if _RULE.fullmatch(text):
        return 0.86, "is a rule and no words"
    bare = _COUNT.sub("", low).strip(" .:!?()[]<>|*→…")
    if bare in phrases.furniture or bare in phrases.lists or low in phrases.furniture:
        return 0.93, f"“{text}” is a site’s button or heading"
    if (
        low.endswith(phrases.furniture_ends)
        and not _YEAR.search(low)
        and (_AGE.search(low) or low.endswith((">>", " articles")))
    ):
        return 0.86, "says how long or how old something is"
    return _by_form(text, low)


def _by_form(text: str, low: str) -> tuple[float, str] | None:
    if "[email protected]" in low or _ADDRESS.fullmatch(low):
        return 0.88, "is an address and nothing else"
    if low[0] == "#" and _TAGS.fullmatch(low):
        return 0.88, "is a row of tags"
    is_numbered = _NUMBERED.fullmatch(low) and not _YEAR.search(low)
    if is_numbered or (_COUNTER.fullmatch(low) and not _DATE.search(low)):
        return 0.86, "is a counter or a time and nothing else"
    # Pairs of marks are quotation or mark-up that was typed: «…», <b>…</b>.
    if "«" not in low and "<" not in low and _PATH.search(low):
        return 0.88, "is a path through the site"
    return (0.75, "is a link in square brackets") if _LINKED.fullmatch(text) else None


def appeal(text: str, low: str, phrases: Phrases) -> tuple[float, str] | None:
    """Say how sure a line speaks for the site, and why; None if nothing in it does.

    A full sentence needs two signs, for an article may begin its last paragraph with "Support".
    """
    begins = low.startswith(phrases.furniture_starts)
    inside = [phrase for phrase in phrases.furniture_contains if phrase in low]
    why = f"begins “{text[:24].strip()}…”" if begins else ""
    if inside:
        why = f"{why}, says “{inside[0]}”".strip(", ")
    if ("©" in low or low.startswith(_RIGHTS_BEGIN)) and _RIGHTS.search(low):
        return 0.95, "tells who holds the rights"
    label = not text.rstrip().endswith((".", "!", "?", "”", "»")) or len(text) < 45
    signs = begins + len(inside) + bool(_SHOUTED.match(text))
    if begins and (label or ":" in low[:24]):
        return 0.9, why
    if signs >= 2:
        return 0.92, why
    return (0.6, why) if begins or inside else None


def mark_furniture(page: Page) -> None:
    """Name the buttons and paths, and what stands in the place of a film or a paid text."""
    instead = page.holding(page.phrases.placeholders)
    for at in range(len(page)):
        if not page.is_open(at) or len(page.text(at)) > _LONGEST_PLACEHOLDER:
            continue
        if at in instead:
            why = "stands in the place of what the reader has to allow or to pay for"
            page.settle(at, _boilerplate(0.9, "placeholder", why))
        elif len(page.text(at)) <= _SHORT:
            found = furniture(page.text(at), page.low[at], page.phrases)
            if found:
                page.settle(at, _boilerplate(found[0], "furniture", found[1]))


def mark_appeals_above(page: Page) -> None:
    """Name the site's words before the first paragraph; a full sentence only behind a button."""
    for at in range(min(len(page), _HEAD)):
        if not page.is_open(at):
            continue
        found = appeal(page.text(at), page.low[at], page.phrases)
        if found and page.is_prose(at) and found[0] < 0.85:
            found = (0.7, found[1]) if page.role(at - 1) == Role.BOILERPLATE else None
        if page.is_prose(at) and page.is_marked_paragraph(at) and page.sentences(at) > 1:
            break  # a picture's rights, say, in one paragraph with the article's first sentences
        if found:
            page.settle(at, _boilerplate(found[0], "appeal", found[1]))
        elif page.is_prose(at):
            break


def mark_lists(page: Page, begin: int) -> None:
    """Name the lines behind "Most read" and its like, up to the next paragraph."""
    for at in range(begin, len(page)):
        if page.bulk[at] > 60 or page.role(at) is not Role.BOILERPLATE:
            continue
        if page.low[at].strip(" .:!?") not in page.phrases.lists:
            continue
        for below in range(at + 1, min(at + _LONGEST_LIST, len(page))):
            ends = page.is_prose(below) or page.text(below)[-1] in '.”"»'
            if not page.is_open(below) or ends:
                break
            if (
                below > at + 1
                and page.lines[below].blank_before
                and not page.lines[at + 1].blank_before
            ):
                break
            page.settle(
                below, _boilerplate(0.7, "list", f"stands in a list under “{page.text(at)}”")
            )


def mark_tail(page: Page, begin: int) -> int:
    """Name what follows the last paragraph, and return where the body ends (exclusive).

    The site's part begins at the first sign behind which no, or hardly any, paragraph follows.
    """
    signs = _signs(page, begin)
    prose = [
        at
        for at in range(begin, len(page))
        if at not in signs and page.is_open(at) and (page.is_prose(at) or page.is_sentence(at))
    ]
    end = _first_sign_behind(page, signs, prose)
    for at in range(end, len(page)):
        if at in signs:
            page.settle(at, _boilerplate(*signs[at]))
        elif not page.is_marked_paragraph(at) and (page.is_open(at) or _is_weak_caption(page, at)):
            sure = 0.7 if page.is_prose(at) else 0.86
            page.settle(at, _boilerplate(sure, "tail", "stands behind the site’s own words"))
    for at, sign in signs.items():
        if (
            at < end
            and page.is_open(at)
            and not page.stops(at)
            and page.bulk[at] < 180
            and sign[0] > 0.8
        ):
            page.settle(at, _boilerplate(*sign))
    return end


def _signs(page: Page, begin: int) -> dict[int, tuple[float, str, str]]:
    """Return the lines that speak for the site, with confidence, rule and reason."""
    found: dict[int, tuple[float, str, str]] = {}
    for at in range(begin, len(page)):
        sign = _sign(page, at, after_sign=at - 1 in found)
        if sign:
            found[at] = sign
    return found


def _sign(page: Page, at: int, *, after_sign: bool) -> tuple[float, str, str] | None:
    verdict = page.verdicts[at]
    if verdict:
        is_site = verdict.role == Role.BOILERPLATE
        return (verdict.confidence, verdict.rule, verdict.reasons[0]) if is_site else None
    found = appeal(page.text(at), page.low[at], page.phrases)
    if not found:
        return None
    confidence, why = found
    if confidence < 0.85 and page.is_prose(at):
        ended = after_sign or page.role(at - 1) in (Role.TRANSLATOR, Role.EDITORS_NOTE)
        if not ended and not _appeals(page, at + 1):
            return None
        confidence, why = 0.86, f"{why}; stands behind the article’s end"
    return confidence, "appeal", why


def _appeals(page: Page, at: int) -> bool:
    """Say whether the next line speaks for the site as well: two weak signs make a strong one."""
    return page.is_open(at) and appeal(page.text(at), page.low[at], page.phrases) is not None


def _first_sign_behind(
    page: Page, signs: dict[int, tuple[float, str, str]], prose: list[int]
) -> int:
    end = len(page)
    for at in sorted(signs):
        before = bisect_right(prose, at)
        behind = prose[before : before + _MOST_TEASERS + 1]
        if not behind:
            return at
        if len(behind) <= _FEW and before >= 6 and _closes(page, at):
            return at
        is_appeal = signs[at][1] == "appeal" and signs[at][0] > 0.9
        few = len(behind) <= min(_MOST_TEASERS, max(1, before // 4))
        if is_appeal and few and before > 1 and _are_teasers(page, behind):
            return at
    return end


def _are_teasers(page: Page, lines: list[int]) -> bool:
    return all(page.bulk[line] < 230 and page.sentences(line) <= 2 for line in lines)


def _closes(page: Page, at: int) -> bool:
    """Say whether an article never goes on behind a line: "Comments", "About the author"."""
    return page.low[at][:60].strip(" .:!?") in page.phrases.closings


def _is_weak_caption(page: Page, at: int) -> bool:
    verdict = page.verdicts[at]
    return (
        bool(verdict) and verdict.role == Role.CAPTION and verdict.confidence < 0.94
        if verdict
        else False
    )


@lru_cache(maxsize=64)
def _boilerplate(confidence: float, rule: str, why: str) -> Verdict:
    return Verdict(Role.BOILERPLATE, confidence, rule, (why,))
