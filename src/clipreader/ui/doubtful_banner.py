"""Says quietly that some highlights need a look, and lets the person settle each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from clipreader.model import Certainty, Highlight
from clipreader.ui.plain import PlainLabel, one_line
from clipreader.ui.theme import Theme, interface_font

_TALLEST = 260


class DoubtfulBanner(QWidget):
    """One line above the page; opened, it lists the passages with their quotes.

    ``confirmed`` means that the place is right (or, with a selection, that it is there);
    ``shown`` asks to jump to the place, ``removed`` to give the highlight up.
    """

    confirmed = Signal(str)
    shown = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = PlainLabel("", self)
        self._words.setFont(interface_font(12.5, weight=600))
        self._toggle = QPushButton(self)
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._open)
        head = QHBoxLayout()
        head.addWidget(self._words)
        head.addStretch()
        head.addWidget(self._toggle)
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._area = QScrollArea(self)
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setMaximumHeight(_TALLEST)
        self._area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self._area)
        self._open(False)
        self.hide()
        theme.changed.connect(self.update)

    def show_doubtful(self, highlights: Sequence[Highlight]) -> None:
        """List the highlights that are doubtful or lost; with none the banner is gone."""
        found = [h for h in highlights if h.anchor.certainty != Certainty.PLACED]
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for highlight in found:
            self._rows.addWidget(self._row(highlight))
        many = self.tr("%n passages need a look", None, len(found))
        self._words.setText(self.tr("1 passage needs a look") if len(found) == 1 else many)
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(found))

    def open(self) -> None:
        """Unfold the list."""
        self._toggle.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a quiet ground and a hairline."""
        painter = QPainter(self)
        palette = self._theme.palette
        painter.fillRect(self.rect(), palette.side)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), palette.line)

    def _open(self, opened: bool) -> None:
        self._area.setVisible(opened)
        self._toggle.setText(self.tr("Close") if opened else self.tr("Look"))

    def _row(self, highlight: Highlight) -> QWidget:
        row = QWidget(self._list)
        lost = highlight.span is None
        quote = PlainLabel(f"“{one_line(highlight.quote, 160)}”", row, wrap=True)
        why = highlight.anchor.why or (
            self.tr("These words are not in the article any more.")
            if lost
            else self.tr("These words may have moved.")
        )
        reason = PlainLabel(why, row, wrap=True)
        reason.setFont(interface_font(11.5))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(quote)
        words.addWidget(reason)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 8, 4)
        line.addLayout(words, 1)
        here = self.tr("It is what I selected") if lost else self.tr("It is here")
        buttons = [(here, self.confirmed), (self.tr("Remove"), self.removed)]
        if not lost:
            buttons.insert(0, (self.tr("Show"), self.shown))
        for text, signal in buttons:
            button = QPushButton(text, row)
            button.setAccessibleName(f"{text}: {one_line(highlight.quote, 60)}")
            button.clicked.connect(partial(_tell, signal, highlight.id))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _tell(signal: SignalInstance, id_: str, _checked: bool = False) -> None:
    signal.emit(id_)
