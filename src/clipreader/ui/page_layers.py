"""What of the page is painted under its words, and what over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from clipreader.ui.page_rows import Row
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.theme import Palette

if TYPE_CHECKING:
    from clipreader.ui.reader_view import ReaderView


def paint_below(view: ReaderView, of: ReaderDocument, colours: Palette, area: QRect) -> None:
    """Paint paper, rules, pictures and marks within an area of the viewport."""
    painter = _painter(view)
    painter.fillRect(QRectF(area).translated(view.offset()), colours.page)
    selection = view.selected()
    for block, row in _blocks(view, of, area):
        if view.pages is not None:
            view.pages.paint(painter, block, row, of, colours)
        view.painter.paint(painter, block, colours, selection)
    painter.end()


def paint_above(view: ReaderView, of: ReaderDocument, colours: Palette, area: QRect) -> None:
    """Cover what of wide tables stands in the margins, within an area of the viewport."""
    if not view.wide.are_there:
        return
    painter = _painter(view)
    for block, row in _blocks(view, of, area):
        if view.wide.paint(painter, block, colours) and view.pages is not None:
            view.pages.paint_offer(painter, block, of.article.blocks[row.block], colours)
    painter.end()


def _painter(view: ReaderView) -> QPainter:
    """Return a painter on the viewport, in document coordinates."""
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-view.offset())
    return painter


def _blocks(view: ReaderView, of: ReaderDocument, area: QRect) -> Iterator[tuple[QTextBlock, Row]]:
    """Yield the blocks within an area of the viewport, and one before them."""
    lowest = area.bottom() + view.offset().y()
    block = view.cursorForPosition(area.topLeft()).block()
    block = block.previous() if block.previous().isValid() else block
    while block.isValid():
        row = of.row_of(block)
        top = block.layout().position().y()
        if row is None or top - row.room > lowest:
            return
        view.set_row_again(block)
        yield block, row
        block = block.next()
