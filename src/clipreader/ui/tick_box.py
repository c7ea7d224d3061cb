"""A check box in the theme's colours: seen as well in the dark as in the light."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter, QWidget

from clipreader.ui.icons import pixmap
from clipreader.ui.plain import menu_text
from clipreader.ui.theme import Theme

_TICK = 12


class TickBox(QCheckBox):
    """A check box whose frame, tick and focus are drawn here; Qt draws the words."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(menu_text(words), parent)
        self._theme = theme
        self.setAccessibleName(words)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box in its place and the words beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        place = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        option.rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._theme.palette
        box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = look.accent if self.isChecked() or self.hasFocus() else look.faint
        painter.setPen(QPen(frame, 1))
        painter.setBrush(look.accent if self.isChecked() else look.card)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            tick = pixmap("check", look.on_accent, _TICK, self.devicePixelRatioF())
            corner = QRectF(place).center() - QPointF(_TICK / 2, _TICK / 2)
            painter.drawPixmap(corner, tick)
