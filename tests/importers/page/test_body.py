from __future__ import annotations

import pytest

from clipreader.importers.page.body import kept_blocks, stands_beside
from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import Region, prose_of, regions_of
from tests.importers.page.pages import SAID, WORDS, walked

P = f"<p>{WORDS}</p>"
HEADS = ["One", "Two"]


def kept(inside: str) -> list[str]:
    walk = walked(f"<div>{P}{inside}{P}</div>")
    prose = [prose_of(block) for block in walk.blocks]
    regions = regions_of(walk.blocks, prose)
    element = walk.blocks[0].element.getparent()
    assert element is not None
    whole = Region(0, len(walk.blocks) - 1)
    furniture = Furniture(regions, sum(prose))
    found = kept_blocks(walk.blocks, prose, element, furniture, whole, walk.pictures)
    return [b.text for b, keep in zip(walk.blocks, found, strict=True) if keep and b.text != WORDS]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>No.</p>", ["No."]),
        ("<h2>Half a crane</h2>", ["Half a crane"]),
        ("<p><a href='/x'>Read more: the ferry</a></p>", []),
        ("<ul><li><a href='/x'>One</a></li><li><a href='/y'>Two</a></li><li>and</li></ul>", []),
        ("<ul><li>one <a href='/x'>boat</a></li><li>two</li></ul>", ["one boat", "two"]),
        ("<h3>Related</h3><div class='related'><p>x</p></div><h3>Head</h3>", ["Head"]),
        ("<div><div>3 min</div></div>", []),
        ("<h2><a href='#a'>The quay</a></h2>", ["The quay"]),
        ("<h2><a href='/a'>The quay</a></h2>", []),
        (f"<h3><a href='/a'>One</a></h3>{P}" * 3, ["One"] * 3),
        (f"<h3><a href='/a'>One</a></h3>{P}" * 2, []),
        (f"<div><h3><a href='/a'>One</a></h3></div>{P}" * 3, []),
        ("<h3><a href='/a'>One</a></h3><p>No.</p>" * 3, ["No."] * 3),
        ("<div><div><math><mi>a + b</mi></math></div></div>", ["a + b"]),
        ("<h2>One</h2><p><img src='a.png'></p><p><a href='/x'>More</a></p><h2>Two</h2>", HEADS),
        ("<h2>One</h2><a href='/x'><img src='a.png'>More</a><h2>Two</h2>", ["Two"]),
        (
            "<h2>One</h2><a href='/x.jpg'><img src='a.png'></a><a href='/y'>More</a><h2>Two</h2>",
            HEADS,
        ),
        ("<blockquote>Who knows</blockquote>", ["Who knows"]),
        ("<p><span class='sr-only'>End of the box</span></p>", []),
        ("<p><span class='hideCompletely'>More to read </span></p><p>So.</p>", ["So."]),
        ("<p>So <span class='sr-only'>end</span></p>", ["So end"]),
        (f"<p><span class='sr-only'>{SAID}</span></p>", [SAID]),
        ("<dl><dt>Sluice</dt><dd>The gate.</dd></dl>", ["Sluice", "The gate."]),
        ("<dl><div><dt>Race</dt><dd><p>A channel.</p></dd></div></dl>", ["Race", "A channel."]),
        ("<div><dl><dt>Date</dt><dd>Monday</dd></dl></div>", []),
        ("<h3>External content</h3><p>This film cannot be shown.</p>" * 3, []),
        ("<p>This film cannot be shown.</p>" * 2, ["This film cannot be shown."] * 2),
        (
            "".join(f"<h3>What you will need</h3><p>{n} {SAID}</p>" for n in range(3)),
            [text for n in range(3) for text in ("What you will need", f"{n} {SAID}")],
        ),
    ],
)
def test_what_is_kept(inside, expected):
    assert kept(inside) == expected


def test_what_makes_up_most_of_the_words_is_no_refrain():
    meal = "<h3>Half past eight</h3><p>One boiled egg, bread, two tomatoes, tea.</p>"
    markup = f"<div><p>{WORDS}</p>{meal * 12}</div>"
    walk = walked(markup)
    prose = [prose_of(block) for block in walk.blocks]
    regions = regions_of(walk.blocks, prose)
    element = walk.blocks[0].element.getparent()
    assert element is not None
    whole = Region(0, len(walk.blocks) - 1)
    assert all(kept_blocks(walk.blocks, prose, element, Furniture(regions, sum(prose)), whole))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>here</p>", True),
        ("<ul><li>here</li></ul>", True),
        ("<ul><li>a<ol><li>here</li></ol></li></ul>", True),
        ("<div><p>here</p></div>", False),
    ],
)
def test_a_list_stands_beside_the_paragraphs_around_it(inside, expected):
    blocks = walked(f"<div>{inside}{P}</div>").blocks
    here = next(block for block in blocks if block.text == "here")
    assert stands_beside(here, blocks[-1]) is expected
