"""Who wrote the article: lines with a cue, and names that stand alone beside a date or a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from clipreader.anatomy.houses import has_article, is_outlet
from clipreader.anatomy.names import is_credit, is_name, split_names
from clipreader.anatomy.outlets import following
from clipreader.anatomy.page import stops
from clipreader.anatomy.phrases import Phrases, folded
from clipreader.model import Span
from clipreader.text.dates import find_dates

_LONGEST = 160
_POST = 40
"""A post has fewer code points."""

_CUT = re.compile(r"\s[|·•]\s|\s?/\s?|\s[–—-]\s|\s?\(|\d")
_RUN_TOGETHER = re.compile(r"\b(?!Mc|Mac|De|La|Le|Di|Du|Van|O’|O')[A-Z]?[a-z]+[A-Z]")
_FIGURE = re.compile(r"\d")
_YEARS_SIGN = re.compile(r"\d\d\s[^\W\d_]{1,2}\.$")
"""What the year ends in: "2024 r.", "2024 г."."""

_POST_BEFORE = re.compile(r"(?:[^\W\d_]+\s)?([^\W\d_]+)\s(?=\S)")
_TAIL = re.compile(r"^[\s|·•/(,،–—-]+")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a byline with their spans, and what else it says.

    ``has_cue`` says that a word such as "By" opens it; ``has_post`` that a post such as
    "Reporter" is in it. ``maybe`` is a name behind a bar of which nothing tells whether it is an
    outlet's; ``spare`` counts the words that say neither outlet, post, place nor date.
    """

    names: tuple[tuple[str, Span], ...]
    outlet: str | None = None
    has_cue: bool = False
    has_post: bool = False
    place: str | None = None
    maybe: str | None = None
    has_date: bool = False
    spare: int = 0


def with_cue(text: str, low: str, phrases: Phrases) -> Byline | None:
    """Return what a line says that opens with a cue: "By Takeo Lund and Tatsuya Hart / …"."""
    if len(text) > _LONGEST:
        return None
    cue = phrases.byline.match(low)
    if not cue:
        return None
    start = cue.end() + len(low[cue.end() :]) - len(low[cue.end() :].lstrip(" :"))
    post = _POST_BEFORE.match(low, start)
    if post and phrases.roles.fullmatch(low, post.start(1), post.end(1)):
        start = post.end()  # "Door onze verslaggever Joris Laan"
    found = _read(text, low, start, phrases, least=1)
    if not found:
        return None
    rest = text[found.names[-1][1].end :]
    says_who = found.outlet or found.has_post or _FIGURE.search(rest)
    if (found.spare > 2 and not says_who) or (stops(text) and len(rest.split()) > 2):
        return None  # "Di Maio, il sindaco, non ha voluto commentare."
    return found


def cue_alone(low: str, phrases: Phrases) -> bool:
    """Say whether a line is a cue whose name stands on the next: "Article by"."""
    cue = phrases.byline.match(low)
    return bool(cue) and len(low[cue.end() :].strip(" :")) == 0 if cue else False


def names_alone(text: str, low: str, phrases: Phrases) -> Byline | None:
    """Return the names of a line that holds nothing else but a post or an outlet."""
    ends = text[-1:] in ".?!:," and not _YEARS_SIGN.search(text)
    if len(text) > 100 or not text[:1].isupper() or ends:
        return None
    if phrases.byline.match(low):
        return None  # with_cue has read it and found no name
    first, _, last = low.rpartition(" ")
    if last in phrases.furniture and first:
        text, low = text[: len(first)], first
    seam = _RUN_TOGETHER.search(text)
    if seam:
        return _glued(text[: seam.end() - 1], text[seam.end() - 1 :], phrases)
    found = _read(text, low, _foreign_cue(low, phrases), phrases, least=2)
    if found and (found.has_post or not found.spare):
        return found
    return _with_post(text, low, phrases)


def runs_together(name: str) -> bool:
    """Say whether two words of a name stand without a blank: "Salt GullNovember"."""
    return bool(_RUN_TOGETHER.search(name))


def _foreign_cue(low: str, phrases: Phrases) -> int:
    """Return the length of another language's cue: "Por Elena Duarte" above a translation."""
    first, blank, rest = low.partition(" ")
    return len(first) + 1 if blank and " " in rest and first in phrases.foreign_by else 0


def _glued(before: str, behind: str, phrases: Phrases) -> Byline | None:
    """Read "Dan Hart-LundThe West Gull", "Eva LundNews Reporter": name and outlet or post."""
    if is_name(before, most=3) and phrases.roles.search(folded(behind)) and len(behind) < _POST:
        return Byline(((before, Span(0, len(before))),), None, False, True)
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


def _read(text: str, low: str, start: int, phrases: Phrases, *, least: int) -> Byline | None:
    """Return names and what follows them, or None if anything is no name."""
    end = _end_of_names(text, low, start, phrases)
    names: list[tuple[str, Span]] = []
    tail = end
    for piece in split_names(text[start:end], phrases, start):
        name, span = _without_house(*_without_label(*_once(*piece), phrases), phrases)
        is_post_too = bool(phrases.roles.search(low, span.start, span.end))
        if (is_post_too and (names or least > 1)) or not _is_person(
            name, phrases, first=not names, least=least
        ):
            tail = span.start
            break
        names.append((name, span))
    if not names or tail <= start:
        return None
    behind = names[-1][1].end
    if least == 1 and text[tail:] and not _goes_on(text, behind, phrases):
        return None
    found = following(text, low, behind, phrases)
    if len(names) > 1 and found.has_date and _is_unsure(text, low, names, phrases):
        names.pop()
    if found.linked and " " not in names[0][0]:
        return None  # "By Order of The King"
    return Byline(
        tuple(names),
        found.outlet,
        least == 1,
        found.has_post,
        found.place,
        found.maybe,
        found.has_date,
        found.spare,
    )


def _end_of_names(text: str, low: str, start: int, phrases: Phrases) -> int:
    """Return where a bar, a figure or a word such as "for" ends the list of names."""
    cut = _CUT.search(text, start)
    end = cut.start() if cut else len(text)
    if cut and cut[0].isdigit():
        # "By Ana Duarte July 4, 2024": the month is no surname
        dates = find_dates(text[start:])
        end = min(end, start + dates[0].start) if dates else end
    for link in phrases.byline_links.finditer(low, start, end):
        words = text[link.start() : link.end()].rsplit(maxsplit=1)[-1]
        if words.islower() or is_outlet(text[link.end() : end], phrases):
            return link.start()
    return end


def _goes_on(text: str, at: int, phrases: Phrases) -> bool:
    """Say whether a bar, a comma or a word such as "for" follows the names."""
    return bool(_TAIL.match(text[at:])) or _end_of_names(text, folded(text), at, phrases) == at


def _is_person(name: str, phrases: Phrases, *, first: bool, least: int) -> bool:
    """Say whether a piece of the list is a person; the first behind a cue may be a house."""
    if not first:
        return is_name(name) and not has_article(name) and not is_outlet(name, phrases)
    if least > 1 and is_outlet(name, phrases):
        return False
    return is_name(name, least=least, most=3 if least > 1 else 4)


def _once(name: str, span: Span) -> tuple[str, Span]:
    """Return a name that stands there twice, once for screen readers, a single time."""
    words = name.split()
    half = " ".join(words[: len(words) // 2])
    if not half or words[: len(words) // 2] * 2 != words or not name.startswith(half):
        return name, span
    return half, Span(span.start, span.start + len(half))


def _without_label(name: str, span: Span, phrases: Phrases) -> tuple[str, Span]:
    """Return a name without the label of the date behind it: "Ana Duarte Published 4 July"."""
    first, blank, last = name.rpartition(" ")
    if not (" " in first and blank and folded(last) in phrases.not_places):
        return name, span
    return first, Span(span.start, span.start + len(first))


def _without_house(name: str, span: Span, phrases: Phrases) -> tuple[str, Span]:
    """Return a name without the agency that nothing parts from it: "Eva Lund Associated Press"."""
    low = folded(name)
    house = phrases.agency_tail.search(low, low.find(" ") + 1) if name.count(" ") > 1 else None
    if not house or house.end() < len(name):
        return name, span
    is_sure = " " in house[0] or name[house.start() :].isupper()
    person = name[: house.start()].rstrip()
    person = person[:-4] if person.endswith(" The") else person
    if not (is_sure and is_name(person)):
        return name, span
    return person, Span(span.start, span.start + len(person))


def _is_unsure(text: str, low: str, names: list[tuple[str, Span]], phrases: Phrases) -> bool:
    """Say whether the last of the names may be a place: "By Ana Duarte, Port Selby, 4 July"."""
    between = low[names[-2][1].end : names[-1][1].start]
    joined = any(
        low[above[1].end : below[1].start].strip(" ") not in (",", "،")
        for above, below in pairwise(names)
    )
    follows = text[names[-1][1].end :].lstrip()[:1]
    return between.strip(" ") == "," and not joined and follows == ","
