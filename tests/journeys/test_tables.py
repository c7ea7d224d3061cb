"""A table of a saved page is read in columns, and its cells are marked like any other words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clipreader.model import Role
from tests.journeys.conftest import Journey
from tests.ui import hands, tables

BODY = "The province pays for the night ferry, and the town asks what it is paid for. " * 6
PAGE = f"""<!doctype html><html lang="en"><head><title>What the Night Ferry Costs</title></head>
<body><article><h1>What the Night Ferry Costs</h1><p>{BODY}</p><p>{BODY}</p>
<table><thead><tr><th>Line</th><th>Fuel</th><th>Who pays</th></tr></thead><tbody>
<tr><td>North quay</td><td>1,204</td><td>The province pays two thirds of the fuel, and the company
keeps the fares, which have not changed since the line was opened again.</td></tr>
<tr><td>South basin</td><td>77</td><td>The harbour authority</td></tr></tbody></table>
<p>{BODY}</p></article></body></html>"""


@pytest.fixture
def reading(journey: Journey) -> Journey:
    journey.desks.importing.take([journey.file("ferry.html", PAGE)])
    journey.until(lambda: journey.headlines)
    journey.settle()
    journey.open("What the Night Ferry")
    (table,) = journey.article.parts(Role.TABLE)
    journey.window.reader.go_to(table.span)
    return journey


def marked(reading: Journey) -> str:
    """Press a colour's key and return the quote that is then kept."""
    before = len(reading.highlights)
    QTest.keyClick(reading.window.reader.view, Qt.Key.Key_3)
    reading.until(lambda: len(reading.highlights) == before + 1)
    reading.settle()
    return max(reading.highlights, key=lambda highlight: str(highlight.created)).quote


def test_cells_are_selected_by_mouse_and_highlighted(reading: Journey) -> None:
    tables.drag(reading.window.reader, "two thirds", "the fares")
    assert marked(reading) == "two thirds of the fuel, and the company keeps the fares"
    tables.drag(reading.window.reader, "1,204", "1,204")
    assert marked(reading) == "1,204"
    assert all(h.selector.role == Role.TABLE for h in reading.highlights)


def test_a_highlight_runs_over_cells_and_keeps_its_place_when_resized(reading: Journey) -> None:
    tables.drag(reading.window.reader, "South basin", "harbour authority")
    assert marked(reading) == "South basin\t77\tThe harbour authority"
    (kept,) = reading.highlights
    assert reading.article.quote(kept.selector.span) == kept.quote
    reading.window.reader.resize(500, 700)
    (item,) = reading.window.reader.view.painter.items
    content = reading.window.reader.view.content
    assert content is not None
    assert content.map.span(item.begin, item.stop) == kept.selector.span


def test_words_found_in_a_cell_are_brought_into_view(reading: Journey) -> None:
    reader = reading.window.reader
    reading.do("find")
    QTest.keyClicks(reading.window.focusWidget(), "harbour authority")
    reading.settle()
    (box,) = hands.rects(reader, reading.span("harbour authority"))
    assert reader.view.viewport().rect().contains(box.center().toPoint())


def test_copying_cells_gives_tabs_between_them(reading: Journey, qapp) -> None:
    tables.drag(reading.window.reader, "North quay", "1,204")
    reading.window.reader.act("copy")
    assert qapp.clipboard().text() == "North quay\t1,204"
