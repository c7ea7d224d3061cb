"""The file's own mark-up decides where it says something."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import (
    HINT_ROLES,
    Article,
    Candidate,
    Draft,
    FieldName,
    Hint,
    Line,
    Part,
    Role,
    Span,
)
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, block_of

PLAIN = (Hint.NONE, Hint.PARAGRAPH, Hint.BYLINE)


def hinted(*lines: Line, candidates: tuple[Candidate, ...] = ()) -> Article:
    body = (Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))
    return recognise(Draft((*lines, *body), candidates=candidates), article_id="a")


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


@pytest.mark.parametrize(
    ("text", "boxes", "words", "credit"),
    [
        (
            "The crane between the yards (Photo: Noor Lund)",
            ("(", "Photo:", "Noor Lund)"),
            "The crane between the yards",
            "Noor Lund",
        ),
        (
            "The minister: »Nobody asked« Photo: Noor Lund / The Gull",
            ("Photo:", "Noor Lund / The Gull"),
            "The minister: »Nobody asked«",
            "Noor Lund / The Gull",
        ),
        (
            "The crane in May. Photo by Noor Lund /AFP via Getty Images",
            ("Photo by Noor Lund",),
            "The crane in May.",
            "Noor Lund /AFP via Getty Images",
        ),
        ("The crane. File image  Image: Gull", ("Image:",), "The crane. File image", "Gull"),
        (
            "The crane between the yards.Noor Lund/dpa",
            (),
            "The crane between the yards.",
            "Noor Lund/dpa",
        ),
    ],
)
def test_a_marked_credit_is_read_whole(
    text: str, boxes: tuple[str, ...], words: str, credit: str
) -> None:
    starts = [text.index(box) for box in boxes]
    marks = tuple(
        Part(Role.CREDIT, Span(start, start + len(box)))
        for start, box in zip(starts, boxes, strict=True)
    )
    article = hinted(Line(text, Hint.CAPTION, marks=marks))
    caption = article.blocks[0]
    assert article.words_of(caption) == words
    assert article.credit_of(caption) == credit


def test_an_unmarked_credit_behind_a_quotation() -> None:
    article = hinted(Line("The minister: »Nobody asked« Photo: Noor Lund / AP", Hint.CAPTION))
    caption = article.blocks[0]
    assert article.words_of(caption) == "The minister: »Nobody asked«"
    assert article.credit_of(caption) == "Noor Lund / AP"


SHORT = (
    "One of five ferries that the harbour took back into its service in the spring",
    "The crossing, the harbour and the director in the dark for 2013 passengers",
)


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("place", ["above", "between", "behind"])
def test_a_marked_paragraph_is_not_folded_away(text: str, place: str) -> None:
    line = Line(text, Hint.PARAGRAPH)
    body = [Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH)]
    body.insert({"above": 0, "between": 1, "behind": 2}[place], line)
    deck = Line("The first crossing carried forty-one passengers", Hint.DECK)
    article = recognise(Draft((Line(HEADLINE, Hint.TITLE), deck, *body)), article_id="a")
    assert block_of(article, text).role == Role.PARAGRAPH


def test_a_link_alone_behind_the_body_is_the_sites() -> None:
    text = "View the latest offers of the week"
    link = Part(Role.LINK, Span(0, len(text)), target="https://gull.example/offers")
    body = (Line(HEADLINE, Hint.TITLE), Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))
    last = Line(text, Hint.PARAGRAPH, marks=(link,))
    article = recognise(Draft((*body, last)), article_id="a")
    assert block_of(article, text).role == Role.BOILERPLATE


@pytest.mark.parametrize("field", [FieldName.DECK, FieldName.KICKER])
def test_the_data_do_not_make_another_thing_of_the_headline(field: FieldName) -> None:
    article = hinted(
        Line(HEADLINE, Hint.TITLE), candidates=(Candidate(field, HEADLINE, "the page’s data"),)
    )
    assert article.metadata.headline == HEADLINE
    assert article.blocks[0].role == Role.HEADLINE


def test_the_data_do_not_make_a_deck_of_the_first_paragraph() -> None:
    article = hinted(
        Line(HEADLINE, Hint.TITLE),
        candidates=(Candidate(FieldName.DECK, FIRST, "the page’s data"),),
    )
    assert block_of(article, FIRST).role == Role.PARAGRAPH


def test_a_name_in_the_box_of_the_byline_is_no_credit() -> None:
    article = hinted(
        Line(HEADLINE, Hint.TITLE),
        Line("Ana Reyes", Hint.BYLINE),
        Line("Ana Reyes", Hint.FURNITURE),
        Line("Follow", Hint.FURNITURE),
    )
    assert article.blocks[1].role == Role.BYLINE
    assert article.metadata.authors == ("Ana Reyes",)


def test_where_a_page_tells_its_furniture_apart_a_short_paragraph_is_one() -> None:
    lines = (Line(HEADLINE, Hint.TITLE), Line("So much for that", Hint.PARAGRAPH))
    found = [hinted(*lines, Line("Menu", hint)) for hint in (Hint.FURNITURE, Hint.PARAGRAPH)]
    assert [article.blocks[1].role for article in found] == [Role.PARAGRAPH, Role.BOILERPLATE]
