"""Where the article stands in a page, and which blocks belong to it.

The home of an article is the smallest element that holds nearly all of the page's running prose.
Names (``articleBody``, ``<article>``) are believed where they hold enough of it. Inside the home,
what is furniture by name or hardly more than links is kept apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, all_words, name_of, words_of_class
from clipreader.importers.page.vocabulary import BODY_WORDS, UNSEEN_WORDS
from clipreader.importers.page.walk import Block
from clipreader.model import Hint

_NAMED = 0.4
"""Share of the prose that an element called the body has to hold to be believed."""

_LEAST = 0.1
"""Share of the prose that the article around the headline has to hold to be believed."""

_NEARLY_ALL = 0.85

_LONGEST_ASIDE = 80
"""Code points of what a page says to screen readers alone, at most."""

_OFTEN = 3
_LONG = 15
"""How often a line of how many code points has to stand there to be the site's."""

_MOST = 0.6
"""Share of the words from which on repeated ones are the article."""

_REPEATED = (Hint.PARAGRAPH, Hint.HEADING)


def home_of(
    root: Element, regions: Mapping[Element, Region], headline: Element | None = None
) -> Element:
    """Return the smallest element that holds nearly all of the article's prose.

    ``headline`` is the element of the page's headline, where that is sure: on a page of several
    articles the one around it is meant.
    """
    total = regions[root].prose if root in regions else 0
    if not total:
        return root
    meant = _article_around(headline)
    if meant is not None and total * _LEAST < regions[meant].prose < total * _NEARLY_ALL:
        named = _named(regions, regions[meant].prose, meant)
        return _descended(meant if named is None else named, regions)
    named = _named(regions, total)
    return _descended(named if named is not None else root, regions)


def article_around(home: Element) -> Element:
    """Return the ``<article>`` or ``<main>`` around the home, or the home itself."""
    here: Element | None = home
    while here is not None and not _is_article(here):
        here = here.getparent()
    return home if here is None else here


def _article_around(element: Element | None) -> Element | None:
    while element is not None and name_of(element) != "article":
        element = element.getparent()
    return element


def _named(
    regions: Mapping[Element, Region], total: int, inside: Element | None = None
) -> Element | None:
    """Return what is called the body, or else the article, and holds enough of the prose.

    A body that comes in several pieces of one name is the element around all of them.
    """
    for is_named in (_is_called_body, _is_article):
        found = [
            element
            for element, region in regions.items()
            if region.prose and is_named(element) and (inside is None or _holds(inside, element))
        ]
        best = _fullest(found, regions)
        if best is None:
            continue
        name = best.get("class")
        article = _article_around(best)
        alike = [
            one
            for one in found
            if one.get("class") == name and one.tag == best.tag and _article_around(one) is article
        ]
        if is_named is _is_called_body and name and len(alike) > 1:
            best = _around(best, alike)
        if regions[best].prose >= total * _NAMED:
            return best
    return None


def _holds(outer: Element, inner: Element | None) -> bool:
    while inner is not None and inner is not outer:
        inner = inner.getparent()
    return inner is outer


def _around(best: Element, alike: Sequence[Element]) -> Element:
    """Return the nearest element around all that are alike."""
    here = best
    for one in alike:
        while not _holds(here, one):
            around = here.getparent()
            if around is None:
                return here
            here = around
    return here


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
    blocks: Sequence[Block],
    prose: Sequence[int],
    home: Element,
    furniture: Furniture,
    region: Region,
) -> list[bool]:
    """Say for each block whether it belongs to the body, captions left out of account."""
    kept = [False] * len(blocks)
    for number in range(region.first, region.last + 1):
        block = blocks[number]
        kept[number] = not (
            furniture.holds(block.element, home) or _is_mostly_link(block) or _is_for_the_ear(block)
        )
    _drop_strangers(blocks, kept, prose, home)
    _drop_repeated(blocks, kept)
    _drop_link_lists(blocks, kept)
    _drop_heads_of_nothing(blocks, kept)
    return kept


def _is_for_the_ear(block: Block) -> bool:
    """Say whether a short line is what only a screen reader says: "End of the info box"."""
    if len(block.text) > _LONGEST_ASIDE:
        return False
    return any(
        words_of_class(part) & UNSEEN_WORDS and all_words(part) == block.text
        for part in block.element
        if name_of(part) == "span"
    )


def _drop_strangers(
    blocks: Sequence[Block], kept: list[bool], prose: Sequence[int], home: Element
) -> None:
    """Drop scraps that stand nowhere where the prose stands: dates, counters, names of sections."""
    kin = {_kind_around(block) for n, block in enumerate(blocks) if kept[n] and prose[n]}
    for number, block in enumerate(blocks):
        if kept[number] and kin and not prose[number] and block.hint == Hint.PARAGRAPH:
            kept[number] = block.element.getparent() is home or _kind_around(block) in kin


def _drop_repeated(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Drop what stands there again and again: what a site says in place of each film.

    A heading goes only with the words right below it; what is most of the page stays.
    """
    shown = Counter(b.text for n, b in enumerate(blocks) if kept[n] and b.hint in _REPEATED)
    total = sum(len(text) * count for text, count in shown.items())
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        count = shown[block.text] if kept[number] and block.hint in _REPEATED else 0
        if count < _OFTEN or not _LONG <= len(block.text) < total / count * _MOST:
            continue
        if block.hint == Hint.PARAGRAPH or not any(kept[number + 1 : number + 2]):
            kept[number] = False


def _kind_around(block: Block) -> tuple[str, str, str]:
    around = block.element.getparent()
    if around is None:
        return ("", "", "")
    return name_of(block.element), name_of(around), around.get("class") or ""


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
