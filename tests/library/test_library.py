"""A library keeps what it is given, all of it or nothing."""

from __future__ import annotations

import pytest

from clipreader.library import checking, finding, journal, listing, open_library, shelving
from clipreader.model import LibraryUnavailable, Query, SortOrder, Term
from tests import records
from tests.library import stored


def test_keeps_an_article_and_a_highlight_over_a_restart(folder):
    article = records.article()
    made = records.highlight(article, "a piano and the mayor", note="nice", tags=["music/piano"])
    with open_library(folder) as library:
        stored.put(library, article)
        stored.mark(library, article, made)
    with open_library(folder) as library:
        found = stored.fetched(library, article.id)
        assert found.text == article.text
        assert found.blocks == article.blocks
        assert found.metadata == article.metadata
        (kept,) = stored.marks(library, article)
        assert (kept.quote, kept.note, kept.tags) == (made.quote, "nice", ("music/piano",))
        with library.reading() as connection:
            assert list(checking.problems(connection, library.originals)) == []
            (row,) = listing.rows(connection, Query(), SortOrder.NEWEST, 0, None)
            assert row.highlights == 1
            assert row.tags == ("music/piano",)
            (hit,) = listing.hits(connection, Query((Term("PIANO"),)), 10)
            assert hit.article_id == article.id
            assert finding.is_plain(connection, [Term("ferry")])
        with library.writing() as work:
            assert journal.step_back(work.connection)[0] == "Highlight"
        assert stored.marks(library, article) == ()


@pytest.mark.parametrize("inner", ["reading", "writing"])
@pytest.mark.parametrize("outer", ["reading", "writing"])
def test_transactions_do_not_nest(library, article, outer, inner):
    nested = pytest.raises(RuntimeError, match="do not nest")
    with getattr(library, outer)():
        with nested, getattr(library, inner)():
            pass
        assert library.connected().in_transaction()
    with library.writing("Star") as work:
        assert shelving.set_starred(work, [1], True) == 1


def test_a_failing_reader_harms_nothing(library, article):
    with pytest.raises(ZeroDivisionError), library.reading():
        raise ZeroDivisionError
    with library.reading() as connection:
        assert listing.count(connection, Query()) == 1


def test_closing_twice_is_harmless(library, article):
    library.close()
    library.close()


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_a_closed_library_is_not_opened_again_in_silence(library, article, way):
    library.close()
    with pytest.raises(LibraryUnavailable, match="closed"), getattr(library, way)():
        pytest.fail("it was opened again")
