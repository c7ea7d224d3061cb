"""The names of authors and translators: what the text says, weighed against the file's own data.

Pages give the site's own name as the author where they keep no other, join several names to one,
and add a writer's initials. The file's data and the text complete each other: who names one more
person than the other is taken at his word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from clipreader.anatomy.found import Names
from clipreader.anatomy.houses import is_outlet
from clipreader.anatomy.names import end_of_name, is_name
from clipreader.anatomy.phrases import Phrases, folded
from clipreader.model import Candidate, FieldName

_OF_THE_HOUSE = 0.5
"""What a list is worth at most that names the house alone: any person's name is worth more."""

_ENOUGH = 0.6
"""What a list is worth at least that may add a name to the best one."""

_INITIALS = re.compile(r"\s*\((?:[^\W\d_]{1,4}|[^\W\d_]\.\s?[^\W\d_]\.)\)$")
"""What a newsroom signs short reports with: "Rosa Lund (rol)"."""

_POST_BEHIND = re.compile(r"(?<=\S)\s?(?:기자|특파원|記者|记者)$")
"""A reporter's post behind the name, as papers write it in Korean, Japanese and Chinese."""

_FIRST_WORD = re.compile(r"\w+(?=[\s-])")
_SHORTEST = 3
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "www"})
"""Parts of a host's name in front of a country's that are no site's own: "gull.co.uk"."""


def weighed_names(
    candidates: Sequence[Candidate], name: FieldName, text: Names, phrases: Phrases
) -> Names:
    """Return the best list of names: the surest, completed by another that has more.

    Of what is equally sure, what the file says is taken. The house's own name stands only where
    no person is named.
    """
    houses = _houses(candidates)
    lists = [text, *_told(candidates, name, phrases)]
    lists = [_without_house(each, houses, phrases) for each in lists if each.values]
    best = Names()
    for each in lists:
        if each.weight >= best.weight:
            best = each
    return max((each for each in lists if _completes(each, best)), key=_size, default=best)


def _size(names: Names) -> int:
    return len(names.values)


def _completes(names: Names, best: Names) -> bool:
    """Say whether a list holds all names of the best one, and persons besides."""
    known = {folded(value) for value in best.values}
    more = [value for value in names.values if folded(value) not in known]
    if names.weight < _ENOUGH or not more or len(names.values) - len(more) < len(known):
        return False
    return all(is_name(value) for value in more)


def _told(candidates: Iterable[Candidate], name: FieldName, phrases: Phrases) -> Iterable[Names]:
    for candidate in candidates:
        if candidate.field != name:
            continue
        values = (candidate.value,) if isinstance(candidate.value, str) else candidate.value
        cleaned = [each for value in values for each in _cleaned(value, phrases)]
        whole = [each for each in cleaned if not _says_another(each, cleaned)]
        if whole:
            yield Names(tuple(dict.fromkeys(whole)), candidate.origin, candidate.weight)


def _says_another(name: str, names: Sequence[str]) -> bool:
    """Say whether a name is another of the list with words around it: "About Rosa Lund"."""
    return any(" " in other and other != name and other in name for other in names)


def _cleaned(value: str, phrases: Phrases) -> Iterable[str]:
    """Yield the names in a value, without a cue before and initials or a post behind."""
    value = _POST_BEHIND.sub("", _INITIALS.sub("", value.strip()))
    cue = phrases.byline.match(folded(value))
    rest = value[cue.end() :].lstrip(" :") if cue else ""
    value = _without_outlet(rest if is_name(rest) else value, phrases)
    pieces = _pieces(value, phrases)
    return pieces or ([value] if value else [])


def _without_outlet(value: str, phrases: Phrases) -> str:
    """Return the name in "Rosa Lund For Harbourgull.com"."""
    for link in phrases.byline_links.finditer(folded(value)):
        before = value[: link.start()]
        if is_outlet(value[link.end() :], phrases) and is_name(before):
            return before
    return value


def _pieces(value: str, phrases: Phrases) -> list[str]:
    """Return the names of "Rosa Lund and Ana Reyes, Harbour Town"; nothing if it is one name.

    The first two must be whole names. A word alone behind the last comma is a place, unless it is
    an agency.
    """
    joints = list(phrases.joiner.finditer(folded(value)))
    if not joints:
        return []
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(value)]
    pieces = [value[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    pieces = [piece[: end_of_name(piece)] for piece in pieces if piece]
    last = pieces[-1]
    is_place = is_name(last, least=1) and folded(last) not in phrases.agencies
    if len(pieces) > 2 and " " not in last and is_place:
        pieces.pop()
    persons = [piece for piece in pieces if folded(piece) not in phrases.agencies]
    if len(persons) < 2 or not all(is_name(piece) for piece in persons):
        return []
    return pieces


def _houses(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Return what the file calls the house, and the words of its address that name the site."""
    names: set[str] = set()
    for candidate in candidates:
        if not isinstance(candidate.value, str):
            continue
        if candidate.field == FieldName.PUBLISHER:
            names.add(folded(candidate.value))
        elif candidate.field == FieldName.URL:
            names.update(_labels(candidate.value))
    return frozenset(names)


def _labels(address: str) -> Iterable[str]:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return
    labels = host.split(".")
    yield host.removeprefix("www.")
    for label in labels[:-1]:
        if len(label) >= _SHORTEST and label not in _SECOND_LEVEL:
            yield label


def _without_house(names: Names, houses: frozenset[str], phrases: Phrases) -> Names:
    persons = tuple(value for value in names.values if not _is_house(value, houses, phrases))
    if persons:
        return Names(persons, names.why, names.weight)
    return Names(names.values, names.why, min(names.weight, _OF_THE_HOUSE))


def _is_house(value: str, houses: frozenset[str], phrases: Phrases) -> bool:
    low = folded(value)
    long = tuple(house for house in houses if " " in house)  # "The Salt GullNovember 4"
    if low in houses or low.replace(" ", "") in houses:
        return True
    first = _FIRST_WORD.match(low)
    if (first and first[0] in houses) or low.startswith(long):
        return True
    return low not in phrases.agencies and is_outlet(value, phrases)
