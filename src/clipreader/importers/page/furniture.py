"""Which elements hold what the site says of itself: by their kind, their class and their links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from clipreader.importers.page import tags
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import FIGURE_WORDS, FURNITURE_WORDS

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_PROSE = 0.4
"""Share of a page's prose from which on no name makes an element furniture."""


@dataclass
class Furniture:
    """Judges elements, each once. ``total`` is the page's prose in code points."""

    regions: Mapping[Element, Region]
    total: int
    _known: dict[Element, bool] = field(default_factory=dict[Element, bool])

    def holds(self, element: Element, below: Element | None = None) -> bool:
        """Say whether the element or one around it, ``below`` excluded, is furniture."""
        here: Element | None = element
        while here is not None and here is not below:
            if self._is(here):
                return True
            here = here.getparent()
        return False

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
        if element.get("hidden") is not None or _HIDING.search((element.get("style") or "")[:500]):
            return True
        words = words_of_class(element)
        if name in tags.FURNITURE:
            return not (name in ("aside", "button") and words & FIGURE_WORDS)
        return bool(words & FURNITURE_WORDS)
