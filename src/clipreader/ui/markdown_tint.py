"""Tints Markdown in the preview: front matter, quotes, headings and ids."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from clipreader.ui.theme import Theme

_KEY = re.compile(r"^([\w-]+:)")
_RULE = "---"
_OUTSIDE, _INSIDE = 0, 1


class MarkdownTint(QSyntaxHighlighter):
    """Colours what is not the article's own words."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Tint one line."""
        look = self._theme.palette
        inside = self.previousBlockState() == _INSIDE
        if text == _RULE:
            opens = not inside and self._may_open()
            self.setCurrentBlockState(_INSIDE if opens else _OUTSIDE)
            self.setFormat(0, len(text), _coloured(look.faint))
            return
        self.setCurrentBlockState(_INSIDE if inside else _OUTSIDE)
        key = _KEY.match(text)
        if inside and key:
            self.setFormat(0, key.end(1), _coloured(look.accent))
        elif text.startswith((">", "#")):
            mark = len(text) - len(text.lstrip(">#"))
            self.setFormat(0, mark, _coloured(look.faint))
        elif text.startswith("^"):
            self.setFormat(0, len(text), _coloured(look.accent))

    def _may_open(self) -> bool:
        """Front matter opens a file: at the top, or under the line that names the next file."""
        before = self.currentBlock().previous()
        while before.isValid() and not before.text().strip():
            before = before.previous()
        return not before.isValid() or before.text().startswith("━")


def _coloured(colour: QColor) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setForeground(colour)
    return found
