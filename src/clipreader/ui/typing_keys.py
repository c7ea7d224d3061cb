"""Keys that belong to whoever is typing, and to no verb of the window.

Qt's fields claim most of their keys before a shortcut sees them, but not those that delete a
word or a line: Ctrl+Backspace in a note would put the article into the trash.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STANDARD = QKeySequence.StandardKey
_DELETING = (_STANDARD.DeleteStartOfWord, _STANDARD.DeleteEndOfWord, _STANDARD.DeleteCompleteLine)


def claim(event: QEvent) -> bool:
    """Claim a key for the field that has the keyboard; False if it is none that is claimed here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(key) for key in _DELETING):
        return False
    event.accept()
    return True


class TextLine(QLineEdit):
    """A line to type in that keeps its keys."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys that delete words."""
        return claim(event) or super().event(event)
