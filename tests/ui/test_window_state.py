from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from clipreader.settings import Settings
from clipreader.ui.main_window import MainWindow
from clipreader.ui.theme import Theme


def window(qtbot: QtBot, theme: Theme, packed: str = "") -> MainWindow:
    made = MainWindow(theme, Settings(window=packed))
    qtbot.addWidget(made)
    if not packed.startswith('{"geometry": "A'):
        made.resize(1000, 700)  # wider than the offscreen screen, where the sidebar would fold
    made.show()
    return made


def test_size_and_panels_come_back(qtbot: QtBot, theme: Theme) -> None:
    first = window(qtbot, theme)
    first.resize(700, 560)  # the offscreen screen is 800 pixels wide
    first.reading.setSizes([240, 460])
    second = window(qtbot, theme, first.packed())
    assert (second.width(), second.height()) == (700, 560)
    assert abs(second.articles.width() - 240) <= 2


@pytest.mark.parametrize("folded", [True, False])
def test_sidebar_stays_as_the_person_left_it(qtbot: QtBot, theme: Theme, folded: bool) -> None:
    first = window(qtbot, theme)
    if folded:
        first.verbs["sidebar"].trigger()
    restored = MainWindow(theme, Settings(window=first.packed()))
    qtbot.addWidget(restored)
    assert restored.sidebar.isHidden() == folded
    assert restored.verbs["sidebar"].isChecked() != folded


@pytest.mark.parametrize(
    "packed",
    ["", "nonsense", "[1]", '{"geometry": 3}', '{"geometry": "§§"}', '{"outer": "AAAA"}', "null"],
)
def test_nonsense_is_passed_over(qtbot: QtBot, theme: Theme, packed: str) -> None:
    assert window(qtbot, theme, packed).sidebar.isVisible()
