"""Size, place and panels of a window as a string, and back."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter


def pack(window: QMainWindow, splitters: Sequence[QSplitter], folded: bool) -> str:
    """Return the window's state; ``folded`` is whether the person folded the sidebar."""
    state = {"geometry": _words(window.saveGeometry()), "folded": folded}
    state |= {splitter.objectName(): _words(splitter.saveState()) for splitter in splitters}
    return json.dumps(state)


def unpack(packed: str, window: QMainWindow, splitters: Sequence[QSplitter]) -> bool:
    """Put the window in a packed state and return ``folded``; nonsense changes nothing."""
    try:
        found: Any = json.loads(packed) if packed else {}
    except ValueError:
        return False
    if not isinstance(found, dict):
        return False
    state = cast("Mapping[str, Any]", found)
    if geometry := _bytes(state.get("geometry")):
        window.restoreGeometry(geometry)
    for splitter in splitters:
        if sizes := _bytes(state.get(splitter.objectName())):
            splitter.restoreState(sizes)
    return state.get("folded") is True


def _words(state: QByteArray) -> str:
    return base64.b64encode(bytes(state.data())).decode("ascii")


def _bytes(words: object) -> QByteArray | None:
    if not isinstance(words, str):
        return None
    try:
        return QByteArray(base64.b64decode(words, validate=True))
    except (binascii.Error, ValueError):
        return None
