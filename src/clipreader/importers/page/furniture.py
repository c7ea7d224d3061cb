"""Which elements hold what the site says of itself: by their kind, their class and their links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from clipreader.importers.page import tags
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, is_formula, name_of, words_of_class
from clipreader.importers.page.vocabulary import (
    FIGURE_WORDS,
    FURNITURE_WORDS,
    NO_WORD_AGAINST_PICTURES,
)

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset({"hidden", "d-none"})
_MOST_PROSE = 0.4
"""Share of a page's prose from which on no name makes an element furniture.

What is hidden is, where as much is left that is shown.
"""

_MOST_OF_A_KIND = 0.2
"""The same for all elements of one kind and class together: every paragraph "paywall", say."""


_FEW = 3
"""Paragraphs that an element of such a kind holds at most."""


def _kind(element: Element) -> tuple[str, str]:
    return name_of(element), element.get("class") or ""


@dataclass
class Furniture:
    """Judges elements, each once.

    ``total`` is the page's prose in code points, ``cards`` are furniture whatever their name.
    """

    regions: Mapping[Element, Region]
    total: int
    cards: frozenset[Element] = frozenset()
    _known: dict[Element, bool] = field(default_factory=dict[Element, bool])
    _kinds: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    _named: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        """Sum up the prose of all elements of one kind and class, and of one word for furniture."""
        for element, region in self.regions.items():
            pure = region.is_all_prose or name_of(element) == "article"
            if region.prose and region.paragraphs <= _FEW and pure:
                self._kinds[_kind(element)] += region.prose
                if name_of(element) == "p":
                    for word in words_of_class(element) & FURNITURE_WORDS:
                        self._named[word] += region.prose

    def holds(self, element: Element, below: Element | None = None) -> bool:
        """Say whether the element or one around it, ``below`` excluded, is furniture.

        An ``<article>`` counts only below ``below``: a teaser or the next article.
        """
        return self._held(element, below, frozenset())

    def holds_picture(self, box: Element, below: Element | None = None) -> bool:
        """Say the same of a picture's box, against which some names say nothing."""
        here = box.getparent() if name_of(box) == "figure" else box
        return self._held(here, below, NO_WORD_AGAINST_PICTURES)

    def _held(self, here: Element | None, below: Element | None, but: frozenset[str]) -> bool:
        article = found = False
        while here is not None and here is not below:
            if self._is(here) and not self._is_excused(here, but):
                article = article or name_of(here) == "article"
                found = found or name_of(here) != "article"
            here = here.getparent()
        return found or (article and here is not None)

    def _is_excused(self, element: Element, but: frozenset[str]) -> bool:
        if but and name_of(element) == "noscript":
            return True  # pictures that a script loads stand there for those who run none
        words = words_of_class(element)
        return bool(words & but) and not words & FURNITURE_WORDS - but

    def _is(self, element: Element) -> bool:
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = element in self.cards or self._is_judged(element)
        return known

    def _is_judged(self, element: Element) -> bool:
        if name_of(element) in ("html", "body"):
            return False
        region = self.regions.get(element)
        held = 0 if region is None else region.prose
        if held > self.total * _MOST_PROSE:  # no name counts
            return held <= self.total * (1 - _MOST_PROSE) and _is_hidden(element)
        return _is_hidden(element) or (not self._is_usual(element) and _is_called_so(element))

    def _is_usual(self, element: Element) -> bool:
        """Say whether much of the prose stands in elements of this kind and class.

        A word that many paragraphs have in their class, "paywall" say, tells nothing of any small
        element: a crosshead has it as well.
        """
        if name_of(element) == "noscript":
            return False
        if self._kinds[_kind(element)] > self.total * _MOST_OF_A_KIND:
            return True
        if not self._named or name_of(element) in tags.FURNITURE:
            return False
        words = words_of_class(element) & FURNITURE_WORDS
        return bool(words) and all(
            self._named[word] > self.total * _MOST_OF_A_KIND for word in words
        )


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or _is_hidden_by_class(element.get("class") or ""):
        return True
    hiding = _HIDING.search((element.get("style") or "")[:500])
    return hiding is not None and not is_formula(element)


def _is_hidden_by_class(told: str) -> bool:
    """Say whether a class alone hides an element on every screen.

    Style sheets in common use (Tailwind, Bootstrap) call it "hidden" and "d-none"; what they show
    again on wide screens says so: "hidden md:block", "d-none d-md-flex".
    """
    if "hidden" not in told and "d-none" not in told:
        return False
    names = told.split()
    if not _HIDDEN_NAMES.intersection(names):
        return False
    return not any(
        ":" in name or name.startswith(("d-", "visible")) for name in names if name != "d-none"
    )


def _is_called_so(element: Element) -> bool:
    name = name_of(element)
    words = words_of_class(element)
    if name in tags.FURNITURE:
        return not (name in ("aside", "button") and words & FIGURE_WORDS)
    return name == "article" or bool(words & FURNITURE_WORDS)
