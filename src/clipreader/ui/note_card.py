"""One margin note: what the person wrote about a highlight, its tags, and its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from clipreader.model import Highlight
from clipreader.ui.note_editor import NoteEditor
from clipreader.ui.plain import one_line
from clipreader.ui.tag_chips import TagChips, height_for
from clipreader.ui.theme import Theme, interface_font

WIDTH = 196
"""A card's width in pixels."""

LONGEST = 230
"""Pixels of a note that are shown; the rest is there when it is edited."""

_LEFT, _RIGHT, _TOP, _BOTTOM, _BETWEEN = 13, 9, 9, 10, 7
_LEADING = 2.5


class NoteCard(QWidget):
    """A card with a coloured left edge. Double-click or Enter edits the note in place."""

    chosen = Signal(str)
    written = Signal(str, str)
    tags_asked = Signal(str)
    grown = Signal()

    def __init__(self, theme: Theme, highlight: Highlight, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.highlight = highlight
        self.editor: NoteEditor | None = None
        self.chips = TagChips(theme, self)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Double-click or Enter: edit the note. T: tags."))
        self.show_highlight(highlight)
        theme.changed.connect(self.update)

    def show_highlight(self, highlight: Highlight) -> None:
        """Show another state of the same highlight; what is being written stays."""
        self.highlight = highlight
        self.chips.set_tags(highlight.tags)
        self.chips.setVisible(bool(highlight.tags))
        words = f"{one_line(highlight.quote)}: {highlight.note}"
        self.setAccessibleName(self.tr("Note on %1").replace("%1", words))
        self.fit()

    def fit(self) -> None:
        """Take the height that note and tags need."""
        inside = WIDTH - _LEFT - _RIGHT
        if self.editor is not None:
            words = self.editor.sizeHint().height()
            self.editor.setGeometry(_LEFT - 4, _TOP - 3, inside + 8, words)
        else:
            words = round(min(note_height(self.highlight.note), LONGEST))
        chips = height_for(self.highlight.tags, inside)
        between = _BETWEEN if words and chips else 0
        self.chips.setGeometry(_LEFT, _TOP + words + between, inside, max(chips, 1))
        self.setFixedHeight(_TOP + words + between + chips + _BOTTOM)

    def edit(self) -> None:
        """Edit the note in place."""
        if self.editor is None:
            self.editor = NoteEditor(self.highlight.note, self)
            self.editor.written.connect(self._written)
            self.editor.finished.connect(self._finished)
            self.editor.textChanged.connect(self._grown)
            self.editor.show()
            self._grown()
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def is_edited(self) -> bool:
        """Say whether the note is being written."""
        return self.editor is not None

    def keep(self) -> None:
        """Close the editor and keep what is written."""
        if self.editor is not None:
            self.editor.finish()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its edge and the note as plain text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, palette.card)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, 3.5, self.height()), palette.edge(self.highlight.colour))
        painter.restore()
        focused = self.hasFocus()
        painter.setPen(QPen(palette.accent if focused else palette.line, 1))
        painter.drawPath(shape)
        painter.fillRect(QRectF(0, 5, 3, self.height() - 10), palette.edge(self.highlight.colour))
        if self.editor is None:
            painter.setPen(palette.ink)
            painter.setClipRect(QRectF(_LEFT, 0, WIDTH - _LEFT - 2, _TOP + LONGEST))
            _laid_out(self.highlight.note).draw(painter, QPointF(_LEFT, _TOP))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the highlight that the note is about."""
        event.accept()
        self.chosen.emit(self.highlight.id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Edit in place."""
        self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit by Enter, choose by Space, tag by T."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif key == Qt.Key.Key_Space:
            self.chosen.emit(self.highlight.id)
        elif key == Qt.Key.Key_T:
            self.tags_asked.emit(self.highlight.id)
        else:
            super().keyPressEvent(event)

    def _written(self, text: str) -> None:
        self.written.emit(self.highlight.id, text)

    def _finished(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            held = self.window().focusWidget() is editor
            editor.hide()
            editor.deleteLater()
            if held:
                self.setFocus()
        self._grown()

    def _grown(self) -> None:
        self.fit()
        self.update()
        self.grown.emit()


def note_height(note: str) -> float:
    """Return the height of a note on a card, in pixels, 0 for none."""
    if not note:
        return 0.0
    return _laid_out(note).boundingRect().height()


def card_height(highlight: Highlight) -> int:
    """Return the height of the card of a highlight that is not being edited."""
    words = round(min(note_height(highlight.note), LONGEST))
    chips = height_for(highlight.tags, WIDTH - _LEFT - _RIGHT)
    return _TOP + words + (_BETWEEN if words and chips else 0) + chips + _BOTTOM


def _laid_out(note: str) -> QTextLayout:
    """Lay a note out as plain text; only the beginning of a very long one is looked at."""
    layout = QTextLayout(note[:2_000].replace("\n", "\u2028"), interface_font(12.5))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(WIDTH - _LEFT - _RIGHT)
        line.setPosition(QPointF(0, top))
        top += line.height() + _LEADING
    layout.endLayout()
    return layout
