"""Hold what every article promises, whatever lines come in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.anatomy import recognise
from clipreader.model import Article, Draft, Hint, Line, Role

WORDS = st.sampled_from(
    [
        *("By Elena Duarte", "Photo: Rosa Lund/AFP", "The ferry left / Harbour Authority"),
        *("© A. Vane", "Translated by Ana Reyes", "Translated from the Spanish by"),
        *("HARBOUR TOWN — The boat left.", "Puerto Diario bigger", "28 June 2024", "Read more"),
        *("(Foto: )", "[1/5]", "/ | / |", ". . .", "Editor’s note: none", "———", "Von: ", "§"),
        *("SUPPORT OUR WORKThe paper", "İstanbul / İ", "译者：林", "(Translated by Ana Reyes)"),
        "The night ferry came back after eleven years, and nobody knew why it had been away.",
    ]
)
TEXTS = st.one_of(WORDS, st.text(max_size=120), st.lists(WORDS, max_size=4).map(" ".join))
LINES = st.builds(
    Line,
    text=TEXTS,
    hint=st.sampled_from(Hint) | st.just(Hint.NONE),
    level=st.none() | st.integers(1, 6),
    blank_before=st.booleans(),
)


def read(*lines: str, spaced: bool = True) -> Article:
    """Recognise a pasted text, one paragraph a line."""
    return recognise(
        Draft(tuple(Line(text, blank_before=spaced and at > 0) for at, text in enumerate(lines))),
        article_id="a",
    )


def roles(article: Article) -> list[str]:
    return [block.role.value for block in article.blocks]


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=30))
def test_blocks_tile_whatever_text(lines: list[Line]) -> None:
    article = recognise(Draft(tuple(lines)), article_id="a")
    begin = 0
    for block in article.blocks:
        assert block.span.start == begin
        assert len(block.span) > 0
        assert 0 <= block.confidence <= 1
        assert block.reasons and block.rule
        if block.role not in (Role.TABLE, Role.CODE):
            assert "\n" not in article.quote(block.span)
        begin = block.span.end + 1
    assert begin == (len(article.text) + 1 if article.blocks else 0)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=30))
def test_nothing_is_lost(lines: list[Line]) -> None:
    article = recognise(Draft(tuple(lines)), article_id="a")
    came = "".join("".join(line.text.split()) for line in lines)
    assert "".join(article.text.split()) == came


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=30))
def test_marks_lie_sorted_inside_blocks(lines: list[Line]) -> None:
    article = recognise(Draft(tuple(lines)), article_id="a")
    starts = [mark.span.start for mark in article.marks]
    assert starts == sorted(starts)
    for mark in article.marks:
        assert len(mark.span) > 0
        assert any(block.span.contains(mark.span) for block in article.blocks)
    for caption in article.parts(Role.CAPTION):
        assert {mark.role for mark in article.marks_in(caption)} & {Role.CAPTION, Role.CREDIT}


@settings(deadline=None, max_examples=100)
@given(st.lists(LINES, max_size=30))
def test_names_are_words_of_the_text(lines: list[Line]) -> None:
    article = recognise(Draft(tuple(lines)), article_id="a")
    for name in (*article.metadata.translators, *article.metadata.authors):
        assert name in article.text


LARGE = {
    "lines of one letter": tuple(Line("a") for _ in range(300_000)),
    "one line of ten megabytes": (Line("word " * 2_000_000),),
    "one line of ten megabytes without a blank": (Line("x" * 10_000_000),),
    "many captions": tuple(
        Line("The boat left / Rosa Lund", blank_before=True) for _ in range(50_000)
    ),
    "many paragraphs": tuple(Line("The boat left at nine. " * 12) for _ in range(20_000)),
    "many bars": (Line(" / ".join(["Anna"] * 500_000)),),
    "many short bars": tuple(Line(" / ".join(["Anna"] * 100)) for _ in range(3_000)),
}


@pytest.mark.parametrize("name", LARGE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    started = time.process_time()
    article = recognise(Draft(LARGE[name]), article_id="a")
    assert time.process_time() - started < 10
    assert article.blocks[-1].span.end == len(article.text)


def test_an_empty_draft_is_an_empty_article() -> None:
    article = recognise(
        Draft((Line(""), Line("  "))), article_id="a", source_hash="f", link="https://a.example/"
    )
    assert (article.text, article.blocks, article.source_hash) == ("", (), "f")
    assert article.metadata.url == "https://a.example/"
