"""Records as rows and back: the identity, for any record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.library import rows
from clipreader.model import (
    Anchor,
    Certainty,
    Colour,
    Highlight,
    Metadata,
    Part,
    Role,
    Selector,
    Span,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda at: Span(at[0], sum(at)))
parts = st.builds(
    Part,
    role=st.sampled_from(Role),
    span=spans,
    confidence=st.integers(0, 1000).map(lambda n: n / 1000),
    reasons=st.lists(words, max_size=2).map(tuple),
    rule=words,
    corrected=st.booleans(),
    level=st.none() | st.integers(1, 6),
    image=st.none() | words,
    target=st.none() | words,
    number=st.none() | st.integers(-9, 9999),
)
times = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda time: time.replace(microsecond=time.microsecond // 1000 * 1000)
)
made = st.builds(
    Highlight,
    id=words,
    article_id=st.just("article"),
    selector=st.builds(
        Selector, st.sampled_from(Role), words, words, words, st.integers(0, 9), st.integers(0, 9)
    ),
    anchor=st.builds(Anchor, st.none() | spans, st.sampled_from(Certainty), words),
    colour=st.sampled_from(Colour),
    note=words,
    tags=st.lists(words, max_size=3).map(tuple),
    created=st.none() | times,
    changed=st.none() | times,
)


@given(st.lists(parts, max_size=4))
def test_parts(given_parts):
    assert rows.parts_read(rows.parts_written(given_parts)) == tuple(given_parts)


def test_a_plain_part_takes_little_room():
    assert rows.parts_written([Part(Role.PARAGRAPH, Span(0, 9))]) == '[["paragraph",0,9]]'


@given(made)
def test_highlights(highlight):
    row = rows.highlight_columns(highlight, 7, highlight.quote)
    assert rows.highlight_read(row, "article") == highlight  # type: ignore[arg-type]
    assert row["hash"] == rows.highlight_hash(row)


@given(made, st.data())
def test_the_hash_covers_every_column(highlight, data):
    row = rows.highlight_columns(highlight, 7, "words")
    name = data.draw(st.sampled_from(sorted(row.keys() - {"hash"})))
    changed = {**row, name: f"{row[name]}!"}
    assert rows.highlight_hash(changed) != row["hash"]


@pytest.mark.parametrize(
    ("headline", "sorting"),
    [("“Éclair” at noon", "eclair” at noon"), (None, ""), ("— 3 boats", "3 boats"), ("…", "")],
)
def test_headlines_are_sorted_by_their_first_letter(headline, sorting):
    columns = rows.metadata_columns(Metadata(headline=headline))
    assert columns["headline_sorting"] == sorting


def test_a_role_of_a_later_version_is_a_paragraph():
    assert rows.parts_read('[["infobox",0,9]]') == (Part(Role.PARAGRAPH, Span(0, 9)),)


def test_a_part_that_was_written_before_lists_had_numbers_is_read():
    (part,) = rows.parts_read('[["list_item",0,9,1.0,[],"",false,1,null,null]]')
    assert part == Part(Role.LIST_ITEM, Span(0, 9), level=1)
