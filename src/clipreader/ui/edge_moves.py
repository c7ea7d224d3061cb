"""Where an edge of a highlight goes when it is dragged or moved by key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from clipreader.model import Span
from clipreader.ui.highlight_painter import Painted
from clipreader.ui.reader_view import ReaderView


class EdgeMoves(QObject):
    """Moves the edges of the current highlight, by mouse or by key.

    ``moved`` tells the highlight's id and its new span, in code points of the article's text.
    """

    moved = Signal(str, Span)

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        view.edge_dragged.connect(self._on_dragged)
        view.edge_released.connect(self._on_released)

    def move(self, name: str) -> bool:
        """Move an edge by a word, see ``moved_edge``; False if it cannot be moved so."""
        item = self._current()
        if item is None:
            return False
        found = moved_edge(item, name, self._cursor())
        if found is not None:
            self._tell(found)
        return found is not None

    def _current(self) -> Painted | None:
        painter = self._view.painter
        return painter.item(painter.current)

    def _on_dragged(self, edge: int, position: int) -> None:
        item = self._current()
        if item is not None:
            self._view.painter.preview = stretched(item, edge, position, self._cursor())
            self._view.viewport().update()

    def _on_released(self, edge: int, position: int) -> None:
        item = self._current()
        self._view.painter.preview = None
        self._view.viewport().update()
        if item is not None:
            self._tell(stretched(item, edge, position, self._cursor()))

    def _cursor(self) -> QTextCursor:
        return QTextCursor(self._view.document())

    def _tell(self, item: Painted) -> None:
        content = self._view.content
        span = content.map.span(item.begin, item.stop) if content else None
        if span is not None:
            self.moved.emit(item.id, span)


def stretched(item: Painted, edge: int, position: int, cursor: QTextCursor) -> Painted:
    """Return a highlight with one edge (0 begin, 1 stop) moved; it keeps a character at least.

    A character is what a reader calls one: a letter with its accents, an emoji of several codes.
    The cursor is one of the document, and is moved.
    """
    moves = QTextCursor.MoveOperation
    cursor.setPosition(item.stop if edge == 0 else item.begin)
    cursor.movePosition(moves.PreviousCharacter if edge == 0 else moves.NextCharacter)
    if edge == 0:
        return replace(item, begin=min(position, cursor.position()))
    return replace(item, stop=max(position, cursor.position()))


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
    edge = 0 if name.startswith("start") else 1
    found = stretched(item, edge, cursor.position(), cursor)
    return found if found != item else None


def _leave_space_behind(cursor: QTextCursor) -> None:
    """Step back over the white space that stands before the word that was given up."""
    document = cursor.document()
    position = cursor.position()
    while position > 0 and document.characterAt(position - 1).isspace():
        position -= 1
    cursor.setPosition(position)
