import pytest
from PySide6.QtWidgets import QPushButton

from clipreader.ui.page_strip import PageStrip
from tests.ui import hands

WORDS = "This <b>article</b> is in the trash."


@pytest.fixture
def strip(qtbot, theme):
    made = PageStrip(theme, "trash-2", "Restore", "Restore this article")
    qtbot.addWidget(made)
    made.resize(600, 40)
    return made


def test_it_is_there_while_there_is_something_to_say(strip):
    assert strip.isHidden()
    assert strip.words == ""
    strip.tell(WORDS)
    assert strip.isVisible()
    assert strip.words == WORDS
    strip.tell("")
    assert strip.isHidden()


def test_its_button_is_told(qtbot, strip):
    strip.tell(WORDS)
    button = strip.findChild(QPushButton)
    assert button.accessibleName() == "Restore this article"
    with qtbot.waitSignal(strip.pressed):
        button.click()


def test_it_wears_the_quiet_colours_of_the_theme(strip, theme):
    strip.tell(WORDS)
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = strip.grab().toImage()
        assert hands.pixels(image, theme.palette.side) > image.width() * image.height() / 3
