import pytest
from PySide6.QtWidgets import QComboBox, QSlider

from clipreader.model import Colour
from clipreader.settings import LINKS, Settings
from clipreader.ui.plain import PlainLabel
from clipreader.ui.settings_dialog import SettingsDialog

FOLDER = "/home/ana/R&D <b>library</b>"


@pytest.fixture
def dialog(qtbot):
    made = SettingsDialog(Settings(colour="blue", theme="light"), FOLDER)
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(made.told.append)
    return made


def test_it_shows_what_is_set(dialog):
    assert dialog.findChild(QComboBox).currentText() == "Blue"
    assert FOLDER in [label.text() for label in dialog.findChildren(PlainLabel)]


@pytest.mark.parametrize("colour", [one for one in Colour if one != Colour.BLUE])
def test_the_colour_of_a_new_highlight(dialog, colour):
    choice = dialog.findChild(QComboBox)
    choice.setCurrentIndex(choice.findData(colour.value))
    assert dialog.told == [Settings(colour=colour.value, theme="light")]


@pytest.mark.parametrize("choice", LINKS[1:])
def test_what_is_done_with_links(dialog, choice):
    _, links = dialog.findChildren(QComboBox)
    assert links.currentText() == "Ask each time"
    links.setCurrentIndex(links.findData(choice))
    assert dialog.told == [Settings(colour="blue", theme="light", links=choice)]


def test_neither_change_takes_the_other_back(dialog):
    size = next(s for s in dialog.findChildren(QSlider) if s.accessibleName() == "Text size")
    size.setValue(size.value() + 4)
    choice = dialog.findChild(QComboBox)
    choice.setCurrentIndex(choice.findData("pink"))
    size.setValue(size.value() + 4)
    last = dialog.told[-1]
    assert (last.colour, last.font_size) == ("pink", Settings().font_size + 4)


def test_a_colour_that_is_none_is_no_error(qtbot):
    made = SettingsDialog(Settings(colour="mauve"), FOLDER)
    qtbot.addWidget(made)
    assert made.findChild(QComboBox).count() == len(Colour)
