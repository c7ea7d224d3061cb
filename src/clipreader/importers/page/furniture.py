"""Which elements hold what the site says of itself: by their kind, their class and their links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from clipreader.importers.page import tags
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import FIGURE_WORDS, FURNITURE_WORDS

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_PROSE = 0.4
"""Share of a page's prose from which on no name makes an element furniture."""

_MOST_OF_A_KIND = 0.2
"""The same for all elements of one kind and class together: every paragraph "paywall", say."""


_FEW = 3
"""Paragraphs that an element of such a kind holds at most."""


def _kind(element: Element) -> tuple[str, str]:
    return name_of(element), element.get("class") or ""


@dataclass
class Furniture:
    """Judges elements, each once. ``total`` is the page's prose in code points."""

    regions: Mapping[Element, Region]
    total: int
    _known: dict[Element, bool] = field(default_factory=dict[Element, bool])
    _kinds: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def __post_init__(self) -> None:
        """Sum up the prose of all elements of one kind and class."""
        for element, region in self.regions.items():
            if region.prose and region.paragraphs <= _FEW:
                self._kinds[_kind(element)] += region.prose

    def holds(self, element: Element, below: Element | None = None) -> bool:
        """Say whether the element or one around it, ``below`` excluded, is furniture.

        An ``<article>`` counts only below ``below``: a teaser or the next article.
        """
        here: Element | None = element
        articles = False
        found = False
        while here is not None and here is not below:
            if name_of(here) == "article":
                articles = articles or self._is(here)
            elif self._is(here):
                found = True
            here = here.getparent()
        return found or (articles and here is not None)

    def _is(self, element: Element) -> bool:
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = self._judged(element)
        return known

    def _judged(self, element: Element) -> bool:
        name = name_of(element)
        if name in ("html", "body"):
            return False
        region = self.regions.get(element)
        if region is not None and region.prose > self.total * _MOST_PROSE:
            return False
        if self._kinds[_kind(element)] > self.total * _MOST_OF_A_KIND:
            return False
        if element.get("hidden") is not None or _HIDING.search((element.get("style") or "")[:500]):
            return True
        words = words_of_class(element)
        if name == "article":
            return True
        if name in tags.FURNITURE:
            return not (name in ("aside", "button") and words & FIGURE_WORDS)
        return bool(words & FURNITURE_WORDS)
