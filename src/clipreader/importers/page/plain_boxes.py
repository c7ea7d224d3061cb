"""Boxes of one picture and its words that no class and no element tells: neighbours only.

Pages whose classes are made by a machine set a caption right below its picture, in one box with
it and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clipreader.importers.page import tags
from clipreader.importers.page.credit_cues import is_credit_line
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.walk import Block
from clipreader.model import Hint

_MOST_WORDS = 400
"""Code points that such a box holds at most."""

_FEW = 2
"""Blocks that it holds at most: caption and credit."""

_FEWEST = 4
"""Words that a caption has at least where nothing but its place tells it."""

_WIDE = "\u2e80"
"""The first character of the scripts without blanks."""

_FAR = 8
"""Elements that are climbed from a picture at most."""

_OF_MORE = {"a", "article", "body", "header", "html", "label", "li", "main", "section", "td", "th"}
_NO_BOX = tags.FURNITURE | _OF_MORE
"""Elements that hold more than a picture and its words, or something else."""

_NO_PICTURE = frozenset({"avatar", "author", "autor", "icon", "logo", "badge", "sprite", "profile"})
"""Class words of pictures that need no caption, and of what is around them."""


def plain_box(picture: Element, regions: Mapping[Element, Region]) -> Element | None:
    """Return the nearest element around a picture that holds words, if it is a box of the two."""
    here: Element | None = picture
    for _ in range(_FAR):
        if here is None or words_of_class(here) & _NO_PICTURE:
            return None
        if name_of(here) in _NO_BOX:
            return None
        if here in regions:
            return here if _is_small(here, regions[here]) else None
        here = here.getparent()
    return None


def _is_small(element: Element, region: Region) -> bool:
    if region.characters > _MOST_WORDS or region.last - region.first >= _FEW:
        return False
    if element.find(".//math") is not None:
        return False  # the picture is the formula for old browsers
    return sum(1 for _ in element.iter("img", "amp-img")) == 1


def _is_around_the_picture(block: Block, box: Element) -> bool:
    around = block.element is box and not is_credit_line(block.text)
    return around or block.hint != Hint.PARAGRAPH


def reads_like_a_caption(blocks: Sequence[Block], box: Element) -> bool:
    """Say whether the words in a box are paragraphs beside the picture, and enough for a caption.

    Words around the picture (a sign in a line of a formula), links, headings, labels of buttons
    and addresses to write to are none.
    """
    if any(_is_around_the_picture(block, box) for block in blocks):
        return False
    said = max((block.text for block in blocks), key=len, default="")
    enough = said.count(" ") + 1 >= _FEWEST or (bool(said) and said[0] >= _WIDE)
    return enough and not any(
        block.linked * 2 > len(block.text) or "@" in block.text for block in blocks
    )
