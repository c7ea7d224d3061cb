"""Opens the menu of the block that was pointed at, by mouse or by key."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from clipreader.ui.block_menu import BlockMenu
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.theme import Theme

MENU_WISHES = ("role_chosen", "credit_chosen", "accept_asked", "fields_asked")
"""The signals of a block's menu, handed on by name."""


class BlockMenus(QObject):
    """One block's menu at a time; its signals are those of ``BlockMenu``."""

    role_chosen = Signal(int, object, object)
    credit_chosen = Signal(int, object)
    accept_asked = Signal(int)
    fields_asked = Signal()
    always_asked = Signal(int)

    def __init__(self, theme: Theme, view: ReaderView, pane: QWidget) -> None:
        super().__init__(pane)
        self._theme = theme
        self._view = view
        self._pane = pane
        self.menu: BlockMenu | None = None
        view.menu_asked.connect(self._on_asked)

    def open(self, index: int, place: QPoint) -> None:
        """Open the menu of a block (by its index) at a place of the screen."""
        content = self._view.content
        if content is None:
            return
        selection = self._view.selected_span()
        menu = BlockMenu(self._theme, content.article, index, selection, self._pane)
        for name in MENU_WISHES:
            getattr(menu, name).connect(getattr(self, name))
        menu.always_asked.connect(self.always_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(place)

    def open_at(self, position: int) -> None:
        """Open the menu of the block at a document position, below its line."""
        rect = self._view.caret_rect(position)
        self._open_for(position, self._view.viewport().mapToGlobal(rect.bottomLeft()))

    def _on_asked(self, place: QPoint, by_key: bool) -> None:
        if by_key:
            self.open_at(self._view.textCursor().position())
            return
        inside = QPointF(self._view.viewport().mapFromGlobal(place))
        self._open_for(self._view.position_at(inside), place)

    def _open_for(self, position: int, place: QPoint) -> None:
        content = self._view.content
        row = content.row_of(self._view.document().findBlock(position)) if content else None
        if row is not None and row.block >= 0:
            self.open(row.block, place)
        elif row is not None:
            self.fields_asked.emit()
