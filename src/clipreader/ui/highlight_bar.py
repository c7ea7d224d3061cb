"""The small bar that floats at a selection or a highlight: colours, tag, note, copy, more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from clipreader.model import Colour
from clipreader.ui.icons import icon
from clipreader.ui.theme import Theme

HEIGHT = 36
"""The bar's height in pixels."""

GAP = 8
"""Pixels between the bar and the words."""

_DOTS = ("#ffd95a", "#8fd58a", "#86b9f5", "#ee9fc4", "#b9a2ee")


class ColourDot(QAbstractButton):
    """One colour to choose; a ring marks the one that is in use."""

    def __init__(self, colour: Colour, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self._paint = QColor(_DOTS[number - 1])
        self.setCheckable(True)
        self.setFixedSize(25, HEIGHT - 6)
        name = _colour_name(self, colour)
        self.setAccessibleName(self.tr("Highlight in %1").replace("%1", name))
        self.setToolTip(f"{self.accessibleName()} ({number})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the dot's fixed size."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, its ring when chosen, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paint)
        radius = 9.2 if self.underMouse() else 8.4
        painter.drawEllipse(centre, radius, radius)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.palette.page, 1.6))
            painter.drawEllipse(centre, 11.2, 11.2)


class HighlightBar(QWidget):
    """Dark on the light theme and light on the dark one; a child of the reader that floats."""

    colour_chosen = Signal(Colour)
    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.on_highlight = False
        self.setAccessibleName(self.tr("Highlight the selected words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 3, 8, 3)
        row.setSpacing(0)
        self.dots: list[ColourDot] = []
        for number, colour in enumerate(Colour, 1):
            dot = ColourDot(colour, number, theme, self)
            dot.clicked.connect(partial(self.colour_chosen.emit, colour))
            row.addWidget(dot)
            self.dots.append(dot)
        row.addSpacing(13)
        self.buttons: dict[str, QToolButton] = {}
        for name, sign, words, key in (
            ("tag", "tag", self.tr("Tags"), "T"),
            ("note", "message-square", self.tr("Note"), "N"),
            ("copy", "copy", self.tr("Copy"), "Ctrl+C"),
            ("more", "ellipsis", self.tr("More"), ""),
        ):
            row.addWidget(self._button(name, sign, words, key))
        self._shade()
        self.hide()
        self._colour()
        theme.changed.connect(self._colour)

    def show_at(self, words: QRect, area: QRect) -> None:
        """Float above some words, or below them where there is no room; in parent's pixels."""
        self.adjustSize()
        left = words.center().x() - self.width() // 2
        left = min(max(left, area.left() + 4), max(area.right() - self.width() - 4, area.left()))
        top = words.top() - self.height() - GAP
        if top < area.top() + 2:
            top = min(words.bottom() + GAP, area.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.raise_()

    def set_highlight(self, colour: Colour | None) -> None:
        """Say whose bar it is: a highlight's with its colour, or a fresh selection's (None)."""
        self.on_highlight = colour is not None
        for dot in self.dots:
            dot.setChecked(dot.colour == colour)

    def more_menu(self) -> QMenu:
        """Return the menu behind the last button."""
        menu = QMenu(self)
        for name, words in self._more():
            menu.addAction(words, partial(self.asked.emit, name))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the bar by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("leave")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rounded ground and the line between colours and verbs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.ink)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        line = QColor(self._theme.palette.page)
        line.setAlphaF(0.3)
        x = self.dots[-1].geometry().right() + 7
        painter.fillRect(QRectF(x, 10, 1, self.height() - 20), line)

    def _button(self, name: str, sign: str, words: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("sign", sign)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})" if key else words)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(24, HEIGHT - 6)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if name == "more":
            button.clicked.connect(self._open_more)
        else:
            button.clicked.connect(partial(self.asked.emit, name))
        self.buttons[name] = button
        return button

    def _more(self) -> list[tuple[str, str]]:
        found = [("block", self.tr("What is this block?…"))]
        if self.on_highlight:
            found.insert(0, ("markdown", self.tr("Copy as Markdown")))
            found.append(("delete", self.tr("Remove the highlight") + "\tDel"))
        return found

    def _open_more(self) -> None:
        button = self.buttons["more"]
        self.more_menu().popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _shade(self) -> None:
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(18)
        shade.setOffset(0, 3)
        shade.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shade)

    def _colour(self) -> None:
        ink = self._theme.palette.page
        wash = QColor(ink)
        wash.setAlphaF(0.18)
        rgba = f"rgba({wash.red()},{wash.green()},{wash.blue()},46)"
        for button in self.buttons.values():
            button.setIcon(icon(str(button.property("sign")), ink))
            button.setStyleSheet(
                "QToolButton { background: transparent; border: 1px solid transparent;"
                " border-radius: 5px; padding: 0; }"
                f"QToolButton:hover {{ background: {rgba}; }}"
                f"QToolButton:focus {{ border: 1px solid {ink.name()}; }}"
            )
        self.update()


def _colour_name(widget: QWidget, colour: Colour) -> str:
    return {
        Colour.YELLOW: widget.tr("yellow"),
        Colour.GREEN: widget.tr("green"),
        Colour.BLUE: widget.tr("blue"),
        Colour.PINK: widget.tr("pink"),
        Colour.VIOLET: widget.tr("violet"),
    }[colour]
