"""Links to other articles and boxes of the site among the paragraphs."""

from __future__ import annotations

import pytest

from clipreader.model import Role
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, block_of, read, roles

LINK = "Two shipyards want the same crane and neither will say why"


def test_a_line_between_two_lines_of_the_sites_own() -> None:
    article = read(HEADLINE, FIRST, SECOND, "WATCH | The night ferry", LINK, "2 days ago", THIRD)
    assert roles(article)[3:6] == ["boilerplate"] * 3
    assert block_of(article, LINK).reasons == ("stands between two lines of the site’s own",)


def test_the_length_of_a_recording_below_a_line_of_the_sites_own() -> None:
    article = read(HEADLINE, FIRST, SECOND, "2 days ago", "Duration 1:30", THIRD)
    assert roles(article)[3:5] == ["boilerplate"] * 2


def test_a_time_beside_nothing_of_the_site_stays() -> None:
    article = read(HEADLINE, FIRST, SECOND, "Monday 9:20", THIRD)
    assert roles(article)[3] != "boilerplate"


def test_the_lines_under_a_heading_with_a_colon() -> None:
    article = read(HEADLINE, FIRST, SECOND, "More on the ferry:", LINK, "The piano travels", THIRD)
    assert roles(article)[3:] == ["boilerplate"] * 3 + ["paragraph"]


def test_a_headline_right_above_a_crosshead() -> None:
    article = read(HEADLINE, FIRST, SECOND, LINK[:50], "The night watch", THIRD)
    assert roles(article)[3:5] == ["boilerplate", "crosshead"]
    assert not block_of(article, LINK[:50]).is_sure


def test_one_crosshead_is_none() -> None:
    article = read(HEADLINE, FIRST, SECOND, "What the new contract of the ferry says", THIRD)
    assert roles(article)[3] == "crosshead"


@pytest.mark.parametrize("line", ["View all (4)", "Comments (12)", "Read more [3]"])
def test_a_button_with_a_count(line: str) -> None:
    article = read(HEADLINE, FIRST, SECOND, THIRD, line)
    assert article.blocks[-1].role == Role.BOILERPLATE
    assert article.blocks[-1].rule == "furniture"


def test_a_second_line_under_the_deck_above_the_byline() -> None:
    deck = "The first crossing carried a piano and the mayor’s bicycle to the other shore."
    second = "The line had been closed for eleven years before it returned"
    article = read(HEADLINE, deck, second, "By Elena Duarte", FIRST, SECOND)
    assert roles(article)[:4] == ["headline", "deck", "deck", "byline"]
    assert article.metadata.deck == deck


def test_a_crosshead_near_a_credit_whose_pictures_have_no_words() -> None:
    article = read(
        HEADLINE,
        FIRST,
        "Credits: Supplied Image",
        SECOND,
        "Credits: Supplied Image",
        "Where the money for the fuel comes from",
        THIRD,
    )
    assert roles(article)[-2] == "crosshead"
