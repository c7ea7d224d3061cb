"""The direction of words: which side they begin at, and how to keep it among other words."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtGui import QTextBlockFormat

_BEGIN_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_BACKWARDS = frozenset({"R", "AL"})
_STRONG = _BACKWARDS | {"L"}


def runs_backwards(words: str) -> bool:
    """Say whether words run from right to left, as their first letter that has a direction does.

    This is rule P2 of the Unicode bidirectional algorithm, which Qt follows for its blocks.
    """
    kinds = (bidirectional(letter) for letter in words)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _BACKWARDS


def isolated(words: str) -> str:
    """Return words that do not turn the numbers and signs around them.

    Only words that hold letters from right to left need the two signs that do this.
    """
    if not any(bidirectional(letter) in _BACKWARDS for letter in words):
        return words
    return f"{_BEGIN_ISOLATE}{words}{_END_ISOLATE}"


def mirror(spacing: QTextBlockFormat) -> None:
    """Let the space at the left of a block stand at its right instead."""
    spacing.setRightMargin(spacing.leftMargin())
    spacing.setLeftMargin(0)
