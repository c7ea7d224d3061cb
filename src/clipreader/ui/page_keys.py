"""The keys that mean something on the page, and the wishes they stand for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

PLAIN_KEYS = {
    Qt.Key.Key_1: "yellow",
    Qt.Key.Key_2: "green",
    Qt.Key.Key_3: "blue",
    Qt.Key.Key_4: "pink",
    Qt.Key.Key_5: "violet",
    Qt.Key.Key_T: "tag",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}
"""Keys that mean something on the page when pressed alone."""

EDGE_KEYS = {
    Qt.Key.Key_Left: "end-back",
    Qt.Key.Key_Right: "end-on",
    Qt.Key.Key_Up: "start-back",
    Qt.Key.Key_Down: "start-on",
}
"""Keys that, with Alt and Shift, move an edge of the current highlight by a word."""

_EDGE_MODIFIERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def wish_of(event: QKeyEvent) -> str:
    """Return the wish that a key stands for, see ``Marking.act``; empty if it has none here."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return PLAIN_KEYS.get(Qt.Key(event.key()), "")
    if modifiers == _EDGE_MODIFIERS:
        return EDGE_KEYS.get(Qt.Key(event.key()), "")
    return ""
