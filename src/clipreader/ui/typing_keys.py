"""Keys that belong to whoever is typing, and to no verb of the window.

Qt's fields claim most of their keys before a shortcut sees them, but not those that delete a
word or a line: Ctrl+Backspace in a note would put the article into the trash. On a plain X desktop
they claim some that no one expects there: Ctrl+E is then the end of the line, and nothing is
exported while the search field has the keyboard. And in a field where nothing was written, the
keys of undo and redo mean the library’s last step.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

_STANDARD = QKeySequence.StandardKey
_LEFT_TO_VERBS = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+K"))
_HISTORY = (_STANDARD.Undo, _STANDARD.Redo)
_DELETING = (_STANDARD.DeleteStartOfWord, _STANDARD.DeleteEndOfWord, _STANDARD.DeleteCompleteLine)


Field: TypeAlias = QLineEdit | QTextEdit | QPlainTextEdit
"""What a person can write in."""


def claim(event: QEvent) -> bool:
    """Claim a key for the field that has the keyboard; False if it is none that is claimed here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(key) for key in _DELETING):
        return False
    event.accept()
    return True


def is_touched(field: Field) -> bool:
    """Say whether something was written in a field, even if all of it was taken back."""
    history = field if isinstance(field, QLineEdit) else field.document()
    return history.isUndoAvailable() or history.isRedoAvailable()


def leave(event: QEvent, field: Field) -> bool:
    """Leave a key to the window's verbs; False if it is none of those."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_history = any(event.matches(key) for key in _HISTORY)
    if is_history and is_touched(field):
        return False
    if not is_history and QKeySequence(event.keyCombination()) not in _LEFT_TO_VERBS:
        return False
    event.ignore()
    return True


class TextLine(QLineEdit):
    """A line to type in that keeps its keys."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys that delete words, leave those that mean something in the window."""
        return claim(event) or leave(event, self) or super().event(event)
