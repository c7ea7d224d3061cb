from __future__ import annotations

import pytest

from clipreader.importers.page.home import home_of
from clipreader.importers.page.regions import prose_of, regions_of
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
        f"<div class='article-body' id='home'><div>{P}</div><div>{P * 9}</div></div>",
        f"<div class='article-body'><div id='home'>{P * 9}</div><div>{P}</div></div>",
        f"<div><div><p>{SAID}</p></div><div id='home'>{P * 9}</div></div>",
        f"<div id='home'><div class='part'>{P * 40}</div><hr><div class='part'>{P * 5}</div></div>",
        f"<div><div id='home' class='col'>{P * 40}</div><div class='col'>{P * 4}</div></div>",
        f"<div><div id='home' class='text'>{P * 40}</div><div class='box'>{P * 5}</div></div>",
        f"<div><div id='home'>{P * 40}</div><div>{P * 5}</div></div>",
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
