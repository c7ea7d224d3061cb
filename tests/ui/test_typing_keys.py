from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from clipreader.settings import Settings
from clipreader.ui.main_window import MainWindow
from clipreader.ui.note_editor import NoteEditor
from clipreader.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
FIELDS = ("search", "find", "tag", "note")


@pytest.fixture
def fields(qtbot: QtBot, theme: Theme) -> dict[str, QWidget]:
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    note = NoteEditor("", window)
    return {
        "window": window,  # nothing else holds it, and its fields would go with it
        "search": window.toolbar.search,
        "find": window.find_bar.line,
        "tag": window.reader.tagging.editor.field,
        "note": note,
    }


def claims(field: QWidget, key: Qt.Key) -> bool:
    """Say whether a field keeps a key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("name", FIELDS)
def test_deleting_a_word_is_for_the_field_and_not_for_the_window(
    fields: dict[str, QWidget], name: str
) -> None:
    field = fields[name]
    assert claims(field, Qt.Key.Key_Backspace)
    assert claims(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, "two words")
    QTest.keyClick(field, Qt.Key.Key_Backspace, CONTROL)
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    left = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert left.strip() == "two"


@pytest.mark.parametrize("name", FIELDS)
def test_undo_is_for_a_field_only_once_something_was_written_there(
    fields: dict[str, QWidget], name: str
) -> None:
    assert not claims(fields[name], Qt.Key.Key_Z)
    QTest.keyClicks(fields[name], "words")
    assert claims(fields[name], Qt.Key.Key_Z)


@pytest.mark.parametrize("name", FIELDS)
def test_other_keys_of_the_window_pass_a_field_by(fields: dict[str, QWidget], name: str) -> None:
    for key in (Qt.Key.Key_D, Qt.Key.Key_K, Qt.Key.Key_E):
        assert not claims(fields[name], key)


@pytest.mark.parametrize("name", FIELDS[:3])
def test_a_field_that_would_keep_a_key_of_the_window_leaves_it(
    fields: dict[str, QWidget], name: str
) -> None:
    for key in (Qt.Key.Key_K, Qt.Key.Key_E):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        event.accept()
        fields[name].event(event)
        assert not event.isAccepted()
