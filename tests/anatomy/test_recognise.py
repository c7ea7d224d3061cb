"""Hold what every article promises, whatever lines come in."""

from __future__ import annotations

import time
from collections.abc import Callable

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


LARGE: dict[str, Callable[[int], tuple[Line, ...]]] = {
    "lines of one letter": lambda n: tuple(Line("a") for _ in range(20 * n)),
    "one line of words": lambda n: (Line("word " * (200 * n)),),
    "one line without a blank": lambda n: (Line("x" * (1_000 * n)),),
    "many captions": lambda n: tuple(
        Line("The boat left / Rosa Lund", blank_before=True) for _ in range(10 * n)
    ),
    "many paragraphs": lambda n: tuple(Line("The boat left at nine. " * 12) for _ in range(5 * n)),
    "many bars": lambda n: (Line(" / ".join(["Anna"] * (100 * n))),),
    "many short bars": lambda n: tuple(Line(" / ".join(["Anna"] * 20)) for _ in range(n)),
}
"""Shapes that cost a careless rule its square, each in a size."""


@pytest.mark.parametrize("shape", LARGE)
def test_work_grows_with_the_text_and_no_faster(shape: str) -> None:
    """Eight times the text takes about eight times as long in the same run; a square takes 64."""
    drafts = [Draft(LARGE[shape](size)) for size in (200, 1_600)]
    small, large = (min(seconds(draft) for _ in range(3)) for draft in drafts)
    assert large < 30 * small + 0.05


def seconds(draft: Draft) -> float:
    started = time.process_time()
    article = recognise(draft, article_id="a")
    taken = time.process_time() - started
    assert article.blocks[-1].span.end == len(article.text)
    return taken


def test_an_empty_draft_is_an_empty_article() -> None:
    article = recognise(
        Draft((Line(""), Line("  "))), article_id="a", source_hash="f", link="https://a.example/"
    )
    assert (article.text, article.blocks, article.source_hash) == ("", (), "f")
    assert article.metadata.url == "https://a.example/"


def test_a_list_item_keeps_the_number_that_the_file_gives_it() -> None:
    lines = (
        Line("Knead the dough.", Hint.LIST_ITEM, 1, number=3),
        Line("Flour", Hint.LIST_ITEM, 1),
    )
    found = recognise(Draft(lines), article_id="a")
    assert [block.number for block in found.blocks] == [3, None]
