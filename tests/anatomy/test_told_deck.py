"""Decks that the page's own description or bold print tells."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Article, Candidate, Draft, FieldName, Hint, Line, Part, Role, Span
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, texts

SAID = "The first crossing carried forty-one passengers, a piano and the mayor’s bicycle at night."
KICK = "After years in dock"


def page(*head: Line, told: tuple[str, ...] = (SAID,)) -> Article:
    body = (Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH), Line(THIRD, Hint.PARAGRAPH))
    told_by = tuple(Candidate(FieldName.DECK, each, "the page", 0.5) for each in told)
    lines = (Line(HEADLINE, Hint.TITLE), *head, *body)
    return recognise(Draft(lines, candidates=told_by), article_id="a")


def paragraph(text: str, *, bold: int | None = None) -> Line:
    """A paragraph that is bold from a place on."""
    marks = () if bold is None else (Part(Role.STRONG, Span(bold, len(text))),)
    return Line(text, Hint.PARAGRAPH, marks=marks)


@pytest.mark.parametrize(
    ("head", "deck"),
    [
        ((Line(SAID, Hint.FURNITURE),), SAID),
        ((Line(KICK, Hint.DECK), Line(SAID, Hint.FURNITURE)), SAID),
        ((Line(KICK, Hint.DECK), Line(SAID, Hint.DECK)), SAID),
        ((paragraph(f"Port Selby · {SAID}", bold=13),), f"Port Selby · {SAID}"),
        ((Line("Share", Hint.FURNITURE), Line(f"Share {KICK}", Hint.FURNITURE)), SAID),
    ],
)
def test_a_quoted_line(head: tuple[Line, ...], deck: str) -> None:
    article = page(*head)
    assert article.metadata.deck == deck
    assert texts(article, Role.PARAGRAPH) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("before", ["", "PORT SELBY (AFP) — ", "Port Selby. "])
def test_a_plain_paragraph_is_the_first_one(before: str) -> None:
    first = before + SAID + " It left at twenty past nine, when the ramp came up for the night."
    article = page(paragraph(first), told=(first.removeprefix(before),))
    assert texts(article, Role.PARAGRAPH) == [first, FIRST, SECOND, THIRD]


def test_lines_that_are_quoted_as_one() -> None:
    lines = ("The first crossing carried forty-one.", "A piano was on board.", "And a bicycle.")
    head = [Line(text, Hint.DECK) for text in (KICK, *lines)]
    assert page(*head, told=(" ".join(lines),)).metadata.deck == " ".join(lines)
    assert page(*head).metadata.deck == KICK


def test_a_bold_paragraph_above_the_others() -> None:
    article = page(paragraph(SAID, bold=0), told=())
    assert article.metadata.deck == SAID
    assert texts(article, Role.DECK) == [SAID]
    assert page(paragraph(SAID, bold=60), told=()).metadata.deck is None
    assert page(Line(KICK, Hint.DECK), paragraph(SAID, bold=0), told=()).metadata.deck == KICK


def test_an_article_in_bold_has_no_deck() -> None:
    bold = [paragraph(text, bold=0) for text in (FIRST, SECOND)]
    article = recognise(Draft((Line(HEADLINE, Hint.TITLE), *bold)), article_id="a")
    assert article.metadata.deck is None
