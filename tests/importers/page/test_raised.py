from __future__ import annotations

import pytest

from tests.importers.page.pages import blocks

LINES = {
    "a footnote": ('The vote<sup><a href="#n1">3</a></sup> was close.', "The vote³ was close."),
    "a link around": ('The vote<a href="#n1"><sup>12</sup></a> was', "The vote¹² was"),
    "two of them": ("close<sup>1, 2</sup> now", "close¹,² now"),
    "a power": ("10<sup>-6</sup> metres", "10⁻⁶ metres"),
    "a minus sign": ("10<sup>−6</sup> metres", "10⁻⁶ metres"),
    "a formula": ("CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"),
    "cents": ("only 4<sup>99</sup> a kilo", "only 4⁹⁹ a kilo"),
    "an ordinal": ("the 1<sup>st</sup> of May", "the 1st of May"),
    "brackets": ("close<sup>[1]</sup>", "close[1]"),
    "words set high": ("Mill<sup>new</sup>", "Millnew"),
    "a minus alone": ("a<sup>-</sup>b", "a-b"),
    "nothing": ("a<sup></sup>b", "ab"),
    "too long for a figure": ("a<sup>1234567890123</sup>", "a1234567890123"),
    "mark-up inside": ("x<sup><b>2</b></sup> + 1", "x² + 1"),
    "the way back": ('Paper 18. <a href="#r1">↩</a>', "Paper 18."),
    "back with a selector": ('Paper 18. <a href="#r1">↩\ufe0e</a>', "Paper 18."),
    "back by a caret": ('<a href="#r1">^</a> Paper 18.', "Paper 18."),
    "a heading's address": ('The quay<a class="headerlink" href="#quay">¶</a>', "The quay"),
    "the same before it": ('<a href="#quay">#</a> The quay', "The quay"),
    "an arrow to elsewhere": ('Paper <a href="https://a.example/">↑</a>', "Paper ↑"),
    "a word to a place": ('See <a href="#n1">note</a>', "See note"),
}


@pytest.mark.parametrize("name", list(LINES))
def test_figures_keep_their_height_and_arrows_go(name):
    markup, expected = LINES[name]
    assert [block.text for block in blocks(f"<p>{markup}</p>")] == [expected]


def test_what_follows_a_raised_figure_stays_in_the_line_and_its_mark():
    (block,) = blocks("<p>So <em>close<sup>1</sup> it</em> was.</p>")
    assert block.text == "So close¹ it was."
    (mark,) = block.marks
    assert block.text[mark.span.start : mark.span.end] == "close¹ it"
