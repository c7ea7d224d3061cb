"""Writes a note: plain text, kept half a second after the last key and on leaving."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clipreader.ui.theme import interface_font
from clipreader.ui.typing_keys import claim, leave

PAUSE = 500
"""Milliseconds after the last key before what was written is kept."""

_AROUND = 22  # px: the padding and border of a field, and the margin of a document, twice each


class NoteEditor(QPlainTextEdit):
    """Edits one note. ``written`` hands over the text to keep, ``finished`` says it is closed."""

    written = Signal(str)
    finished = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kept = text
        self._open = True
        self.setFont(interface_font(12.5))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write a note"))
        self.setToolTip(self.tr("Kept as you write. Ctrl+Enter: done. Esc: close."))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._timer.start)
        self.textChanged.connect(self.updateGeometry)

    def keep(self) -> None:
        """Hand over what is written now, if it is not kept yet."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self.written.emit(text)

    def finish(self) -> None:
        """Keep and close; closing twice does no harm."""
        self.keep()
        if self._open:
            self._open = False
            self.finished.emit()

    def sizeHint(self) -> QSize:
        """Ask for the height of what is written, three lines at least, ten at most."""
        lines = min(max(int(self.document().size().height()), 3), 10)
        return QSize(180, lines * self.fontMetrics().lineSpacing() + _AROUND)

    def minimumSizeHint(self) -> QSize:
        """Do not be squeezed below what is written."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that delete words, leave those that mean something in the window."""
        return claim(event) or leave(event, self) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape or Ctrl+Enter; both keep what is written."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep on leaving; a menu of the editor's own is no leaving."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            self.keep()
        else:
            self.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is written before it disappears."""
        self.keep()
        super().hideEvent(event)
