"""Sets a table in columns: chooses their widths, and says where each cell of each row stands.

The document keeps one block for a row, so nothing of the map changes: only the tab between two
cells is a line separator there, one unit for one unit. Qt reserves a row's height, and
``table_lines`` then puts its lines into their columns. Qt's own tables do not serve: a selection
over several of their cells, or out of a paragraph into one, jumps to whole cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from clipreader.model import Article, Part, Role, Span
from clipreader.ui.directions import runs_backwards
from clipreader.ui.reader_columns import is_numbers, placed, rows_of, shared
from clipreader.ui.reader_lines import LONGEST_RUN
from clipreader.ui.reader_styles import STYLES, Style, Typesetter
from clipreader.ui.table_ruler import Ruler, units

CELL_END = "\u2028"
"""What stands in the document for the tab between two cells: Qt begins a line after it."""

MOST_WORK = 8_000
"""So many cells of an article are set in columns (a third of a second); the rest has tab stops."""

_LETTERS_A_CELL = 40
"""So many letters of a table take as much time as a cell."""

SIZES = (1.0, 0.92, 0.84)
"""Shares of the usual size that are tried, one after the other, until the longest words fit."""

SLID = 0.92
"""The share of the usual size in a table that is too wide at all of them, and is slid sideways."""

GAP, PAD = 18.0, 5.0
"""Pixels between two columns, and above and below the words of a row, at the default size."""

LONGEST_WORD = 0.45
"""Words that are wider than this share of the measure, such as addresses, are broken."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words within the row (UTF-16 units) and its place (px from the row's left)."""

    begin: int
    end: int
    left: float
    width: float
    at_right: bool


@dataclass(frozen=True, slots=True)
class Breadth:
    """How wide a table is and how much of that can be seen, in px; ``begin`` is its code point.

    A table that is wider than its ``room`` is slid sideways within it.
    """

    begin: int
    room: float
    width: float
    backwards: bool = False

    @property
    def hidden(self) -> float:
        """Return how many pixels cannot be seen."""
        return max(self.width - self.room, 0.0)


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row as it is set: ``pitch`` from line to line, ``pad`` above the first, ``height``; px.

    ``is_head`` is True for a row of headings, ``is_last`` for the last one; ``of`` is the same for
    all rows of a table.
    """

    cells: tuple[Cell, ...]
    pitch: float
    pad: float
    height: float
    of: Breadth
    is_head: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as it is set: the style of its letters, and its rows by their first code point."""

    style: Style
    rows: dict[int, SetRow]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand: left edges and widths in px, and which of them hold numbers."""

    lefts: list[float]
    widths: list[float]
    numbers: frozenset[int]
    of: Breadth

    def cell(self, number: int, begin: int, end: int, *, alone: bool) -> Cell:
        """Return a cell in its column; one that is alone in its row has all that can be seen."""
        if alone:
            left = self.of.hidden if self.of.backwards else 0.0
            return Cell(begin, end, left, self.of.room, self.of.backwards)
        at_right = self.of.backwards or number in self.numbers
        return Cell(begin, end, self.lefts[number], self.widths[number], at_right)


def work_of(article: Article, block: Part) -> int:
    """Return how much work a table is, counted in cells."""
    start, end = block.span.start, block.span.end
    cells = article.text.count("\t", start, end) + article.text.count("\n", start, end) + 1
    return cells + (end - start) // _LETTERS_A_CELL


def set_table(
    article: Article, block: Part, marks: Sequence[Part], setter: Typesetter
) -> SetTable | None:
    """Return how a table stands in columns; None if it has to be set with tab stops.

    So it is with a single column, with parts that are not shown, and where a line is so long, or
    broken so, that the view breaks it.
    """
    said = article.text[block.span.start : block.span.end]
    if "\t" not in said or any(m.role == Role.LEFTOVER for m in marks):
        return None
    if not {CELL_END, "\u2029"}.isdisjoint(said):
        return None
    rows = rows_of(article.text, block.span)
    if any(row[-1].end - row[0].start > LONGEST_RUN for row in rows):
        return None
    numbers = _numbers(article.text, rows)
    style, widths = _sized(article.text, rows, marks, setter, numbers)
    room, gap = float(setter.typography.measure), _gap(style, setter)
    whole = max(room, sum(widths) + gap * (len(widths) - 1))
    of = Breadth(block.span.start, room, whole, runs_backwards(said))
    lefts = placed(widths, gap, whole, backwards=of.backwards)
    columns = _Columns(lefts, widths, numbers, of)
    ruler = Ruler(article.text, marks, style, setter)
    made = {row[0].start: _row(article.text, row, columns, ruler, style, setter) for row in rows}
    first, last = rows[0][0].start, rows[-1][0].start
    made[first] = replace(made[first], is_head=_is_head(article.text, rows, marks))
    made[last] = replace(made[last], is_last=True)
    return SetTable(style, made)


def _is_head(text: str, rows: list[list[Span]], marks: Sequence[Part]) -> bool:
    """Say whether all that the first row says is strong, as the importers mark headings."""
    strong = [mark.span for mark in marks if mark.role == Role.STRONG]
    said = [cell for cell in rows[0] if text[cell.start : cell.end].strip()]
    covered = all(any(mark.contains(cell) for mark in strong) for cell in said)
    return bool(said) and covered and len(rows) > 1


def _numbers(text: str, rows: list[list[Span]]) -> frozenset[int]:
    """Return the columns that hold numbers below their first row."""
    columns: dict[int, list[str]] = {}
    for row in rows[1:] or rows:
        for number, cell in enumerate(row if len(row) > 1 else ()):
            columns.setdefault(number, []).append(text[cell.start : cell.end])
    return frozenset(number for number, cells in columns.items() if is_numbers(cells))


def _gap(style: Style, setter: Typesetter) -> float:
    return setter.pixels(GAP * style.size / STYLES[Role.TABLE].size)


def _sized(
    text: str,
    rows: list[list[Span]],
    marks: Sequence[Part],
    setter: Typesetter,
    numbers: frozenset[int],
) -> tuple[Style, list[float]]:
    """Return the largest size at which the columns fit, and their widths in it.

    If they fit in none, each is as wide as its words ask for, and the table wider than the page.
    """
    usual, count = STYLES[Role.TABLE], max(map(len, rows))
    ruler = Ruler(text, marks, usual, setter)
    elastic = [number for number in range(count) if number not in numbers]
    natural = _widest(rows, count, ruler.advance)
    room = float(setter.typography.measure)
    free = room - setter.pixels(GAP) * (count - 1)
    if sum(natural) <= free:
        return usual, shared(natural, natural, free, elastic) or natural
    least = [min(w, room * LONGEST_WORD) for w in _widest(rows, count, ruler.widest_word)]
    for size in SIZES:
        style = replace(usual, size=usual.size * size)
        free = room - _gap(style, setter) * (count - 1)
        widths = shared([w * size for w in natural], [w * size for w in least], free, elastic)
        if widths is not None:
            return style, widths
    style = replace(usual, size=usual.size * SLID)
    wishes = (min(wish, room * LONGEST_WORD) for wish in natural)
    return style, [max(w, low) * SLID for w, low in zip(wishes, least, strict=True)]


def _widest(rows: list[list[Span]], count: int, size: Callable[[Span], float]) -> list[float]:
    """Return the largest of some size in each column; one pixel more, for rounding."""
    found = [1.0] * count
    for row in rows:
        for number, cell in enumerate(row if len(row) > 1 else ()):
            found[number] = max(found[number], size(cell) + 1)
    return found


def _row(
    text: str,
    row: list[Span],
    columns: _Columns,
    ruler: Ruler,
    style: Style,
    setter: Typesetter,
) -> SetRow:
    cells = list[Cell]()
    begin, most, pitch = 0, 1, setter.pixels(style.size) * (style.line or 1.5)
    for number, span in enumerate(row):
        end = begin + units(text[span.start : span.end])
        cell = columns.cell(number, begin, end, alone=len(row) == 1)
        count, tallest = ruler.lines(span, cell.width)
        most, pitch = max(most, count), max(pitch, tallest)
        cells.append(cell)
        begin = end + 1
    pad = setter.pixels(PAD)
    return SetRow(tuple(cells), pitch, pad, most * pitch + 2 * pad, columns.of)
