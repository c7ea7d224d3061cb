"""Lists of cards that are no part of the article, however much they say.

Below an article a page tells of others: each a heading that leads there and a few lines. A gallery
in its midst tells of its pictures, "3/12" and what is to be seen, apart from the pictures. Both
are rows of elements alike, at least four, that begin alike; no name is needed to know them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from clipreader.importers.page.tree import Element, words_of_class
from clipreader.importers.page.vocabulary import BODY_WORDS
from clipreader.importers.page.walk import Block
from clipreader.model import Hint

_FEWEST = 4
"""Cards that a list has at least."""

_MOST_PARAGRAPHS = 3
"""Paragraphs of prose that a card has at most."""

_MOST = 0.75
"""Share of the cards that have to be alike: as short, of one site, each of another page."""

_LEFT, _LEFT_SHARE = 500, 0.2
"""Code points of prose, and share of it, that have to be left without the cards."""

_FAR = 8
"""Elements that are climbed from a heading at most."""

_SHORT = 8
_COUNTED = re.compile(r"\d{1,3} ?/ ?(\d{1,3})(?!\d|/)")


def cards_of(blocks: Sequence[Block], prose: Sequence[int]) -> frozenset[Element]:
    """Return the elements that tell of other articles, or of a gallery's pictures.

    None where hardly any prose is left without them, or where the headline stands in one: then
    they are the article.
    """
    told: dict[Element, str] = {}
    counted: dict[Element, str] = {}
    for block in blocks:
        if block.hint == Hint.HEADING and block.linked > len(block.text) * 0.7:
            if address := _address(block.element):
                told[block.element] = address
        elif "/" in block.text[:_SHORT] and (found := _COUNTED.match(block.text)):
            counted[block.element] = found[1]
    lists = [
        *(cards for cards in _lists(told) if _lead_elsewhere(cards.values())),
        *(cards for cards in _lists(counted) if _is_gallery(cards)),
    ]
    if not lists:
        return frozenset()
    inside = _inside({card for cards in lists for card in cards}, blocks, prose)
    found = frozenset(card for cards in lists if _are_short(cards, inside) for card in cards)
    if not found:
        return found
    left = sum(prose) - sum(sum(inside[card]) for card in found if card in inside)
    hardly_any = left < max(_LEFT, sum(prose) * _LEFT_SHARE)
    return frozenset() if hardly_any or _hold_the_headline(found, blocks) else found


def without_cards(
    blocks: Sequence[Block], prose: Sequence[int], cards: frozenset[Element]
) -> list[int]:
    """Return the prose without what stands in the cards."""
    if not cards:
        return list(prose)
    return [
        said if not said or _card_around(block.element, cards) is None else 0
        for block, said in zip(blocks, prose, strict=True)
    ]


def _address(heading: Element) -> str:
    """Return where a heading leads to; nothing if that is a place in this page."""
    links = [*heading.iter("a"), *(one for one in heading.iterancestors("a"))]
    address = links[0].get("href") or "" if links else ""
    return "" if address.startswith("#") else address


def _lists(heads: Mapping[Element, str]) -> Iterator[dict[Element, str]]:
    """Yield rows of elements that hold such a head each: the nearest around it that make a row.

    Heads in a row themselves are the crossheads of a text.
    """
    if len(heads) < _FEWEST:
        return
    rows: dict[Element, dict[Element, str]] = {}
    ways: list[list[Element]] = []
    for head, said in heads.items():
        way = [head]
        for around in head.iterancestors():
            rows.setdefault(around, {}).setdefault(way[-1], said)
            way.append(around)
            if len(way) > _FAR:
                break
        ways.append(way)
    for around in dict.fromkeys(_nearest(way, rows) for way in ways):
        if around is not None:
            yield rows[around]


def _nearest(
    way: Sequence[Element], rows: Mapping[Element, Mapping[Element, str]]
) -> Element | None:
    for inner, around in pairwise(way):
        if len(rows[around]) >= _FEWEST:
            if inner is way[0] or words_of_class(around) & BODY_WORDS:
                return None
            return around
    return None


def _lead_elsewhere(addresses: Iterable[str]) -> bool:
    """Say whether addresses are those of many pages of one site."""
    parts = [_split(address) for address in addresses]
    _, most = Counter(site for site, _ in parts).most_common(1)[0]
    return min(most, len(set(parts))) >= len(parts) * _MOST


def _split(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.netloc, parts.path


def _is_gallery(cards: Mapping[Element, str]) -> bool:
    """Say whether cards are counted out of one number, and stand apart from the pictures."""
    return len(set(cards.values())) == 1 and all(card.find(".//img") is None for card in cards)


def _inside(
    cards: set[Element], blocks: Sequence[Block], prose: Sequence[int]
) -> dict[Element, list[int]]:
    """Return the prose of each card that has some, by paragraph."""
    found: dict[Element, list[int]] = {}
    for block, said in zip(blocks, prose, strict=True):
        card = _card_around(block.element, cards) if said else None
        if card is not None:
            found.setdefault(card, []).append(said)
    return found


def _card_around(
    element: Element | None, cards: set[Element] | frozenset[Element]
) -> Element | None:
    while element is not None and element not in cards:
        element = element.getparent()
    return element


def _are_short(cards: Mapping[Element, str], inside: Mapping[Element, Sequence[int]]) -> bool:
    told = [len(inside[card]) for card in cards if card in inside]
    return len(told) >= _FEWEST and sum(n <= _MOST_PARAGRAPHS for n in told) >= len(told) * _MOST


def _hold_the_headline(cards: frozenset[Element], blocks: Sequence[Block]) -> bool:
    return any(b.hint == Hint.TITLE and _card_around(b.element, cards) is not None for b in blocks)
