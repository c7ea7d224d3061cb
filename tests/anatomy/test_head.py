"""Bylines and dates in the head of an article, and under its last paragraph."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Article, Draft, Hint, Line, Role
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, block_of, read, roles


def test_a_name_beside_a_date_is_the_author() -> None:
    article = read(HEADLINE, "Noa Villalta", "28 June 2024", FIRST, SECOND)
    assert roles(article)[:3] == ["headline", "byline", "dateline"]
    assert article.metadata.authors == ("Noa Villalta",)


def test_a_place_below_the_name_is_no_author() -> None:
    article = read(HEADLINE, "Elena Duarte", "Cape Selby", "4 July 2024", FIRST, SECOND)
    assert article.metadata.authors == ("Elena Duarte",)


def test_a_name_beside_nothing_is_no_author() -> None:
    article = read(HEADLINE, "Humberto Vane", FIRST, SECOND)
    assert article.metadata.authors == ()


def test_a_cue_with_its_name_on_the_next_line() -> None:
    article = read(HEADLINE, "Article by", "Barry Vane", FIRST, SECOND)
    assert article.metadata.authors == ("Barry Vane",)
    assert roles(article)[1:3] == ["byline", "byline"]


def test_a_date_line_that_ends_in_the_author() -> None:
    german = "Die Bank steht seit Donnerstag im Watt, und niemand weiß, wer sie dort hinstellte. "
    article = read(
        "Die Bank im Watt", "Publiziert am 10. Juli 2013 von jharms", german * 3, german * 2
    )
    assert article.metadata.authors == ("jharms",)
    assert article.metadata.published == "2013-07-10"


def test_a_signature_under_the_last_paragraph() -> None:
    article = read(HEADLINE, FIRST, SECOND, THIRD, "Andrei Vane", "Gazette no. 84, 15.05.2025")
    assert article.metadata.authors == ("Andrei Vane",)


def test_the_authors_name_once_more_is_a_signature() -> None:
    article = read(HEADLINE, "By Andrei Vane", FIRST, SECOND, THIRD, "Andrei Vane")
    assert roles(article)[-1] == "byline"
    assert article.metadata.authors == ("Andrei Vane",)


def test_the_outlet_under_the_names_is_no_author() -> None:
    article = read(HEADLINE, "By Danica Kirk and Jill Law", "Associated Press", FIRST, SECOND)
    assert article.metadata.authors == ("Danica Kirk", "Jill Law")
    assert block_of(article, "Associated Press").role == Role.BYLINE


def test_a_picture_house_alone_is_a_credit() -> None:
    article = read(
        HEADLINE, "By Danica Kirk", "28 June 2024", "ITV, ASSOCIATED PRESS", FIRST, SECOND
    )
    assert article.credit_of(block_of(article, "ITV")) == "ITV, ASSOCIATED PRESS"


def test_a_name_before_its_outlet_and_a_date_is_the_author() -> None:
    article = read(HEADLINE, "Ana Duarte, The Gull, 4 July 2024", FIRST, SECOND)
    found = article.metadata
    assert (found.authors, found.publisher) == (("Ana Duarte",), "The Gull")
    assert found.published == "2024-07-04"
    assert found.place is None


def test_a_place_that_the_body_speaks_of_is_no_author() -> None:
    body = "In Port Selby the night ferry has returned, and the whole town watched it leave. " * 3
    article = read(HEADLINE, "Port Selby, The Gull, 4 July 2024", body, SECOND)
    assert article.metadata.authors == ()
    assert article.metadata.published == "2024-07-04"


def test_a_name_that_may_be_a_place_is_neither() -> None:
    article = read(HEADLINE, "Ana Duarte | 4 July 2024", FIRST, SECOND)
    assert article.metadata.authors == ()
    assert article.metadata.place is None
    assert article.metadata.published == "2024-07-04"


SIGNED = ["27.04.24 | Rosa Lund", "Rosa Lund · 4 July 2024", "04.07.2024 |Rosa Lund"]


def signed(line: str, hint: Hint) -> Article:
    lines = (Line(HEADLINE, Hint.TITLE), Line(line, hint), Line(FIRST, Hint.PARAGRAPH))
    more = f"{SECOND} They come from Monte Quieto."
    return recognise(Draft((*lines, Line(more, Hint.PARAGRAPH))), article_id="a")


@pytest.mark.parametrize("line", SIGNED)
def test_a_name_beside_a_date_and_a_bar_is_the_author_where_the_file_says_so(line: str) -> None:
    article = signed(line, Hint.BYLINE)
    assert article.metadata.authors == ("Rosa Lund",)
    assert article.blocks[1].role == Role.BYLINE


@pytest.mark.parametrize("line", SIGNED)
def test_a_name_beside_a_date_and_a_bar_may_be_a_place(line: str) -> None:
    article = signed(line, Hint.NONE)
    assert article.metadata.authors == ()
    assert article.blocks[1].role == Role.DATELINE


@pytest.mark.parametrize("line", ["4 July 2024 | The Gull", "4 July 2024 | Monte Quieto"])
def test_an_outlet_or_a_place_beside_a_date_and_a_bar_is_no_author(line: str) -> None:
    article = signed(line, Hint.BYLINE)
    assert article.metadata.authors == ()
    assert article.metadata.published == "2024-07-04"


def test_a_marked_name_in_a_script_without_capitals() -> None:
    lines = (Line("夜の船が町に戻る", Hint.TITLE), Line("山田花子", Hint.BYLINE))
    body = Line("十一年ぶりに夜の船が港を出た。" * 8, Hint.PARAGRAPH)
    article = recognise(Draft((*lines, body, body)), article_id="a")
    assert article.metadata.authors == ("山田花子",)


def test_a_papers_name_under_the_names_is_the_publisher() -> None:
    article = read(HEADLINE, "By Elena Duarte", "The Harbour Gazette", FIRST, SECOND)
    assert article.metadata.publisher == "The Harbour Gazette"
    assert article.metadata.authors == ("Elena Duarte",)
    assert article.blocks[2].rule == "paper-below"


def test_who_the_article_is_about_is_not_its_author() -> None:
    about = f"Rosa Lund was on the quay. {FIRST}"
    article = read(HEADLINE, "Rosa Lund", "4 July 2024", about, f"{SECOND} Rosa Lund agrees.")
    assert article.metadata.authors == ()
    assert read(HEADLINE, "Rosa Lund", "4 July 2024", FIRST, about).metadata.authors


def test_a_columns_name_beside_a_sure_byline() -> None:
    lines = (
        Line(HEADLINE, Hint.TITLE),
        Line("Deal Professor", Hint.BYLINE),
        Line("By Rosa Lund, 4 July 2024", Hint.BYLINE),
    )
    body = (Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))
    article = recognise(Draft((*lines, *body)), article_id="a")
    assert article.metadata.authors == ("Rosa Lund",)
