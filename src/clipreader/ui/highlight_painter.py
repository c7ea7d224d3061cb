"""Paints highlights, search hits and the selection under the words.

The document is never modified: no undo stack, no dirty flag, no layout. Only the lines that can
be seen are measured, so a thousand highlights cost what the visible ones cost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument

from clipreader.model import Colour
from clipreader.ui.line_boxes import line_rects
from clipreader.ui.theme import Palette

ROUND = 2.5
"""Radius of a highlight's corners, in pixels."""

STRIPE = 2.0
"""Height of the stripe that keeps overlapping highlights apart, in pixels."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One highlight in the document: its positions, and its lane among overlapping ones.

    ``lane`` counts from 0; -1 means that it overlaps no other. ``depth`` is how many lanes there
    are among those that hang together.
    """

    id: str
    colour: Colour
    begin: int
    stop: int
    doubtful: bool = False
    lane: int = -1
    depth: int = 1


def in_lanes(items: Iterable[Painted]) -> list[Painted]:
    """Return the highlights by their begin, each that overlaps another with a lane of its own.

    Greedy colouring of intervals: a lane is free again where its last highlight stops.
    """
    ordered = sorted(items, key=lambda item: (item.begin, -item.stop, item.id))
    found: list[Painted] = []
    group: list[Painted] = []
    reach = -1
    for item in ordered:
        if item.begin >= reach:
            found.extend(_lanes(group))
            group = []
        group.append(item)
        reach = max(reach, item.stop)
    found.extend(_lanes(group))
    return found


def _lanes(group: list[Painted]) -> list[Painted]:
    if len(group) < 2:
        return group
    free: list[int] = []
    lanes: list[int] = []
    for item in group:
        lane = next((n for n, stop in enumerate(free) if stop <= item.begin), len(free))
        if lane == len(free):
            free.append(item.stop)
        free[lane] = item.stop
        lanes.append(lane)
    depth = len(free)
    return [replace(item, lane=n, depth=depth) for item, n in zip(group, lanes, strict=True)]


def stripe(item: Painted, box: QRectF, height: float = STRIPE) -> QRectF:
    """Return the stripe of a highlight within one of its rectangles.

    The lanes stand over each other from the foot upwards; where there are more than the
    rectangle has room for they come closer, so that none hides another's upper edge.
    """
    step = min(STRIPE + 1, (box.height() - height) / item.depth)
    top = box.bottom() - height - max(item.lane, 0) * step
    return QRectF(box.left(), top, box.width(), height)


class HighlightPainter:
    """Knows what is marked in one document and paints it under the words."""

    def __init__(self) -> None:
        self._items: list[Painted] = []
        self._by_block: dict[int, list[Painted]] = {}
        self._hits: list[tuple[int, int]] = []
        self.current: str = ""
        self.preview: Painted | None = None
        self._current_hit = -1

    @property
    def items(self) -> Sequence[Painted]:
        """Return what is painted, by its begin."""
        return self._items

    def set_items(self, items: Iterable[Painted], document: QTextDocument) -> None:
        """Paint these highlights from now on."""
        self._items = in_lanes(items)
        self._by_block = {}
        for item in self._items:
            first = document.findBlock(item.begin).blockNumber()
            last = document.findBlock(max(item.begin, item.stop - 1)).blockNumber()
            for number in range(first, last + 1):
                self._by_block.setdefault(number, []).append(item)

    def set_hits(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Paint these ranges as found words; they must not overlap."""
        self._hits = sorted(ranges)
        self._current_hit = -1

    def set_current_hit(self, position: int) -> None:
        """Set the hit that begins at a position apart from the others; none there, none apart."""
        self._current_hit = position

    def item(self, id_: str) -> Painted | None:
        """Return the highlight of an id, as it is painted now."""
        if self.preview is not None and self.preview.id == id_:
            return self.preview
        return next((item for item in self._items if item.id == id_), None)

    def at(self, block: QTextBlock, point: QPointF) -> list[Painted]:
        """Return the highlights under a point (document coordinates), the shortest first."""
        under = [
            item
            for item in self._by_block.get(block.blockNumber(), ())
            if any(r.contains(point) for r in line_rects(block, item.begin, item.stop))
        ]
        return sorted(under, key=lambda item: item.stop - item.begin)

    def paint(
        self,
        painter: QPainter,
        block: QTextBlock,
        palette: Palette,
        selection: tuple[int, int] | None = None,
    ) -> None:
        """Paint what lies in one block."""
        painter.setPen(Qt.PenStyle.NoPen)
        here = [self._live(item) for item in self._by_block.get(block.blockNumber(), ())]
        if self.preview is not None and all(item is not self.preview for item in here):
            here.append(self.preview)
        for item in here:
            self._fill(painter, block, item, palette)
        self._paint_hits(painter, block, palette)
        for item in here:
            self._stripe(painter, block, item, palette)
        if selection is not None:
            colour = QColor(palette.accent)
            colour.setAlphaF(0.30 if palette.is_dark else 0.16)
            _paint_rects(painter, line_rects(block, *selection), colour)

    def _live(self, item: Painted) -> Painted:
        if self.preview is not None and item.id == self.preview.id:
            return self.preview
        return item

    def _fill(self, painter: QPainter, block: QTextBlock, item: Painted, palette: Palette) -> None:
        colour = palette.fill(item.colour)
        if item.lane > 0:
            colour.setAlphaF(0.55)
        elif item.doubtful:
            colour.setAlphaF(0.5)
        _paint_rects(painter, line_rects(block, item.begin, item.stop), colour)

    def _stripe(
        self, painter: QPainter, block: QTextBlock, item: Painted, palette: Palette
    ) -> None:
        current = item.id == self.current
        if item.lane < 0 and not current:
            return
        colour = palette.edge(item.colour)
        height = STRIPE + (0.6 if current else 0)
        for box in line_rects(block, item.begin, item.stop):
            painter.fillRect(stripe(item, box, height), colour)

    def _paint_hits(self, painter: QPainter, block: QTextBlock, palette: Palette) -> None:
        begin, stop = block.position(), block.position() + block.length()
        colour = QColor(palette.accent)
        colour.setAlphaF(0.34 if palette.is_dark else 0.22)
        index = max(bisect_left(self._hits, (begin, 0)) - 1, 0)
        while index < len(self._hits) and self._hits[index][0] < stop:
            rects = line_rects(block, *self._hits[index])
            edge = palette.accent if self._hits[index][0] == self._current_hit else None
            _paint_rects(painter, [r.adjusted(-1, 3, 1, -3) for r in rects], colour, edge)
            index += 1


def _paint_rects(
    painter: QPainter, rects: Iterable[QRectF], colour: QColor, edge: QColor | None = None
) -> None:
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1.6))
    painter.setBrush(colour)
    for box in rects:
        painter.drawRoundedRect(box, ROUND, ROUND)
