"""Measures the words of a table's cells, in pixels, strong and slanted ones as they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from clipreader.model import Part, Role, Span
from clipreader.ui.reader_styles import Style, Typesetter

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORDS = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}\-–—]+[\-–—]?|[\-–—]")
"""What is not broken: words up to a dash, two letters where a script sets no spaces."""

_PLAIN = "\u0250"
"""Every letter below this one is in the faces themselves, and none is taller than a line."""

Run = tuple[Span, frozenset[Role]]
"""A stretch of the text and the marks that change how wide its letters are."""


class Ruler:
    """Measures spans of one text in one style; ``marks`` are those of the table."""

    def __init__(self, text: str, marks: Sequence[Part], style: Style, setter: Typesetter) -> None:
        self._text = text
        self._marks = [m for m in marks if m.role in (Role.STRONG, Role.EMPHASIS)]
        self._style, self._setter = style, setter
        self._metrics: dict[frozenset[Role], QFontMetricsF] = {}
        self._known: dict[tuple[str, frozenset[Role]], float] = {}

    def advance(self, cell: Span) -> float:
        """Return how wide a cell's words are in one line."""
        return sum(self._width(self._text[span.start : span.end], r) for span, r in self.runs(cell))

    def widest_word(self, cell: Span) -> float:
        """Return how wide the widest word of a cell is; a word with two looks counts as two."""
        return max(
            (
                self._width(word, roles)
                for span, roles in self.runs(cell)
                for word in _WORDS.findall(self._text, span.start, span.end)
            ),
            default=0.0,
        )

    def lines(self, cell: Span, width: float) -> tuple[int, float]:
        """Return how many lines a cell has in a column, and how tall its tallest line is."""
        words = self._text[cell.start : cell.end]
        if self.advance(cell) + 1 <= width and max(words, default=" ") < _PLAIN:
            return 1, 0.0
        layout = QTextLayout(words, self._setter.font(self._style))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(cell)))
        layout.beginLayout()
        count, tallest = 0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            count, tallest = count + 1, max(tallest, line.height())
        layout.endLayout()
        return max(count, 1), tallest

    def runs(self, cell: Span) -> Iterator[Run]:
        """Yield the runs of a cell."""
        over = [mark for mark in self._marks if mark.span.overlaps(cell)]
        edges = {cell.start, cell.end}
        for mark in over:
            inside = (mark.span.start, mark.span.end)
            edges |= {point for point in inside if cell.start < point < cell.end}
        for start, end in pairwise(sorted(edges)):
            roles = (m.role for m in over if m.span.start <= start and end <= m.span.end)
            yield Span(start, end), frozenset(roles)

    def _width(self, words: str, roles: frozenset[Role]) -> float:
        key = (words, roles)
        if key not in self._known:
            if roles not in self._metrics:
                font = self._setter.letters(self._style, roles).font()
                self._metrics[roles] = QFontMetricsF(font)
            self._known[key] = self._metrics[roles].horizontalAdvance(words)
        return self._known[key]

    def _formats(self, cell: Span) -> Iterator[QTextLayout.FormatRange]:
        for span, roles in self.runs(cell):
            found = QTextLayout.FormatRange()
            found.start = units(self._text[cell.start : span.start])
            found.length = units(self._text[span.start : span.end])
            found.format = QTextCharFormat(self._setter.letters(self._style, roles))
            yield found


def units(words: str) -> int:
    """Return the length of words in UTF-16 units, as Qt counts."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2
