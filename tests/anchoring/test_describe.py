"""Selectors are unique, and say how sure a place can ever be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anchoring import describe, resolve
from clipreader.model import Anchor, Article, Certainty, Role, Selector, Span
from tests import records

ROLES = (Role.HEADLINE, Role.PARAGRAPH, Role.CAPTION, Role.QUOTE)


def place(article: Article, words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def same_places(article: Article, selector: Selector) -> list[int]:
    whole = selector.prefix + selector.exact + selector.suffix
    starts = (at + len(selector.prefix) for at in range(len(article.text)))
    return [
        start
        for start in starts
        if article.text.startswith(whole, start - len(selector.prefix))
        and article.role_at(start) == selector.role
    ]


def test_a_selector_says_role_words_surroundings_and_place() -> None:
    article = records.article()
    span = place(article, "two thirds")
    made = describe(article, span)
    assert made == Selector(
        Role.PARAGRAPH,
        "two thirds",
        article.text[span.start - 32 : span.start],
        article.text[span.end : span.end + 32],
        span.start,
        span.end,
    )


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (records.CREDIT, Role.CREDIT),
        ("Wednesday evening / Harbour", Role.CAPTION),
        ("bicycle\nThe Santa Marta", Role.DECK),
    ],
)
def test_the_role_is_that_at_the_start(words: str, role: Role) -> None:
    article = records.article()
    assert describe(article, place(article, words)).role == role


def test_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="one character"):
        describe(records.article(), Span(3, 3))


TWIN = "the province has not yet answered the company’s letter about the winter timetable"
TWINS = records.article(
    (
        (Role.HEADLINE, "One letter, two answers"),
        (Role.PARAGRAPH, f"On Monday {TWIN}, the director said before the ferry left."),
        (Role.CAPTION, f"The quay, where {TWIN} / Harbour Authority"),
        (Role.PARAGRAPH, f"On Friday {TWIN}, the director said when the ferry was back."),
    )
)


def test_twins_of_one_role_get_context_beyond_what_they_share() -> None:
    span = place(TWINS, "company’s letter")
    made = describe(TWINS, span)
    shared = len("day the province has not yet answered the ")
    assert len(made.prefix) >= min(span.start, shared + 64)
    assert len(made.suffix) >= len(" about the winter timetable, the director said ") + 64
    assert same_places(TWINS, made) == [span.start]


def test_a_twin_of_another_role_needs_no_more_context() -> None:
    made = describe(TWINS, place(TWINS, "company’s letter", 1))
    assert (made.role, len(made.prefix), len(made.suffix)) == (Role.CAPTION, 32, 32)


def test_near_twins_are_remembered() -> None:
    article = records.article(
        (
            (Role.HEADLINE, "Sailings"),
            (Role.LIST_ITEM, "12 May: the ferry leaves from the north quay at 9.20 in the evening"),
            (Role.LIST_ITEM, "13 May: the ferry leaves from the north quay at 9.40 in the evening"),
        )
    )
    made = describe(article, place(article, "the ferry leaves from the north quay at 9.20"))
    assert 32 < max(len(made.prefix), len(made.suffix)) < 64


@given(
    st.lists(
        st.tuples(st.sampled_from(ROLES), st.text("ab .", min_size=1, max_size=90)), min_size=1
    ),
    st.data(),
)
def test_every_selector_is_unique_and_finds_its_place(
    blocks: list[tuple[Role, str]], data: st.DataObject
) -> None:
    article = records.article(blocks)
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    made = describe(article, Span(start, end))
    assert same_places(article, made) == [start]
    assert resolve(article, made) == Anchor(Span(start, end), Certainty.PLACED)


def test_a_text_that_repeats_itself_for_ever_is_described_in_time() -> None:
    article = records.article(((Role.PARAGRAPH, "a" * 300_000),))
    made = describe(article, Span(150_000, 150_004))
    assert len(made.prefix) <= 131_072
    assert resolve(article, made).span == Span(150_000, 150_004)
