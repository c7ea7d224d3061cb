"""Quiet messages at the foot of the window, with what can be done about them.

A notice goes away by itself unless it tells of a failure; the mouse over it or the keyboard in
it holds it. Screen readers are told when it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from clipreader.ui.icons import icon
from clipreader.ui.plain import PlainLabel, menu_text
from clipreader.ui.theme import Theme, mixed

NoticeAction = tuple[str, Callable[[], object]]
"""A button's words and what it does."""

STAYS = 8_000
"""How long a notice stays, in milliseconds."""

_WIDEST = 620
_MARGIN = 18


class Notices(QFrame):
    """The one notice that floats over the foot of its parent."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = parent
        self._leave = QTimer(self, singleShot=True, interval=STAYS)
        self._keeps = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(4)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._label = PlainLabel(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row.addWidget(self._label, 1)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._row.addWidget(self._close)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self._connect()
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """Return what the notice says, or nothing while none is shown."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, words: str, actions: Sequence[NoticeAction] = (), *, keep: bool = False) -> None:
        """Show a sentence instead of the one before; ``keep`` it until it is closed."""
        self._keeps = keep
        self._label.setText(words)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*action) for action in actions]
        self.show()
        self.raise_()
        self.place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._leave.stop() if keep else self._leave.start()

    def press(self, words: str) -> None:
        """Do what the button with these words does. Raises LookupError if there is none."""
        for button in self._buttons:
            if button.text() == menu_text(words):
                button.click()
                return
        raise LookupError(words)

    def place(self) -> None:
        """Stand at the foot of the parent; for the parent to call when its size changed."""
        width = min(_WIDEST, self._room.width() - 2 * _MARGIN)
        self.setFixedWidth(max(width, 200))
        tall = self._row.heightForWidth(self.width())
        self.setFixedHeight(tall if tall > 0 else self._row.sizeHint().height())
        foot = self._room.height() - self.height() - _MARGIN - 26
        self.move((self._room.width() - self.width()) // 2, max(foot, 0))

    def enterEvent(self, event: QEvent) -> None:
        """Wait while the mouse is here."""
        self._leave.stop()
        super().enterEvent(event)  # pyright: ignore[reportArgumentType]  # Qt sends QEnterEvent

    def leaveEvent(self, event: QEvent) -> None:
        """Go on leaving."""
        if not self._keeps:
            self._leave.start()
        super().leaveEvent(event)

    def _connect(self) -> None:
        self._leave.timeout.connect(self._on_time)
        self._close.clicked.connect(self.hide)
        self._theme.changed.connect(self._dress)

    def _on_time(self) -> None:
        if any(button.hasFocus() for button in self._buttons):
            self._leave.start()
        else:
            self.hide()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(menu_text(words), self)
        button.setFlat(True)
        button.setObjectName("noticeAction")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(words)
        button.clicked.connect(self.hide)
        button.clicked.connect(act)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _dress(self) -> None:
        look = self._theme.palette
        ground = look.ink if not look.is_dark else mixed(look.card, look.ink, 0.08)
        letters = look.page if not look.is_dark else look.ink
        link = "#8fd6d0" if not look.is_dark else look.accent.name()
        self.setStyleSheet(
            f"#notice {{ background: {ground.name()}; border: 1px solid "
            f"{ground.name() if not look.is_dark else look.line.name()}; border-radius: 9px; }}"
            f"#notice QLabel {{ color: {letters.name()}; background: transparent; }}"
            f"#noticeAction {{ background: transparent; border: 1px solid transparent; "
            f"color: {link}; padding: 4px 8px; font-weight: 600; }}"
            f"#noticeAction:focus, #noticeAction:hover {{ border: 1px solid {link}; }}"
            f"#notice QToolButton:hover {{ background: transparent; }}"
        )
        self._close.setIcon(icon("x", letters, 14))
