"""What a dialog shows while there is nothing in it: a picture, what it is for, how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import interface_font, reading_font

WIDTH = 430
"""How wide the words are set, in pixels."""

_PICTURE = 40


class Invitation(QWidget):
    """A picture, a headline, some words and one button; ``accepted`` when that is pressed."""

    accepted = Signal()

    def __init__(
        self, picture: str, title: str, words: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = picture
        self._painted = ""
        self._picture = QLabel()
        top, said = PlainLabel(title), PlainLabel(words, wrap=True)
        top.setFont(reading_font(20, weight=600))
        said.setFont(interface_font(13))
        said.setFixedWidth(WIDTH)
        said.setFixedHeight(said.heightForWidth(WIDTH))
        self.button = QPushButton(button)
        self.button.setProperty("primary", True)
        self.button.setAccessibleName(button.rstrip("…"))
        self.button.setToolTip(title)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for label in (self._picture, top, said):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture anew after the colours were switched."""
        self._draw()
        super().paintEvent(event)

    def _draw(self) -> None:
        accent = self.palette().link().color()
        if self._painted != accent.name():
            self._painted = accent.name()
            scale = self.devicePixelRatioF()
            self._picture.setPixmap(pixmap(self._name, accent, _PICTURE, scale))
