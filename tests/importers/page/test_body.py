from __future__ import annotations

import pytest

from clipreader.importers.page.body import home_of, kept_blocks
from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import Region, prose_of, regions_of
from clipreader.importers.page.tree import Element
from tests.importers.page.pages import SAID, WORDS, walked

P = f"<p>{WORDS}</p>"


def home(markup: str, headline: str | None = None) -> Element:
    walk = walked(f"<html><body>{markup}</body></html>")
    prose = [prose_of(block) for block in walk.blocks]
    regions = regions_of(walk.blocks, prose)
    element = next((b.element for b in walk.blocks if b.text == headline), None)
    root = walk.blocks[0].element.getroottree().getroot()
    return home_of(root, regions, element)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p>x</p></div><div id='home'>{P * 3}</div><p>{SAID}</p>",
        f"<div>{P}<div id='home' itemprop='articleBody'>{P * 3}</div>{P}</div>",
        f"<article>{P}<div class='entry-content' id='home'>{P * 2}</div></article>",
        f"<main id='home'><section>{P * 2}</section><section>{P * 2}</section></main>{P}",
        f"<article><div id='home'><div class='story-text'>{P * 2}</div>{P}<div class='story-text'>"
        f"{P * 2}</div></div></article>",
    ],
)
def test_home(markup):
    assert home(markup).get("id") == "home"


def test_of_several_articles_the_one_below_the_headline_is_meant():
    other = f"<article><h2>Other</h2>{P * 6}</article>"
    page = f"{other}<article id='home'><h1>Mine</h1>{P * 3}</article>{other}"
    assert home(page, "Mine").get("id") == "home"


def test_a_page_without_prose_is_its_own_home():
    assert home("<p>Short.</p>").tag == "html"


def kept(inside: str) -> list[str]:
    walk = walked(f"<div>{P}{inside}{P}</div>")
    prose = [prose_of(block) for block in walk.blocks]
    regions = regions_of(walk.blocks, prose)
    element = walk.blocks[0].element.getparent()
    assert element is not None
    whole = Region(0, len(walk.blocks) - 1)
    found = kept_blocks(walk.blocks, prose, element, Furniture(regions, sum(prose)), whole)
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
        ("<blockquote>Who knows</blockquote>", ["Who knows"]),
        ("<p><span class='sr-only'>End of the box</span></p>", []),
        ("<p><span class='hideCompletely'>More to read </span></p><p>So.</p>", ["So."]),
        ("<p>So <span class='sr-only'>end</span></p>", ["So end"]),
        (f"<p><span class='sr-only'>{SAID}</span></p>", [SAID]),
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
