"""The full-text index: what it holds, and that it can be made again."""

from __future__ import annotations

import pytest

from clipreader.library import index, indexing, listing, open_library
from clipreader.library.indexed import COLUMNS, as_indexed, indexed_words
from clipreader.model import LibraryUnavailable, Part, Query, Role, Span, Term
from tests import records
from tests.library import stored


def found(library, *words: str) -> int:
    with library.reading() as connection:
        return listing.count(connection, Query(tuple(Term(word) for word in words)))


def test_each_word_stands_in_the_column_of_its_kind():
    words = dict(zip(COLUMNS, indexed_words(records.article()), strict=True))
    assert words["headline"] == records.HEADLINE.lower()
    assert words["captions"].startswith(records.CAPTION.lower())
    assert words["credits"] == records.CREDIT.lower()
    assert "subsidy lapsed" in words["body"]
    assert words["people"].split("\n") == [
        "elena duarte",
        "ana reyes",
        "puerto diario",
        "puerto diario",
        "harbour town",
    ]
    assert "support the diario" in words["rest"]


def test_leftovers_are_not_indexed():
    plain = records.article([(Role.HEADLINE, "Ferry"), (Role.PARAGRAPH, "bigger14 The ramp")])
    mark = Part(Role.LEFTOVER, Span(6, 14))
    left = type(plain)(plain.id, plain.text, plain.blocks, (mark,), plain.metadata)
    body = indexed_words(left)[list(COLUMNS).index("body")]
    assert body.split() == ["the", "ramp"]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("plain ASCII", "plain ascii"),
        ("Ångström", "angstrom"),
        ("東京tower", " 東  京 tower"),
        ("half\ud800", "half\ufffd"),
    ],
)
def test_words_are_held_folded_and_apart(words, held):
    assert as_indexed(words) == held


def test_a_heavier_column_comes_first(library):
    body = records.article([(Role.HEADLINE, "Bread"), (Role.PARAGRAPH, "A ferry left. " * 3)])
    head = records.article([(Role.HEADLINE, "A ferry"), (Role.PARAGRAPH, "Bread " * 30)])
    stored.put(library, head, body)
    with library.reading() as connection:
        hits = listing.hits(connection, Query((Term("ferry"),)), 5)
    assert [hit.article_id for hit in hits] == [head.id, body.id]


def test_can_be_made_again(library, article):
    stored.mark(library, article, records.highlight(article, "a piano", note="zeppelin"))
    with library.writing() as work:
        work.connection.exec_driver_sql("DELETE FROM article_index")
        work.connection.exec_driver_sql("DELETE FROM note_index")
    assert (found(library, "subsidy"), found(library, "zeppelin")) == (0, 0)
    with library.reading() as connection:
        assert list(index.faults(connection)) != []
    with library.writing() as work:
        indexing.index_again(work.connection)
    assert (found(library, "subsidy"), found(library, "zeppelin")) == (1, 1)
    with library.reading() as connection:
        assert list(index.faults(connection)) == []


def test_a_damaged_index_is_made_again_when_a_search_comes_upon_it(library, article):
    assert found(library, "subsidy") == 1
    with library.writing() as work:
        work.connection.exec_driver_sql("DELETE FROM article_index_data WHERE id > 10")
    library.close()
    with open_library(library.folder) as again:
        with pytest.raises(LibraryUnavailable, match="has been made again"):
            found(again, "subsidy")
        assert found(again, "subsidy") == 1
