from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from clipreader.ui import theme as look
from clipreader.ui.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize(
    ("choice", "scheme", "dark"),
    [
        ("light", Qt.ColorScheme.Dark, False),
        ("dark", Qt.ColorScheme.Light, True),
        ("system", Qt.ColorScheme.Dark, True),
        ("system", Qt.ColorScheme.Light, False),
        ("system", Qt.ColorScheme.Unknown, False),
        ("mauve", Qt.ColorScheme.Dark, True),
    ],
)
def test_the_choice_goes_before_the_system(monkeypatch, choice, scheme, dark):
    hints = SimpleNamespace(colorScheme=lambda: scheme)
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: hints))
    assert Theme(choice).is_dark is dark


def test_a_switch_is_announced_once(qtbot):
    theme = Theme("light")
    heard = []
    theme.changed.connect(lambda: heard.append(theme.palette))
    theme.set_choice("dark")
    theme.set_choice("dark")
    assert heard == [DARK]


def test_the_whole_app_is_dressed(qapp_fonts):
    before = qapp_fonts.palette(), qapp_fonts.styleSheet(), qapp_fonts.font()
    theme = Theme("dark")
    theme.apply(qapp_fonts)
    try:
        assert qapp_fonts.palette().color(QPalette.ColorRole.Window) == DARK.side
        assert DARK.card.name() in qapp_fonts.styleSheet()
        theme.set_choice("light")
        assert qapp_fonts.palette().color(QPalette.ColorRole.Window) == LIGHT.side
        assert DARK.card.name() not in qapp_fonts.styleSheet()
    finally:
        qapp_fonts.setPalette(before[0])
        qapp_fonts.setStyleSheet(before[1])
        qapp_fonts.setFont(before[2])


def test_every_name_of_the_stylesheet_has_a_colour():
    assert "$" not in look.stylesheet(LIGHT)
