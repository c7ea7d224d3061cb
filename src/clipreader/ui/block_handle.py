"""The small handle that appears at the left of the block under the mouse.

A click opens the block's menu. Beside an offered part it is a check mark: one click accepts.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from clipreader.ui.icons import icon
from clipreader.ui.page_painter import OFFERED_AT
from clipreader.ui.page_rows import Row
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.theme import Theme
from clipreader.ui.wording import role_label

_SIZE = 20


class BlockHandle(QObject):
    """Follows the mouse over a view and stands beside the block that is under it."""

    menu_asked = Signal(int, QPoint)
    accept_asked = Signal(int)

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._index = -1
        self.button = self._made("grip-vertical")
        self.button.setAccessibleName(self.tr("What is this block?"))
        self.button.setToolTip(self.tr("What is this block? (Menu key)"))
        self.button.clicked.connect(self._pressed)
        self.accept = self._made("check")
        self.accept.setAccessibleName(self.tr("Accept what this block was read as"))
        self.accept.clicked.connect(self._accepted)
        view.hovered.connect(self._follow)
        view.moved.connect(self.hide)
        theme.changed.connect(self._dress)

    def hide(self) -> None:
        """Take the handle away until the mouse moves again."""
        self.button.hide()
        self.accept.hide()

    def _made(self, sign: str) -> QToolButton:
        button = QToolButton(self._view.viewport())
        button.setProperty("sign", sign)
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(_SIZE, _SIZE)
        button.setStyleSheet("QToolButton { padding: 0; }")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setIcon(icon(sign, self._theme.palette.faint, 14))
        button.hide()
        return button

    def _follow(self, point: QPointF) -> None:
        content = self._view.content
        block = self._view.block_under(point)
        row = content.row_of(block) if content else None
        if content is None or row is None or row.block < 0:
            self.hide()
            return
        first = content.text_block(row.block) or block
        top = first.layout().position().y() - self._view.offset().y()
        line = first.layout().lineAt(0)
        middle = line.height() / 2 if line.isValid() else 10
        place = QPoint(GUTTER - _SIZE - OFFERED_AT // 2, round(top + middle - _SIZE / 2))
        self._index = row.block
        self._show(row, place)

    def _show(self, row: Row, place: QPoint) -> None:
        content = self._view.content
        assert content is not None
        offered = content.article.blocks[row.block].is_offered
        self.button.move(place + (QPoint(0, _SIZE) if offered else QPoint(0, 0)))
        self.button.show()
        self.accept.move(place)
        self.accept.setVisible(offered)
        if offered:
            role = role_label(content.article.blocks[row.block].role).lower()
            words = self.tr("Read as %1, not quite sure. Click to accept.")
            self.accept.setToolTip(words.replace("%1", role))

    def _pressed(self) -> None:
        place = self.button.mapToGlobal(QPoint(0, self.button.height()))
        self.menu_asked.emit(self._index, place)

    def _accepted(self) -> None:
        self.accept_asked.emit(self._index)

    def _dress(self) -> None:
        for button in (self.button, self.accept):
            sign = str(button.property("sign"))
            button.setIcon(icon(sign, self._theme.palette.faint, 14))
