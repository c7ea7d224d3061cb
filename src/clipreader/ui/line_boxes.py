"""Where the letters of a range stand on the page, line by line, in document coordinates."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextFormat, QTextLine

PITCH = QTextFormat.Property.UserProperty.value + 1
"""The property of a block that says how far its lines are apart (px) where Qt cannot know it."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def line_rects(block: QTextBlock, begin: int, stop: int) -> list[QRectF]:
    """Return the rectangles of a range inside one block, in document coordinates.

    One for each line (several where directions mix), as high as the lines are apart, so that
    the rectangles of neighbouring lines touch.
    """
    layout = block.layout()
    first = block.position()
    begin, stop = max(begin - first, 0), min(stop - first, block.length() - 1)
    if begin >= stop:
        return []
    mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
    pitch = _pitch(block)
    # What ends a cell has no width: nothing is to be seen of it where a cell is empty.
    least = 0.0 if block.blockFormat().hasProperty(PITCH) else 2.0
    found: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = line.textStart()
        if start >= stop:
            break
        a, b = max(begin, start), min(stop, start + line.textLength())
        if a < b:
            top = line.y() - (pitch - line.height()) / 2
            height = pitch
            for left, right in _stretches(line, a, b, mixed=mixed, least=least):
                box = QRectF(left, top, right - left, height)
                found.append(box.translated(layout.position()))
    return found


def side_of(block: QTextBlock, position: int, *, after: bool = False) -> float:
    """Return the x at which reading enters a letter, or leaves it; document coordinates.

    In a script that runs from right to left reading enters at the right.
    """
    inside = position - block.position()
    line = block.layout().lineForTextPosition(inside)
    if not line.isValid():
        return block.layout().position().x()
    left, right = _sides(line, inside)
    mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
    backwards = mixed and any(run.isRightToLeft() for run in line.glyphRuns(inside, 1))
    return block.layout().position().x() + (right if after != backwards else left)


def _pitch(block: QTextBlock) -> float:
    """Return how far the lines of a block are apart; tall letters may push them on."""
    layout, pitch = block.layout(), block.blockFormat().doubleProperty(PITCH)
    if pitch:
        return pitch
    if layout.lineCount() > 1:
        return layout.lineAt(1).y() - layout.lineAt(0).y()
    return max(block.blockFormat().lineHeight(), 1.0)


def _stretches(
    line: QTextLine, a: int, b: int, *, mixed: bool, least: float
) -> list[tuple[float, float]]:
    if not mixed:
        left, right = sorted((x_of(line, a), x_of(line, b)))
        right = max(right, left + least)
        return [(left, right)] if left < right else []
    found = [_sides(line, point) for point in range(a, b)]
    merged: list[tuple[float, float]] = []
    for left, right in sorted(found):
        if merged and left <= merged[-1][1] + 0.5:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _sides(line: QTextLine, point: int) -> tuple[float, float]:
    """Return left and right of one letter in a line of mixed directions.

    Qt gives the first letter after a change of direction no width; its glyph has one.
    """
    leading, trailing = QTextLine.Edge.Leading, QTextLine.Edge.Trailing
    left, right = sorted((x_of(line, point, leading), x_of(line, point, trailing)))
    boxes = [] if left < right else [run.boundingRect() for run in line.glyphRuns(point, 1)]
    if not boxes:
        return left, right
    return min(box.left() for box in boxes), max(box.right() for box in boxes)


def x_of(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where a position stands in its line; Qt hands back the position it took as well."""
    found = cast("float | tuple[float, int]", line.cursorToX(position, edge))
    return found[0] if isinstance(found, tuple) else found
