"""Code points ⇄ UTF-16 units: the only place that converts."""

from __future__ import annotations

from bisect import bisect_right


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Utf16Map:
    """Converts positions in one text, both ways, in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        self._wide_units = [point + number for number, point in enumerate(self._wide)]

    def units(self, point: int) -> int:
        """Return the UTF-16 unit at which a code point begins."""
        if not self._wide:
            return point
        return point + bisect_right(self._wide, point - 1)

    def points(self, unit: int) -> int:
        """Return the code point that a UTF-16 unit belongs to."""
        if not self._wide:
            return unit
        return unit - bisect_right(self._wide_units, unit - 1)
