"""Pictures with their captions and credits, kept together and in place.

From each picture we climb as long as the box around it holds little but words about it. What tells
such a box are ``<figure>``, ``<figcaption>`` and the class names of captions, credits and pictures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clipreader.importers.page import tags
from clipreader.importers.page.caption_words import tidy
from clipreader.importers.page.credit_cues import is_credit_line
from clipreader.importers.page.figure import (
    Figure,
    add_credit_beside,
    set_labels_aside,
    sort_out,
    told_as,
)
from clipreader.importers.page.header import hint_by_name
from clipreader.importers.page.plain_boxes import plain_box, reads_like_a_caption
from clipreader.importers.page.regions import Region
from clipreader.importers.page.signatures import is_authors, is_recording
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import CAPTION_WORDS, CREDIT_WORDS, FIGURE_WORDS
from clipreader.importers.page.walk import Block, Walk
from clipreader.model import Hint

_MOST_WORDS = 1_200
"""Code points that the words around one picture may have together."""

_FAR = 6
"""Elements that we climb from a picture at most."""

_BELOW = 4
"""Blocks below a picture's box that may still be its caption."""

_NO_STEP = frozenset({"picture", "source", "noscript", "a", "span", "button"})
"""Elements around a picture that say little; libxml2 nests each ``<source>`` in the last."""

_FEW = 3
"""Blocks that a box holds at most if only its class says that it is a picture's."""

_PICTURE_BOXES = frozenset(
    {
        "img",
        "image",
        "photo",
        "picture",
        "foto",
        "bild",
        "imagen",
        "immagine",
        "media",
        "contentimage",
        "gallerybox",
    }
)
_SURE_CAPTIONS = CAPTION_WORDS - {"legend", "legenda", "leyenda", "media-text", "image-text"}
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_NOT_CAPTION = frozenset(
    {"noscript", "button", "form", "nav", "select", "option", "textarea", "h1"}
)


def figures_of(walk: Walk, regions: Mapping[Element, Region]) -> tuple[Figure, ...]:
    """Return the figures of a page in order; no block belongs to two of them."""
    figures: list[Figure] = []
    for shown in walk.pictures:
        box = _box(shown.element, regions)
        figures.append(Figure(shown.element, shown.before, box))
    taken: set[int] = set()
    boxes: dict[Element, list[Figure]] = {}
    for figure in figures:
        boxes.setdefault(figure.box, []).append(figure)
    for box, inside in boxes.items():
        _share(box, inside, walk.blocks, regions, taken)
    wordy = _wordy(walk.blocks, taken)
    for figure in wordy:
        sort_out(figure, walk.blocks, regions)
    figures.extend(wordy)
    set_labels_aside(figures, walk.blocks)
    for figure in figures:
        add_credit_beside(figure, walk.blocks, regions, taken)
        for number in (*figure.captions, *figure.credits):
            tidy(walk.blocks[number])
    return tuple(sorted(figures, key=lambda figure: (figure.before, figure.captions)))


def _is_called_caption(element: Element) -> bool:
    return bool(words_of_class(element) & _SURE_CAPTIONS)


def is_caption_element(element: Element) -> bool:
    """Say whether an element is by its kind or class the words under a picture."""
    return name_of(element) == "figcaption" or bool(words_of_class(element) & CAPTION_WORDS)


def _box(picture: Element, regions: Mapping[Element, Region]) -> Element:
    """Return the outermost element that is a box of this picture; the picture itself if none."""
    best = picture
    here = picture.getparent()
    steps = 0.0
    while here is not None and steps < _FAR:
        steps += 0.2 if name_of(here) in _NO_STEP else 1
        if name_of(here) in ("body", "html", "article", "main", "td"):
            break
        if name_of(here) == "li":
            return here if words_of_class(here) & _PICTURE_BOXES else best
        region = regions.get(here)
        if region is not None and region.characters > _MOST_WORDS:
            break
        if region is not None and region.paragraphs > 3:
            break
        if name_of(here) == "figure":
            return here
        if words_of_class(here) & (FIGURE_WORDS | CAPTION_WORDS):
            best = here
        here = here.getparent()
    plain = plain_box(picture, regions) if best is picture else None
    return best if plain is None else plain


def _share(
    box: Element,
    inside: list[Figure],
    blocks: Sequence[Block],
    regions: Mapping[Element, Region],
    taken: set[int],
) -> None:
    """Give the blocks of a box to its pictures: each to the picture above it."""
    region = regions.get(box)
    numbers = range(region.first, region.last + 1) if region else range(0)
    if box is inside[0].element or not numbers or not _is_told(box, numbers, blocks):
        numbers = range(inside[-1].before, min(inside[-1].before + _BELOW, len(blocks)))
        numbers = [n for n in numbers if _told_below(blocks[n].element, box)]
    for number in numbers:
        block = blocks[number]
        if number in taken or _is_no_caption(block, box) or _is_signature(block, box, regions):
            continue
        above = [figure for figure in inside if figure.before <= number]
        figure = above[-1] if above else inside[0]
        credited = told_as(block.element, box, CREDIT_WORDS) and not is_caption_element(
            block.element
        )
        (figure.credits if credited else figure.captions).append(number)
        taken.add(number)
    for figure in inside:
        sort_out(figure, blocks, regions)


def _is_told(box: Element, numbers: Sequence[int], blocks: Sequence[Block]) -> bool:
    if name_of(box) == "figure":
        return True
    if words_of_class(box) & _PICTURE_BOXES and len(numbers) <= _FEW:
        inside = [blocks[n] for n in numbers]
        return not any(b.hint == Hint.HEADING or b.linked * 2 > len(b.text) for b in inside)
    if not words_of_class(box) & FIGURE_WORDS and len(numbers) <= _FEW:
        return reads_like_a_caption([blocks[n] for n in numbers], box)
    return any(
        is_caption_element(blocks[n].element)
        or told_as(blocks[n].element, box, CAPTION_WORDS | CREDIT_WORDS)
        for n in numbers
    )


def _told_below(element: Element, box: Element) -> bool:
    """Say whether an element stands in a caption right beside a picture's box or what holds it."""
    parent = box.getparent()
    around = {parent, parent.getparent() if parent is not None else None}
    here: Element | None = element
    for _ in range(3):
        if here is None or here is box:
            return False
        if here.getparent() in around and is_caption_element(here):
            return True
        here = here.getparent()
    return False


def _is_signature(block: Block, box: Element, regions: Mapping[Element, Region]) -> bool:
    """Say whether a line beside a picture names the author of the article: the picture is his."""
    told = CAPTION_WORDS | CREDIT_WORDS
    if name_of(box) == "figure" or told_as(block.element, box, told):
        return is_authors(block.element)
    return hint_by_name(block, regions) in (Hint.BYLINE, Hint.TIME)


def _is_dated(block: Block) -> bool:
    """Say whether a short line tells a time of day: pages call such lines captions, too."""
    return len(block.text) < 100 and bool(_CLOCK.search(block.text))


def _stands_in_figure(element: Element) -> bool:
    here: Element | None = element
    while here is not None and name_of(here) not in ("figure", "figcaption"):
        here = here.getparent()
    return here is not None


def _is_no_caption(block: Block, box: Element) -> bool:
    if block.hint in (Hint.TABLE, Hint.CODE, Hint.TITLE) or is_recording(block.text):
        return True
    if _is_dated(block) and not _stands_in_figure(block.element):
        return True
    if block.hint == Hint.HEADING and name_of(box) != "figure":
        return True
    here: Element | None = block.element
    while here is not None and here is not box:
        if name_of(here) in _NOT_CAPTION:
            return True
        here = here.getparent()
    linked = block.linked > len(block.text) * 0.8
    return linked and not is_caption_element(block.element) and not is_credit_line(block.text)


def _wordy(blocks: Sequence[Block], taken: set[int]) -> list[Figure]:
    """Return figures whose picture the page does not hold: a figcaption alone."""
    found: list[Figure] = []
    for number, block in enumerate(blocks):
        caption = None if number in taken else _caption_around(block)
        if caption is None:
            continue
        around = caption.getparent()
        box = around if around is not None else caption
        if not found or found[-1].box is not box or number - 1 not in taken:
            found.append(Figure(None, number, box))
        credited = told_as(block.element, caption, CREDIT_WORDS)
        (found[-1].credits if credited else found[-1].captions).append(number)
        taken.add(number)
    return found


def _caption_around(block: Block) -> Element | None:
    """Return the figcaption or the element called a caption in which a block stands."""
    caption = _called_caption(block)
    if caption is None or is_recording(block.text) or is_authors(block.element):
        return None
    return caption


def _called_caption(block: Block) -> Element | None:
    here: Element | None = block.element
    for _ in range(3):
        if here is None or name_of(here) in tags.HEADINGS:
            return None
        if name_of(here) == "figcaption" or (_is_called_caption(here) and _is_short(block)):
            return here
        here = here.getparent()
    return None


def _is_short(block: Block) -> bool:
    short = len(block.text) < _MOST_WORDS / 2 and block.linked * 2 < len(block.text)
    return short and not _is_dated(block)
