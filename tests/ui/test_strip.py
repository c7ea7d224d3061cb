import pytest
from PySide6.QtWidgets import QPushButton

from clipreader.ui.strip import Strip
from tests.ui import hands

WORDS = "This <b>article</b> is in the trash."


@pytest.fixture
def strip(qtbot, theme):
    made = Strip(theme, "trash-2", "Restore", "Restore this article")
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


def test_a_warning_stands_out_in_the_colours_of_the_theme(qtbot, theme):
    banner = Strip(theme, "triangle-alert", "Try again", "Try to open it again", warns=True)
    qtbot.addWidget(banner)
    banner.resize(700, 40)
    banner.tell(WORDS)
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = banner.grab().toImage()
        assert hands.pixels(image, theme.palette.danger) > 0, "the sign"
        assert hands.pixels(image, theme.palette.card) > image.width() * image.height() / 3


def test_it_wears_the_quiet_colours_of_the_theme(strip, theme):
    strip.tell(WORDS)
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = strip.grab().toImage()
        assert hands.pixels(image, theme.palette.side) > image.width() * image.height() / 3


def test_a_second_button_declines(qtbot, theme):
    strip = Strip(theme, "folder", "Go on", "Go on with it", decline=("Forget", "Not again"))
    qtbot.addWidget(strip)
    strip.tell(WORDS)
    first, second = strip.findChildren(QPushButton)
    assert second.accessibleName() == "Not again"
    with qtbot.waitSignal(strip.declined), qtbot.assertNotEmitted(strip.pressed):
        second.click()
    with qtbot.waitSignal(strip.pressed), qtbot.assertNotEmitted(strip.declined):
        first.click()


def test_without_words_there_is_no_second_button(strip):
    strip.tell(WORDS)
    assert [one.isVisible() for one in strip.findChildren(QPushButton)] == [True, False]
