"""Clippings carry all that their quotes need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clipreader.library import Library
from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Colour,
    Metadata,
    Part,
    Query,
    Role,
    Span,
    Term,
)
from clipreader.operations import highlighting
from tests import records
from tests.operations.marked import (
    QUOTE,
    add,
    stored,
    unsettled,
)


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


def test_clippings_carry_role_credit_and_paragraph(library: Library, article: Article) -> None:
    for words in ("They will move", "leaves the north quay", QUOTE, records.CREDIT):
        add(library, article, words)
    found = highlighting.clippings(library, Query())
    assert [(each.quote, each.role, each.credit, each.paragraph) for each in found] == [
        ("leaves the north quay", Role.CAPTION, records.CREDIT, None),
        (records.CREDIT, Role.CREDIT, records.CREDIT, None),
        (QUOTE, Role.PARAGRAPH, None, 2),
        ("They will move", Role.PARAGRAPH, None, 3),
    ]
    assert found[0].citation.metadata == article.metadata


def test_clippings_come_newest_article_first_and_lost_ones_last(library: Library) -> None:
    dated = [
        (date, records.article(metadata=Metadata(published=date))) for date in ("2023", "2025")
    ]
    for _, made in dated:
        stored(library, made)
        unsettled(library, made, Anchor(None, Certainty.LOST))
        add(library, made, "They will move")
        add(library, made, "a piano")
    found = highlighting.clippings(library, Query())
    assert [(each.citation.metadata.published, each.quote) for each in found] == [
        (date, words) for date in ("2025", "2023") for words in ("a piano", "They will move", QUOTE)
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(terms=(Term("thirds"),)), {QUOTE}),
        (Query(terms=(Term("reyes"),)), {"a piano"}),
        (Query(terms=(Term("money"),)), {QUOTE}),
        (Query(terms=(Term("ferry"),)), {QUOTE, "a piano"}),
        (Query(terms=(Term("thirds", excluded=True),)), {"a piano"}),
        (Query(tags=("public",)), {QUOTE}),
        (Query(roles=("deck",)), {"a piano"}),
        (Query(has_note=True), {"a piano"}),
    ],
)
def test_clippings_are_found_by_words_and_filters(
    library: Library, article: Article, query: Query, found: set[str]
) -> None:
    add(library, article, QUOTE, tags=("public/money",))
    add(library, article, "a piano", note="ask Reyes")
    assert {each.quote for each in highlighting.clippings(library, query)} == found


def test_words_that_are_not_read_any_more_are_still_quoted(library: Library) -> None:
    made = records.article()
    begin = made.parts(Role.PARAGRAPH)[0].span.start
    hidden = Part(Role.LEFTOVER, Span(begin, begin + 40))
    article = stored(library, replace(made, marks=(*made.marks, hidden)))
    marked = highlighting.add(library, article.id, Span(begin, begin + 20), Colour.BLUE).value
    assert [each.quote for each in highlighting.clippings(library, Query())] == [marked.quote]


STEPS = ("Before:", "Knead the dough.", "Wait an hour.", "Bake it slowly.", "After.")


@pytest.mark.parametrize(
    ("quote", "leads"),
    [
        ("Wait an hour.", ()),
        ("dough.\nWait an hour.", ()),
        ("Knead the dough.\nWait an hour.", ("3.", "4.")),
        ("dough.\nWait an hour.\nBake it slowly.\nAfter", ("", "4.", "5.", "")),
    ],
    ids=["one item", "one and a piece", "two items", "a piece, two items and more"],
)
def test_a_quote_of_several_items_keeps_their_numbers_beside_it(
    library: Library, quote: str, leads: tuple[str, ...]
) -> None:
    made = records.article(
        [
            (
                Role.LIST_ITEM if words[-5:] != "fter." and words[-1] == "." else Role.PARAGRAPH,
                words,
            )
            for words in STEPS
        ]
    )
    blocks = [replace(block, number=number + 2) for number, block in enumerate(made.blocks)]
    add(library, stored(library, replace(made, blocks=tuple(blocks))), quote)
    (found,) = highlighting.clippings(library, Query())
    assert (found.quote, found.leads) == (quote, leads)
