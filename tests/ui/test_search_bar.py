from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clipreader.ui.search_bar import RESTS, SearchBar
from clipreader.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> SearchBar:
    made = SearchBar(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_search_waits_for_a_rest(qtbot: QtBot, bar: SearchBar) -> None:
    asked: list[str] = []
    bar.search_asked.connect(asked.append)
    QTest.keyClicks(bar, "ferry")
    assert asked == []
    qtbot.wait(RESTS + 60)
    assert asked == ["ferry"]


def test_the_hint_comes_back_when_the_cross_is_gone(qtbot: QtBot, bar: SearchBar) -> None:
    hint = bar.findChild(QLabel)
    assert hint is not None
    assert hint.isVisible()
    QTest.keyClicks(bar, "f")
    assert not hint.isVisible()
    bar.clear()
    assert not hint.isVisible()
    qtbot.waitUntil(hint.isVisible)


def test_return_asks_at_once_and_leaves(qtbot: QtBot, bar: SearchBar) -> None:
    asked: list[str] = []
    bar.search_asked.connect(asked.append)
    QTest.keyClicks(bar, "quay")
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar, Qt.Key.Key_Return)
    assert asked == ["quay"]
    qtbot.wait(RESTS + 60)
    assert asked == ["quay"]


def test_escape_clears_then_leaves(qtbot: QtBot, bar: SearchBar) -> None:
    asked: list[str] = []
    bar.search_asked.connect(asked.append)
    QTest.keyClicks(bar, "quay")
    QTest.keyClick(bar, Qt.Key.Key_Return)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert asked == ["quay", ""]
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
