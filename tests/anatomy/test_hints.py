"""The file's own mark-up decides where it says something."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import HINT_ROLES, Article, Draft, Hint, Line, Part, Role, Span
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, block_of

PLAIN = (Hint.NONE, Hint.PARAGRAPH, Hint.BYLINE)


def hinted(*lines: Line) -> Article:
    return recognise(
        Draft((*lines, Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))), article_id="a"
    )


@pytest.mark.parametrize("hint", [hint for hint in Hint if hint not in PLAIN])
def test_a_hint_speaks_for_its_role(hint: Hint) -> None:
    article = hinted(Line("Some words of the file", hint, level=3))
    block = article.blocks[0]
    assert block.role == HINT_ROLES[hint]
    assert block.is_sure
    assert block.level == (None if block.role == Role.CAPTION else 3)


def test_a_marked_credit_leaves_the_words() -> None:
    text = "The crane between the yards (Noor Lund / The Gull)"
    mark = Part(Role.CREDIT, Span(28, len(text)))
    article = hinted(Line(text, Hint.CAPTION, marks=(mark,), image="picture-1"))
    caption = article.blocks[0]
    assert article.words_of(caption) == "The crane between the yards"
    assert article.credit_of(caption) == "Noor Lund / The Gull"
    assert caption.image == "picture-1"


def test_a_caption_without_a_mark_is_searched_for_its_credit() -> None:
    article = hinted(Line("The crane between the yards / Noor Lund", Hint.CAPTION))
    assert article.credit_of(article.blocks[0]) == "Noor Lund"


def test_a_translator_in_the_box_of_the_byline() -> None:
    article = hinted(
        Line(HEADLINE, Hint.TITLE),
        Line("By Corin Lund", Hint.BYLINE),
        Line("Translated by Ana Reyes", Hint.BYLINE),
    )
    assert article.metadata.translators == ("Ana Reyes",)
    assert article.metadata.authors == ("Corin Lund",)


def test_a_smaller_heading_below_the_headline_is_the_deck() -> None:
    deck = "Castelvento finds its forty musicians again"
    article = hinted(Line(HEADLINE, Hint.TITLE, 1), Line(deck, Hint.HEADING, 3))
    assert block_of(article, deck).role == Role.DECK


def test_marks_of_the_file_are_kept() -> None:
    link = Part(Role.LINK, Span(0, 2), target="https://gull.example/")
    article = recognise(Draft((Line(FIRST, Hint.PARAGRAPH, marks=(link,)),)), article_id="a")
    assert [mark.target for mark in article.marks if mark.role == Role.LINK] == [link.target]
