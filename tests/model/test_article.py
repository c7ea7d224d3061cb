from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.model import Article, FieldName, Metadata, Part, Role, Span
from tests import records

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (5, 4)])
def test_a_span_never_runs_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_a_part_comes_whole_out_of_another_process() -> None:
    values = (
        Role.LINK,
        Span(3, 9),
        0.5,
        ("so",),
        "rule",
        True,
        2,
        "picture-1",
        "https://a.example/",
        7,
    )
    part = Part(*values)
    assert len(values) == len(fields(Part))
    assert pickle.loads(pickle.dumps(part)) == part


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared) == other.overlaps(one)


@given(spans, spans)
def test_what_contains_holds_every_character(one: Span, other: Span) -> None:
    if one.contains(other):
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))


def test_a_quote_is_taken_from_the_text_and_never_beyond_it() -> None:
    article = records.article()
    assert article.quote(article.blocks[0].span) == records.HEADLINE
    with pytest.raises(ValueError, match="leaves the text"):
        article.quote(Span(0, len(article.text) + 1))


def test_a_caption_is_its_words_and_its_credit() -> None:
    article = records.article()
    (caption,) = article.parts(Role.CAPTION)
    assert article.words_of(caption) == records.CAPTION
    assert article.credit_of(caption) == records.CREDIT


def test_a_credit_that_stands_alone_has_no_words() -> None:
    text = "Photo: Harbour Authority"
    block = Part(Role.CAPTION, Span(0, len(text)))
    article = Article("a", text, (block,), (Part(Role.CREDIT, Span(7, len(text))),))
    assert article.words_of(block) is None
    assert article.credit_of(block) == "Harbour Authority"


def test_a_leftover_is_kept_in_the_text_and_left_out_of_the_words() -> None:
    text = "Diario biggerDiario, Harbour Town — The ramp came up."
    block = Part(Role.PARAGRAPH, Span(0, len(text)))
    article = Article("a", text, (block,), (Part(Role.LEFTOVER, Span(0, 13)),))
    assert article.words_of(block) == text[13:]
    assert article.quote(block.span) == text


def test_the_role_inside_a_credit_is_the_credit() -> None:
    article = records.article()
    (caption,) = article.parts(Role.CAPTION)
    assert article.role_at(caption.span.start) == Role.CAPTION
    assert article.role_at(caption.span.end - 1) == Role.CREDIT
    assert article.role_at(0) == Role.HEADLINE


@pytest.mark.parametrize(
    ("confidence", "corrected", "sure", "offered"),
    [
        (0.85, False, True, False),
        (0.84, False, False, True),
        (0.5, False, False, True),
        (0.49, False, False, False),
        (0.1, True, True, False),
    ],
)
def test_what_is_sure_and_what_is_offered(
    confidence: float, corrected: bool, sure: bool, offered: bool
) -> None:
    part = Part(Role.CAPTION, Span(0, 1), confidence, corrected=corrected)
    assert (part.is_sure, part.is_offered) == (sure, offered)


def test_metadata_knows_every_field_and_where_it_comes_from() -> None:
    metadata = Metadata(place="Selby", evidence=((FieldName.PLACE, "the dateline"),))
    assert {name: metadata.value(name) for name in FieldName}[FieldName.PLACE] == "Selby"
    assert metadata.why(FieldName.PLACE) == "the dateline"
    assert metadata.why(FieldName.URL) == ""


def test_an_empty_span_is_a_place_and_not_nothing():
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("was closed", "was closed"),
        ("Diario bigger Diario, Cape", "Diario, Cape"),
        ("Selby\nDiario bigger Diario", "Selby\nDiario"),
        ("morning.\nShare this\nThe line", "morning.\nThe line"),
        ("Share this", "Share this"),
        ("are this\nThe", "The"),
        ("Selby\nDiario big", "Selby"),
    ],
)
def test_what_is_quoted_is_what_is_read(quoted: str, shown: str) -> None:
    article = records.article(
        (
            (Role.HEADLINE, "Ferry Comes to Selby"),
            (Role.PARAGRAPH, "Diario bigger Diario, Cape Selby, in the morning."),
            (Role.BOILERPLATE, "Share this"),
            (Role.PARAGRAPH, "The line was closed."),
        )
    )
    start = article.text.index("Diario bigger")
    leftover = Part(Role.LEFTOVER, Span(start, start + len("Diario bigger")))
    article = replace(article, marks=(leftover,))
    begin = article.text.index(quoted)
    assert article.shown(Span(begin, begin + len(quoted))) == shown


def listed(*items: tuple[str, int | None, int]) -> Article:
    """An article of list items, each with its number and depth."""
    of = records.article([(Role.LIST_ITEM, words) for words, _, _ in items])
    blocks = [
        replace(block, number=number, level=level)
        for block, (_, number, level) in zip(of.blocks, items, strict=True)
    ]
    return replace(of, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("items", "leads"),
    [
        ([("Flour", None, 1), ("Salt", None, 1)], ["•", "•"]),
        ([("Knead", 9, 1), ("Bake", 10, 1)], ["9.", "10."]),
        ([("Knead", 1, 1), ("Ten minutes.", 1, 1), ("Bake", 2, 1)], ["1.", "", "2."]),
        ([("Knead", 1, 1), ("By hand", 1, 2), ("or not", None, 2)], ["1.", "1.", "•"]),
        ([("• Flour", None, 1), ("– Salt", None, 1)], ["", ""]),
        ([("1. Knead", None, 1), ("2) Bake", 2, 1), ("b) Eat", None, 1)], ["", "", ""]),
        ([("3 eggs", None, 1), ("A. Reyes", None, 1)], ["•", "•"]),
    ],
    ids=["bullets", "numbers", "paragraphs", "depths", "own bullets", "own numbers", "no numbers"],
)
def test_what_stands_before_a_list_item(
    items: list[tuple[str, int | None, int]], leads: list[str]
) -> None:
    of = listed(*items)
    assert [of.lead_of(block) for block in of.blocks] == leads


def test_only_list_items_have_something_before_them() -> None:
    of = listed(("Knead", 1, 1))
    assert of.lead_of(replace(of.blocks[0], role=Role.PARAGRAPH)) == ""
    assert of.text == "Knead"
