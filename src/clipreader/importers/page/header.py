"""What stands around the headline: kicker, deck, byline, date; by class names and by place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from clipreader.importers.page import tags
from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import Region
from clipreader.importers.page.signatures import is_moment, is_signature
from clipreader.importers.page.tree import Element, all_words, name_of, words_of_class
from clipreader.importers.page.vocabulary import (
    BYLINE_WORDS,
    DECK_WORDS,
    FURNITURE_WORDS,
    KICKER_WORDS,
    TIME_WORDS,
)
from clipreader.importers.page.walk import Block
from clipreader.model import Hint
from clipreader.text.normal import fold_name

_HINTS: tuple[tuple[Hint, frozenset[str], int], ...] = (
    (Hint.TIME, TIME_WORDS, 120),
    (Hint.KICKER, KICKER_WORDS, 100),
    (Hint.DECK, DECK_WORDS, 700),
    (Hint.BYLINE, BYLINE_WORDS, 200),
)
"""A hint, the class words that give it, and the most code points that such a line has."""

_HEADS = (Hint.TITLE, Hint.HEADING)
_NEAR = 4
"""Blocks below a headline among which it may be said again."""

_LONG = 12
"""Code points from which on a headline is told by being part of a title."""

_SURELY = 24
"""Code points from which on a title that a heading holds tells the headline."""

_WIDE = "\u2e80"
"""The first character of the scripts without blanks."""

_FAR = 3
"""Elements that a name is looked for, from the block upwards."""

_MOST_PARTS = 40
"""Elements inside a block among which a name is looked for."""


def sure_headline(blocks: Sequence[Block], titles: Collection[str]) -> Element | None:
    """Return the element of the one top heading that says what the page calls itself."""
    wanted = {fold_name(title) for title in titles if title}
    found = [
        block.element
        for block in blocks
        if block.hint == Hint.TITLE and fold_name(block.text) in wanted
    ]
    return found[0] if len(found) == 1 else None


def headline_of(
    blocks: Sequence[Block], titles: Collection[str], first: int, furniture: Furniture
) -> int | None:
    """Return the number of the headline's block, or None.

    Where the page says it in a row of links first and below as a heading again, the heading is
    meant. ``titles`` are what the page calls itself, ``first`` is the number of the body's first
    block.
    """
    found = _first_headline(blocks, titles, first, furniture)
    if found is None:
        return None
    said = fold_name(blocks[found].text)
    wanted = {said, *(fold_name(title) for title in titles if title)}
    for number in range(found + 1, min(found + 1 + _NEAR, len(blocks), first)):
        block = blocks[number]
        if block.hint in _HEADS and fold_name(block.text) in wanted:
            return number
    return found


def repeats_headline(block: Block, headline: Block) -> bool:
    """Say whether a heading below the headline says it once more, with some words around it.

    Letters count alone: a kicker with a colon in one may stand on a line of its own in the other.
    """
    said = _letters(headline.text)
    return block.hint in _HEADS and len(said) > _LONG and said in _letters(block.text)


def _letters(text: str) -> str:
    return "".join(character for character in fold_name(text) if character.isalnum())


def _first_headline(
    blocks: Sequence[Block], titles: Collection[str], first: int, furniture: Furniture
) -> int | None:
    tops = [n for n, block in enumerate(blocks) if block.hint == Hint.TITLE]
    wanted = {fold_name(title) for title in titles if title}
    for number in tops:
        if fold_name(blocks[number].text) in wanted:
            return number
    for number in tops:
        said = fold_name(blocks[number].text)
        if len(said) > _LONG and any(said in title or title in said for title in wanted):
            return number
    heads = [n for n, block in enumerate(blocks) if block.hint == Hint.HEADING and n <= first]
    for number in heads:
        if fold_name(blocks[number].text) in wanted:
            return number
    for number in heads:
        said = fold_name(blocks[number].text)
        if any(len(title) > _SURELY and title in said for title in wanted):
            return number  # "Premiere on the Coast – Night Ferry Returns to Harbour Town"
    near = [n for n in tops if n <= first and not furniture.holds(blocks[n].element)]
    return near[-1] if near else (tops[0] if len(tops) == 1 else None)


def hint_by_name(block: Block, regions: Mapping[Element, Region]) -> Hint | None:
    """Return what the class of a block, of what is around it or of its words says that it is."""
    if block.hint in (Hint.TABLE, Hint.CODE, Hint.TITLE):
        return None
    return _hint_around(block, regions) or _hint_inside(block)


def _hint_around(block: Block, regions: Mapping[Element, Region]) -> Hint | None:
    here: Element | None = block.element
    for _ in range(_FAR):
        if here is None or name_of(here) in ("body", "article", "main"):
            return None
        words = words_of_class(here)
        held = regions[here].characters if here in regions else 0
        for hint, names, most in _HINTS:
            if hint == Hint.BYLINE and words & FURNITURE_WORDS:
                continue  # a button to follow the author
            if words & names and held <= most and _fits(hint, block.text):
                return _refined(hint, block)
        here = here.getparent()
    return None


def _hint_inside(block: Block) -> Hint | None:
    """Return what the class of words inside a line says, if they are most of the line."""
    for part in islice(block.element.iterdescendants(), _MOST_PARTS):
        words = words_of_class(part) if name_of(part) in tags.INLINE else frozenset[str]()
        for hint, names, most in _HINTS:
            if words & names and _is_most_of(block.text, all_words(part), most):
                return _refined(hint, block) if _fits(hint, block.text) else None
    return None


def _is_most_of(line: str, told: str, most: int) -> bool:
    return len(told) <= most and (line in told or (told in line and len(told) * 2 > len(line)))


def _fits(hint: Hint, text: str) -> bool:
    """Say whether the words can be what the name says: no date is without figures."""
    if hint == Hint.TIME:
        return any(character.isdigit() for character in text)
    return hint != Hint.BYLINE or any(character.isalpha() for character in text)


def _refined(hint: Hint, block: Block) -> Hint:
    """A date inside a byline's box is a date."""
    dated = any(character.isdigit() for character in block.text)
    if hint == Hint.BYLINE and dated and _is_time(block.element):
        return Hint.TIME
    return hint


def _is_time(element: Element) -> bool:
    time = element.find(".//time")
    if time is None:
        return False
    return len(all_words(time)) * 2 > len(all_words(element))


def folded_decks(said: Iterable[str]) -> frozenset[str]:
    """Return what the page's data call its description, in the form for comparing."""
    return frozenset(fold_name(words) for words in said)


def hint_by_place(
    block: Block,
    number: int,
    headline: int,
    decks: Collection[str],
    regions: Mapping[Element, Region],
) -> Hint | None:
    """Return what a block between headline and body is by its place and words."""
    held = regions[block.element].characters if block.element in regions else 0
    if held < 200 and len(block.text) < 120 and _is_time(block.element):
        return Hint.TIME
    if is_moment(block.text):
        return Hint.TIME
    if is_signature(block.text):
        return Hint.BYLINE
    said = fold_name(block.text)
    if said in decks:
        return Hint.DECK
    is_line = " " in block.text or block.text >= _WIDE  # one word is a label: "Contents"
    if number == headline + 1 and block.hint == Hint.HEADING and block.level == 2 and is_line:
        return Hint.DECK
    return None
