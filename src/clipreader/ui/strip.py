"""A strip for what holds until something is done about it.

Across the window it warns that the library cannot be written to; above the page it says what
holds of the open article, that it lies in the trash, say.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme


class Strip(QFrame):
    """One sentence and a button; ``pressed`` when that is pressed. Hidden while it says nothing.

    ``picture`` names its icon; ``tip`` says in full what the button does. A second button may be
    there to decline, with its words and tip: ``declined``. A strip that ``warns`` stands out.
    """

    pressed = Signal()
    declined = Signal()

    def __init__(
        self,
        theme: Theme,
        picture: str,
        button: str,
        tip: str,
        *,
        decline: tuple[str, str] = ("", ""),
        warns: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._warns = warns
        self._theme = theme
        self._name = picture
        self.setObjectName("strip")
        if warns:
            self.setAccessibleName(self.tr("Warning"))
        self._picture = QLabel()
        self._words = PlainLabel(wrap=True)
        self._button, self._decline = _button(button, tip), _button(*decline)
        self._decline.setVisible(bool(decline[0]))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._decline)
        self._button.clicked.connect(self.pressed)
        self._decline.clicked.connect(self.declined)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """Return what the strip says, or nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str) -> None:
        """Show a sentence; an empty one takes the strip away."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _dress(self) -> None:
        look = self._theme.palette
        ink, ground = (look.danger, look.card) if self._warns else (look.dim, look.side)
        self._picture.setPixmap(pixmap(self._name, ink, 16, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#strip {{ background: {ground.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(tip)
    button.setToolTip(tip)
    return button
