"""Puts the lines of a table's rows into their columns, and says what stands where in them.

Qt lays a row out as one line for each cell, which together are as high as the row is to be. That
is replaced here by lines in columns, side by side. Whatever makes Qt lay the document out again
brings its own lines back; ``lay`` sees that and mends it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextLine, QTextOption

from clipreader.ui.line_boxes import PITCH, x_of
from clipreader.ui.reader_tables import Cell, SetRow

_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def reserve(spacing: QTextBlockFormat, row: SetRow) -> None:
    """Let Qt keep the height of a row free: it sets one line for each cell, and no more."""
    kind = QTextBlockFormat.LineHeightTypes.FixedHeight
    spacing.setNonBreakableLines(True)
    spacing.setLineHeight(row.height / len(row.cells), kind.value)
    spacing.setProperty(PITCH, row.pitch)
    spacing.setLeftMargin(0)
    spacing.setRightMargin(0)


def lay(block: QTextBlock, row: SetRow) -> None:
    """Set the lines of a row in their columns, unless they are."""
    layout = block.layout()
    option = layout.textOption()
    if option.wrapMode() == _WRAP:
        return
    option.setWrapMode(_WRAP)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    for cell in row.cells:
        top = row.pad
        while (line := layout.createLine()).isValid():
            line.setLineWidth(cell.width)
            spare = cell.width - line.naturalTextWidth() if cell.at_right else 0.0
            middle = top + (row.pitch - line.height()) / 2
            line.setPosition(QPointF(cell.left + spare, middle))
            top += row.pitch
            if line.textStart() + line.textLength() > cell.end:
                break
    layout.endLayout()


def top_of(block: QTextBlock) -> float:
    """Return the upper edge of a row, in document coordinates."""
    return block.layout().position().y()


def cell_at(row: SetRow, x: float) -> Cell:
    """Return the cell whose column is nearest to an x, in px from the row's left."""
    return min(row.cells, key=lambda c: max(c.left - x, x - c.left - c.width, 0.0))


def cell_of(row: SetRow, inside: int) -> Cell:
    """Return the cell that holds a position of its row (UTF-16 units), its end included."""
    return next((cell for cell in row.cells if inside <= cell.end), row.cells[-1])


def lines_of_cell(block: QTextBlock, cell: Cell) -> list[QTextLine]:
    """Return the lines of a cell, from the top; one at least."""
    layout = block.layout()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [line for line in lines if cell.begin <= line.textStart() <= cell.end]


def position_in(block: QTextBlock, row: SetRow, point: QPointF) -> int:
    """Return the document position nearest to a point (document coordinates) of a row."""
    lay(block, row)
    place = point - block.layout().position()
    cell = cell_at(row, place.x())
    lines = lines_of_cell(block, cell)
    number = int((place.y() - row.pad) // row.pitch)
    return position_on(block, cell, lines[min(max(number, 0), len(lines) - 1)], point.x())


def position_on(block: QTextBlock, cell: Cell | None, line: QTextLine, x: float) -> int:
    """Return the position on a line nearest to an x (document coordinates), inside its cell."""
    inside = line.xToCursor(x - block.layout().position().x())
    if cell is not None:
        inside = min(max(inside, cell.begin), cell.end)
    return block.position() + inside


def x_at(block: QTextBlock, position: int) -> float:
    """Return where the caret stands, in document coordinates."""
    inside = position - block.position()
    line = block.layout().lineForTextPosition(inside)
    return block.layout().position().x() + (x_of(line, inside) if line.isValid() else 0.0)
