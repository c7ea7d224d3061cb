import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from clipreader.settings import Settings
from clipreader.ui.main_window import MainWindow
from clipreader.ui.shortcuts_dialog import ShortcutsDialog, keys_of


@pytest.fixture
def dialog(qtbot, theme):
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    return ShortcutsDialog(window.verbs, window)


def shown(dialog):
    items = (dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount()))
    return {item.text(0): item.text(1) for item in items if not item.isHidden()}


def narrow(dialog, words):
    dialog.findChild(QLineEdit).setText(words)
    return shown(dialog)


def test_every_verb_with_a_key_has_its_line(dialog):
    found = shown(dialog)
    assert found["Yellow"] == "1"
    assert found["Undo"].startswith("Ctrl+Z")
    assert not any("&&" in words or words.endswith("…") for words in found)
    assert all(found.values())


def test_undo_is_called_undo_whatever_it_would_undo(qtbot, theme):
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    window.verbs["undo"].setText("Undo import")
    found = shown(ShortcutsDialog(window.verbs, window))
    assert "Undo" in found
    assert "Undo import" not in found


def test_it_narrows_by_verb_and_by_key(dialog):
    assert set(narrow(dialog, "sidebar")) == {"Sidebar"}
    assert "Sidebar" in narrow(dialog, "f9")
    assert narrow(dialog, "no such verb") == {}
    assert len(narrow(dialog, "")) == dialog.list.topLevelItemCount()


def test_a_key_is_named_once(qapp):
    action = QAction()
    action.setShortcuts(["Ctrl+Q", "Ctrl+Q", "Alt+X"])
    assert keys_of(action) == "Ctrl+Q, Alt+X"
