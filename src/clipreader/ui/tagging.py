"""Writes the tags of one highlight, beside its words on the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.tag_editor import TagEditor
from clipreader.ui.theme import Theme

BELOW = QPoint(0, 8)
"""From the highlight's last line to the editor, in pixels."""


class Tagging(QObject):
    """The tag editor of a page; ``changed`` tells a highlight's id and its tags."""

    changed = Signal(str, tuple)

    def __init__(self, theme: Theme, view: ReaderView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view = view
        self._pane = pane
        self._of = ""
        self.editor = TagEditor(theme, pane)
        self.editor.changed.connect(self._on_changed)
        self.editor.finished.connect(self._on_finished)

    def open(self, id_: str, tags: Sequence[str]) -> None:
        """Open the editor with the tags of a highlight that is on the page.

        What is still being written is kept first, for the highlight that it was written for.
        """
        self.editor.finish()
        self._of = id_
        self.editor.open_with(tuple(tags))
        item = self._view.painter.item(id_)
        rects = self._view.end_rects(item.begin, item.stop) if item else None
        below = rects[1].bottomLeft().toPoint() if rects else QPoint(GUTTER, 40)
        corner = self._view.viewport().mapTo(self._pane, below + BELOW)
        free = self._pane.rect().bottomRight() - self.editor.rect().bottomRight() - QPoint(8, 8)
        self.editor.move(max(min(corner.x(), free.x()), 0), max(min(corner.y(), free.y()), 0))

    def _on_changed(self, tags: tuple[str, ...]) -> None:
        self.changed.emit(self._of, tags)

    def _on_finished(self, held: bool) -> None:
        """Give the keyboard back to the page, unless the person went elsewhere with it."""
        if held:
            self._view.setFocus()
