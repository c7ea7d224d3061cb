import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clipreader.model import Colour
from clipreader.ui.page_keys import wish_of
from tests.ui.hands import EDGE_KEYS, NO_KEY

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def wish(key, modifiers=NO_KEY):
    return wish_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def test_the_digits_are_the_colours_in_their_order():
    keys = (K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5)
    assert [wish(key) for key in keys] == [colour.value for colour in Colour]


@pytest.mark.parametrize(
    ("key", "modifiers", "asked"),
    [
        (K.Key_T, NO_KEY, "tag"),
        (K.Key_N, NO_KEY, "note"),
        (K.Key_Delete, NO_KEY, "delete"),
        (K.Key_Backspace, NO_KEY, "delete"),
        (K.Key_Escape, NO_KEY, "leave"),
        (K.Key_Return, NO_KEY, "open"),
        (K.Key_Left, EDGE_KEYS, "end-back"),
        (K.Key_Right, EDGE_KEYS, "end-on"),
        (K.Key_Up, EDGE_KEYS, "start-back"),
        (K.Key_Down, EDGE_KEYS, "start-on"),
        (K.Key_1, Qt.KeyboardModifier.KeypadModifier, "yellow"),
        # What the window and the text edit keep for themselves:
        (K.Key_1, CONTROL, ""),
        (K.Key_N, CONTROL, ""),
        (K.Key_T, SHIFT, ""),
        (K.Key_Left, SHIFT, ""),
        (K.Key_Up, Qt.KeyboardModifier.AltModifier, ""),
        (K.Key_6, NO_KEY, ""),
        (K.Key_Space, NO_KEY, ""),
        (K.Key_Down, NO_KEY, ""),
    ],
)
def test_a_key_means_one_thing(key, modifiers, asked):
    assert wish(key, modifiers) == asked
