"""The tip over "yesterday" tells a day; over other words, and beside them, there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from clipreader.model import Metadata, Role
from clipreader.ui.day_tips import DayTips
from tests.ui import hands

TOLD = "Probably Wednesday 3 July 2024, counted from the day of publication, 4 July 2024."


@pytest.fixture
def article():
    made = hands.blocks(
        (Role.HEADLINE, "Night <b>Ferry</b>"),
        (Role.PARAGRAPH, "😁 The company confirmed it yesterday."),
    )
    return replace(made, metadata=Metadata(published="2024-07-04", language="en"))


@pytest.fixture
def tips(reader, opened, article):
    made = DayTips(reader.view)
    reader.show_article(opened(article))
    return made


def place_of(reader, article, words):
    return hands.middle(reader, hands.span_of(article, words)).toPoint()


def test_the_day_is_told_over_its_words(reader, article, tips):
    assert tips.words_at(place_of(reader, article, "yesterday")) == TOLD
    assert tips.words_at(place_of(reader, article, "company")) == ""
    beside = place_of(reader, article, "yesterday.") + QPoint(250, 0)
    assert tips.words_at(beside) == ""


def test_another_article_has_other_days(reader, opened, article, tips):
    place = place_of(reader, article, "yesterday")
    assert tips.words_at(place)
    reader.show_article(opened(replace(article, metadata=Metadata(language="en"))))
    assert tips.words_at(place) == ""
    reader.show_article(None)
    assert tips.words_at(place) == ""


def test_the_page_asks_for_it_as_for_any_tip(qtbot, reader, article, tips):
    view = reader.view.viewport()
    for words, shown in (("yesterday", f"<span>{TOLD}</span>"), ("company", "")):
        place = place_of(reader, article, words)
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
        QApplication.sendEvent(view, event)
        qtbot.waitUntil(lambda shown=shown: QToolTip.text() == shown)
