"""Where an arrow key leads up or down in a table: to the next line of the same column."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QTextBlock, QTextLine

from clipreader.ui import table_lines
from clipreader.ui.reader_tables import Cell, SetRow


def further(
    rows: Mapping[int, SetRow], block: QTextBlock, position: int, x: float, by: int
) -> int | None:
    """Return the place a line down (1) or up (-1) from a position, nearest to an x of the document.

    None where no table is left, entered or gone through: Qt finds that line as well.
    """
    inside = position - block.position()
    row = rows.get(block.blockNumber())
    cell = table_lines.cell_of(row, inside) if row else None
    lines = _lines(block, cell)
    numbers = [each.lineNumber() for each in lines]
    line = block.layout().lineForTextPosition(inside)
    if not line.isValid() or line.lineNumber() not in numbers:
        return None
    at = numbers.index(line.lineNumber()) + by
    if 0 <= at < len(lines):
        return table_lines.position_on(block, cell, lines[at], x) if row else None
    return _into(rows, block.next() if by > 0 else block.previous(), x, by, leaves=row is not None)


def _into(
    rows: Mapping[int, SetRow], block: QTextBlock, x: float, by: int, *, leaves: bool
) -> int | None:
    """Return the place in the nearest line of the block that follows."""
    row = rows.get(block.blockNumber())
    if not block.isValid() or not (leaves or row):
        return None
    cell = table_lines.cell_at(row, x - block.layout().position().x()) if row else None
    return table_lines.position_on(block, cell, _lines(block, cell)[0 if by > 0 else -1], x)


def _lines(block: QTextBlock, cell: Cell | None) -> list[QTextLine]:
    if cell is not None:
        return table_lines.lines_of_cell(block, cell)
    layout = block.layout()
    return [layout.lineAt(number) for number in range(layout.lineCount())]
