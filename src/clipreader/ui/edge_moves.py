"""Where an edge of a highlight goes when it is dragged or moved by key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from clipreader.ui.highlight_painter import Painted


def stretched(item: Painted, edge: int, position: int) -> Painted:
    """Return a highlight with one edge (0 begin, 1 stop) moved; it keeps a character at least."""
    if edge == 0:
        return replace(item, begin=min(position, item.stop - 1))
    return replace(item, stop=max(position, item.begin + 1))


def moved_edge(item: Painted, name: str, cursor: QTextCursor) -> Painted | None:
    """Return a highlight with an edge a word further, or None if ``name`` is no such move.

    Names: "start-back", "start-on", "end-back", "end-on".
    """
    moves = QTextCursor.MoveOperation
    words = {
        "start-back": (item.begin, moves.PreviousWord),
        "start-on": (item.begin, moves.NextWord),
        "end-back": (item.stop, moves.PreviousWord),
        "end-on": (item.stop, moves.EndOfWord),
    }
    if name not in words:
        return None
    position, move = words[name]
    cursor.setPosition(position)
    cursor.movePosition(move)
    if name == "end-on" and cursor.position() == position:
        cursor.movePosition(moves.NextWord)
        cursor.movePosition(moves.EndOfWord)
    if name == "end-back":
        _leave_space_behind(cursor)
    found = stretched(item, 0 if name.startswith("start") else 1, cursor.position())
    return found if found != item else None


def _leave_space_behind(cursor: QTextCursor) -> None:
    """Step back over the white space that stands before the word that was given up."""
    document = cursor.document()
    position = cursor.position()
    while position > 0 and document.characterAt(position - 1).isspace():
        position -= 1
    cursor.setPosition(position)
