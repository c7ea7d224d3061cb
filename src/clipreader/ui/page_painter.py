"""Draws what stands beside the words: rules, hairlines, frames, pictures, offered marks.

All of it is geometry of the blocks that can be seen; the document knows nothing of it.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter, QPen, QTextBlock

from clipreader.model import BULLET, Article, Image, Part, Role
from clipreader.ui.icons import pixmap
from clipreader.ui.line_boxes import line_rects
from clipreader.ui.page_rows import Row, RowKind
from clipreader.ui.reader_document import FRAME_GAP, ReaderDocument
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.theme import Palette, interface_font

FRAME_HEIGHT = 110
"""Pixels of the frame that stands in for a missing picture."""

LARGEST_PICTURE = 40_000_000
"""Pixels; a header that promises more is not decoded."""

TALLEST = 1.5
"""How many times as high as the column is wide a picture is at most: its caption is to be seen."""

OFFERED_AT = 11
"""How many pixels left of the column the mark of an offered part stands."""

NUMBER_GAP = 7
"""How many pixels stand between a list item's number and its words."""

RASTER = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp"})
"""The formats that are decoded; nothing that holds programs or addresses, such as SVG."""

_CHEVRON = 0.7
"""The side of a fold's arrow as a share of the line's indent, which grows with the letters."""

SMALLEST = 120
"""Pixels of width below which a picture without a caption is an ornament and is not shown."""

_TURNED = QImageIOHandler.Transformation.TransformationRotate90
"""The bit that every turn to the side has."""


def decoded(image: Image, width: int) -> QImage | None:
    """Return a picture scaled down to ``width`` pixels, or None if it cannot be shown safely.

    It keeps its proportions and is never scaled up. A very tall one is scaled down further.
    """
    if not image.data:
        return None
    # The reader does not own its device, and the device not its bytes: all three need a name.
    data = QByteArray(image.data)
    device = QBuffer(data)
    device.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in RASTER or not size.isValid():
        return None
    if size.width() * size.height() > LARGEST_PICTURE:
        return None
    turned = bool(reader.transformation() & _TURNED)
    room = QSize(width, round(TALLEST * width))
    room = room.transposed() if turned else room
    if size.width() > room.width() or size.height() > room.height():
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    picture = reader.read()
    return None if picture.isNull() else picture


def stands_for_picture(article: Article, index: int) -> bool:
    """Say whether a block is a caption with a picture of its own.

    A credit that stands alone under another caption belongs to that caption's picture.
    """
    block = article.blocks[index]
    if block.role != Role.CAPTION:
        return False
    alone = block.image is None and article.words_of(block) is None
    return not (alone and index > 0 and article.blocks[index - 1].role == Role.CAPTION)


class PagePainter:
    """Draws beside the words of one document; ``ratio`` is device pixels for a pixel.

    A caption has its picture above it, or a frame where the file has none. Another block has a
    picture above it where one without a caption stands there, and never a frame.
    """

    def __init__(self, article: Article, measure: int, ratio: float) -> None:
        self.pictures: dict[int, QImage] = {}
        self._broken: set[int] = set()
        self.rooms: dict[int, float] = {}
        by_key = {image.key: image for image in article.images}
        for index, block in enumerate(article.blocks):
            framed = stands_for_picture(article, index)
            image = by_key.get(block.image or "")
            if not framed and image is None:
                continue
            picture = decoded(image, round(measure * ratio)) if image else None
            if not framed and (picture is None or picture.width() < SMALLEST):
                continue
            if image is not None and image.data and picture is None:
                self._broken.add(index)
            height: float = FRAME_HEIGHT
            if picture is not None:
                picture.setDevicePixelRatio(self._ratio(picture, measure, ratio))
                self.pictures[index] = picture
                height = picture.deviceIndependentSize().height()
            self.rooms[index] = height + FRAME_GAP

    @staticmethod
    def _ratio(picture: QImage, measure: int, ratio: float) -> float:
        """Show a large picture sharp at the column's width, a small one at its own size."""
        return max(1.0, min(ratio, picture.width() / measure * 1.0)) if ratio > 1 else 1.0

    def paint(
        self,
        painter: QPainter,
        block: QTextBlock,
        row: Row,
        of: ReaderDocument,
        palette: Palette,
    ) -> None:
        """Draw what belongs to one block of the document, in document coordinates."""
        measure = of.measure
        if row.kind == RowKind.BYLINE_ROW:
            self._hairlines(painter, block, measure, palette)
        elif row.kind == RowKind.FOLD:
            self._chevron(painter, block, row, palette)
        elif row.block >= 0:
            part = of.article.blocks[row.block]
            if row.room:
                self._picture(painter, block, row, measure, palette)
            self._beside(painter, block, part, measure, palette)
            if row.cells is not None:
                top = block.layout().position().y()
                colour = palette.faint if row.cells.is_head else palette.line
                edge = round(top + row.cells.height) - 1
                painter.fillRect(QRectF(GUTTER, edge, measure, 1), colour)
            self._lead(painter, block, of.article.lead_of(part), palette)

    def _hairlines(
        self, painter: QPainter, block: QTextBlock, measure: float, palette: Palette
    ) -> None:
        box = _box(block)
        painter.fillRect(QRectF(GUTTER, round(box.top() - 9), measure, 1), palette.line)
        painter.fillRect(QRectF(GUTTER, round(box.bottom() + 8), measure, 1), palette.line)

    def _chevron(self, painter: QPainter, block: QTextBlock, row: Row, palette: Palette) -> None:
        name = "chevron-right" if row.folded else "chevron-down"
        box = _box(block)
        ratio = painter.device().devicePixelRatioF()
        size = max(8, round(block.blockFormat().leftMargin() * _CHEVRON))
        top = box.top() + (box.height() - size) / 2
        painter.drawPixmap(QPointF(GUTTER - 1, top), pixmap(name, palette.faint, size, ratio))

    def _picture(
        self,
        painter: QPainter,
        block: QTextBlock,
        row: Row,
        measure: float,
        palette: Palette,
    ) -> None:
        bottom = _box(block).top() - FRAME_GAP
        picture = self.pictures.get(row.block)
        if picture is not None:
            size = picture.deviceIndependentSize()
            painter.drawImage(QPointF(GUTTER, bottom - size.height()), picture)
            return
        frame = QRectF(GUTTER, bottom - FRAME_HEIGHT, measure, FRAME_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.frame)
        painter.drawRoundedRect(frame, 7, 7)
        missing = "picture not in the imported file"
        told = "this picture cannot be shown" if row.block in self._broken else missing
        words = QCoreApplication.translate("PagePainter", told)
        painter.setFont(interface_font(12))
        painter.setPen(palette.faint)
        room = int(measure) - 40
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = painter.fontMetrics().horizontalAdvance(words)
        left = frame.center().x() - (width + 26) / 2
        ratio = painter.device().devicePixelRatioF()
        sign = pixmap("image", palette.faint, 18, ratio)
        painter.drawPixmap(QPointF(left, frame.center().y() - 9), sign)
        place = QRectF(left + 26, frame.top(), width + 4, frame.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _beside(
        self,
        painter: QPainter,
        block: QTextBlock,
        part: Part,
        measure: float,
        palette: Palette,
    ) -> None:
        box = _box(block)
        if part.role in (Role.CAPTION, Role.QUOTE):
            colour = palette.line if part.role == Role.CAPTION else palette.accent
            edge = GUTTER + measure - 2 if _is_backwards(block) else GUTTER
            painter.fillRect(QRectF(edge, box.top(), 2, box.height()), colour)
        self.paint_offer(painter, block, part, palette)

    def paint_offer(
        self, painter: QPainter, block: QTextBlock, part: Part, palette: Palette
    ) -> None:
        """Draw the quiet mark of a part that is offered; nothing for another."""
        if not part.is_offered:
            return
        box = _box(block)
        pen = QPen(palette.faint, 1.6, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x = GUTTER - OFFERED_AT
        painter.drawLine(QPointF(x, box.top() + 3), QPointF(x, box.bottom() - 3))

    def _lead(self, painter: QPainter, block: QTextBlock, lead: str, palette: Palette) -> None:
        """Draw a list item's bullet or number before its first line."""
        rects = line_rects(block, block.position(), block.position() + 1) if lead else []
        if not rects:
            return
        first = rects[0]
        backwards = _is_backwards(block)
        if lead == BULLET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.dim)
            x = first.right() + 12 if backwards else first.left() - 12
            painter.drawEllipse(QPointF(x, first.center().y()), 2.2, 2.2)
            return
        painter.setPen(palette.dim)
        painter.setFont(block.charFormat().font())
        line = block.layout().lineAt(0)
        width = painter.fontMetrics().horizontalAdvance(lead)
        x = first.right() + NUMBER_GAP if backwards else first.left() - NUMBER_GAP - width
        baseline = block.layout().position().y() + line.y() + line.ascent()
        painter.drawText(QPointF(x, baseline), lead)


def _is_backwards(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _box(block: QTextBlock) -> QRectF:
    """Return where the words of a block stand, in document coordinates."""
    layout = block.layout()
    return layout.boundingRect().translated(layout.position())
