"""A read-only text edit that knows where the cells of a table stand.

Qt's hit test takes the first line at the height of a point, which in a row of a table is always
one of the first column. So whatever a mouse or an arrow key does in a row is answered here; all
else is Qt's. Rows are known by the number of their block.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QAbstractSlider, QTextEdit, QWidget

from clipreader.ui import table_lines
from clipreader.ui.reader_tables import Cell, SetRow

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


class TableEdit(QTextEdit):
    """Shows a document of which some blocks are rows of tables."""

    _rows: Mapping[int, SetRow] = {}
    _anchor: int | None = None
    _word: tuple[int, int] | None = None
    _holds = False
    _goal = (-1, 0.0)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)

    def set_rows(self, rows: Mapping[int, SetRow]) -> None:
        """Say which blocks of the document are rows, and set their lines in columns."""
        self._rows = rows
        self._anchor = self._word = None
        if rows:
            self.document().documentLayout().documentSize()
        for number, row in rows.items():
            table_lines.lay(self.document().findBlockByNumber(number), row)

    def set_row_again(self, block: QTextBlock) -> None:
        """Set the lines of a block in columns again if it is a row that Qt has laid out anew."""
        row = self._rows.get(block.blockNumber()) if self._rows else None
        if row is not None:
            table_lines.lay(block, row)

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
        place = self._cell_place(event.position())
        before = self.textCursor()
        inside = place is not None and before.selectionStart() <= place < before.selectionEnd()
        further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        left = event.button() == Qt.MouseButton.LeftButton
        if place is not None and left and not (further or inside):
            self.select(place, place)  # else Qt might take the press for a drag of the selection
        super().mousePressEvent(event)
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
        super().mouseMoveEvent(event)
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
        super().mouseReleaseEvent(event)
        place = self._cell_place(event.position()) if self._holds else None
        if place is not None and not self.textCursor().hasSelection():
            self.select(place, place)
        self._holds = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        super().mouseDoubleClickEvent(event)
        place = self._cell_place(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._word = self._word_at(place)
            self.select(*self._word)

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
        x = self._wished(block, position)
        found = self._further(block, position, x, by)
        if found is not None:
            self._goal = (found, x)
        return found

    def _wished(self, block: QTextBlock, position: int) -> float:
        """Return the x at which a run of steps began, in document coordinates."""
        return self._goal[1] if self._goal[0] == position else table_lines.x_at(block, position)

    def _further(self, block: QTextBlock, position: int, x: float, by: int) -> int | None:
        inside = position - block.position()
        row = self._rows.get(block.blockNumber())
        cell = table_lines.cell_of(row, inside) if row else None
        lines = self._lines(block, cell)
        line = block.layout().lineForTextPosition(inside)
        numbers = [each.lineNumber() for each in lines]
        if not line.isValid() or line.lineNumber() not in numbers:
            return None
        at = numbers.index(line.lineNumber()) + by
        if 0 <= at < len(lines):
            return table_lines.position_on(block, cell, lines[at], x) if row else None
        following = block.next() if by > 0 else block.previous()
        next_row = self._rows.get(following.blockNumber())
        if not following.isValid() or (row is None and next_row is None):
            return None
        left = following.layout().position().x()
        next_cell = table_lines.cell_at(next_row, x - left) if next_row else None
        ahead = self._lines(following, next_cell)
        return table_lines.position_on(following, next_cell, ahead[0 if by > 0 else -1], x)

    def _lines(self, block: QTextBlock, cell: Cell | None) -> list[QTextLine]:
        if cell is not None:
            return table_lines.lines_of_cell(block, cell)
        layout = block.layout()
        return [layout.lineAt(number) for number in range(layout.lineCount())]

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
