from __future__ import annotations

import pytest

from clipreader.importers.page.regions import prose_of, regions_of
from tests.importers.page.pages import SAID, WORDS, blocks, walked


@pytest.mark.parametrize(
    ("markup", "counts"),
    [
        (f"<p>{WORDS}</p>", True),
        (f"<p>{SAID}</p>", True),
        ("<p>Short.</p>", False),
        ("<p>Most read stories of the day and of the whole week</p>", False),
        (f"<p><a href='/x'>{WORDS}</a></p>", False),
        (f"<h2>{WORDS}</h2>", False),
        ("<p>" + "渡し船は九時二十分に出た。" * 6 + "</p>", True),
    ],
)
def test_what_counts_as_prose(markup, counts):
    (block,) = blocks(markup)
    assert (prose_of(block) > 0) is counts


def test_regions_are_stretches_of_blocks():
    walk = walked(f"<nav>n</nav><div><p>{SAID}</p><p>x</p></div><p>y</p>")
    regions = regions_of(walk.blocks, [prose_of(block) for block in walk.blocks])
    div = walk.blocks[1].element.getparent()
    assert div is not None
    region = regions[div]
    assert (region.first, region.last) == (1, 2)
    assert (region.paragraphs, region.prose, region.characters) == (1, len(SAID), len(SAID) + 1)
