"""Which paragraph of a printed page belongs to which picture.

What is set small right below a picture is its caption, and what runs upwards beside it its credit:
so papers set them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from clipreader.importers.pdf_paragraphs import Paragraph
from clipreader.importers.pdf_pictures import PrintedPicture

_BELOW: Final = 3.2
"""Sizes of a caption's letters from the picture's lower edge to its first base line."""

_BESIDE: Final = 14.0
"""Points from a picture's edge to a credit that runs upwards."""

_SMALLER: Final = 0.96
_LONGEST: Final = 600


def captions(
    parts: Sequence[Paragraph], pages: Sequence[Sequence[PrintedPicture]], body: float
) -> dict[int, tuple[int, int]]:
    """Return for each caption and credit, by its number, the page and number of its picture."""
    found: dict[int, tuple[int, int]] = {}
    for page, pictures in enumerate(pages):
        here = [at for at, part in enumerate(parts) if part.page == page] if pictures else []
        for number, picture in enumerate(pictures):
            below = [at for at in here if _is_caption(parts[at], picture, body)]
            if below:
                nearest = max(below, key=lambda at: parts[at].lines[0].base)
                found.setdefault(nearest, (page, number))
            for at in here:
                if _is_credit(parts[at], picture):
                    found.setdefault(at, (page, number))
    return found


def blocks_below(
    parts: Sequence[Paragraph],
    pages: Sequence[Sequence[PrintedPicture]],
    captioned: Mapping[int, tuple[int, int]],
) -> dict[int, tuple[int, int]]:
    """Return for paragraphs below a picture without a caption its page and number."""
    found: dict[int, tuple[int, int]] = {}
    told = {place for at, place in captioned.items() if not parts[at].turned}
    for page, pictures in enumerate(pages):
        here = [at for at, part in enumerate(parts) if part.page == page] if pictures else []
        for number, picture in enumerate(pictures):
            below = [at for at in here if at not in captioned and _is_below(parts[at], picture)]
            if below and (page, number) not in told:
                nearest = max(below, key=lambda at: parts[at].lines[0].base)
                found.setdefault(nearest, (page, number))
    return found


def _is_below(part: Paragraph, picture: PrintedPicture) -> bool:
    first = part.lines[0]
    beside = first.left < picture.right and picture.left < first.right
    return not part.turned and first.base < picture.bottom and beside


def _is_caption(part: Paragraph, picture: PrintedPicture, body: float) -> bool:
    first = part.lines[0]
    if (
        part.turned
        or part.size > body * _SMALLER
        or sum(len(o.text) for o in part.lines) > _LONGEST
    ):
        return False
    if not -first.size < picture.bottom - first.base < first.size * _BELOW:
        return False
    return first.left < picture.right and picture.left < first.right


def _is_credit(part: Paragraph, picture: PrintedPicture) -> bool:
    first = part.lines[0]
    if not part.turned or not picture.bottom - _BESIDE < first.base < picture.top + _BESIDE:
        return False
    return picture.left - _BESIDE < first.right and first.left < picture.right + _BESIDE
