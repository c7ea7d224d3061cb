"""The handles at both ends of the current highlight: painted, and taken hold of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from clipreader.ui.line_boxes import side_of
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.theme import Palette

if TYPE_CHECKING:
    from clipreader.ui.reader_view import ReaderView

KNOB = 4.0
"""Radius of the knobs, in pixels."""

GRAB = 7
"""How near to an edge, in pixels, the mouse has to be to take hold of it."""

Edge = tuple[QPointF, QPointF]
"""Top and bottom of an edge, in viewport coordinates."""


def ends(view: ReaderView) -> tuple[Edge, ...]:
    """Return both edges of the current highlight, begin first; none if there is none."""
    item = view.painter.item(view.painter.current)
    rects = view.end_rects(item.begin, item.stop) if item else None
    if item is None or rects is None:
        return ()
    begin = _x(view, item.begin)
    stop = _x(view, item.stop - 1, after=True)
    return _edge(begin, rects[0]), _edge(stop, rects[1])


def _edge(x: float, line: QRectF) -> Edge:
    return QPointF(x, line.top()), QPointF(x, line.bottom())


def _x(view: ReaderView, position: int, *, after: bool = False) -> float:
    """Return where reading enters or leaves a letter: at the right edge of Hebrew words."""
    block = view.document().findBlock(position)
    return side_of(block, position, after=after) - view.offset().x()


def at(view: ReaderView, point: QPointF) -> int:
    """Return which edge (0 begin, 1 stop) is at a point of the viewport; -1 for neither."""
    for number, (top, bottom) in enumerate(ends(view)):
        high = top.y() - GRAB <= point.y() <= bottom.y() + GRAB
        if high and abs(point.x() - top.x()) <= GRAB:
            return number
    return -1


def paint(view: ReaderView, colours: Palette) -> None:
    """Paint the handles over the words of the page."""
    item = view.painter.item(view.painter.current)
    found = ends(view)
    if item is None or not found:
        return
    colour = colours.edge(item.colour)
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, (top, bottom) in enumerate(found):
        if not GUTTER - GRAB <= top.x() <= view.viewport().width() - GUTTER + GRAB:
            continue  # the table that it is in is slid sideways
        painter.fillRect(QRectF(top.x() - 1, top.y(), 2, bottom.y() - top.y()), colour)
        painter.setBrush(colour)
        painter.drawEllipse(top if number == 0 else bottom, KNOB, KNOB)
    painter.end()
