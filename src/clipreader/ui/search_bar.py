"""The search field: what is typed goes out when the person rests, Escape clears."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from clipreader.ui.icons import icon
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.typing_keys import TextLine

RESTS = 150
"""How long after the last key the search begins, in milliseconds."""

FADES = 300
"""How long the cross that clears the field may still be seen after the last letter went.

In milliseconds; Qt fades it out at the place where the hint stands.
"""


class SearchBar(TextLine):
    """A line that says what to look for.

    ``search_asked`` carries the words; ``left`` says that the person pressed Return or Down and
    wants to go on in the list.
    """

    search_asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = ""
        self._rest = QTimer(self, singleShot=True, interval=RESTS)
        self._fades = QTimer(self, singleShot=True, interval=FADES)
        self._glass = QAction(self.tr("Begin to search"), self)
        self.addAction(self._glass, TextLine.ActionPosition.LeadingPosition)
        self._hint = QLabel(self)
        self._hint.setFont(interface_font(11))
        self._hint.setText(
            QKeySequence("Ctrl+K")
            .toString(QKeySequence.SequenceFormat.NativeText)
            .replace("+", " ")
        )
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setToolTip(
            self.tr("Words, “phrases”, -without, tag:, translator:, publisher:, credit:, after: …")
        )
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self.setFixedHeight(31)
        self._connect()
        self._dress()

    def begin(self) -> None:
        """Take the keyboard, with what stands here selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, go on to the list with Return or Down."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._ask()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._ask()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep the hint at the right."""
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType]  # Qt sends QResizeEvent
        self._hint.adjustSize()
        self._hint.move(
            self.width() - self._hint.width() - 11, (self.height() - self._hint.height()) // 2
        )

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text)
        self._rest.timeout.connect(self._ask)
        self._fades.timeout.connect(self._hint.show)
        self._glass.triggered.connect(self.begin)
        self._theme.changed.connect(self._dress)

    def _on_text(self, words: str) -> None:
        self._rest.start()
        if words:
            self._hint.hide()
            self._fades.stop()
        else:
            self._fades.start()

    def _ask(self) -> None:
        self._rest.stop()
        if self.text() != self._asked:
            self._asked = self.text()
            self.search_asked.emit(self._asked)

    def _dress(self) -> None:
        look = self._theme.palette
        self._glass.setIcon(icon("search", look.dim, 15))
        self._hint.setStyleSheet(f"color: {look.faint.name()}; background: transparent;")
