from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from clipreader.settings import Settings
from clipreader.ui import menus
from clipreader.ui.actions import Actions
from clipreader.ui.main_window import MainWindow
from clipreader.ui.shortcuts_dialog import ShortcutsDialog, keys_of
from clipreader.ui.theme import Theme


@pytest.fixture
def actions(qtbot: QtBot, theme: Theme) -> Iterator[Actions]:
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    yield window.verbs
    del window


def test_no_two_verbs_share_a_key(actions: Actions) -> None:
    keys = Counter(keys.toString() for name in actions for keys in actions[name].shortcuts())
    assert {key: number for key, number in keys.items() if number > 1} == {}


def test_every_verb_is_in_a_menu(actions: Actions) -> None:
    shown = {
        name
        for names in (
            menus.FILE,
            menus.EDIT,
            menus.VIEW,
            menus.ARTICLE,
            menus.HIGHLIGHT,
            menus.HELP,
        )
        for name in names
        if name
    }
    assert shown == set(actions)


def test_every_verb_says_its_key(actions: Actions) -> None:
    for name in actions:
        action = actions[name]
        assert action.toolTip()
        if keys_of(action):
            assert keys_of(action).split(", ")[0] in action.toolTip()


def test_shortcuts_dialog_lists_what_has_keys(qtbot: QtBot, actions: Actions) -> None:
    dialog = ShortcutsDialog(actions)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == sum(bool(keys_of(actions[n])) for n in actions)
    dialog._words.setText("undo")
    items = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    assert [item.text(0) for item in items if item and not item.isHidden()] == ["Undo"]
