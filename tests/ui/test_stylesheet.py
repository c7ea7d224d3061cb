import re

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QDialogButtonBox, QProxyStyle, QPushButton, QStyle

from clipreader.ui.palette import DARK, LIGHT
from clipreader.ui.stylesheet import stylesheet
from tests.ui import hands


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_colour_is_one_and_every_brace_is_closed(palette):
    rules = stylesheet(palette)
    assert "$" not in rules
    assert rules.count("{") == rules.count("}") > 30
    named = re.findall(r"#[0-9a-fA-F]+\b", rules)
    assert len(named) > 40
    assert all(QColor(name).isValid() and len(name) == 7 for name in named)


def test_the_themes_differ():
    assert stylesheet(LIGHT) != stylesheet(DARK)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_qt_understands_it_and_fills_the_primary_button(qtbot, qtlog, palette):
    button = QPushButton("Import")
    qtbot.addWidget(button)
    button.setProperty("primary", True)
    button.setStyleSheet(stylesheet(palette))
    button.resize(120, 40)
    button.show()
    image = button.grab().toImage()
    assert hands.pixels(image, palette.accent) > 0.5 * image.width() * image.height()
    assert not [record.message for record in qtlog.records if "parse" in record.message]


class PicturedStyle(QProxyStyle):
    """A style that puts pictures on the buttons of dialogs, as some desktops do."""

    def styleHint(self, hint, option=None, widget=None, returned=None):  # noqa: N802  (Qt's name)
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)

    def standardIcon(self, which, option=None, widget=None):  # noqa: N802  (Qt's name)
        """Have a picture on machines too where no icons are installed."""
        picture = QPixmap(16, 16)
        picture.fill(QColor("red"))
        return QIcon(picture)


@pytest.fixture
def undressed(qapp):
    """The application without a style sheet, which an earlier test may have left on it."""
    before = qapp.styleSheet()
    qapp.setStyleSheet("")
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("undressed")
@pytest.mark.parametrize("ours", [False, True])
def test_the_buttons_of_a_dialog_have_words_and_no_foreign_pictures(qtbot, ours):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    style = PicturedStyle("Fusion")
    box.setStyle(style)
    box.setStyleSheet(stylesheet(LIGHT) if ours else "")
    box.setStandardButtons(kinds.Save | kinds.Cancel | kinds.Close)
    box.show()
    assert len(box.buttons()) == 3
    assert any(not button.icon().isNull() for button in box.buttons()) != ours
