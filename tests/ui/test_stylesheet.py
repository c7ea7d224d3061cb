import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

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
