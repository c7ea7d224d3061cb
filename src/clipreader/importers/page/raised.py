"""Raised and lowered figures, the way back from a footnote and the sign behind a heading.

A figure above the line is another word than the same figure on it: "10<sup>6</sup>" is not 106,
and "the vote<sup>3</sup>" is not a third vote. Unicode has signs for both
(https://www.unicode.org/charts/PDF/U2070.pdf), so that they hold in a quote without mark-up.
Raised letters ("1st") read the same on the line and stay there.
"""

from __future__ import annotations

from typing import Final

from clipreader.importers.page.tree import Element, all_words

LONGEST: Final = 12
"""Code points that are raised together; what is longer is set small, and no figure."""

_FIGURES: Final = "0123456789+−-=()"
_SIGNS: Final = {
    "sup": str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
    "sub": str.maketrans(_FIGURES, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
_BETWEEN: Final = frozenset(", ")
_DIGITS: Final = frozenset("0123456789")
_BACK: Final = frozenset("↩↑⇑⇧↖⤴^¶#§")
_SELECTORS: Final = "\ufe0e\ufe0f"
"""These say only whether the sign before them is drawn in colour (UTS 51)."""


def raised(name: str, element: Element) -> str:
    """Return the figures of a ``sup`` or ``sub`` in their own signs; empty if it holds others."""
    signs = _SIGNS.get(name)
    if signs is None:
        return ""
    words = all_words(element)
    letters = set(words)
    if len(words) > LONGEST or not letters & _DIGITS or letters - set(_FIGURES) - _BETWEEN:
        return ""
    return words.replace(", ", ",").translate(signs)


def leads_back(element: Element) -> bool:
    """Say whether a link is only the arrow from a footnote back to its place in the text.

    Or the sign with which a heading gives its own address.
    """
    if not (element.get("href") or "").startswith("#"):
        return False
    words = all_words(element).strip(_SELECTORS)
    return 0 < len(words) <= 2 and set(words) - set(_SELECTORS) <= _BACK
