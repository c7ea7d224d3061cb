from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clipreader.settings import Settings
from clipreader.ui.incoming import Incoming
from clipreader.ui.main_window import NARROW, MainWindow, Place
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.stylesheet import stylesheet
from clipreader.ui.theme import Theme
from tests import records


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    made = MainWindow(theme, Settings())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def test_panels_stand_where_the_design_puts_them(window: MainWindow) -> None:
    assert window.toolbar.height() == 48
    assert abs(window.sidebar.width() - 216) <= 2
    assert abs(window.articles.width() - 328) <= 2


def test_sidebar_folds_by_key_and_by_width(window: MainWindow) -> None:
    window.resize(NARROW - 50, 700)
    assert window.sidebar.isHidden()
    window.resize(NARROW + 300, 700)
    assert window.sidebar.isVisible()
    window.verbs["sidebar"].trigger()
    assert window.sidebar.isHidden()
    window.resize(NARROW - 50, 700)
    window.resize(NARROW + 300, 700)
    assert window.sidebar.isHidden()


def test_window_that_begins_narrow_has_room_for_the_page(qtbot: QtBot, theme: Theme) -> None:
    made = MainWindow(theme, Settings())
    qtbot.addWidget(made)
    made.resize(NARROW - 100, 600)
    made.show_place(Place.READING)
    made.show()
    assert made.sidebar.isHidden()
    for panel in (made.articles, made.reader):
        right = panel.mapTo(made, panel.rect().topRight()).x()
        assert right < made.width()


def test_nothing_inside_keeps_a_drop_for_itself(window: MainWindow) -> None:
    takers = [w for w in window.centralWidget().findChildren(QWidget) if w.acceptDrops()]
    assert takers == []


def drop(window: MainWindow, mime: QMimeData) -> None:
    place, none = QPointF(700, 400), Qt.KeyboardModifier.NoModifier
    button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, mime, button, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.drop_area.sheet.isVisible()
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, button, none))
    assert not window.drop_area.sheet.isVisible()


def test_drop_is_received(qtbot: QtBot, window: MainWindow) -> None:
    received: list[Incoming] = []
    window.drop_area.received.connect(received.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/a b.txt")])
    drop(window, mime)
    assert [str(item) for item in received[0].items] == ["/tmp/a b.txt"]


def test_drag_that_leaves_takes_the_sheet_along(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("words")
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(window, enter)
    assert window.drop_area.sheet.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_area.sheet.isVisible()


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("width", [420, 700, 1000, 1900])
def test_every_place_fits_every_width(window: MainWindow, place: Place, width: int) -> None:
    window.show_place(place)
    window.resize(width, 600)
    assert window.width() == width
    assert not window.grab().isNull()


@pytest.mark.parametrize("width", [420, 480, 560, 620, 700, 1000])
def test_no_words_of_the_page_are_cut_off(
    window: MainWindow, theme: Theme, opened: Callable[..., Any], width: int
) -> None:
    window.setStyleSheet(stylesheet(theme.palette))
    window.show_place(Place.READING)
    window.reader.show_article(opened(records.article()))
    window.show()
    window.resize(width, 600)
    window.reading.setSizes([width, 1])
    QApplication.processEvents()
    view, content = window.reader.view, window.reader.view.content
    assert content is not None
    assert content.measure + 2 * GUTTER <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_theme_reaches_every_panel(window: MainWindow, theme: Theme) -> None:
    light = window.grab().toImage()
    theme.set_choice("dark")
    dark = window.grab().toImage()
    for x, y in ((100, 700), (400, 800), (900, 800), (700, 45)):
        assert light.pixelColor(x, y).lightness() > 200
        assert dark.pixelColor(x, y).lightness() < 70
