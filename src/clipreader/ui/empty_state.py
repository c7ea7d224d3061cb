"""What an empty library shows: where to drop, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipreader.ui.actions import Actions
from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme, interface_font, reading_font

_WIDTH, _HEIGHT = 520, 330


class EmptyState(QWidget):
    """A drop target in the middle, with buttons for import, paste and the samples."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        self._headline = PlainLabel(self.tr("Drop an article here"), wrap=True)
        self._words = PlainLabel(
            self.tr(
                "A text, a saved web page, a document or a mail; files, folders or parts of pages. "
                "ClipReader finds captions, credits and the translator, and keeps the original."
            ),
            wrap=True,
        )
        self._buttons = [
            _button(actions, "import_files", self.tr("Import…"), primary=True),
            _button(actions, "paste", self.tr("Paste")),
            _button(actions, "samples", self.tr("Open a sample library")),
        ]
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed frame around the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.palette.faint, 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        width, height = min(_WIDTH, self.width() - 24), min(_HEIGHT, self.height() - 24)
        frame = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.drawRoundedRect(frame, 12, 12)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        self._headline.setFont(reading_font(23, weight=600))
        self._words.setFont(interface_font(13.5))
        width = _WIDTH - 90
        self._words.setFixedSize(width, self._words.heightForWidth(width))
        for label in (self._picture, self._headline, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _dress(self) -> None:
        look = self._theme.palette
        self._picture.setPixmap(pixmap("newspaper", look.accent, 44, self.devicePixelRatioF()))
        self._words.setStyleSheet(f"color: {look.dim.name()};")
        self.update()


def _button(actions: Actions, name: str, words: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("primary", primary)
    button.setAccessibleName(words.rstrip("…"))
    button.setToolTip(actions[name].toolTip())
    button.clicked.connect(actions[name].trigger)
    return button
