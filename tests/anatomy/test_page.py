"""What is known of a line before anything is named."""

from __future__ import annotations

import pytest

from clipreader.anatomy.page import Page, Verdict, stops
from clipreader.anatomy.phrases import phrases_for
from clipreader.model import Line, Role
from tests.anatomy.drafts import DECK, FIRST, HEADLINE

ENDINGS = {
    "It left.": True,
    "“It left.”": True,
    "It left!)": True,
    "他走了。": True,
    "「そうです」": True,
    "It left": False,
    "It left:": False,
    "“It left”": False,
    "": False,
}


@pytest.mark.parametrize(("text", "expected"), ENDINGS.items())
def test_stops(text: str, expected: bool) -> None:
    assert stops(text) == expected


def page(*texts: str, language: str = "en") -> Page:
    return Page([Line(text) for text in texts], phrases_for(language), language)


def test_prose_is_more_than_a_label() -> None:
    here = page(
        HEADLINE, DECK, FIRST, "Is this a headline that asks whether it is one or not, or both?"
    )
    assert [here.is_prose(at) for at in range(4)] == [False, False, True, False]
    assert here.sentences(2) == 2


def test_a_character_of_chinese_counts_twice() -> None:
    here = page("谷歌DeepMind", language="zh")
    assert here.bulk == [len("谷歌DeepMind") + 2]


def test_a_verdict_closes_a_line() -> None:
    here = page(HEADLINE, FIRST)
    assert here.is_open(0)
    here.settle(0, Verdict(Role.HEADLINE, 0.9, "test", ("why",)))
    assert not here.is_open(0)
    assert here.first(Role.HEADLINE) == 0
    assert here.all((Role.HEADLINE,)) == [0]
    assert here.role(7) is None
    assert not here.is_open(7)
