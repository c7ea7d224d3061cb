"""Take the clippings away as Markdown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from clipreader.model import Colour, Query, Shelf
from clipreader.ui.main_window import Place
from tests.journeys.conftest import CRANE, FERRY, Journey

FUEL = "the province pays two thirds of the fuel"
RENT = "The lease runs for ninety years and names no rent."


@pytest.fixture
def clipped(journey: Journey) -> Journey:
    journey.bring(FERRY, CRANE)
    for start, words, colour in (
        ("Two Shipyards", RENT, Colour.BLUE),
        ("Night Ferry", FUEL, Colour.GREEN),
    ):
        journey.open(start)
        journey.window.reader.highlight_asked.emit(journey.span(words), colour)
        journey.until(lambda: journey.highlights)
    journey.window.reader.tags_changed.emit(journey.highlights[0].id, ("public money",))
    journey.until(lambda: journey.highlights[0].tags)
    journey.until(lambda: journey.desks.browsing.counts.tags)
    journey.settle()
    return journey


def preview(journey: Journey) -> str:
    return journey.window.preview.text.toPlainText()


def test_workspace_previews_all_clippings(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.until(lambda: FUEL in preview(clipped) and RENT in preview(clipped))
    assert "Ana Reyes" in preview(clipped)
    clipped.window.clippings.narrow(Query(tags=("public money",)))
    clipped.until(lambda: RENT not in preview(clipped))
    assert FUEL in preview(clipped)


def test_preview_is_what_is_written(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 2)
    clipped.settle()
    to = clipped.folder / "vault"
    to.mkdir()
    clipped.desks.exporting.export_to(clipped.window.preview, to)
    clipped.until(lambda: "written" in clipped.notice)
    files = sorted(to.glob("*.md"))
    assert len(files) == 2
    for file in files:
        words = file.read_text(encoding="utf-8")
        assert words in preview(clipped)


def test_one_file_takes_everything(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.window.preview._layout.setCurrentIndex(1)
    clipped.settle()
    to = clipped.folder / "all.md"
    clipped.desks.exporting.export_to(clipped.window.preview, to)
    clipped.until(lambda: "written" in clipped.notice)
    words = to.read_text(encoding="utf-8")
    assert FUEL in words
    assert RENT in words
    assert words == preview(clipped)


def test_copy_as_markdown(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.until(lambda: FUEL in preview(clipped))
    clipped.window.preview.copy_asked.emit()
    clipped.until(lambda: FUEL in QGuiApplication.clipboard().text())


def test_clipping_leads_to_its_passage(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 2)
    other = next(
        one for one in clipped.window.clippings.model.clippings if one.quote.startswith("The lease")
    )
    clipped.window.clippings.passage_asked.emit(other.citation.article_id, other.highlight.id)
    clipped.until(lambda: clipped.desks.reading.article_id == other.citation.article_id)
    assert clipped.window.place == Place.READING


def test_passage_leads_to_the_list_that_the_sidebar_names(clipped: Journey) -> None:
    rows = clipped.window.articles
    for lead in (Query(shelf=Shelf.STARRED), Query(tags=("public money",))):
        clipped.window.sidebar.choose(lead)
        clipped.settle()
        clipped.do("show_clippings")
        clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 2)
        clipping = clipped.window.clippings.model.clippings[0]
        article_id = clipping.citation.article_id
        clipped.window.clippings.passage_asked.emit(article_id, clipping.highlight.id)
        clipped.settle()
        assert clipped.window.sidebar.entry.label == rows._title.text() == "All articles"
        clipped.until(lambda: len(clipped.headlines) == 2)
        assert rows.selected_ids == (article_id,)


def test_clippings_of_this_article_and_back(clipped: Journey) -> None:
    clipped.do("clippings")
    assert clipped.window.place == Place.CLIPPINGS
    clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 1)
    clipped.do("clippings")
    assert clipped.window.place == Place.READING


def test_dialog_offers_this_article_everything_and_tags(clipped: Journey) -> None:
    clipped.do("export")
    dialog = clipped.desks.exporting.dialog
    assert dialog is not None
    clipped.until(lambda: FUEL in dialog.pane.text.toPlainText())
    assert RENT not in dialog.pane.text.toPlainText()
    words = [scope.words for scope in clipped.desks.exporting.scopes()]
    assert "Tag: public money" in words
    dialog.choose(words.index("All clippings"))
    clipped.until(lambda: RENT in dialog.pane.text.toPlainText())


def test_removed_clipping_comes_back(clipped: Journey) -> None:
    clipped.do("show_clippings")
    clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 2)
    clipped.window.clippings.rows.selectAll()
    clipped.window.clippings.removal_asked.emit(clipped.window.clippings.selected_ids)
    clipped.until(lambda: not clipped.window.clippings.model.clippings)
    clipped.settle()
    clipped.do("undo")
    clipped.until(lambda: len(clipped.window.clippings.model.clippings) == 2)
