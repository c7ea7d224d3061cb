"""An article is opened as it was left, and lists know where it stands."""

from __future__ import annotations

import pytest

from clipreader.model import LibraryUnavailable, NotFound, Query, Shelf, SortOrder, Source
from clipreader.operations import Library, checking, history, importing, open_library, reading
from tests.operations.conftest import BELL, CRANE, FERRY


@pytest.fixture
def ids(library: Library) -> list[str]:
    """Three articles: ferry, crane, bell."""
    sources = [
        Source("ferry.txt", FERRY.encode(), "text/plain"),
        Source("crane.txt", CRANE.encode(), "text/plain", link="https://example.org/crane"),
        Source("bell.txt", BELL.encode(), "text/plain"),
    ]
    items = importing.import_sources(library, sources).value.items
    return [item.article_id or "" for item in items]


def test_an_article_opens_as_it_was_left(library: Library, ids: list[str]) -> None:
    opened = reading.open_article(library, ids[0])
    assert opened.article.id == ids[0]
    assert "ramp came up" in opened.article.text
    assert (opened.unread, opened.starred, opened.trashed, opened.position) == (
        True, False, False, 0
    )  # fmt: skip
    assert opened.source_name == "ferry.txt"
    assert opened.highlights == ()
    reading.set_unread(library, [ids[0]], False)
    reading.set_starred(library, [ids[0]], True)
    reading.keep_position(library, ids[0], 120)
    again = reading.open_article(library, ids[0])
    assert (again.unread, again.starred, again.position) == (False, True, 120)
    assert reading.open_article(library, ids[1]).unread


def test_stars_are_undone_and_reading_is_not(library: Library, ids: list[str]) -> None:
    starred = reading.set_starred(library, ids[:2], True)
    assert starred.changes.articles == set(ids[:2])
    read = reading.set_unread(library, ids[:1], False)
    assert read.changes.articles == {ids[0]}
    assert read.label == ""
    assert history.undo(library).value == starred.label
    assert reading.counts(library).starred == 0
    assert not reading.open_article(library, ids[0]).unread


def test_what_changes_nothing_leaves_no_trace(library: Library, ids: list[str]) -> None:
    before = history.state(library)
    for outcome in (
        reading.set_starred(library, ids, False),
        reading.set_unread(library, ids, True),
    ):
        assert not outcome.changes
        assert outcome.label == ""
    assert history.state(library) == before


@pytest.mark.parametrize("change", [reading.set_unread, reading.set_starred])
def test_an_unknown_article_changes_nothing(library: Library, ids: list[str], change) -> None:
    before = reading.counts(library)
    with pytest.raises(NotFound):
        change(library, [ids[0], "nothing"], False)
    assert reading.counts(library) == before


def test_unknown_articles_are_told(library: Library) -> None:
    for ask in (reading.open_article, reading.original, reading.resolve_id):
        with pytest.raises(NotFound) as told:
            ask(library, "nothing")
        assert str(told.value).endswith(".")


def test_lists_and_counts_agree(library: Library, ids: list[str]) -> None:
    reading.set_starred(library, [ids[2]], True)
    reading.set_unread(library, [ids[1]], False)
    for shelf, expected in (
        (Shelf.ALL, ids),
        (Shelf.STARRED, [ids[2]]),
        (Shelf.UNREAD, [ids[0], ids[2]]),
        (Shelf.TRASH, []),
        (Shelf.CLIPPINGS, []),
    ):
        rows = reading.list_articles(library, Query(shelf=shelf), SortOrder.ADDED)
        assert {row.id for row in rows} == set(expected), shelf
        assert reading.count_articles(library, Query(shelf=shelf)) == len(expected)
    counts = reading.counts(library)
    assert (counts.all, counts.unread, counts.starred, counts.trash) == (3, 2, 1, 0)
    added = reading.list_articles(library, Query(), SortOrder.ADDED)
    assert [row.id for row in added] == ids[::-1]
    page = reading.list_articles(library, Query(), SortOrder.ADDED, offset=1, limit=1)
    assert page == added[1:2]


def test_the_original_comes_back_byte_for_byte(library: Library, ids: list[str]) -> None:
    source = reading.original(library, ids[1])
    assert source.data == CRANE.encode()
    assert (source.name, source.media_type) == ("crane.txt", "text/plain")
    assert source.link == "https://example.org/crane"
    assert source.received is not None
    assert source.received.utcoffset() is not None


def test_a_damaged_original_is_told_and_never_shown(library: Library, ids: list[str]) -> None:
    digest = Source("", FERRY.encode(), "").sha256
    path = library.folder / "originals" / digest[:2] / digest
    path.write_bytes(FERRY.replace("ramp", "lamp").encode())
    with pytest.raises(LibraryUnavailable, match="damaged"):
        reading.original(library, ids[0])
    assert "ramp" in reading.open_article(library, ids[0]).article.text
    assert any("ferry.txt" in problem for problem in checking.check(library).problems)


def test_the_beginning_of_an_id_is_enough(library: Library, ids: list[str]) -> None:
    assert reading.resolve_id(library, ids[0]) == ids[0]
    assert reading.resolve_id(library, ids[0][:-1]) == ids[0]
    for start in (ids[0][:2], ""):
        with pytest.raises(NotFound):
            reading.resolve_id(library, start)
    with pytest.raises(NotFound, match="More than one"):
        reading.resolve_id(library, ids[0][:2])


def test_keeping_the_place_never_fails(library: Library, ids: list[str]) -> None:
    reading.keep_position(library, "nothing", 3)
    with open_library(library.folder, read_only=True) as second:
        reading.keep_position(second, ids[0], 3)
        assert reading.open_article(second, ids[0]).position == 0
    assert history.state(library).undo_label == "import"
