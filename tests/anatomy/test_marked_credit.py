"""Credits of lines that the mark-up calls captions."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Draft, Hint, Line, Part, Role, Span
from tests.anatomy.drafts import FIRST, SECOND


def read(text: str, told: str = "") -> tuple[str | None, str | None]:
    """Read a marked caption; ``told`` are its last words that the mark-up calls the credit."""
    at = text.rindex(told)
    marks = (Part(Role.CREDIT, Span(at, at + len(told))),) if told else ()
    body = (Line(FIRST, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))
    article = recognise(Draft((Line(text, Hint.CAPTION, marks=marks), *body)), article_id="a")
    caption = article.blocks[0]
    return article.words_of(caption), article.credit_of(caption)


@pytest.mark.parametrize(
    ("text", "words", "credit"),
    [
        ("夜の船、北桟橋（Ｃ）港通信", "夜の船、北桟橋", "港通信"),
        ("The crane at work (c) Harbour Press", "The crane at work", "Harbour Press"),
        ("부두에서 배가 떠나고 있다. 항구통신", "부두에서 배가 떠나고 있다.", "항구통신"),
        ("부두에서 배가 떠나고 있다. 김하나 기자", "부두에서 배가 떠나고 있다.", "김하나"),
        ("Tàu rời bến cảng. Ảnh: Bảo tàng cung cấp", "Tàu rời bến cảng.", "Bảo tàng cung cấp"),
        ("The crane at work.Noor Lund", "The crane at work.", "Noor Lund"),
        ("Source: the-gull", None, "the-gull"),
        ("La grúa en el puerto EFE/ R.J. Lunar", "La grúa en el puerto", "EFE/ R.J. Lunar"),
        ("The verdict: nobody was on board", "The verdict: nobody was on board", None),
        ("The crane is at work again.", "The crane is at work again.", None),
        ("Photo: it left. Nobody saw it.", "Photo: it left. Nobody saw it.", None),
    ],
)
def test_weak_signs(text: str, words: str | None, credit: str | None) -> None:
    assert read(text) == (words, credit)


def test_brackets_that_say_more_than_the_mark() -> None:
    text = "The crane at work. (HP Photo/Noor Lund) Copyright HP Photo"
    assert read(text, "HP Photo") == ("The crane at work.", "HP Photo/Noor Lund")
    other = "The crane at work. (HP Photo/Noor Lund) Copyright The Gull"
    assert read(other, "The Gull")[1] == "The Gull"
