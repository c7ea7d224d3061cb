"""Type words, and the list and the reader show where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.conftest import CRANE, FERRY, Journey


@pytest.fixture
def searching(journey: Journey) -> Journey:
    journey.bring(FERRY, CRANE)
    return journey


def look_for(journey: Journey, words: str) -> None:
    journey.window.toolbar.search.setText(words)
    QTest.keyClick(journey.window.toolbar.search, Qt.Key.Key_Return)
    journey.settle()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", ["Night Ferry"]),
        ("translator:okafor", ["Two Shipyards"]),
        ('"lease runs"', ["Two Shipyards"]),
        ("harbour -crane", ["Night Ferry"]),
        ("nothingofthekind", []),
        ('translator:"Ana Reyes" quay', ["Night Ferry"]),
    ],
)
def test_list_shows_what_matches(searching: Journey, words: str, found: list[str]) -> None:
    look_for(searching, words)
    searching.until(lambda: len(searching.headlines) == len(found))
    assert [
        headline[: len(start)] for headline, start in zip(searching.headlines, found, strict=True)
    ] == found


def test_rows_carry_snippets_with_hits(searching: Journey) -> None:
    look_for(searching, "subsidy")
    searching.until(lambda: len(searching.headlines) == 1)
    snippet = searching.window.articles.model.rows[0].snippet
    assert snippet is not None
    hits = [snippet.text[span.start : span.end].casefold() for span in snippet.spans]
    assert "subsidy" in hits


def test_reader_marks_hits_and_steps_through_them(searching: Journey) -> None:
    look_for(searching, "quay")
    searching.until(lambda: len(searching.headlines) == 1)
    searching.open("Night Ferry")
    spans: list[tuple[object, ...]] = []
    searching.desks.reading.hits_shown.connect(spans.append)
    look_for(searching, "crossing")
    searching.until(lambda: spans and spans[-1])
    assert len(spans[-1]) == searching.article.text.casefold().count("crossing")
    searching.do("find_next")


def test_escape_brings_everything_back(searching: Journey) -> None:
    look_for(searching, "ferry")
    searching.until(lambda: len(searching.headlines) == 1)
    QTest.keyClick(searching.window.toolbar.search, Qt.Key.Key_Escape)
    searching.until(lambda: len(searching.headlines) == 2)


def test_find_bar_counts_hits_in_the_article(searching: Journey) -> None:
    searching.open("Night Ferry")
    searching.do("find")
    assert searching.window.find_bar.isVisible()
    QTest.keyClicks(searching.window.find_bar.line, "crossing")
    searching.until(lambda: " of " in searching.window.find_bar._found.text())
    QTest.keyClick(searching.window.find_bar.line, Qt.Key.Key_Escape)
    assert not searching.window.find_bar.isVisible()
