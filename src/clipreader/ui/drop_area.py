"""Takes drops anywhere on a window, with a calm sheet that says so."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.incoming import Incoming, holds_something, read_mime
from clipreader.ui.theme import Theme, interface_font


class DropSheet(QWidget):
    """Lies over the window while something is dragged over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._covered = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop to import"))
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil, a frame and the words."""
        look = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(look.page)
        veil.setAlphaF(0.95)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(look.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        middle = self.rect().center()
        picture = pixmap("download", look.accent, 36, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 18, middle.y() - 46, picture)
        painter.setPen(look.ink)
        painter.setFont(interface_font(17, weight=600))
        words = self.rect().adjusted(0, 34, 0, 34)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tr("Drop to import"))


class DropArea(QObject):
    """Makes a window take drops; ``received`` carries an ``Incoming``."""

    received = Signal(Incoming)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.sheet = DropSheet(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def claim(self, panel: QWidget) -> None:
        """Let drops on a panel and all that is in it through to the window."""
        for widget in (panel, *panel.findChildren(QWidget)):
            widget.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the sheet while something useful is over the window, and take the drop."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(
            event, QDragMoveEvent
        ):
            return self._over(event)
        if kind == QEvent.Type.DragLeave:
            self.sheet.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._take(event)
            return True
        return False

    def _over(self, event: QDragMoveEvent) -> bool:
        if self._is_ours(event) or not holds_something(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not self.sheet.isVisible():
            self.sheet.cover()
        return True

    def _is_ours(self, event: QDragMoveEvent) -> bool:
        """Say whether the drag began in this app; Qt's stub denies that there may be none."""
        return cast("QObject | None", event.source()) is not None

    def _take(self, event: QDropEvent) -> None:
        self.sheet.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.received.emit(read_mime(event.mimeData(), self.tr("dropped text")))
