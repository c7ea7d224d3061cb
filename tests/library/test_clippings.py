"""The highlights a query leaves, in the order in which clippings are read."""

from __future__ import annotations

from dataclasses import replace

from clipreader.library import clippings, highlights
from clipreader.model import Anchor, Certainty, Colour, Query, Role
from tests import records
from tests.library import stored


def test_newest_article_first_in_reading_order_with_lost_ones_last(library):
    blocks = [(Role.HEADLINE, "Older"), (Role.PARAGRAPH, "one two three")]
    fields = replace(records.article().metadata, published="2023-01-01")
    older, newer = records.article(blocks, metadata=fields), records.article()
    stored.put(library, older, newer)
    stored.mark(library, older, records.highlight(older, "three"), records.highlight(older, "one"))
    (lost, _) = stored.mark(
        library,
        newer,
        records.highlight(newer, "Night"),
        records.highlight(newer, "a piano", colour=Colour.BLUE),
    )
    with library.writing() as work:
        gone = replace(lost, anchor=Anchor(None, Certainty.LOST, "gone"))
        highlights.change(work, [(gone, newer.text)])
    with library.reading() as connection:
        every = clippings.chosen(connection, Query())
        blue = clippings.chosen(connection, Query(colours=(Colour.BLUE,)))
    assert [each.quote for _, each in every] == ["a piano", "Night", "one", "three"]
    assert [(number, each.article_id) for number, each in blue] == [(2, newer.id)]
