"""Who wrote the article: lines with a cue, and names that stand alone beside a date or a post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clipreader.anatomy.names import is_credit, is_name, split_names
from clipreader.anatomy.page import stops
from clipreader.anatomy.phrases import Phrases
from clipreader.model import Span

_LONGEST = 160
_CUT = re.compile(
    r"\s[|·•]\s|\s/\s|\s[–—-]\s|\s?\(|[,.]?\s(?:in|en|à|em|avec|with|con|mit|com)\s|\d"
)
_RUN_TOGETHER = re.compile(r"\b(?!Mc|Mac|De|La|Le|Di|Du|Van|O’|O')[A-Z]?[a-z]+[A-Z]")
_FIGURE = re.compile(r"\d")
_STATION = re.compile(r"^(?:in|en|à|em)\s")
_TAIL = re.compile(r"^[\s|·•/(,–—-]+")
_OUTLET = re.compile(r"^(?:da|do|de|of|from|von|du|des|della|del|para|for)\s+(?:la\s|the\s)?", re.I)


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a byline with their spans, the outlet it names, and how it is known.

    ``has_cue`` says that a word such as "By" opens it; ``has_post`` that a post such as
    "Reporter" is in it.
    """

    names: tuple[tuple[str, Span], ...]
    outlet: str | None = None
    has_cue: bool = False
    has_post: bool = False


def with_cue(text: str, low: str, phrases: Phrases) -> Byline | None:
    """Return what a line says that opens with a cue: "By Takeo Lund and Tatsuya Hart / …"."""
    if len(text) > _LONGEST:
        return None
    cue = phrases.byline.match(low)
    if not cue:
        return None
    start = cue.end() + len(low[cue.end() :]) - len(low[cue.end() :].lstrip(" :"))
    found = _names(text, low, start, phrases, least=1)
    if not found:
        return None
    names, outlet, has_post = found
    rest = text[names[-1][1].end :]
    is_clause = len(rest.split()) > 2 and not (outlet or has_post or _FIGURE.search(rest))
    if is_clause or (stops(text) and len(rest.split()) > 2):
        return None  # "Di Maio, il sindaco, non ha voluto commentare."
    return Byline(names, outlet, True, has_post)


def cue_alone(low: str, phrases: Phrases) -> bool:
    """Say whether a line is a cue whose name stands on the next: "Article by"."""
    cue = phrases.byline.match(low)
    return bool(cue) and len(low[cue.end() :].strip(" :")) == 0 if cue else False


def names_alone(text: str, low: str, phrases: Phrases) -> Byline | None:
    """Return the names of a line that holds nothing else but a post or an outlet."""
    if len(text) > 100 or not text[:1].isupper() or text[-1] in ".?!:,":
        return None
    first, _, last = low.rpartition(" ")
    if last in phrases.furniture and first:
        text, low = text[: len(first)], first
    seam = _RUN_TOGETHER.search(text)
    if seam:
        return _glued(text[: seam.end() - 1], text[seam.end() - 1 :])
    found = _names(text, low, 0, phrases, least=2)
    if found:
        names, outlet, has_post = found
        return Byline(names, outlet, False, has_post)
    return _with_post(text, low, phrases)


def _glued(before: str, behind: str) -> Byline | None:
    """Read "Dan Hart-LundThe West Gull": name and outlet run together."""
    outlet = behind.split(" · ", maxsplit=1)[0].split(" | ", maxsplit=1)[0]
    if not is_name(before, most=3) or not is_credit(outlet, share=0.9) or " " not in outlet:
        return None
    return Byline(((before, Span(0, len(before))),), outlet)


def _with_post(text: str, low: str, phrases: Phrases) -> Byline | None:
    """Read "Amy Hart Political Correspondent": two names, then a post with capitals."""
    post = phrases.roles.search(low)
    if not post:
        return None
    words = re.match(r"\S+\s\S+(?=\s)", text)
    if not words or words.end() > post.start() or not is_name(words[0], most=2):
        return None
    return Byline(((words[0], Span(0, words.end())),), None, False, True)


def is_post(text: str, low: str, phrases: Phrases) -> bool:
    """Say whether a line is a post alone: "Reporter", "Corresponsal en Monte Quieto"."""
    post = phrases.roles.match(low)
    return bool(post) and len(text) <= 60 and text[-1] not in ".!?:"


def _names(
    text: str, low: str, start: int, phrases: Phrases, *, least: int
) -> tuple[tuple[tuple[str, Span], ...], str | None, bool] | None:
    """Return names, outlet and whether a post was seen, or None if anything is no name."""
    cut = _CUT.search(text, start)
    end = cut.start() if cut else len(text)
    names: list[tuple[str, Span]] = []
    tail = end
    has_post = False
    for name, span in split_names(text[start:end], phrases, start):
        has_post = bool(phrases.roles.search(low, span.start, span.end))
        if has_post and (names or least > 1):
            tail = span.start
            break
        if not is_name(name, least=least if not names else 2, most=3 if least > 1 else 4):
            tail = span.start
            break
        names.append((name, span))
    rest = text[tail:]
    if not names or not (tail > start):
        return None
    if least > 1 and _says_more(rest, low[tail:], phrases) and not has_post:
        return None
    if least == 1 and rest and not _TAIL.match(text[names[-1][1].end :]):
        return None
    return (
        tuple(names),
        _outlet(text[names[-1][1].end :], phrases),
        has_post or bool(phrases.roles.search(low, tail)),
    )


def _says_more(rest: str, low: str, phrases: Phrases) -> bool:
    """Say whether what follows the names is more than an outlet, a post or a date."""
    rest = _TAIL.sub("", rest)
    rest_place = _STATION.sub("", rest)
    if rest_place != rest and is_name(rest_place, least=1):
        return False  # "Elena Duarte in Harbour Town"
    if not rest or phrases.roles.search(low) or rest[0].isdigit():
        return False
    return _outlet(rest, phrases) is None


def _outlet(rest: str, phrases: Phrases) -> str | None:
    """Return the outlet behind the names: "| Puerto Diario", ", da Folha do Sino"."""
    by_comma = rest.lstrip()[:1] == ","
    rest = _TAIL.sub("", rest)
    if by_comma and not _OUTLET.match(rest):
        return None  # ", Norderhafen" is a place
    named = _OUTLET.sub("", rest)
    named = re.split(r"\s[|·•/–—-]\s|[,)(;]|\d", named, maxsplit=1)[0].strip()
    words = named.split()
    while words and (
        phrases.roles.search(words[-1].lower().rstrip("s"))
        or words[-1].lower() in ("staff", "writers", "writer")
    ):
        words.pop()
    named = " ".join(words)
    return named if is_name(named, least=1) and not named.isdigit() else None
