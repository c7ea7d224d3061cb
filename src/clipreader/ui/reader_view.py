"""The page itself: shows the document, paints what is marked, tells what the person did.

A read-only text edit, because it brings the caret, selection by keyboard and mouse, and the
accessibility interface that screen readers know. It never changes its document. The column has
a fixed width and the viewport is as wide as the column, so that a resized window moves the page
instead of laying it out anew.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from clipreader.model import Span
from clipreader.ui import edge_handles, page_layers
from clipreader.ui.highlight_painter import HighlightPainter
from clipreader.ui.line_boxes import line_rects
from clipreader.ui.page_keys import wish_of
from clipreader.ui.page_painter import PagePainter
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_styles import page_palette
from clipreader.ui.table_edit import TableEdit
from clipreader.ui.theme import Palette


class ReaderView(TableEdit):
    """Shows one ``ReaderDocument``; positions in its signals are those of the document."""

    asked = Signal(str)
    copy_pressed = Signal()
    clicked_at = Signal(QPointF)
    selection_settled = Signal()
    menu_asked = Signal(QPoint, bool)
    edge_dragged = Signal(int, int)
    edge_released = Signal(int, int)
    hovered = Signal(QPointF)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter = HighlightPainter()
        self.content: ReaderDocument | None = None
        self.pages: PagePainter | None = None
        self._blank = QTextDocument(self)
        self._colours: Palette | None = None
        self._notes = 0
        self._pressed: QPointF | None = None
        self._edge = -1
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Article text"))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.slid.connect(self.moved)

    # -- what is shown

    def show_content(self, content: ReaderDocument, pages: PagePainter, colours: Palette) -> None:
        """Show another document."""
        self.content, self.pages = content, pages
        self.set_colours(colours)
        self.setLineWrapColumnOrWidth(content.measure + 2 * GUTTER)
        self.setDocument(content.document)
        self.set_rows(content.table_rows)
        content.document.documentLayout().documentSizeChanged.connect(self.moved)
        self._place_column()

    def show_nothing(self) -> None:
        """Let the document go: what was selected in it cannot be meant any more."""
        self.content = self.pages = None
        self.painter.set_hits(())
        self.set_rows({})
        self.setDocument(self._blank)

    def set_colours(self, colours: Palette) -> None:
        """Take the colours of the page; the selection is painted by the painter."""
        self._colours = colours
        self.setPalette(page_palette(self.palette(), colours))
        self.viewport().update()

    def set_notes_width(self, width: int) -> None:
        """Leave this many pixels at the right of the column, or none."""
        self._notes = width
        self._place_column()

    def column(self) -> QRect:
        """Return where the page stands in this widget, gutters included."""
        return self.viewport().geometry()

    def _place_column(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        free = self.width() - bar - self.lineWrapColumnOrWidth() - self._notes
        left = max(free // 2, 0)
        self.setViewportMargins(left, 0, max(free - left, 0) + self._notes, 0)
        self.moved.emit()

    # -- where things are

    def selected(self) -> tuple[int, int] | None:
        """Return the selected positions, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return cursor.selectionStart(), cursor.selectionEnd()

    def rects(self, begin: int, stop: int) -> list[QRectF]:
        """Return the rectangles of a range, in viewport coordinates."""
        found: list[QRectF] = []
        block = self.document().findBlock(begin)
        shift = -self.offset()
        while block.isValid() and block.position() < stop:
            self.set_row_again(block)
            found += [r.translated(shift) for r in line_rects(block, begin, stop)]
            block = block.next()
        return found

    def rects_in_sight(self, begin: int, stop: int) -> list[QRectF]:
        """Return the rectangles of what can be seen of a range, and of little more."""
        first = self.document().findBlock(self.first_position()).position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        return self.rects(max(begin, first), min(stop, last.position() + last.length()))

    def end_rects(self, begin: int, stop: int) -> tuple[QRectF, QRectF] | None:
        """Return the rectangles of a range's first and last letter; None if none is shown."""
        first, last = self.rects(begin, begin + 1), self.rects(stop - 1, stop)
        if not (first and last):
            first = last = self.rects(begin, stop)
        return (first[0], last[-1]) if first else None

    def top_of(self, position: int) -> float:
        """Return the height of a position in the document, in pixels."""
        block = self.document().findBlock(position)
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position())
        top = line.y() if line.isValid() else 0.0
        self.document().documentLayout().blockBoundingRect(block)
        return layout.position().y() + top

    def first_position(self) -> int:
        """Return the document position of the first visible line."""
        return self.cursorForPosition(QPoint(GUTTER + 1, 2)).position()

    def position_at(self, point: QPointF) -> int:
        """Return the document position nearest to a point of the viewport."""
        return self.cursorForPosition(point.toPoint()).position()

    def block_under(self, point: QPointF) -> QTextBlock:
        """Return the document's block at a point of the viewport."""
        return self.cursorForPosition(point.toPoint()).block()

    def scroll_to(self, position: int, *, above: float = 0.0) -> None:
        """Scroll so that a position stands ``above`` pixels under the upper edge; 0 is the top."""
        self.document().documentLayout().documentSize()
        self.verticalScrollBar().setValue(round(self.top_of(position) - above) if position else 0)

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere and select nothing."""
        self.select(position, position)

    def set_caret_before(self, begin: int, stop: int) -> None:
        """Put the caret at the begin of a range; a wide table slides until its end is seen too."""
        self.set_caret(stop)
        self.set_caret(begin)

    def caret_rect(self, position: int) -> QRect:
        """Return where the caret would stand, in viewport coordinates."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def unselect(self) -> None:
        """Leave the caret where it is and select nothing."""
        self.set_caret(self.textCursor().position())

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the words, the words, and the handles upon them."""
        if self.content is None or self._colours is None:
            super().paintEvent(event)
            return
        page_layers.paint_below(self, self.content, self._colours, event.rect())
        super().paintEvent(event)
        page_layers.paint_above(self, self.content, self._colours, event.rect())
        edge_handles.paint(self, self._colours)

    # -- what the person does

    def event(self, event: QEvent) -> bool:
        """Keep the page's own keys from being taken for the window's shortcuts."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and wish_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page's own keys into wishes; the rest moves the caret."""
        wish = wish_of(event)
        if wish:
            self.asked.emit(wish)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_pressed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, or begin a click or a selection."""
        self._pressed = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        self._edge = edge_handles.at(self, event.position()) if left else -1
        if self._edge < 0:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge, extend the selection, or say where the mouse is."""
        if self._edge >= 0:
            self.edge_dragged.emit(self._edge, self.position_at(event.position()))
            return
        super().mouseMoveEvent(event)
        self.hovered.emit(event.position())
        if not event.buttons():
            near = edge_handles.at(self, event.position()) >= 0
            link = bool(self.anchorAt(event.position().toPoint()))
            shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if near else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or tell a click from a selection."""
        if self._edge >= 0:
            edge, self._edge = self._edge, -1
            self.edge_released.emit(edge, self.position_at(event.position()))
            return
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selection_settled.emit()
        elif self._pressed is not None:
            self.clicked_at.emit(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the block's own menu instead of the text edit's."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(event.globalPos(), by_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._place_column()

    # -- what foreign text must not do

    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand out the exact words as plain text, for drags and the X11 selection too."""
        found = QMimeData()
        span = self.selected_span()
        if span is not None and self.content is not None:
            found.setText(self.content.article.shown(span))
        return found

    def selected_span(self) -> Span | None:
        """Return the selection as a span of the article's text."""
        place = self.selected()
        return self.content.map.span(*place) if place and self.content else None

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Load nothing, ever; an empty picture, because None ends the interpreter."""
        return QImage(1, 1, QImage.Format.Format_Mono)
