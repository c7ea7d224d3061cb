from __future__ import annotations

import pytest

from tests.importers.page.pages import WORDS
from tests.importers.page.test_figures import figures

CAPTION = "The ferry leaves the north quay"


def box(words: str, picture: str = "<div><img src='a.jpg'></div>") -> str:
    return f"<div class='x1'><div class='x2'>{picture}{words}</div></div>"


def test_a_caption_that_only_its_place_tells():
    assert figures(box(f"<div>{CAPTION}</div>")) == [("a.jpg", [CAPTION], [])]


def test_a_name_below_it_is_the_credit():
    markup = box(f"<div><p>{CAPTION}</p><p>Harbour Press</p></div>")
    assert figures(markup) == [("a.jpg", [CAPTION], ["Harbour Press"])]


@pytest.mark.parametrize(
    "markup",
    [
        box(f"<div><a href='/x'>{CAPTION}</a></div>"),
        box(f"<h3>{CAPTION}</h3>"),
        box("<div>Share</div>"),
        box("<div>Do write to us at post@gull.example</div>"),
        box(f"<p>{CAPTION}</p><p>One more</p><p>And another</p>"),
        box(f"<p>{WORDS}{WORDS}{WORDS}</p>"),
        box(f"<p>{CAPTION}</p>", "<img src='a.jpg'><img src='b.jpg'>"),
        box(f"<p>{CAPTION}</p>", "<img class='avatar' src='a.jpg'>"),
        f"<p>{CAPTION} <img src='sum.png'> and back</p>",
        box("<div><math><mi>a</mi><mo>+</mo><mi>b</mi><mo>=</mo><mi>c + d + e</mi></math></div>"),
        f"<a href='/x'><div><img src='a.jpg'><p>{CAPTION}</p></div></a>",
        f"<form><img src='a.jpg'><p>{CAPTION}</p></form>",
    ],
    ids=[
        *("a link", "a heading", "a label", "an address", "three lines", "prose", "two pictures"),
        *("an avatar", "a sign in a line", "a formula", "a teaser", "a form"),
    ],
)
def test_what_is_no_box_of_one_picture_and_its_words(markup):
    assert not any(captions or credits_ for _, captions, credits_ in figures(markup))
