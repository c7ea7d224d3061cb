"""What looks like the name of a paper, a station or an agency, and not of a person or a place."""

from __future__ import annotations

import re

from clipreader.anatomy.names import is_name
from clipreader.anatomy.phrases import Phrases, folded, shared

_SITE = re.compile(r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|info|news|[a-z]{2})")
_SHORT = 3
"""Capitals up to this length are a station's ("CBC", "TPN"); longer ones may be a place."""


def is_outlet(name: str, phrases: Phrases) -> bool:
    """Say whether a name tells of itself that it is a medium's.

    By an agency's name ("AFP"), a word that papers are called by ("Puerto Diario", "The Daily
    Length"), a figure in it ("12norte"), or its address ("la-vigie.org").
    """
    low = folded(name)
    return (
        low in phrases.agencies
        or any(word.strip(".,'()") in phrases.outlets for word in low.split())
        or any(character.isdigit() for character in name)
        or bool(_SITE.fullmatch(low))
    )


def is_station(name: str) -> bool:
    """Say whether a name is a few capitals that are no country's: "CBC", "TPN"."""
    is_short = 2 <= len(name) <= _SHORT and name.isalpha() and name.isupper()
    return is_short and folded(name) not in shared("names", "no_stations")


def is_house(name: str) -> bool:
    """Say whether a name may be a medium's; it may begin with an article ("The Saltmarsh")."""
    return is_name(without_article(name), least=1, most=5)


def without_article(name: str) -> str:
    """Return a name without the article that it begins with."""
    first, _, rest = name.partition(" ")
    return rest if rest and folded(first) in shared("names", "articles") else name


def has_article(name: str) -> bool:
    """Say whether a name begins with an article: "La Vereda", "The Gull"."""
    return without_article(name) != name
