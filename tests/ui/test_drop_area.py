import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from clipreader.ui.drop_area import DropArea
from clipreader.ui.palette import contrast
from tests.ui import hands

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLACE = QPointF(50, 50)


@pytest.fixture
def area(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    field = QTextEdit(window)
    window.show()
    made = DropArea(theme, window)
    made.claim(field)
    made.window_kept, made.field = window, field
    made.told = []
    made.received.connect(made.told.append)
    return made


def words(text):
    mime = QMimeData()
    mime.setText(text)
    return mime


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def enter(area, mime):
    event = QDragEnterEvent(PLACE, MOVE | COPY, mime, LEFT, hands.NO_KEY)
    event.ignore()
    QApplication.sendEvent(area.window_kept, event)
    return event


def drop(area, mime):
    enter(area, mime)
    event = QDropEvent(PLACE, MOVE | COPY, mime, LEFT, hands.NO_KEY)
    QApplication.sendEvent(area.window_kept, event)
    return event


@pytest.mark.parametrize("mime", [words("An article"), files("/tmp/a.txt")])
def test_a_drag_of_something_shows_the_sheet_over_the_whole_window(area, mime):
    event = enter(area, mime)
    assert event.isAccepted()
    assert event.dropAction() == COPY, "what is dragged in stays where it was"
    assert area.sheet.isVisible()
    assert area.sheet.geometry() == area.window_kept.rect()


def test_a_drag_of_nothing_is_let_be(area):
    assert not enter(area, QMimeData()).isAccepted()
    assert not area.sheet.isVisible()


def test_leaving_takes_the_sheet_away(area):
    enter(area, words("x"))
    QApplication.sendEvent(area.window_kept, QDragLeaveEvent())
    assert not area.sheet.isVisible()


def test_a_drop_hands_over_what_it_holds(area):
    event = drop(area, files("/tmp/a b.txt", "/tmp/c.md"))
    assert [str(item) for item in area.told[0].items] == ["/tmp/a b.txt", "/tmp/c.md"]
    assert event.dropAction() == COPY
    assert not area.sheet.isVisible()


def test_dropped_words_are_a_source(area):
    drop(area, words("A headline\n\nWords."))
    (source,) = area.told[0].items
    assert source.data.decode() == "A headline\n\nWords."
    assert source.name == "dropped text"


def test_what_leads_to_no_page_is_refused_in_a_sentence(area):
    drop(area, words("ftp://example.org/a"))
    assert area.told[0].items == ()
    assert area.told[0].refused.endswith(".")


def test_what_lies_in_the_window_lets_drops_through(area):
    assert not area.field.acceptDrops()
    assert not area.field.viewport().acceptDrops()


def test_the_sheet_is_a_veil_in_the_colours_of_the_theme(area, theme):
    enter(area, words("x"))
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = area.sheet.grab().toImage()
        assert hands.pixels(image, theme.palette.accent) > 200


def test_the_words_of_the_sheet_stand_on_a_quiet_ground(area, theme):
    area.field.setStyleSheet("background: black; border: none;")
    area.field.setGeometry(area.window_kept.rect())
    enter(area, words("A text"))
    image = area.window_kept.grab().toImage()
    ground = image.pixelColor(40, 40)
    assert contrast(ground, theme.palette.page) < 1.2
