"""What follows the names of a byline: the outlet, a post, a place, a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clipreader.anatomy.houses import has_article, is_house, is_outlet, is_station
from clipreader.anatomy.names import is_name
from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.text.dates import find_dates

_SEAM = re.compile(r"\s?[|·•/(),،;]\s?|\s[–—-]\s|\s?[–—]\s?$")
_QUOTES = '„“”«»"‚‘’'
_WRITERS = frozenset({"staff", "writers", "writer"})
_SURE_ARTICLES = frozenset({"the", "der", "die", "das"})
"""Articles that hardly ever begin a place, as "La Habana" and "Il Cairo" do."""


@dataclass(slots=True)
class Following:
    """What stands behind the names of a byline.

    ``outlet`` is sure, ``maybe`` is a name behind a bar that may be an outlet's or a place's.
    ``linked`` says that only a word such as "for" tells the outlet; ``spare`` counts the words
    that nothing is known of.
    """

    outlet: str | None = None
    maybe: str | None = None
    place: str | None = None
    linked: bool = False
    has_post: bool = False
    has_date: bool = False
    spare: int = 0
    names: list[str] = field(default_factory=list[str])


def following(text: str, low: str, start: int, phrases: Phrases) -> Following:
    """Read what stands behind the names: "| The Gull | 4 July 2024", "para Puerto Diario"."""
    found = Following()
    rest = text[start:]
    found.has_post = bool(phrases.roles.search(low, start))
    for date in find_dates(rest, phrases.codes):
        rest = rest[: date.start] + "|" * (date.end - date.start) + rest[date.end :]
        found.has_date = True
    at = 0
    bar = ""
    for seam in (*_SEAM.finditer(rest), None):
        end = seam.start() if seam else len(rest)
        _take(found, rest[at:end].strip(), bar, phrases)
        bar = seam[0].strip() if seam else ""
        at = seam.end() if seam else end
    _assign_names(found)
    return found


def _take(found: Following, piece: str, bar: str, phrases: Phrases) -> None:
    """Read one piece between two bars or commas."""
    low = folded(piece)
    if not piece or piece[0].isdigit() or low.endswith(":") or low in phrases.not_places:
        return
    if piece[0] in _QUOTES and is_house(piece.strip(_QUOTES)):
        found.outlet = found.outlet or piece.strip(_QUOTES)
        return
    if len(piece) <= 5 and piece[-1] == "." and piece.islower():
        return  # "4 lipca 2024 r.", "4 июля 2024 г."
    beside = phrases.byline_beside.match(low)
    if beside and is_house(piece[beside.end() :].strip(" .")):
        return  # "in Harbour Town", "with AFP"
    link = phrases.byline_for.match(low)
    name = _bare(piece[link.end() :] if link else piece)
    has_post = bool(phrases.roles.search(low))
    bare = _without_post(name, phrases)
    if has_post or bare != name:
        is_staffs = not has_post and bar not in (",", "،", "")  # "/ The Gull Staff Writers"
        if bare and is_house(bare) and (is_outlet(bare, phrases) or is_staffs):
            found.outlet = found.outlet or bare
        found.has_post = True
        return
    if not name or not is_house(name):
        says_when = any(character.isdigit() for character in piece)
        found.spare += 0 if says_when or link else len(piece.split())
        return
    if _is_told(name, bar, phrases, linked=bool(link)):
        found.linked = found.linked or (bool(link) and found.outlet is None)
        found.outlet = found.outlet or name
    elif bar in (",", "،"):
        found.names.append(name)
    else:
        found.maybe = found.maybe or name


def _is_told(name: str, bar: str, phrases: Phrases, *, linked: bool) -> bool:
    """Say whether a name is an outlet's: by its own words, an article, or a word before it."""
    if is_outlet(name, phrases) or is_station(name):
        return True
    if folded(name) in shared("names", "places_with_article"):
        return False
    if has_article(name):
        first = folded(name.split(maxsplit=1)[0])
        return first in _SURE_ARTICLES or linked or bar not in (",", "،")
    return linked and " " in name


def _assign_names(found: Following) -> None:
    """Read names between commas by their order before a date: "Outlet, Place, 4 July 2024"."""
    names = found.names
    if not found.has_date:
        found.spare += sum(len(name.split()) for name in names if not is_name(name, least=1))
        return
    if found.outlet and len(names) == 1:
        found.place = names[0]
    elif not found.outlet and len(names) == 2:
        found.outlet, found.place = names


def _bare(name: str) -> str:
    """Return a name without a small article that belongs to the sentence: "the Gull"."""
    first, _, rest = name.partition(" ")
    if rest and (first in shared("names", "small_words") or first in shared("names", "articles")):
        return rest  # both are lower case: "the", "den"
    return name.strip(" .:")


def _without_post(name: str, phrases: Phrases) -> str:
    words = name.split()
    while words and (
        phrases.roles.search(folded(words[-1]).rstrip("s")) or words[-1].lower() in _WRITERS
    ):
        words.pop()
    return " ".join(words)
