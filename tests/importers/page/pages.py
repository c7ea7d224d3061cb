"""Small pages for the tests of the steps that read them."""

from __future__ import annotations

from clipreader.importers.page.tree import Element, parse
from clipreader.importers.page.walk import Block, Walk

SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."
WORDS = f"{SAID} {SAID}"


def tree(markup: str) -> Element:
    root = parse(markup)
    assert root is not None
    return root


def first(markup: str, name: str) -> Element:
    """The first element of a name."""
    return next(tree(markup).iter(name))


def walked(markup: str, base: str = "") -> Walk:
    walk = Walk(base)
    walk.through(tree(markup))
    return walk


def blocks(markup: str) -> list[Block]:
    return walked(markup).blocks
