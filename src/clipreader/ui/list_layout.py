"""Lays a few lines of text out for a row of a list, the last one elided.

Positions given are code points of the text; Qt's UTF-16 units stay in here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from clipreader.model import Span
from clipreader.text.offsets import Utf16Map
from clipreader.ui.directions import runs_backwards
from clipreader.ui.plain import one_line

LONGEST = 600
"""No more characters of a text than this are laid out."""

_BOLDER = 6
"""What the last line is made shorter by, in pixels, until its bold words fit too."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text laid out for a width; ``height`` is in pixels.

    ``backwards`` says that it runs from right to left and so begins at the right.
    """

    layout: QTextLayout
    height: float
    backwards: bool = False

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw the lines with their upper left corner at a place."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(x, y))


def lay_out(  # each is a property of the lines, and all have names at the calls
    text: str,
    font: QFont,
    width: float,
    *,
    most: int,
    leading: float = 1.0,
    indent: float = 0.0,
    bold: Sequence[Span] = (),
) -> Lines:
    """Lay a text out in at most ``most`` lines; spans in ``bold`` stand out.

    ``leading`` is the line's height as a factor of the font's, ``indent`` keeps the first line's
    beginning free.
    """
    shown = one_line(text, LONGEST)
    spans = bold if shown == text else ()
    laid, left_over = _lines(shown, font, width, most, leading, indent, spans)
    if left_over is None:
        return laid
    start = Utf16Map(shown).points(left_over)
    room = width - (indent if most == 1 else 0)
    metrics, mode = QFontMetricsF(font), Qt.TextElideMode.ElideRight
    for spared in range(0, round(room), _BOLDER):
        cut = shown[:start] + metrics.elidedText(shown[start:], mode, room - spared)
        kept = [span for span in spans if span.end <= max(start, len(cut) - 1)]
        laid, left_over = _lines(cut, font, width, most, leading, indent, kept)
        if left_over is None:
            break
    return laid


def _lines(  # as above, without defaults
    text: str,
    font: QFont,
    width: float,
    most: int,
    leading: float,
    indent: float,
    bold: Sequence[Span],
) -> tuple[Lines, int | None]:
    """Return the lines, and where the last one begins if words are left over (UTF-16)."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    backwards = runs_backwards(text)
    if backwards:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, bold))
    step = QFontMetricsF(font).height() * leading
    layout.beginLayout()
    height, begins, ended = 0.0, 0, False
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            ended = True
            break
        first = indent if number == 0 else 0.0
        line.setLineWidth(max(width - first, 20))
        line.setPosition(QPointF(0.0 if backwards else first, height))
        begins = line.textStart()
        height += step
    left_over = not ended and layout.createLine().isValid()
    layout.endLayout()
    return Lines(layout, height, backwards), begins if left_over else None


def _formats(text: str, bold: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    if not bold:
        return []
    units = Utf16Map(text).units
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    found: list[QTextLayout.FormatRange] = []
    for span in bold:
        one = QTextLayout.FormatRange()
        one.start = units(span.start)  # pyright: ignore[reportAttributeAccessIssue]  # Qt's stub leaves out the fields
        one.length = units(span.end) - units(span.start)  # pyright: ignore[reportAttributeAccessIssue]  # as above
        one.format = style  # pyright: ignore[reportAttributeAccessIssue]  # as above
        found.append(one)
    return found
