"""Highlights, notes and tags in and out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clipreader.library import highlights, shelving
from clipreader.model import Anchor, Certainty, Colour, NotFound, Span, Tag
from tests import records
from tests.library import stored


@pytest.fixture
def marked(library, article):
    """Three highlights in an order that is not that of the text."""
    return stored.mark(
        library,
        article,
        records.highlight(article, "subsidy lapsed", tags=["Law/press", "x"]),
        records.highlight(article, "Night Ferry", note="loud", tags=["law"]),
        records.highlight(article, "a piano", colour=Colour.PINK),
    )


def change(library, article, *changed):
    with library.writing("Change") as work:
        return highlights.change(work, [(each, article.text) for each in changed])


def tags(library) -> tuple[Tag, ...]:
    with library.reading() as connection:
        return highlights.tags(connection)


def test_comes_back_as_it_was(library, article):
    made = records.highlight(article, "a piano", note="👩🏽‍🚒\n“x”", tags=["b", "A/á"])
    (kept,) = stored.mark(library, article, made)
    assert replace(kept, created=None, changed=None) == made
    assert kept.created == kept.changed is not None
    assert stored.marks(library, article) == (kept,)


def test_stand_in_reading_order_with_lost_ones_last(library, article, marked):
    lost = replace(marked[1], anchor=Anchor(None, Certainty.LOST, "gone"))
    change(library, article, lost)
    quotes = [each.quote for each in stored.marks(library, article)]
    assert quotes == ["a piano", "subsidy lapsed", "Night Ferry"]
    assert stored.marks(library, article)[2].anchor == lost.anchor


def test_a_moved_anchor_keeps_the_quote(library, article, marked):
    anchor = Anchor(Span(0, 11), Certainty.DOUBTFUL, "two places")
    change(library, article, replace(marked[0], anchor=anchor))
    with library.reading() as connection:
        found = highlights.fetch(connection, [marked[0].id])[marked[0].id]
        words = connection.exec_driver_sql(
            "SELECT words FROM highlights WHERE id = ?", (marked[0].id,)
        ).scalar_one()
    assert (found.quote, found.anchor, words) == ("subsidy lapsed", anchor, "Night Ferry")


def test_an_equal_one_keeps_its_time(library, article, marked):
    assert change(library, article, marked[0]) == (marked[0],)
    (changed,) = change(library, article, replace(marked[0], colour=Colour.BLUE))
    assert changed.created == marked[0].created
    assert changed.changed is not None
    assert changed.changed >= marked[0].changed


def test_many_are_fetched_in_the_order_asked(library, article):
    made = stored.mark(library, article, *(records.highlight(article, "a") for _ in range(5)))
    order = [made[3].id, made[0].id, made[3].id]
    with library.reading() as connection:
        assert list(highlights.fetch(connection, order)) == [made[3].id, made[0].id]
        with pytest.raises(NotFound, match="This highlight"):
            highlights.fetch(connection, [made[0].id, "none"])


def test_tags_are_counted_without_accents_and_case(library, article, marked):
    assert tags(library) == (
        Tag("law", 1, Colour.YELLOW),
        Tag("Law/press", 1, Colour.YELLOW),
        Tag("x", 1, Colour.YELLOW),
    )
    change(library, article, replace(marked[2], tags=("LAW", "X")))
    assert [(tag.name, tag.count) for tag in tags(library)] == [
        ("LAW", 2),
        ("Law/press", 1),
        ("X", 2),
    ]


def test_a_tag_is_written_as_it_is_already(library, article, marked):
    with library.reading() as connection:
        assert highlights.spelling(connection, "LÁW/Press") == "Law/press"
        assert highlights.spelling(connection, "new") == "new"


def test_a_tag_has_what_nests_below_it(library, article, marked):
    with library.reading() as connection:
        assert set(highlights.with_tag(connection, "LAW")) == {marked[0].id, marked[1].id}
        assert highlights.with_tag(connection, "law/press") == (marked[0].id,)
        assert highlights.with_tag(connection, "la") == ()


def test_removed_with_note_and_tags(library, article, marked):
    with library.writing("Remove") as work:
        highlights.remove(work, [marked[0].id, marked[1].id])
    assert [each.id for each in stored.marks(library, article)] == [marked[2].id]
    assert tags(library) == ()
    with library.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM note_index").scalar_one() == 0


def test_a_broken_character_in_a_note_harms_nothing(library, article):
    made = records.highlight(article, "a piano", note="half \ud800\0", tags=["\ud800"])
    (kept,) = stored.mark(library, article, made)
    assert (kept.note, kept.tags) == ("half \ufffd", ("\ufffd",))
    assert stored.marks(library, article) == (kept,)


def test_tags_in_the_trash_are_not_counted(library, article, marked):
    with library.writing("Trash") as work:
        shelving.throw_away(work, [1])
    assert tags(library) == ()
