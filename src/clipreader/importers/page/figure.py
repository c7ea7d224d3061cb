"""A picture with the lines about it: which is its caption, which its credit, which neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clipreader.importers.page.credit_cues import is_credit_line, is_name_below
from clipreader.importers.page.plain_boxes import plain_box
from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import CAPTION_WORDS, CREDIT_WORDS
from clipreader.importers.page.walk import Block

_TOLD = 6
"""Letters from which on the end of a line counts as said by it."""

_BESIDE = 4
"""Blocks that a box of a caption and its credit holds at most."""

_OFTEN, _SHORT = 3, 4
"""At how many pictures a line of how many words stands that is no caption."""


@dataclass(slots=True)
class Figure:
    """A picture's element (None where the page has only the words) and the blocks about it.

    ``before`` is the number of the block that follows the picture; ``captions`` and ``credits``
    are numbers of blocks, ``repeats`` those of what is said there once more; ``box`` is the element
    around all of it.
    """

    element: Element | None
    before: int
    box: Element
    captions: list[int] = field(default_factory=list[int])
    credits: list[int] = field(default_factory=list[int])
    repeats: list[int] = field(default_factory=list[int])


def told_as(element: Element, box: Element, words: frozenset[str]) -> bool:
    """Say whether the class of an element or of one around it, up to the box, has such a word."""
    here: Element | None = element
    while here is not None:
        if words_of_class(here) & words:
            return True
        if here is box:
            return False
        here = here.getparent()
    return False


def add_credit_beside(
    figure: Figure,
    blocks: Sequence[Block],
    regions: Mapping[Element, Region],
    taken: set[int],
) -> None:
    """Give a caption without a credit the one that stands in a small box with it."""
    if figure.credits or not figure.captions:
        return
    around = blocks[figure.captions[-1]].element.getparent()
    region = regions.get(around) if around is not None else None
    if region is None or region.last - region.first >= _BESIDE:
        return
    for number in range(region.first, region.last + 1):
        if number not in taken and is_credit_line(blocks[number].text):
            figure.credits.append(number)
            taken.add(number)
            return


def sort_out(figure: Figure, blocks: Sequence[Block], regions: Mapping[Element, Region]) -> None:
    """Put credits that only their words tell to the credits, and what is said twice aside."""
    figure.repeats.extend(_said_twice(sorted((*figure.captions, *figure.credits)), blocks))
    captions = [n for n in figure.captions if n not in figure.repeats]
    captions = _without_labels(figure, captions, blocks)
    names = [n for n in captions if is_credit_line(blocks[n].text)]
    if not names and not figure.credits and len(captions) == 2 and _is_plain(figure, regions):
        caption, name = (blocks[n].text for n in captions)
        names = captions[1:] if is_name_below(caption, name) else []
    figure.captions = [n for n in captions if n not in names]
    figure.credits = [n for n in (*figure.credits, *names) if n not in figure.repeats]


def _without_labels(figure: Figure, captions: list[int], blocks: Sequence[Block]) -> list[int]:
    """Set aside what stands beside the figcaption: a player's title, a button.

    A short name below it is the credit.
    """
    inside = [n for n in captions if _in_figcaption(blocks[n].element)]
    words = [n for n in inside if not is_credit_line(blocks[n].text)]
    if not words:
        return captions
    beside = [n for n in captions if n not in inside and not _is_told(blocks[n], figure.box)]
    below = [
        n for n in beside if n > words[-1] and is_name_below(blocks[words[-1]].text, blocks[n].text)
    ]
    figure.credits.extend(below[:1])
    figure.repeats.extend(n for n in beside if n not in below[:1])
    return [n for n in captions if n not in beside]


def _is_told(block: Block, box: Element) -> bool:
    """Say whether its class or its first word says that a line is about the picture."""
    return is_credit_line(block.text) or told_as(block.element, box, CAPTION_WORDS | CREDIT_WORDS)


def _said_twice(numbers: Sequence[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the lines that another says as well: the same before it, or a longer one's end."""
    told = {n: "".join(filter(str.isalnum, blocks[n].text)) for n in numbers}
    for number, said in told.items():
        for other, more in told.items():
            longer = len(more) > len(said) >= _TOLD and more.endswith(said)
            if longer or (other < number and more == said):
                yield number
                break


def set_labels_aside(figures: Sequence[Figure], blocks: Sequence[Block]) -> None:
    """Take a few words that stand at several pictures for a button's: "View 3 images"."""
    said = Counter(blocks[n].text for figure in figures for n in figure.captions)
    for figure in figures:
        labels = [n for n in figure.captions if _is_label(blocks[n], figure.box, said)]
        figure.captions = [n for n in figure.captions if n not in labels]
        figure.repeats.extend(labels)


def _is_label(block: Block, box: Element, said: Counter[str]) -> bool:
    if said[block.text] < _OFTEN or len(block.text.split()) > _SHORT:
        return False
    told = CAPTION_WORDS | CREDIT_WORDS
    return not told_as(block.element, box, told) and not _in_figcaption(block.element)


def _in_figcaption(element: Element) -> bool:
    return any(name_of(one) == "figcaption" for one in (element, *element.iterancestors()))


def _is_plain(figure: Figure, regions: Mapping[Element, Region]) -> bool:
    return figure.element is not None and plain_box(figure.element, regions) is figure.box
