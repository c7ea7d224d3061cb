"""Keys that belong to whoever is typing, and to no verb of the window.

Qt's fields claim most of their keys before a shortcut sees them, but not those that delete a
word or a line: Ctrl+Backspace in a note would put the article into the trash. On a plain X desktop
they claim some that no one expects there: Ctrl+E is then the end of the line, and nothing is
exported while the search field has the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STANDARD = QKeySequence.StandardKey
_LEFT_TO_VERBS = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+K"))
_DELETING = (_STANDARD.DeleteStartOfWord, _STANDARD.DeleteEndOfWord, _STANDARD.DeleteCompleteLine)


def claim(event: QEvent) -> bool:
    """Claim a key for the field that has the keyboard; False if it is none that is claimed here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(key) for key in _DELETING):
        return False
    event.accept()
    return True


def leave(event: QEvent) -> bool:
    """Leave a key to the window's verbs; False if it is none of those."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if QKeySequence(event.keyCombination()) not in _LEFT_TO_VERBS:
        return False
    event.ignore()
    return True


class TextLine(QLineEdit):
    """A line to type in that keeps its keys."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys that delete words, leave those of the search and the export."""
        return claim(event) or leave(event) or super().event(event)
