"""A read-only text edit that knows where the cells of a table stand.

Qt's hit test takes the first line at the height of a point, which in a row of a table is always
one of the first column. So whatever a mouse or an arrow key does in a row is answered here; all
else is Qt's. Rows are known by the number of their block.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QTextEdit, QWidget

from clipreader.ui import table_lines
from clipreader.ui.reader_tables import Breadth, SetRow
from clipreader.ui.table_steps import further
from clipreader.ui.wide_tables import WideTables

_KEYS = QKeySequence.StandardKey
_LINE_KEYS = (
    (_KEYS.MoveToNextLine, 1, False),
    (_KEYS.MoveToPreviousLine, -1, False),
    (_KEYS.SelectNextLine, 1, True),
    (_KEYS.SelectPreviousLine, -1, True),
)
_PAGE_KEYS = (
    (_KEYS.MoveToNextPage, 1, False),
    (_KEYS.MoveToPreviousPage, -1, False),
    (_KEYS.SelectNextPage, 1, True),
    (_KEYS.SelectPreviousPage, -1, True),
)


_A_NOTCH = 0.4
"""Pixels for each eighth of a degree that a wheel is turned: 48 for a notch."""


class TableEdit(QTextEdit):
    """Shows a document of which some blocks are rows of tables."""

    _rows: Mapping[int, SetRow] = {}
    _anchor: int | None = None
    _word: tuple[int, int] | None = None
    _holds = False
    _busy = False
    _goal = (-1, 0.0)
    _gripped: tuple[Breadth, float] | None = None

    slid = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wide = WideTables()
        self.cursorPositionChanged.connect(self._reveal)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)

    def set_rows(self, rows: Mapping[int, SetRow]) -> None:
        """Say which blocks of the document are rows, and set their lines in columns."""
        self._rows = rows
        self._anchor = self._word = None
        if rows:
            self.document().documentLayout().documentSize()
        self.wide.set_rows(rows, self.document())
        for number in rows:
            self.set_row_again(self.document().findBlockByNumber(number))

    def set_row_again(self, block: QTextBlock) -> None:
        """Set the lines of a block in columns again if it is a row that Qt has laid out anew."""
        row = self._rows.get(block.blockNumber()) if self._rows else None
        if row is not None:
            table_lines.lay(block, row)
            self.wide.put(block)

    def offset(self) -> QPointF:
        """Return the document coordinates of the viewport's upper left corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def select(self, anchor: int, position: int) -> None:
        """Select a range as if the person had; the caret stands at its second end."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """Return a cursor at the place nearest to a point of the viewport, in its own cell."""
        found = super().cursorForPosition(pos)
        place = self._place(QPointF(pos), found.block()) if self._rows else None
        if place is not None:
            found.setPosition(place)
        return found

    def anchorAt(self, pos: QPoint) -> str:
        """Return the address of the link at a point of the viewport; empty if there is none."""
        place = self._cell_place(QPointF(pos))
        if place is None:
            return super().anchorAt(pos)
        block = self.document().findBlock(place)
        point = QPointF(pos) + self.offset() - block.layout().position()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if line.naturalTextRect().contains(point):
                return self._link_on(block, line.xToCursor(point.x(), _ON_CHARACTER))
        return ""

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret into the cell under the mouse; the third click takes the whole cell."""
        at = event.position() + self.offset()
        near = super().cursorForPosition(event.position().toPoint()).block()
        self._gripped = self.wide.grip(near, at)
        if self._gripped is not None:
            return
        place = self._cell_place(event.position())
        before = self.textCursor()
        inside = place is not None and before.selectionStart() <= place < before.selectionEnd()
        further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        left = event.button() == Qt.MouseButton.LeftButton
        if place is not None and left and not (further or inside):
            self.select(place, place)  # else Qt might take the press for a drag of the selection
        self._busy = place is not None  # Qt puts the caret where this is not meant
        super().mousePressEvent(event)
        self._busy = False
        after = self.textCursor()
        same = (after.anchor(), after.position()) == (before.anchor(), before.position())
        self._anchor = self._word = None
        self._holds = after.hasSelection() and same and not further
        if place is None or not left or self._holds:
            return
        if after.hasSelection() and not further:
            self.select(*self._cell_around(place))
            return
        self._anchor = before.anchor() if further else place
        self.select(self._anchor, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection to the cell under the mouse."""
        if self._gripped is not None:
            of, by = self._gripped
            self._slide(of, (event.position().x() - by) * of.width / of.room)
            return
        self._busy = bool(self._rows) and bool(event.buttons())
        super().mouseMoveEvent(event)
        self._busy = False
        if not event.buttons() & Qt.MouseButton.LeftButton or self._holds or not self._rows:
            return
        place = self.cursorForPosition(event.position().toPoint()).position()
        if self._word is not None:
            self.select(*self._by_words(self._word, place))
        elif self._anchor is not None:
            self.select(self._anchor, place)
        elif self._cell_place(event.position()) is not None:
            self.select(self.textCursor().anchor(), place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began; a click upon the selection puts the caret into its cell."""
        if self._gripped is not None:
            self._gripped = None
            return
        super().mouseReleaseEvent(event)
        place = self._cell_place(event.position()) if self._holds else None
        if place is not None and not self.textCursor().hasSelection():
            self.select(place, place)
        self._holds = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        place = self._cell_place(event.position())
        self._busy = place is not None
        super().mouseDoubleClickEvent(event)
        self._busy = False
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._word = self._word_at(place)
            self.select(*self._word)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Slide the wide table under the mouse sideways: the wheel's other axis, or Shift."""
        turned, moved = event.angleDelta(), event.pixelDelta()
        by = float(moved.x()) if moved.x() else turned.x() * _A_NOTCH
        if not by and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = turned.y() * _A_NOTCH
        place = self._cell_place(event.position()) if by else None
        row = self.wide.row(self.document().findBlock(place)) if place is not None else None
        if row is None:
            super().wheelEvent(event)
            return
        self._slide(row.of, self.wide.slid(row.of) - by)
        event.accept()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down within the column of a table, and by pages past tables."""
        for keys, step in ((_LINE_KEYS, self._line_on), (_PAGE_KEYS, self._page_on)):
            found = next((k for k in keys if self._rows and event.matches(k[0])), None)
            place = step(found[1]) if found else None
            if found and place is not None:
                self.select(self.textCursor().anchor() if found[2] else place, place)
                event.accept()
                return
        super().keyPressEvent(event)

    def _line_on(self, by: int) -> int | None:
        """Return the place a line further in the same column; None where Qt finds it as well."""
        position = self.textCursor().position()
        block = self.document().findBlock(position)
        began, x = self._goal  # the side at which a run of steps began is kept
        x = x if began == position else table_lines.x_at(block, position)
        found = further(self._rows, block, position, x, by)
        if found is not None:
            self._goal = (found, x)
        return found

    def _page_on(self, by: int) -> int | None:
        """Scroll by a page and return the place where the caret then is; None at either end.

        Qt goes on line by line until it has covered a page, and would count the cells of a row
        one after the other.
        """
        bar, at = self.verticalScrollBar(), self.cursorRect().center()
        actions = QAbstractSlider.SliderAction
        before = bar.value()
        bar.triggerAction(actions.SliderPageStepAdd if by > 0 else actions.SliderPageStepSub)
        height = self.viewport().height()
        point = QPoint(at.x(), min(max(at.y(), 0), height - 1))
        return self.cursorForPosition(point).position() if bar.value() != before else None

    # -- inside

    def _slide(self, of: Breadth, to: float) -> None:
        if self.wide.slide(of, to):
            self.viewport().update()
            self.slid.emit()

    def _reveal(self) -> None:
        """Slide the table under the caret so that the caret can be seen."""
        if self._busy or not self._rows:
            return
        position = self.textCursor().position()
        block = self.document().findBlock(position)
        row = self.wide.row(block)
        if row is not None and self.wide.reveal(block, table_lines.x_at(block, position)):
            self.viewport().update()
            self.slid.emit()

    def _stay(self) -> None:
        """Let nothing scroll sideways: the one line in which Qt sets a cell may be very long."""
        self.horizontalScrollBar().setRange(0, 0)

    def _cell_place(self, point: QPointF) -> int | None:
        """Return the place nearest to a point of the viewport, or None outside of tables."""
        if not self._rows:
            return None
        return self._place(point, super().cursorForPosition(point.toPoint()).block())

    def _place(self, point: QPointF, near: QTextBlock) -> int | None:
        at = point + self.offset()
        for block in (near, near.previous(), near.next()):
            row = self._rows.get(block.blockNumber()) if block.isValid() else None
            top = table_lines.top_of(block) if row else 0.0
            if row is not None and top <= at.y() < top + row.height:
                return table_lines.position_in(block, row, at)
        return None

    def _word_at(self, position: int) -> tuple[int, int]:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectionStart(), cursor.selectionEnd()

    def _by_words(self, word: tuple[int, int], position: int) -> tuple[int, int]:
        """Return anchor and position of a selection from one word to the one at a place."""
        begin, stop = self._word_at(position)
        return (word[1], begin) if position < word[0] else (word[0], max(stop, word[1]))

    def _cell_around(self, position: int) -> tuple[int, int]:
        block = self.document().findBlock(position)
        cell = table_lines.cell_of(self._rows[block.blockNumber()], position - block.position())
        return block.position() + cell.begin, block.position() + cell.end

    def _link_on(self, block: QTextBlock, inside: int) -> str:
        cursor = QTextCursor(block)
        cursor.setPosition(
            min(block.position() + inside + 1, block.position() + block.length() - 1)
        )
        return cursor.charFormat().anchorHref()


_ON_CHARACTER = QTextLine.CursorPosition.CursorOnCharacter
