"""Finds words in the article that is open, above the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from clipreader.ui.actions import Actions
from clipreader.ui.icons import icon
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme
from clipreader.ui.typing_keys import TextLine
from clipreader.ui.wording import figures


class FindBar(QFrame):
    """A line, how many hits there are, and steps between them.

    ``words_changed`` carries what is typed, empty when the bar closes; ``step_asked`` +1 or -1.
    """

    words_changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findBar")
        self.line = TextLine()
        self.line.setPlaceholderText(self.tr("Find in this article"))
        self.line.setAccessibleName(self.tr("Find in this article"))
        self.line.setMaximumWidth(320)
        self.line.setAcceptDrops(False)
        self._found = PlainLabel()
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self._found)
        row.addStretch(1)
        for name, picture, words in (
            ("find_previous", "chevron-up", actions["find_previous"].toolTip()),
            ("find_next", "chevron-down", actions["find_next"].toolTip()),
            ("close", "x", self.tr("Close (Esc)")),
        ):
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setProperty("picture", picture)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
            self._buttons[name] = button
        self._connect()
        self._dress()
        self.hide()

    def begin(self) -> None:
        """Open and take the keyboard."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.line.text():
            self.words_changed.emit(self.line.text())

    def end(self) -> None:
        """Close and forget the hits."""
        self.hide()
        self.words_changed.emit("")
        self.closed.emit()

    def show_found(self, current: int, total: int) -> None:
        """Say which hit is the current one (from 1; 0 for none yet), of how many."""
        if not self.line.text():
            self._found.clear()
        elif total == 0:
            self._found.setText(self.tr("Not in this article"))
        else:
            words = self.tr("{n} of {all}")
            self._found.setText(words.format(n=figures(current), all=figures(total)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, step with Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.words_changed)
        self._buttons["find_previous"].clicked.connect(self._on_previous)
        self._buttons["find_next"].clicked.connect(self._on_next)
        self._buttons["close"].clicked.connect(self.end)
        self._theme.changed.connect(self._dress)

    def _on_previous(self) -> None:
        self.step_asked.emit(-1)

    def _on_next(self) -> None:
        self.step_asked.emit(1)

    def _dress(self) -> None:
        look = self._theme.palette
        for button in self._buttons.values():
            button.setIcon(icon(str(button.property("picture")), look.dim, 16))
        self._found.setStyleSheet(f"color: {look.dim.name()};")
        self.setStyleSheet(
            f"#findBar {{ background: {look.side.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )
