"""Where each stretch of an article's text stands in the reader's document, and back.

The document is not the text: generated rows (kicker line, byline row) are in it, leftovers and
folded site text are not, and very long lines are broken in the view only. So the map is a list
of pieces, each a stretch of text that stands unbroken in the document. Text is counted in code
points, the document in Qt's UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from clipreader.model import Span
from clipreader.text.offsets import Utf16Map


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, in code points, and the document position of its first character."""

    start: int
    end: int
    at: int


class ReaderMap:
    """Converts spans of the text to ranges of the document and back.

    What is hidden collapses to the place where it would stand. A range that covers generated
    rows only has no span.
    """

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._units = Utf16Map(text)
        self._pieces = tuple(pieces)
        self._starts = [piece.start for piece in self._pieces]
        self._ends = [piece.end for piece in self._pieces]
        self._begins = [piece.at for piece in self._pieces]
        self._stops = [piece.at + self._length(piece.start, piece.end) for piece in self._pieces]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces in the order of the text."""
        return self._pieces

    def range(self, span: Span) -> tuple[int, int] | None:
        """Return first and last document position of a span; None if nothing of it is shown."""
        if not self._pieces:
            return None
        begin, stop = self.position(span.start), self._position_before(span.end)
        return (begin, stop) if begin < stop else None

    def position(self, point: int) -> int:
        """Return the document position of a code point; a hidden one gives what follows it."""
        if not self._pieces:
            return 0
        index = max(bisect_right(self._starts, point) - 1, 0)
        piece = self._pieces[index]
        if point > piece.end and index + 1 < len(self._pieces):
            return self._begins[index + 1]
        return self._inside(index, point)

    def span(self, begin: int, stop: int) -> Span | None:
        """Return the text between two document positions, or None if there is none."""
        if not self._pieces or stop <= begin:
            return None
        start, end = self.point(begin), self._point_before(stop)
        return Span(start, end) if start < end else None

    def point(self, position: int) -> int:
        """Return the code point at a document position; a generated row gives what follows."""
        if not self._pieces:
            return 0
        index = max(bisect_right(self._begins, position) - 1, 0)
        if position > self._stops[index] and index + 1 < len(self._pieces):
            return self._starts[index + 1]
        return self._text_point(index, position)

    def is_shown(self, point: int) -> bool:
        """Say whether the character at a code point stands in the document."""
        index = bisect_right(self._starts, point) - 1
        return index >= 0 and point < self._ends[index]

    def _position_before(self, point: int) -> int:
        """Return the position of the end of a span: a hidden one gives what went before."""
        index = max(bisect_left(self._starts, point) - 1, 0)
        return self._inside(index, point)

    def _point_before(self, position: int) -> int:
        """Return the end of what stands before a position; half a letter counts as a whole one."""
        index = max(bisect_left(self._begins, position) - 1, 0)
        point = self._text_point(index, position)
        covered = min(position, self._stops[index])
        return point if self.position(point) >= covered else point + 1

    def _inside(self, index: int, point: int) -> int:
        piece = self._pieces[index]
        point = min(max(point, piece.start), piece.end)
        return piece.at + self._length(piece.start, point)

    def _text_point(self, index: int, position: int) -> int:
        piece = self._pieces[index]
        inside = min(max(position, piece.at), self._stops[index]) - piece.at
        return self._units.points(self._units.units(piece.start) + inside)

    def _length(self, start: int, end: int) -> int:
        return self._units.units(end) - self._units.units(start)
