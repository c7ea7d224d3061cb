"""Places of searched words in a text, and the snippets around them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.library.passages import holds, snippets_of, spans_of
from clipreader.model import Role, Term
from tests import records

FERRY = "The ferry left; ferries and FÉRRY-boats stayed. Ferry men waved."


def places(text: str, *terms: Term) -> list[str]:
    return [text[span.start : span.end] for span in spans_of(text, terms)]


@pytest.mark.parametrize(
    ("text", "terms", "words"),
    [
        (FERRY, [Term("ferry")], ["ferry", "FÉRRY", "Ferry"]),
        (FERRY, [Term("ferr", prefix=True)], ["ferry", "ferries", "FÉRRY", "Ferry"]),
        (FERRY, [Term("ferry men", phrase=True)], ["Ferry men"]),
        (FERRY, [Term("ferry"), Term("ferry men", phrase=True)], ["ferry", "FÉRRY", "Ferry men"]),
        (FERRY, [Term("ferry boats")], ["FÉRRY-boats"]),
        (FERRY, [Term("ferry", excluded=True)], []),
        (FERRY, [Term("—")], []),
        ("Jose\u0301 y Jos\u00e9", [Term("jose")], ["Jose\u0301", "José"]),
        ("snake_case case", [Term("case")], ["case", "case"]),
        ("東京の港、東 京", [Term("東京")], ["東京", "東 京"]),
        ("한국 한", [Term("한")], ["한"]),
        ("a.b a+b (a", [Term("a")], ["a", "a", "a"]),
        ("x" * 5000 + " y", [Term("x", prefix=True)], ["x" * 5000]),
    ],
)
def test_places_are_exact(text, terms, words):
    assert places(text, *terms) == words


def test_places_are_no_more_than_asked():
    assert len(spans_of("a " * 9000, [Term("a")])) == 2000
    assert len(spans_of("a " * 90, [Term("a")], at_most=7)) == 7


@given(st.text("aáb .東1", max_size=80), st.text("ab東1", min_size=1, max_size=3))
def test_places_stand_in_order_and_apart(text, word):
    spans = spans_of(text, [Term(word), Term(word[:1], prefix=True)])
    for one, next_one in itertools.pairwise(spans):
        assert one.end <= next_one.start
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_an_excluded_term_is_held_all_the_same():
    assert holds(FERRY, Term("ferries", excluded=True))
    assert not holds(FERRY, Term("tug", excluded=True))


def test_a_snippet_stays_in_its_block_and_says_where_the_words_are():
    article = records.article()
    (snippet,) = snippets_of(article, [Term("subsidy")])
    block = article.block_at(article.text.index("subsidy"))
    assert block is not None
    assert snippet.text in article.text[block.span.start : block.span.end]
    assert [snippet.text[span.start : span.end] for span in snippet.spans] == ["subsidy"]
    assert len(snippet.text) <= 160
    assert not snippet.text.startswith(" ")


def test_each_snippet_shows_other_words():
    article = records.article()
    snippets = snippets_of(article, [Term("the")], at_most=3)
    assert len(snippets) == len({snippet.text for snippet in snippets}) == 3
    for snippet in snippets:
        assert {snippet.text[s.start : s.end].lower() for s in snippet.spans} == {"the"}


def test_a_text_with_markers_cannot_lie():
    article = records.article([(Role.PARAGRAPH, "<b>ferry</b> \x02tug\x03 [[ferry]]")])
    (snippet,) = snippets_of(article, [Term("ferry")])
    assert snippet.text == "<b>ferry</b> \x02tug\x03 [[ferry]]"
    assert [span.start for span in snippet.spans] == [3, 21]


def test_a_long_block_is_cut_between_words():
    words = " ".join(f"word{n}" for n in range(400))
    article = records.article([(Role.PARAGRAPH, words)])
    snippets = snippets_of(article, [Term("word50"), Term("word51"), Term("word300")])
    assert [len(snippet.spans) for snippet in snippets] == [2, 1]
    for snippet in snippets:
        assert set(snippet.text.split()) <= set(words.split())


def test_a_block_without_spaces_is_cut_anywhere():
    article = records.article([(Role.PARAGRAPH, "東京" * 900)])
    snippet = snippets_of(article, [Term("京東京")])[0]
    assert len(snippet.text) <= 160


def test_a_table_is_shown_in_one_line():
    article = records.article([(Role.TABLE, "one\tferry\ntwo\ttug")])
    (snippet,) = snippets_of(article, [Term("tug")])
    assert snippet.text == "one\tferry two\ttug"
