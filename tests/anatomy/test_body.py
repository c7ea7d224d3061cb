"""Paragraphs, crossheads and lists, and what the copying left in them."""

from __future__ import annotations

import pytest

from clipreader.model import Role
from tests.anatomy.drafts import FIRST, HEADLINE, PARAGRAPHS, SECOND, THIRD, block_of, read, roles


def leftovers(text: str) -> list[str]:
    article = read(HEADLINE, FIRST, text, SECOND)
    return [article.quote(mark.span) for mark in article.marks if mark.role == Role.LEFTOVER]


def test_short_paragraphs_stay_paragraphs() -> None:
    for text in ("“No,” she said.", "The list is short:", "and then it left", "— Not yet."):
        assert block_of(read(HEADLINE, FIRST, text, SECOND), text).role == Role.PARAGRAPH


def test_bullets_are_list_items() -> None:
    assert roles(read(HEADLINE, FIRST, "• a tin", "• a boat", SECOND)).count("list_item") == 2


@pytest.mark.parametrize(
    "items",
    [
        ("1. A tin of paint", "2. A boat"),
        ("3) a tin", f"4) {SECOND}", "5) a boat"),
        ("a) a tin", "b) a boat"),
        ("(9) a tin", "(10) a boat"),
    ],
)
def test_typed_numbers_that_follow_each_other_make_a_list(items: tuple[str, ...]) -> None:
    found = read(HEADLINE, FIRST, *items, FIRST)
    listed = found.parts(Role.LIST_ITEM)
    assert [found.quote(block.span) for block in listed] == list(items)
    assert [found.lead_of(block) for block in listed] == [""] * len(items)


@pytest.mark.parametrize(
    "others",
    [("1. Berlin", SECOND, "2. Paris"), ("1. Berlin", "1. Paris"), ("12 boats", "13 tins")],
)
def test_numbers_that_do_not_follow_make_no_list(others: tuple[str, ...]) -> None:
    assert not read(HEADLINE, FIRST, *others, SECOND).parts(Role.LIST_ITEM)


def test_a_button_at_the_end_of_a_paragraph_is_a_leftover() -> None:
    start = (
        "The notice went up on the evening on which the town had put the harbour on a list for the"
    )
    assert leftovers(f"{start} continue reading") == ["continue reading"]
    assert leftovers(f"{start} sake of continued reading.") == []


def test_a_dateline_is_marked_in_its_paragraph() -> None:
    article = read(HEADLINE, f"12norte bigger12norte, Havana, 4 July 2024 — {FIRST}", SECOND)
    paragraph = article.parts(Role.PARAGRAPH)[0]
    found = {mark.role: article.quote(mark.span) for mark in article.marks_in(paragraph)}
    assert found == {Role.LEFTOVER: "12norte bigger", Role.DATELINE: "12norte, Havana, 4 July 2024"}
    assert (article.words_of(paragraph) or "").startswith("12norte, Havana")


def test_a_short_line_behind_the_last_paragraph_is_offered_as_the_sites() -> None:
    article = read(HEADLINE, *PARAGRAPHS, "HARBOUR POWER IN NORWAY")
    block = block_of(article, "HARBOUR")
    assert (block.role, block.is_offered) == (Role.BOILERPLATE, True)


def test_a_wires_last_word_takes_no_paragraph_away() -> None:
    article = read(HEADLINE, FIRST, SECOND, "The ferry carried 41 passengers. Enditem")
    assert roles(article)[-1] == "paragraph"


def test_a_translator_in_the_last_brackets() -> None:
    article = read(HEADLINE, FIRST, f"{THIRD} (Translated by Ana Reyes)")
    assert article.metadata.translators == ("Ana Reyes",)
    assert roles(article)[-1] == "paragraph"


def test_in_a_language_without_phrases_the_last_line_stays_to_be_read() -> None:
    """It may be a translator's name or a credit, which nobody can tell there."""
    swahili = (
        "Kivuko cha usiku kimerudi bandarini baada ya miaka kumi na mmoja, na hakuna aliyefikiri "
        "kwamba kingerudi tena. Watu mia mbili walisimama gatini kukitazama kikiondoka gizani."
    )
    article = read("Kivuko cha usiku kimerudi", swahili, swahili, swahili, "Imetafsiriwa na Asha")
    assert roles(article)[-1] == "paragraph"
