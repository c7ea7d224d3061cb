import itertools

import pytest
from PySide6.QtGui import QKeySequence

from clipreader.settings import Settings
from clipreader.ui import menus
from clipreader.ui.main_window import MainWindow

WHOLE = (menus.FILE, menus.EDIT, menus.VIEW, menus.ARTICLE, menus.HIGHLIGHT, menus.HELP)


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow(theme, Settings())
    qtbot.addWidget(made)
    return made


def test_the_bar_has_six_menus_with_keys_of_their_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    assert [title.replace("&", "") for title in titles] == [
        *("File", "Edit", "View", "Article", "Highlight", "Help")
    ]
    keys = [QKeySequence.mnemonic(title).toString() for title in titles]
    assert len(set(keys)) == 6


@pytest.mark.parametrize("names", WHOLE)
def test_no_line_stands_at_an_end_or_by_another(names):
    assert names[0]
    assert names[-1]
    assert "" not in [a + b for a, b in itertools.pairwise(names)]
    named = [name for name in names if name]
    assert len(named) == len(set(named))


def test_the_menu_over_a_row_has_its_verbs(window):
    menu = menus.list_menu(window.verbs, window)
    found = ["" if action.isSeparator() else action for action in menu.actions()]
    assert found == [name and window.verbs[name] for name in menus.IN_LIST]
