"""A strip above the page that says that the open article is in the trash."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme


class TrashStrip(QFrame):
    """One sentence with "Restore"; ``restore_asked`` when that is pressed."""

    restore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("trashStrip")
        self._picture = QLabel()
        self._words = PlainLabel(self.tr("This article is in the trash."), wrap=True)
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setAccessibleName(self.tr("Restore this article from the trash"))
        self._restore.setToolTip(self.tr("Restore this article from the trash"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._restore)
        self._restore.clicked.connect(self.restore_asked)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        look = self._theme.palette
        self._picture.setPixmap(pixmap("trash-2", look.dim, 16, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#trashStrip {{ background: {look.side.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )
