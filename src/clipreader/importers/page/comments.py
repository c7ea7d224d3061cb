"""What readers say below an article is not the article, however long it is."""

from __future__ import annotations

from collections.abc import Sequence

from clipreader.importers.page.tree import Element
from clipreader.importers.page.vocabulary import COMMENT_NAMES
from clipreader.importers.page.walk import Block
from clipreader.model import Hint

_LEFT = 250
"""Code points of prose that have to be left without the comments."""


def without_comments(blocks: Sequence[Block], prose: Sequence[int]) -> list[int]:
    """Return the prose without what stands in an element called the readers' comments.

    They can be longer than the article. Where hardly anything else is left, or where they are
    around the headline, the name is the site's manner of speaking and all stays.
    """
    known: dict[Element, bool] = {}
    left = list(prose)
    for number, block in enumerate(blocks):
        if block.hint == Hint.TITLE and _is_comment(block.element, known):
            return list(prose)
        if left[number] and _is_comment(block.element, known):
            left[number] = 0
    return left if sum(left) >= _LEFT else list(prose)


def _is_comment(element: Element, known: dict[Element, bool]) -> bool:
    """Say whether an element or one around it is called the comments; ``known`` saves the way."""
    way: list[Element] = []
    here: Element | None = element
    while here is not None and here not in known:
        way.append(here)
        here = here.getparent()
    found = known[here] if here is not None else False
    for one in reversed(way):
        told = f"{one.get('class') or ''} {one.get('id') or ''}".lower().split()
        found = found or not COMMENT_NAMES.isdisjoint(told)
        known[one] = found
    return found
