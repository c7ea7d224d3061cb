"""Which blocks inside the home of an article belong to it.

What is furniture by name or hardly more than links is kept apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.pull_quotes import drop_pull_quotes
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, all_words, is_formula, name_of, words_of_class
from clipreader.importers.page.vocabulary import UNSEEN_WORDS
from clipreader.importers.page.walk import Block, Shown
from clipreader.model import Hint

_LONGEST_ASIDE = 80
"""Code points of what a page says to screen readers alone, at most."""

_OFTEN = 3
_LONG = 15
"""How often a line of how many code points has to stand there to be the site's."""

_MOST = 0.5
"""Share of the words from which on repeated ones are the article: a week's menus, say."""

_FEWEST = 3
"""Linked headings in one text that are crossheads."""

_IMAGE_FILE = re.compile(r"^#|\.(?:jpe?g|png|gif|webp|avif)\b", re.IGNORECASE)
_LISTS = frozenset({"li", "ul", "ol"})
_TERMS = frozenset({"dt", "dd"})
_HEADS = (Hint.HEADING, Hint.TITLE)
_REPEATED = (Hint.PARAGRAPH, Hint.HEADING)


def kept_blocks(
    blocks: Sequence[Block],
    prose: Sequence[int],
    home: Element,
    furniture: Furniture,
    region: Region,
    pictures: Sequence[Shown] = (),
) -> list[bool]:
    """Say for each block whether it belongs to the body, captions left out of account."""
    kept = [False] * len(blocks)
    crossheads = _linked_crossheads(blocks, prose, region)
    for number in range(region.first, region.last + 1):
        block = blocks[number]
        kept[number] = not (
            furniture.holds(block.element, home)
            or (_is_mostly_link(block) and number not in crossheads)
            or _is_for_the_ear(block)
        )
    _drop_strangers(blocks, kept, prose, home)
    _drop_repeated(blocks, kept)
    _drop_link_lists(blocks, kept)
    drop_pull_quotes(blocks, kept, prose)
    shown = {
        picture.before
        for picture in pictures
        if region.first < picture.before <= region.last + 1 and _is_shown(picture, home, furniture)
    }
    _drop_heads_of_nothing(blocks, kept, shown)
    return kept


def _linked_crossheads(
    blocks: Sequence[Block], prose: Sequence[int], region: Region
) -> frozenset[int]:
    """Return the headings that are links and yet part a text: what each passage is about.

    Three at least, in one element with the passage below: one alone leads to another article.
    """
    found: dict[Element | None, list[int]] = {}
    for number in range(region.first, region.last):
        block = blocks[number]
        if block.hint == Hint.HEADING and prose[number + 1] and _is_mostly_link(block):
            around = block.element.getparent()
            if around is blocks[number + 1].element.getparent():
                found.setdefault(around, []).append(number)
    return frozenset(n for heads in found.values() if len(heads) >= _FEWEST for n in heads)


def _is_shown(picture: Shown, home: Element, furniture: Furniture) -> bool:
    """Say whether a picture is the article's: neither the site's nor the way to another page."""
    here: Element | None = picture.element
    while here is not None and here is not home:
        if name_of(here) == "a" and not _IMAGE_FILE.search(here.get("href") or "#"):
            return False
        here = here.getparent()
    return here is home and not furniture.holds_picture(picture.element, home)


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
    told = [block for n, block in enumerate(blocks) if kept[n] and prose[n]]
    kin = {_kind_around(block) for block in told}
    around = {block.element.getparent() for block in told}
    for number, block in enumerate(blocks):
        if kept[number] and kin and not prose[number] and block.hint == Hint.PARAGRAPH:
            beside = _list_of_terms(block.element)
            kept[number] = (
                block.element.getparent() is home
                or _kind_around(block) in kin
                or (beside is not None and beside.getparent() in around)
                or is_formula(block.element)
            )


def _list_of_terms(element: Element) -> Element | None:
    """Return the list that a term or what explains it stands in: part of the prose around it."""
    here = element if name_of(element) in _TERMS else element.getparent()
    if here is None or name_of(here) not in _TERMS:
        return None
    while here is not None and name_of(here) != "dl":
        here = here.getparent()
    return here


def _drop_repeated(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Drop what stands there again and again: what a site says in place of each film.

    A heading goes only with the words right below it; what is most of the page stays.
    """
    shown = Counter(b.text for n, b in enumerate(blocks) if kept[n] and b.hint in _REPEATED)
    total = sum(len(text) * count for text, count in shown.items())
    often = {text: len(text) * n for text, n in shown.items() if n >= _OFTEN and len(text) >= _LONG}
    if sum(often.values()) > total * _MOST:
        return
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if not kept[number] or block.hint not in _REPEATED or block.text not in often:
            continue
        if block.hint == Hint.PARAGRAPH or not any(kept[number + 1 : number + 2]):
            kept[number] = False


def stands_beside(block: Block, paragraph: Block) -> bool:
    """Say whether a block stands in the element that a paragraph stands in, be it as a list."""
    around = paragraph.element.getparent()
    here = block.element.getparent()
    while here is not None and name_of(here) in _LISTS:
        here = here.getparent()
    return here is around


def _kind_around(block: Block) -> tuple[str, str, str]:
    around = block.element.getparent()
    if around is None:
        return ("", "", "")
    return name_of(block.element), name_of(around), around.get("class") or ""


def _is_mostly_link(block: Block) -> bool:
    if block.hint in (Hint.TABLE, Hint.CODE):
        return False
    if block.hint in _HEADS and _links_to_itself(block.element):
        return False
    return block.linked > len(block.text) * 0.7 and len(block.text) < 250


def _links_to_itself(heading: Element) -> bool:
    """Say whether a heading's only links are to places in this page: its own, or the contents."""
    links = [link.get("href") or "" for link in heading.iter("a")]
    return bool(links) and all(link.startswith("#") for link in links)


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


def _drop_heads_of_nothing(
    blocks: Sequence[Block], kept: list[bool], pictures: Collection[int]
) -> None:
    """Drop a heading below which everything was dropped: "Related", "Most read".

    ``pictures`` are the numbers of the blocks right below one of the article's pictures.
    """
    below: int | None = None
    between = False
    for number in range(len(blocks) - 1, -1, -1):
        if number + 1 in pictures:
            below, between = 9, False
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
