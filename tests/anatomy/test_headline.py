"""Headline, kicker and deck, and where the body begins."""

from __future__ import annotations

import pytest

from clipreader.model import Role
from tests.anatomy.drafts import DECK, FIRST, HEADLINE, SECOND, THIRD, read, roles, texts

BODY = (FIRST, SECOND)
LONG_DECK = (
    "Eleven years after the last crossing the boat is back. Nobody can say who counted the years."
)

HEADS = {
    "headline alone": ([HEADLINE], ["headline"]),
    "with a deck": ([HEADLINE, DECK], ["headline", "deck"]),
    "with a kicker": (["COASTS", HEADLINE, DECK], ["kicker", "headline", "deck"]),
    "with a long kicker": (
        ["War in the Middle East", HEADLINE, DECK, "By Elena Duarte"],
        ["kicker", "headline", "deck", "byline"],
    ),
    "a deck with full stops above a byline": (
        [HEADLINE, LONG_DECK, "By Elena Duarte", "28 June 2024"],
        ["headline", "deck", "byline", "dateline"],
    ),
    "a deck with full stops above a translator": (
        [HEADLINE, LONG_DECK, "Translated by Ana Reyes"],
        ["headline", "deck", "translator"],
    ),
    "a translator above all": (
        ["Translated by Ana Reyes", HEADLINE],
        ["translator", "headline"],
    ),
    "the date above the headline": (
        [
            "World",
            "14.05.2025, 20:28",
            "A Light Throning",
            "How the guests amused themselves between two meetings",
        ],
        ["kicker", "dateline", "headline", "deck"],
    ),
    "a path and a button": (
        ["Home > News > Coasts", HEADLINE, "Share", "By Elena Duarte"],
        ["boilerplate", "headline", "boilerplate", "byline"],
    ),
    "a caption above the headline": (
        ["The ferry at the quay, 11 May 2026 (Photo: Rosa Lund/AFP)", HEADLINE, "By Elena Duarte"],
        ["caption", "headline", "byline"],
    ),
    "name and post": (
        [HEADLINE, "Noa Villalta", "Reporter"],
        ["headline", "byline", "byline"],
    ),
    "a caption between byline and body": (
        [
            HEADLINE,
            DECK,
            "By Elena Duarte",
            "The choir on the deck of the Two Sisters an hour before rain",
        ],
        ["headline", "deck", "byline", "caption"],
    ),
    "a short headline and a short deck": (
        ["Night ferry returns", "The first crossing", "Written by Elena Duarte"],
        ["headline", "deck", "byline"],
    ),
    "the headline once more": (
        [HEADLINE, f"{HEADLINE} / Juan Lund", "Posted on August 31, 2014"],
        ["headline", "byline", "dateline"],
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_head(name: str) -> None:
    lines, expected = HEADS[name]
    article = read(*lines, *BODY)
    assert roles(article) == [*expected, "paragraph", "paragraph"]
    assert texts(article, Role.PARAGRAPH) == list(BODY)


def test_the_first_paragraph_is_no_deck() -> None:
    assert roles(read(HEADLINE, FIRST, SECOND, THIRD))[1:] == ["paragraph"] * 3


def test_a_text_that_begins_with_its_dateline_has_no_headline() -> None:
    article = read(f"MINSK, 17 August (BelTA) – {FIRST}", SECOND)
    assert article.metadata.headline is None
    assert roles(article) == ["paragraph", "paragraph"]


def test_an_article_of_short_sentences_keeps_its_body() -> None:
    article = read(
        "Ferry cancelled", "The night ferry has been cancelled.", "It will not come back."
    )
    assert roles(article) == ["headline", "paragraph", "paragraph"]


def test_short_paragraphs_above_the_first_long_one_are_body() -> None:
    short = ("14:32 The ferry has been cancelled, they say.", "14:20 Trees are on the road.")
    article = read("Storm hits the coast: live updates", *short, FIRST, SECOND)
    assert texts(article, Role.PARAGRAPH) == [*short, FIRST, SECOND]


def test_one_paragraph_above_its_translator_is_body() -> None:
    article = read(HEADLINE, FIRST, "Translated by Ana Reyes")
    assert roles(article) == ["headline", "paragraph", "translator"]


def test_a_headline_alone_is_a_headline() -> None:
    assert roles(read(HEADLINE)) == ["headline"]
