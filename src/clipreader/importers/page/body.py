"""Where the article stands in a page, and which blocks belong to it.

The home of an article is the smallest element that holds nearly all of the page's running prose.
Names (``articleBody``, ``<article>``) are believed where they hold enough of it. Inside the home,
what is furniture by name or hardly more than links is kept apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import BODY_WORDS
from clipreader.importers.page.walk import Block
from clipreader.model import Hint

_NAMED = 0.4
"""Share of the prose that an element called the body has to hold to be believed."""

_NEARLY_ALL = 0.85


def home_of(root: Element, regions: Mapping[Element, Region]) -> Element:
    """Return the smallest element that holds nearly all of the article's prose."""
    total = regions[root].prose if root in regions else 0
    if not total:
        return root
    named = _named(regions, total)
    return _descended(named if named is not None else root, regions)


def _named(regions: Mapping[Element, Region], total: int) -> Element | None:
    """Return the element that is called the body, or else the article, and holds enough."""
    for is_named in (_is_called_body, _is_article):
        found = [element for element in regions if is_named(element)]
        best = _fullest(found, regions)
        if best is not None and regions[best].prose >= total * _NAMED:
            return best
    return None


def _fullest(found: Sequence[Element], regions: Mapping[Element, Region]) -> Element | None:
    return max(found, key=lambda element: regions[element].prose) if found else None


def _is_called_body(element: Element) -> bool:
    return name_of(element) != "body" and bool(words_of_class(element) & BODY_WORDS)


def _is_article(element: Element) -> bool:
    return name_of(element) in ("article", "main") or element.get("role") in ("main", "article")


def _descended(element: Element, regions: Mapping[Element, Region]) -> Element:
    while True:
        here = regions[element]
        inside = [child for child in element if child in regions]
        best = _fullest(inside, regions)
        if best is None or regions[best].paragraphs < 2:
            return element
        if regions[best].prose < here.prose * _NEARLY_ALL:
            return element
        element = best


def kept_blocks(
    blocks: Sequence[Block], home: Element, furniture: Furniture, region: Region
) -> list[bool]:
    """Say for each block whether it belongs to the body, captions left out of account."""
    kept = [False] * len(blocks)
    for number in range(region.first, region.last + 1):
        block = blocks[number]
        kept[number] = not (furniture.holds(block.element, home) or _is_mostly_link(block))
    _drop_link_lists(blocks, kept)
    _drop_heads_of_nothing(blocks, kept)
    return kept


def _is_mostly_link(block: Block) -> bool:
    if block.hint in (Hint.TABLE, Hint.CODE):
        return False
    return block.linked > len(block.text) * 0.7 and len(block.text) < 250


def _drop_link_lists(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Drop what is left of a list of which most items are links."""
    lists: dict[Element, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.hint == Hint.LIST_ITEM:
            around = block.element.getparent()
            if around is not None:
                lists.setdefault(around, []).append(number)
    for numbers in lists.values():
        if sum(_is_mostly_link(blocks[n]) for n in numbers) * 2 > len(numbers):
            for number in numbers:
                kept[number] = False


def _drop_heads_of_nothing(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Drop a heading below which everything was dropped: "Related", "Most read"."""
    below: int | None = None
    between = False
    for number in range(len(blocks) - 1, -1, -1):
        if not kept[number]:
            between = True
            continue
        block = blocks[number]
        if block.hint != Hint.HEADING:
            below, between = None, False
            below = 9
            continue
        level = block.level or 9
        ends = below is None or (between and below < 9 and level >= below)
        if ends:
            kept[number] = False
            between = True
        else:
            below, between = level, False
