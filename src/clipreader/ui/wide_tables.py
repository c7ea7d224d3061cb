"""Slides tables that are wider than the page sideways, each by itself.

The lines of a row are moved with its layout, so that whatever asks where letters stand gets the
right answer. What slides out is covered by the page's colour in the margins.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QTextBlock, QTextDocument

from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_tables import Breadth, SetRow
from clipreader.ui.theme import Palette

FADE = 22.0
"""Pixels over which the letters fade where a table goes on."""

BAR, BELOW = 4.0, 6.0
"""Height of the bar that tells which part is seen, and how far under the table it stands; px."""

GRAB = 5.0
"""How far above and below the bar the mouse may take hold of it, in pixels."""

_FAR = 10_000.0

CLEAR = 12.0
"""Pixels that are to be seen on both sides of the caret."""


class WideTables:
    """Knows which rows belong to wide tables, and how far each table is slid."""

    def __init__(self) -> None:
        self._document: QTextDocument | None = None
        self._rows: dict[int, SetRow] = {}
        self._numbers: dict[int, list[int]] = {}
        self._slid: dict[int, float] = {}

    def set_rows(self, rows: Mapping[int, SetRow], document: QTextDocument) -> None:
        """Take the rows of another document by the numbers of their blocks."""
        self._document = document
        self._rows = {number: row for number, row in rows.items() if row.of.hidden}
        self._numbers, self._slid = {}, {}
        for number, row in self._rows.items():
            self._numbers.setdefault(row.of.begin, []).append(number)
            self._slid.setdefault(row.of.begin, row.of.hidden if row.of.backwards else 0.0)

    @property
    def are_there(self) -> bool:
        """Say whether the document holds wide tables."""
        return bool(self._rows)

    def row(self, block: QTextBlock) -> SetRow | None:
        """Return a block's row if it belongs to a wide table."""
        return self._rows.get(block.blockNumber()) if self._rows else None

    def slid(self, of: Breadth) -> float:
        """Return how many pixels of a table are hidden at the left."""
        return self._slid.get(of.begin, 0.0)

    def put(self, block: QTextBlock) -> None:
        """Put the lines of a row where its table is slid to."""
        row = self.row(block)
        if row is not None:
            place = block.layout().position()
            place.setX(GUTTER - self.slid(row.of))
            block.layout().setPosition(place)

    def slide(self, of: Breadth, to: float) -> bool:
        """Hide so many pixels of a table at the left; False if it stays as it is."""
        to = min(max(to, 0.0), of.hidden)
        if self._document is None or to == self.slid(of):
            return False
        self._slid[of.begin] = to
        for number in self._numbers.get(of.begin, ()):
            self.put(self._document.findBlockByNumber(number))
        return True

    def reveal(self, block: QTextBlock, x: float) -> bool:
        """Slide a row's table so that an x (document coordinates) is seen; False if it is."""
        row = self.row(block)
        if row is None:
            return False
        clear = min(CLEAR, row.of.room / 4)
        low, high = GUTTER + clear, GUTTER + row.of.room - clear
        off = min(x - low, 0.0) + max(x - high, 0.0)
        return off != 0 and self.slide(row.of, self.slid(row.of) + off)

    def bar(self, block: QTextBlock) -> QRectF | None:
        """Return where the bar under a table stands (document coordinates); its last row has it."""
        row = self.row(block)
        if row is None or not row.is_last:
            return None
        share = row.of.room / row.of.width
        top = block.layout().position().y() + row.height + BELOW
        return QRectF(GUTTER + self.slid(row.of) * share, top, row.of.room * share, BAR)

    def grip(self, near: QTextBlock, point: QPointF) -> tuple[Breadth, float] | None:
        """Return the table whose bar is at a point, and the x at which it is not slid at all.

        The point is in document coordinates, ``near`` is the block at it.
        """
        for block in (near, near.previous()):
            bar, row = self.bar(block), self.row(block)
            reach = bar.adjusted(-GRAB, -GRAB, GRAB, GRAB) if bar else QRectF()
            if row is not None and reach.contains(point):
                return row.of, point.x() - self.slid(row.of) * row.of.room / row.of.width
        return None

    def paint(self, painter: QPainter, block: QTextBlock, palette: Palette) -> bool:
        """Cover what of a row stands in the margins, draw the bar; False if there is no need."""
        row = self.row(block)
        if row is None:
            return False
        slid, room = self.slid(row.of), row.of.room
        top = block.layout().position().y()
        height = row.height - 1
        painter.fillRect(QRectF(0, top, GUTTER - 1, row.height), palette.page)
        painter.fillRect(QRectF(GUTTER + room + 1, top, _FAR, row.height), palette.page)
        if slid > 0:
            _fade(painter, QRectF(GUTTER - 1, top, FADE, height), palette.page, to_right=True)
        if slid < row.of.hidden:
            edge = QRectF(GUTTER + room + 1 - FADE, top, FADE, height)
            _fade(painter, edge, palette.page, to_right=False)
        bar = self.bar(block)
        if bar is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.line)
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        return True


def _fade(painter: QPainter, box: QRectF, page: QColor, *, to_right: bool) -> None:
    clear = QColor(page)
    clear.setAlpha(0)
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    gradient.setColorAt(0, page if to_right else clear)
    gradient.setColorAt(1, clear if to_right else page)
    painter.fillRect(box, gradient)
