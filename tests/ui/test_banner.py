import pytest
from PySide6.QtWidgets import QPushButton

from clipreader.ui.banner import Banner
from tests.ui import hands

WORDS = "The folder “<b>R&D</b>” cannot be written."


@pytest.fixture
def banner(qtbot, theme):
    made = Banner(theme)
    qtbot.addWidget(made)
    made.resize(700, 40)
    return made


def test_it_is_there_while_there_is_something_to_say(banner):
    assert banner.words == ""
    banner.tell(WORDS)
    assert banner.isVisible()
    assert banner.words == WORDS
    banner.tell("")
    assert not banner.isVisible()
    assert banner.words == ""


def test_try_again_asks(qtbot, banner):
    banner.tell(WORDS)
    with qtbot.waitSignal(banner.retry_asked):
        banner.findChild(QPushButton).click()


def test_it_warns_in_the_colours_of_the_theme(banner, theme):
    banner.tell(WORDS)
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = banner.grab().toImage()
        assert hands.pixels(image, theme.palette.danger) > 0, "the sign"
        assert hands.pixels(image, theme.palette.card) > image.width() * image.height() / 3
