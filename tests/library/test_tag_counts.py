"""A tag's count is the number of articles that the list then shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.library import listing, open_library, shelving
from clipreader.library.articles import number_of
from clipreader.library.folding import folded_name
from clipreader.library.tag_counts import tag_counts
from clipreader.model import Colour, NameCount, Query
from tests import records
from tests.library import stored

WORDS = ("a piano", "Santa Marta", "the mayor")


@pytest.fixture
def two(library):
    """Two articles without any highlight."""
    made = records.article(article_id="first"), replace(records.article(), id="second")
    stored.put(library, *made)
    return library, made


def mark(library, article, *tags_of_each, colour=Colour.BLUE):
    stored.mark(
        library,
        article,
        *(
            records.highlight(article, words, colour=colour, tags=list(tags))
            for words, tags in zip(WORDS, tags_of_each, strict=False)
        ),
    )


def counted(library):
    with library.reading() as connection:
        return tag_counts(connection)


def test_an_article_counts_once_for_a_tag_and_for_what_stands_above_it(two):
    library, (first, second) = two
    mark(library, first, ["Law/war", "law/sea"], ["law/war"], ["sea"])
    mark(library, second, ["law/war/old"], colour=Colour.PINK)
    assert counted(library) == (
        NameCount("law", 2),
        NameCount("law/sea", 1, Colour.BLUE),
        NameCount("Law/war", 2, Colour.BLUE),
        NameCount("law/war/old", 1, Colour.PINK),
        NameCount("sea", 1, Colour.BLUE),
    )


def test_the_trash_is_not_counted(two):
    library, (first, second) = two
    mark(library, first, ["law/war"])
    mark(library, second, ["law"])
    with library.writing("Trash") as work:
        shelving.throw_away(work, [number_of(work.connection, "first")])
    assert counted(library) == (NameCount("law", 1, Colour.BLUE),)


TAGS = st.lists(
    st.lists(
        st.sampled_from(["a", "á/b", "a/b/c", "A", "b", "ab", "a b/c", "b/a", "ab/c", "á"]),
        max_size=3,
        unique_by=folded_name,
    ),
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(TAGS, TAGS)
def test_every_count_is_what_the_list_shows(tmp_path_factory, first_tags, second_tags):
    with open_library(tmp_path_factory.mktemp("tags") / "library") as library:
        first, second = records.article(article_id="1"), replace(records.article(), id="2")
        stored.put(library, first, second)
        mark(library, first, *first_tags)
        mark(library, second, *second_tags)
        with library.reading() as connection:
            for tag in tag_counts(connection):
                assert listing.count(connection, Query(tags=(tag.name,))) == tag.count
