"""Another text of an article comes in: it is compared, used, taken back, parted, or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from clipreader.model import Certainty, Fate
from clipreader.operations import highlighting
from clipreader.ui.versions_dialog import VersionsDialog
from tests.journeys.conftest import CRANE, FERRY, Journey
from tests.stories import paragraphs

KEPT = "for the first time since 2013"
CHANGED = "the province pays two thirds of the fuel"
GONE = "They will move to the south basin in the autumn."
LATER = FERRY.replace("pays two thirds of", "pays one half of").replace(GONE, paragraphs(5)[0])


@pytest.fixture
def told(journey: Journey) -> Journey:
    """The article with three highlights, and its later text waiting."""
    journey.bring(FERRY, CRANE)
    article = journey.open("Night Ferry")
    for quote in (KEPT, CHANGED, GONE):
        journey.background.run(highlighting.add_quote, article.id, quote)
    journey.until(lambda: len(journey.highlights) == 3)
    journey.desks.importing.take([journey.file("later.txt", LATER)])
    journey.until(lambda: journey.window.version_strip.words)
    journey.settle()
    return journey


def certainties(journey: Journey) -> dict[str, Certainty]:
    return {each.quote: each.anchor.certainty for each in journey.highlights}


def states(dialog: VersionsDialog) -> list[str]:
    items = (dialog.table.item(row, 3) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_it_waits_and_changes_nothing(told: Journey) -> None:
    assert "came in on" in told.window.version_strip.words
    assert CHANGED in told.article.text
    assert set(certainties(told).values()) == {Certainty.PLACED}
    assert len(told.headlines) == 2
    assert told.notice.startswith("New version of “Night Ferry")
    (item,) = told.desks.importing.last.items
    assert item.fate == Fate.VERSION
    told.open("Two Shipyards")
    assert told.window.version_strip.words == ""


def test_all_that_wait_are_found(told: Journey) -> None:
    sidebar, model = told.window.sidebar, told.window.articles.model
    waits = {row.headline: row.is_waiting for row in model.rows}
    assert sorted(waits.values()) == [False, True]
    told.do("show_waiting")
    told.until(lambda: len(told.headlines) == 1)
    assert told.headlines[0].startswith("Night Ferry")
    assert sidebar.entry.label == "New versions"
    assert "a new version waits" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    told.window.version_strip.later_asked.emit()
    told.until(lambda: not told.headlines)
    assert sidebar.entry.label == "New versions"
    assert not told.window.verbs["show_waiting"].isEnabled()
    told.do("show_all")
    told.until(lambda: len(told.headlines) == 2)
    assert not any(row.is_waiting for row in model.rows)


def test_what_differs_is_shown_word_by_word(told: Journey) -> None:
    told.window.version_strip.compare_asked.emit()
    told.until(lambda: told.desks.versions.comparison)
    dialog = told.desks.versions.comparison
    assert dialog is not None
    shown = dialog.text.toPlainText()
    assert "pays two thirdsone half of the fuel" in shown
    assert dialog.differences >= 2
    listed = dialog.highlights.toPlainText()
    for words in ("Gone", "Wording changed", "Same place"):
        assert words in listed
    cursor = dialog.text.document().find("two thirds")
    assert cursor.charFormat().fontStrikeOut()
    assert not cursor.charFormat().fontUnderline()
    cursor = dialog.text.document().find("one half")
    assert cursor.charFormat().fontUnderline()
    dialog.close()


def test_it_is_used_and_taken_back(told: Journey) -> None:
    before, marks = told.article, certainties(told)
    told.window.version_strip.use_asked.emit()
    told.until(lambda: "pays one half of" in told.article.text)
    told.settle()
    assert certainties(told) == {
        KEPT: Certainty.PLACED,
        CHANGED: Certainty.DOUBTFUL,
        GONE: Certainty.LOST,
    }
    assert told.window.version_strip.words == ""
    told.window.notices.press("Undo")
    told.until(lambda: told.article == before)
    told.settle()
    assert certainties(told) == marks
    assert told.window.version_strip.words


def test_it_is_used_from_the_comparison(told: Journey) -> None:
    told.window.version_strip.compare_asked.emit()
    told.until(lambda: told.desks.versions.comparison)
    dialog = told.desks.versions.comparison
    assert dialog is not None
    dialog.use_asked.emit()
    told.until(lambda: "pays one half of" in told.article.text)
    dialog.close()


def test_it_becomes_an_article_of_its_own(told: Journey) -> None:
    told.window.version_strip.apart_asked.emit()
    told.until(lambda: len(told.headlines) == 3)
    told.until(lambda: told.window.version_strip.words == "")
    told.settle()
    told.window.notices.press("Undo")
    told.until(lambda: len(told.headlines) == 2)
    told.until(lambda: told.window.version_strip.words)


def test_not_now_leaves_it_among_the_versions(told: Journey) -> None:
    told.window.version_strip.later_asked.emit()
    told.until(lambda: told.window.version_strip.words == "")
    told.do("versions")
    told.until(lambda: told.desks.versions.dialog)
    dialog = told.desks.versions.dialog
    assert dialog is not None
    assert states(dialog) == ["Kept", "Shown"]
    assert dialog.pair is not None
    old, new = dialog.pair
    assert (old.source_name, new.source_name) == ("0.txt", "later.txt")
    dialog.use_asked.emit(new)
    told.until(lambda: "pays one half of" in told.article.text)
    told.settle()
    told.do("versions")
    told.until(lambda: told.desks.versions.dialog is not dialog)
    again = told.desks.versions.dialog
    assert again is not None
    again.table.selectRow(1)
    assert again.chosen[0].source_name == "0.txt"
    again.use_asked.emit(again.chosen[0])
    told.until(lambda: "pays two thirds of" in told.article.text)
    told.settle()
    assert set(certainties(told).values()) == {Certainty.PLACED}


def test_a_text_compared_with_itself_is_the_same(told: Journey) -> None:
    told.desks.versions.compare(told.article.id, told.article.id)
    told.until(lambda: told.desks.versions.comparison)
    dialog = told.desks.versions.comparison
    assert dialog is not None
    assert dialog.differences == 0
    assert "Gone" not in dialog.highlights.toPlainText()
    dialog.close()
