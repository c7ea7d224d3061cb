"""Shows an article's bytes as they were received, as plain text."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clipreader.ui.plain import ElidedLabel
from clipreader.ui.theme import Theme, fixed_font
from clipreader.ui.wording import figures

LONGEST_LINE = 2_000
"""A longer line is broken in this view: a text widget takes seconds for a line of 1 MB."""

LONGEST = 2_000_000
"""No more characters than this are shown; "Save original as…" saves them all."""

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class OriginalView(QDialog):
    """The original, read-only; ``save_asked`` wants the bytes in a file."""

    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Original"))
        self.resize(760, 680)
        self._about = ElidedLabel()
        self._about.setStyleSheet(f"color: {theme.palette.dim.name()};")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setFont(fixed_font(12.5))
        self.text.setAccessibleName(self.tr("The original as text"))
        self._save = QPushButton(self.tr("Save original as…"))
        self._save.setAccessibleName(self.tr("Save the original as a file"))
        self._save.setToolTip(self.tr("Save the bytes as they were received"))
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        row = QHBoxLayout()
        row.addWidget(self._about, 1)
        row.addWidget(self._save)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self._save.clicked.connect(self.save_asked)
        self._close.clicked.connect(self.close)

    def show_original(self, name: str, size: int, encoding: str, text: str) -> None:
        """Show decoded bytes, with what they were called, how many, and in which encoding."""
        self.setWindowTitle(self.tr("Original: {name}").format(name=name))
        words = self.tr("{name} · {n} bytes · read as {encoding}")
        self._about.set_words(words.format(name=name, n=figures(size), encoding=encoding))
        self.text.setPlainText(showable(text))

    def show_no_text(self, name: str, size: int, kind: str) -> None:
        """Say of bytes that are no text what they are called, how many, and of which kind."""
        self.setWindowTitle(self.tr("Original: {name}").format(name=name))
        parts = (name, self.tr("{n} bytes").format(n=figures(size)), kind)
        self._about.set_words(" · ".join(part for part in parts if part))
        words = self.tr(
            "“{name}” is kept as it was received, but it is not text that could be shown here. "
            "Save it, and open it in a program for such files."
        )
        self.text.setPlainText(words.format(name=name))


def showable(text: str) -> str:
    """Return text that a widget can show: signs for control characters, no endless lines."""
    shown = _UNSHOWN.sub(_picture, text[:LONGEST])
    if len(text) > LONGEST:
        shown += "\n…"
    return "\n".join(_broken(line) for line in shown.split("\n"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return "␡" if code == 0x7F else chr(0x2400 + code)


def _broken(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    starts = range(0, len(line), LONGEST_LINE)
    return "\n".join(line[start : start + LONGEST_LINE] for start in starts)
