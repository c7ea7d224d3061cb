"""A strip across the window for what holds until it is mended: a library that cannot be written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme


class Banner(QFrame):
    """One sentence with "Try again"; ``retry_asked`` when that is pressed."""

    retry_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Warning"))
        self._picture = QLabel()
        self._words = PlainLabel(wrap=True)
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.setAccessibleName(self.tr("Try to open the library again"))
        self._retry.setToolTip(self.tr("Try to open the library again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._retry)
        self._retry.clicked.connect(self.retry_asked)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """Return what the banner says, or nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str) -> None:
        """Show a sentence; an empty one takes the banner away."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _dress(self) -> None:
        look = self._theme.palette
        self._picture.setPixmap(pixmap("triangle-alert", look.danger, 16, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#banner {{ background: {look.card.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )
