"""Hostile headlines, many tags and many highlights in the real window.

No widget reads a headline as mark-up, no picture that it names is opened, the window keeps its
width, and its thread never stands still for long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QWidget

from clipreader.model import Colour, Span
from clipreader.operations import highlighting, open_library
from tests.bad_inputs import INPUTS
from tests.bad_inputs.shown import TITLES
from tests.bad_inputs.words import SECOND
from tests.journeys import conftest as journeys
from tests.journeys.conftest import Journey

start = journeys.start
journey = journeys.journey

BEAT = 50
"""Milliseconds between two looks at the clock."""

HIGHLIGHTS, TAGS = 2_000, 10_000

STALL = 5.0
"""Seconds that the window may stand still in a test; a busy machine is no fault of ours."""


class Pulse(QObject):
    """The longest time, in seconds, for which the window's thread did not come round."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        timer = QTimer(self)
        timer.timeout.connect(self._beat)
        timer.start(BEAT)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - BEAT / 1000)
        self._last = now


@pytest.fixture
def opened_files() -> Iterator[list[str]]:
    """The files named by the hostile titles that this program opened."""
    opened: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event == "open" and "passwd" in str(arguments[0]):
            opened.append(str(arguments[0]))

    sys.addaudithook(watch)
    yield opened
    watching[0] = False


def reads_markup(widget: QWidget) -> bool:
    """Say whether a widget shows words as HTML; a tool tip of ours is escaped HTML."""
    if isinstance(widget, QLabel):
        return "<" in widget.text() and widget.textFormat() != Qt.TextFormat.PlainText
    if isinstance(widget, QTextEdit | QTextBrowser):
        return "<img" in widget.document().toHtml().partition("<body")[2]
    tip = widget.toolTip()
    return "<b>" in tip or "<img" in tip or "<a " in tip


def bring(journey: Journey, number: int) -> None:
    one = INPUTS[number - 1]
    path = journey.folder / one.file
    path.write_bytes(one.make())
    before = len(journey.headlines)
    journey.desks.importing.take([path])
    journey.until(lambda: len(journey.headlines) == before + 1)
    journey.settle()
    journey.window.articles.select(journey.window.articles.model.rows[0].id)
    journey.until(lambda: journey.desks.reading.opened is not None)
    journey.settle()


def mark(journey: Journey, words: str) -> None:
    before = len(journey.highlights)
    journey.window.reader.highlight_asked.emit(journey.span(words), Colour.GREEN)
    journey.until(lambda: len(journey.highlights) == before + 1)
    journey.settle()


@pytest.mark.parametrize(("number", "title"), [(one[0], one[2]) for one in TITLES])
def test_a_headline_is_words_everywhere(number, title, journey, opened_files):
    width, least = journey.window.width(), journey.window.minimumSizeHint().width()
    pulse = Pulse()
    bring(journey, number)
    mark(journey, SECOND)
    assert journey.headlines == [" ".join(title.split())]
    for verb in ("show_clippings", "original", "show_all"):
        journey.window.verbs[verb].trigger()
        journey.settle()
        wrong = [each for each in QApplication.allWidgets() if reads_markup(each)]
        assert not [(type(each).__name__, each.objectName()) for each in wrong]
    assert opened_files == []
    assert (journey.window.width(), journey.window.minimumSizeHint().width()) == (width, least)
    assert pulse.longest < STALL


def test_two_thousand_highlights_on_one_word(start, tmp_path):
    first = start()
    bring(first, 185)
    word, article = first.span("rang"), first.article
    first.window.close()
    with open_library(tmp_path / "library") as library, library.writing("highlight") as work:
        for n in range(HIGHLIGHTS):
            around = Span(max(0, word.start - n % 40), word.end + n // 40)
            highlighting._made(work, article, around, Colour.BLUE, (), "")
    pulse = Pulse()
    again = start()
    again.until(lambda: again.desks.reading.opened is not None)
    again.settle()
    assert len(again.highlights) == HIGHLIGHTS
    assert pulse.longest < STALL


def test_ten_thousand_tags_on_one_highlight(journey):
    bring(journey, 184)
    mark(journey, SECOND)
    pulse = Pulse()
    wide = journey.window.minimumSizeHint().width()
    tags = tuple(f"tag {n}" for n in range(TAGS))
    journey.window.reader.tags_changed.emit(journey.highlights[0].id, tags)
    journey.bot.waitUntil(lambda: len(journey.highlights[0].tags) == TAGS, timeout=60_000)
    journey.settle()
    assert journey.window.minimumSizeHint().width() == wide
    assert pulse.longest < STALL
