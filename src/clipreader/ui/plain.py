"""Widgets that show foreign text as it was typed, never as markup.

Qt guesses whether a text is HTML in labels, tool tips and message boxes, and reads "&" in
menus, buttons and group boxes as a mark for a key. A headline with ``<b>`` or "R&D" in it has to
look as it was written, and a picture's address in it must never be opened.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


def menu_text(words: str) -> str:
    """Return words for a menu, button, check box or tab: "&" stands for itself."""
    return one_line(words).replace("&", "&&")


def tip_text(words: str) -> str:
    """Return words for a tool tip, which Qt may read as HTML: here every sign is escaped."""
    return f"<span>{html.escape(words)}</span>" if words else ""


def one_line(words: str, longest: int = 120) -> str:
    """Return words on one line, cut with an ellipsis after ``longest`` characters."""
    flat = " ".join(words[: longest * 4].split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


class PlainLabel(QLabel):
    """A label that shows its text as it is; long text wraps if asked to."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in an ellipsis where its place is too narrow."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._whole = text
        super().__init__(text, parent)

    def set_words(self, text: str) -> None:
        """Show other words; the whole of them is the tool tip when they do not fit."""
        self._whole = text
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow any width: what does not fit is left out."""
        return QSize(20, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole words."""
        width = QFontMetrics(self.font()).horizontalAdvance(one_line(self._whole)) + 4
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        flat = one_line(self._whole, 1000)
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, max(self.width(), 20))
        self.setText(shown)
        self.setToolTip(tip_text(self._whole) if shown != flat else "")


def message(
    parent: QWidget | None,
    title: str,
    words: str,
    *,
    icon: QMessageBox.Icon = QMessageBox.Icon.Information,
    details: str = "",
) -> QMessageBox:
    """Return a message box that shows its words as they are; the caller shows it."""
    box = QMessageBox(icon, title, "", QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    if details:
        box.setDetailedText(details)
    return box
