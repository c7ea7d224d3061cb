import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from clipreader.settings import Settings
from clipreader.ui.empty_state import EmptyState
from clipreader.ui.main_window import MainWindow
from tests.ui import hands


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow(theme, Settings())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def empty(qtbot, theme, window):
    made = EmptyState(window.verbs, theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.mark.parametrize("verb", ["import_files", "paste", "samples"])
def test_there_are_three_ways_to_begin(empty, window, verb):
    done = []
    window.verbs[verb].triggered.connect(lambda: done.append(verb))
    for button in empty.findChildren(QPushButton):
        if button.toolTip() == window.verbs[verb].toolTip():
            assert button.accessibleName()
            button.click()
    assert done == [verb]


@pytest.mark.parametrize("size", [(1_600, 1_000), (560, 420), (300, 300)])
def test_the_buttons_can_be_reached_at_any_size(empty, size):
    empty.resize(*size)
    for button in empty.findChildren(QPushButton):
        assert button.geometry().top() >= 0
        assert button.geometry().bottom() <= empty.height()


def test_the_frame_is_drawn_around_the_middle(empty, theme):
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = empty.grab().toImage()
        ground = image.pixelColor(5, 5)
        edge = QRect((empty.width() - 520) // 2 - 2, 200, 5, 200)
        assert 200 < hands.pixels(image, ground, edge) < 5 * 200 - 100, "dashes"
