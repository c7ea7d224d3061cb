from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers.page.arrangement import arranged
from clipreader.model import Hint, Line

SIGNS = {
    "f": Hint.FURNITURE,
    "T": Hint.TITLE,
    "K": Hint.KICKER,
    "D": Hint.DECK,
    "B": Hint.BYLINE,
    "t": Hint.TIME,
    "P": Hint.PARAGRAPH,
    "H": Hint.HEADING,
}


def page(signs: str) -> list[Line]:
    """Lines of a page, a letter for each hint; every text is another."""
    return [Line(f"line {number}", SIGNS[sign]) for number, sign in enumerate(signs)]


@pytest.mark.parametrize(
    ("signs", "order"),
    [
        ("ffTPf", [2, 3, 4, 0, 1]),
        ("fKffTBfP", [1, 4, 5, 6, 7, 0, 2, 3]),
        ("TfPf", [0, 1, 2, 3]),
        ("ffPfH", [2, 3, 4, 0, 1]),
        ("PfTP", [0, 2, 3, 1]),
        ("fff", [0, 1, 2]),
        ("", []),
    ],
    ids=["menu", "kicker", "nothing", "no headline", "prose above", "the site alone", "empty"],
)
def test_what_the_site_says_above_goes_below(signs, order):
    lines = page(signs)
    assert [line.text for line in arranged(lines)] == [lines[number].text for number in order]


@given(st.text(st.sampled_from(sorted(SIGNS)), max_size=12))
def test_no_line_is_lost_and_the_article_keeps_its_order(signs):
    lines = page(signs)
    found = arranged(lines)
    assert sorted(line.text for line in found) == sorted(line.text for line in lines)
    own = [line for line in lines if line.hint != Hint.FURNITURE]
    assert [line for line in found if line.hint != Hint.FURNITURE] == own


def test_a_date_and_a_byline_are_said_once():
    when, who = ("4 July 2024 9:33pm", "Ana Reyes")
    said = [
        Line("Night Ferry", Hint.TITLE),
        Line(when, Hint.TIME),
        Line(who, Hint.BYLINE),
        Line("4 july  2024 9:33PM", Hint.TIME),
        Line(who, Hint.BYLINE),
        Line("5 July 2024", Hint.TIME),
        Line("Body.", Hint.PARAGRAPH),
        Line(who, Hint.PARAGRAPH),
        Line("Body.", Hint.PARAGRAPH),
    ]
    assert [line.hint.value for line in arranged(said)] == [
        *("title", "time", "byline", "furniture", "furniture", "time"),
        *("paragraph", "paragraph", "paragraph"),
    ]
