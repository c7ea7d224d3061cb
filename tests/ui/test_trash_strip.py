import pytest
from PySide6.QtWidgets import QPushButton

from clipreader.ui.trash_strip import TrashStrip
from tests.ui import hands


@pytest.fixture
def strip(qtbot, theme):
    made = TrashStrip(theme)
    qtbot.addWidget(made)
    made.resize(600, 40)
    return made


def test_it_is_hidden_until_it_is_wanted(strip):
    assert strip.isHidden()


def test_restore_asks(qtbot, strip):
    strip.show()
    with qtbot.waitSignal(strip.restore_asked):
        strip.findChild(QPushButton).click()


def test_it_wears_the_quiet_colours_of_the_theme(strip, theme):
    strip.show()
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = strip.grab().toImage()
        assert hands.pixels(image, theme.palette.side) > image.width() * image.height() / 3
