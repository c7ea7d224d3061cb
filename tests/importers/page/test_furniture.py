from __future__ import annotations

import pytest

from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import prose_of, regions_of
from clipreader.importers.page.tree import Element
from tests.importers.page.pages import SAID, WORDS, walked

BODY = f"<div id='home'><p>{WORDS}</p><p>{WORDS}</p><p>{WORDS}</p>%s</div>"


def judged(markup: str) -> tuple[Furniture, Element]:
    walk = walked(markup)
    prose = [prose_of(block) for block in walk.blocks]
    furniture = Furniture(regions_of(walk.blocks, prose), sum(prose))
    return furniture, next(b.element for b in walk.blocks if b.text.startswith("here"))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>here</p>", False),
        ("<nav><p>here</p></nav>", True),
        ("<div class='share-bar'><p>here</p></div>", True),
        ("<div class='mas-leido'><p>here</p></div>", True),
        ("<div hidden><p>here</p></div>", True),
        ("<div style='color:red; display : none'><p>here</p></div>", True),
        ("<div class='box hidden'><p>here</p></div>", True),
        ("<div class='hidden md:block'><p>here</p></div>", False),
        ("<div class='d-none'><p>here</p></div>", True),
        ("<div class='d-none d-lg-flex'><p>here</p></div>", False),
        ("<div style='display:none'><math><mi>here</mi></math></div>", False),
        ("<div style='display:none'><p>here</p><math><mi>x</mi></math></div>", True),
        ("<div class='hidden-gems'><p>here</p></div>", False),
        ("<noscript><p>here</p></noscript>", True),
        ("<div class='factbox'><p>here</p></div>", True),
        ("<p class='line-clamp-2'>here</p>", True),
        ("<aside><p>here</p></aside>", True),
        ("<aside class='picture'><p>here</p></aside>", False),
        ("<div class='shareholders'><p>here</p></div>", False),
    ],
)
def test_names(inside, expected):
    furniture, element = judged(BODY % inside)
    assert furniture.holds(element) is expected


def test_a_name_says_nothing_against_most_of_the_prose():
    furniture, element = judged(f"<div class='sidebar'><p>{WORDS}</p><p>here {WORDS}</p></div>")
    assert not furniture.holds(element)


@pytest.mark.parametrize(("shown", "expected"), [(2, True), (1, False)])
def test_what_is_hidden_is_furniture_where_as_much_is_shown(shown, expected):
    hidden = f"<div style='visibility: hidden'><p>{WORDS}</p><p>here {WORDS}</p></div>"
    furniture, element = judged(f"{hidden}<div>{f'<p>{WORDS}</p>' * shown}</div>")
    assert furniture.holds(element) is expected


def test_a_card_is_furniture_whatever_it_holds():
    walk = walked(f"<div><p>here {WORDS}</p></div>")
    prose = [prose_of(block) for block in walk.blocks]
    card = walk.blocks[0].element.getparent()
    assert card is not None
    regions = regions_of(walk.blocks, prose)
    assert Furniture(regions, sum(prose), frozenset({card})).holds(walk.blocks[0].element)
    assert not Furniture(regions, sum(prose)).holds(walk.blocks[0].element)


def test_a_name_that_stands_on_most_paragraphs_says_nothing():
    paragraphs = f"<p class='paywall'>{WORDS}</p>" * 8
    furniture, element = judged(f"{paragraphs}<p class='paywall'>here {SAID}</p>")
    assert not furniture.holds(element)


def test_a_crosshead_with_the_name_of_most_paragraphs_is_no_furniture():
    paragraphs = f"<p class='paywall'>{WORDS}</p>" * 8
    furniture, element = judged(f"{paragraphs}<h2 class='big paywall'>here</h2>")
    assert not furniture.holds(element)


def test_teasers_are_furniture_however_many_there_are():
    teasers = f"<div class='teaser'><h3>Head</h3><p>{WORDS}</p></div>" * 6
    markup = f"{BODY % ''}{teasers}<div class='teaser'><h3>Head</h3><p>here {SAID}</p></div>"
    furniture, element = judged(markup)
    assert furniture.holds(element)


def test_the_name_of_most_paragraphs_does_not_excuse_what_is_called_more():
    paragraphs = f"<p class='paywall'>{WORDS}</p>" * 8
    furniture, element = judged(f"{paragraphs}<h2 class='paywall newsletter'>here</h2>")
    assert furniture.holds(element)


def test_a_picture_for_those_who_run_no_scripts_is_no_furniture():
    furniture, element = judged(BODY % "<noscript><div><p>here</p></div></noscript>")
    assert not furniture.holds_picture(element)


def test_an_article_inside_the_home_is_a_teaser():
    furniture, element = judged(BODY % "<article><p>here</p></article>")
    home = element.getparent()
    while home is not None and home.get("id") != "home":
        home = home.getparent()
    assert furniture.holds(element, home)
    assert not furniture.holds(element)


def test_some_names_say_nothing_against_pictures():
    furniture, element = judged(BODY % "<div class='button'><div><p>here</p></div></div>")
    assert furniture.holds(element)
    assert not furniture.holds_picture(element)
