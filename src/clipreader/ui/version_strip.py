"""A strip above the page: a new version of the article came in, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clipreader.model import Version
from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme
from clipreader.ui.wording import tr

_ICON = 16
_WIDE, _NARROW = 760, 520
"""Widths, in pixels, below which the buttons stand under the words, and two of them go."""


class VersionStrip(QFrame):
    """One sentence and four buttons; hidden while nothing waits.

    The signals say what is to be done with the version that waits: it is to be compared, used,
    kept as an article of its own, or not looked at now.
    """

    compare_asked = Signal()
    use_asked = Signal()
    apart_asked = Signal()
    later_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("versionstrip")
        self._picture = QLabel()
        self._words = PlainLabel(wrap=True)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self._picture)
        above.addWidget(self._words, 1)
        below.setSpacing(8)
        self.buttons = tuple(self._button(*each) for each in self._choices())
        for button in self.buttons:
            below.addWidget(button)
        below.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(16, 7, 12, 7)
        self._both.addLayout(above, 1)
        self._both.addLayout(below)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """Return what the strip says, or nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def offer(self, version: Version | None) -> None:
        """Say that a version waits; None takes the strip away."""
        if version is not None:
            words = self.tr("A new version of this article came in on {day}.")
            self._words.setText(words.format(day=came_in(version)))
        self.setVisible(version is not None)

    def minimumSizeHint(self) -> QSize:
        """Never keep the page from becoming narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both do not fit; of narrow ones leave two.

        What is left out can be reached from the comparison and from "Versions…".
        """
        super().resizeEvent(event)
        width = event.size().width()
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if width >= _WIDE else direction.TopToBottom)
        for button in self.buttons[1:3]:
            button.setVisible(width >= _NARROW)

    def _choices(self) -> tuple[tuple[str, str, SignalInstance], ...]:
        return (
            (self.tr("Compare…"), self.tr("Show what differs, word by word"), self.compare_asked),
            (
                self.tr("Use this version"),
                self.tr("Show it here; highlights move along"),
                self.use_asked,
            ),
            (
                self.tr("Keep as an article of its own"),
                self.tr("It is no version of this article"),
                self.apart_asked,
            ),
            (
                self.tr("Not now"),
                self.tr("Leave it among the versions of this article"),
                self.later_asked,
            ),
        )

    @staticmethod
    def _button(words: str, tip: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAccessibleName(f"{words.rstrip('…')}: {tip}")
        button.clicked.connect(signal)
        return button

    def _dress(self) -> None:
        look = self._theme.palette
        self._picture.setPixmap(pixmap("file-text", look.accent, _ICON, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#versionstrip {{ background: {look.side.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )


def came_in(version: Version) -> str:
    """Return when a version came in, in the person's time and form."""
    moment = QDateTime.fromString(version.added, "yyyy-MM-ddTHH:mm:ss.zzz+00:00")
    if not moment.isValid():
        return tr("an unknown day")
    seconds = moment.toSecsSinceEpoch() + moment.offsetFromUtc()
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM yyyy, HH:mm")
