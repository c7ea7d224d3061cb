"""How much text each element of a page holds.

Blocks stand in the order of the page, so that those of one element are a stretch of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipreader.importers.page.tree import Element
from clipreader.importers.page.walk import Block

_SENTENCE_ENDS = (".", "!", "?", "…", "。", "”", "“", '"', "»", "’", ":", ")")
_WIDE = "\u2e80"


@dataclass(slots=True)
class Region:
    """What an element holds: blocks ``first`` to ``last``, their code points, the running prose.

    ``prose`` counts the code points of paragraphs that read like an article's, ``paragraphs`` how
    many those are.
    """

    first: int
    last: int
    characters: int = 0
    prose: int = 0
    paragraphs: int = 0

    @property
    def is_all_prose(self) -> bool:
        """Say whether nothing but prose stands there: no heading, no button."""
        return self.paragraphs == self.last - self.first + 1


def regions_of(blocks: Sequence[Block], prose: Sequence[int]) -> dict[Element, Region]:
    """Return a region for every element that holds words.

    ``prose`` gives for each block how many code points of prose it counts for.
    """
    found: dict[Element, Region] = {}
    depths: dict[Element, int] = {}
    for number, block in enumerate(blocks):
        _open(block.element, number, found, depths)
        region = found[block.element]
        region.last = number
        region.characters += len(block.text)
        region.prose += prose[number]
        region.paragraphs += prose[number] > 0
    for element in sorted(found, key=depths.__getitem__, reverse=True):
        around = element.getparent()
        if around is not None:
            _add(found[around], found[element])
    return found


def _open(
    element: Element | None, number: int, found: dict[Element, Region], depths: dict[Element, int]
) -> None:
    """Make the regions of an element and of those around it, as far as they are not there yet."""
    new: list[Element] = []
    while element is not None and element not in found:
        found[element] = Region(number, number)
        new.append(element)
        element = element.getparent()
    depth = 0 if element is None else depths[element]
    for one in reversed(new):
        depth += 1
        depths[one] = depth


def _add(around: Region, inner: Region) -> None:
    around.last = max(around.last, inner.last)
    around.characters += inner.characters
    around.prose += inner.prose
    around.paragraphs += inner.paragraphs


def prose_of(block: Block) -> int:
    """Return how many code points of running prose a block counts for.

    A paragraph counts if it is long or ends like a sentence, and is not mostly links. A character
    of an unspaced script counts twice, because it says more.
    """
    length = len(block.text)
    if block.hint.value not in ("paragraph", "quote", "list_item") or block.linked * 2.5 > length:
        return 0
    weight = length * 2 if block.text[length // 2] >= _WIDE else length
    if weight >= 140 or (weight >= 50 and block.text.endswith(_SENTENCE_ENDS)):
        return weight
    return 0
