"""An article as a text document, block by block, and where each span went.

The document is written with a cursor only, never from markup, and never changed afterwards:
highlights are painted. Pictures and frames are no characters of it; the caption leaves room
above itself and ``page_painter`` draws there. So positions stay easy to convert and a screen
reader meets nothing but words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from clipreader.model import Article, Part, Role, Span, shown_spans
from clipreader.ui import reader_rows
from clipreader.ui.directions import mirror, runs_backwards
from clipreader.ui.page_rows import Row, RowKind
from clipreader.ui.reader_lines import (
    end_of_head,
    lines_of,
    marks_by_block,
    site_text,
    stands_bare,
)
from clipreader.ui.reader_map import Piece, ReaderMap
from clipreader.ui.reader_spacing import GUTTER, spacing_of, tab_stops
from clipreader.ui.reader_styles import (
    BYLINE_ROW,
    FOLD_LINE,
    KICKER_LINE,
    STYLES,
    Style,
    Typesetter,
)
from clipreader.ui.reader_tables import CELL_END, MOST_WORK, SetRow, SetTable, set_table, work_of
from clipreader.ui.table_lines import reserve

TOP, BOTTOM = 26, 90
"""Pixels above and below the article."""

FRAME_GAP = 12
"""Pixels between a picture and its caption."""

FOLD_SCHEME = "fold:"
"""Addresses of the document's own links that open and close site text."""

_UNSHOWABLE = {
    0x00: 0xFFFD,
    0x0D: 0x20,
    0x2029: 0x2028,
    0xFDD0: 0xFFFD,
    0xFDD1: 0xFFFD,
    0xFFFC: 0xFFFD,
}
_SURROGATE = re.compile("[\ud800-\udfff]")


class PageDocument(QTextDocument):
    """A document that loads nothing, whatever a page names; one without a parent would itself."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Return an empty picture, because None ends the interpreter."""
        return QImage(1, 1, QImage.Format.Format_Mono)


class ReaderDocument:
    """The document of one article, its rows by block number and its map.

    ``opened`` holds the first block of every run of site text that is shown; ``room_for`` says
    how much height a caption's picture needs.
    """

    def __init__(
        self,
        article: Article,
        setter: Typesetter,
        *,
        opened: frozenset[int] = frozenset(),
        rooms: dict[int, float] | None = None,
    ) -> None:
        self.article = article
        self.document = PageDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self._setter = setter
        self._rooms = rooms or {}
        self.rows: list[Row] = []
        self._pieces: list[Piece] = []
        self._work = 0
        self._marks = marks_by_block(article)
        self._backwards = runs_backwards(article.text)
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()
        self._page()
        self._write(opened)
        self._cursor.endEditBlock()
        self.map = ReaderMap(article.text, self._pieces)

    @property
    def measure(self) -> int:
        """Return the width of the column in pixels."""
        return self._setter.typography.measure

    def row_of(self, block: QTextBlock) -> Row | None:
        """Return what a block of the document is."""
        number = block.blockNumber()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    @property
    def table_rows(self) -> dict[int, SetRow]:
        """Return the rows of tables that are set in columns, by the number of their block."""
        return {n: row.cells for n, row in enumerate(self.rows) if row.cells is not None}

    def text_block(self, index: int) -> QTextBlock | None:
        """Return the first document block of the article's block, or None if it is folded."""
        place = self.map.range(self.article.blocks[index].span)
        if place is None:
            return None
        return self.document.findBlock(place[0])

    def fold_at(self, point: int) -> int | None:
        """Return the first block of the closed fold that hides a code point, or None."""
        if self.map.is_shown(point):
            return None
        for first, last in site_text(self.article):
            blocks = self.article.blocks
            if blocks[first].span.start <= point <= blocks[last].span.end:
                return first
        return None

    def _page(self) -> None:
        frame = self.document.rootFrame().frameFormat()
        frame.setLeftMargin(GUTTER)
        frame.setRightMargin(GUTTER)
        frame.setTopMargin(TOP)
        frame.setBottomMargin(BOTTOM)
        self.document.rootFrame().setFrameFormat(frame)
        option = self.document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)

    def _write(self, opened: frozenset[int]) -> None:
        folds = dict(site_text(self.article))
        byline_after = end_of_head(self.article)
        self._kicker_line()
        if byline_after < 0:
            self._byline_row()
        hidden = -1
        for index, block in enumerate(self.article.blocks):
            if index in folds:
                self._fold_line(index, folds[index] - index + 1, folded=index not in opened)
                hidden = -1 if index in opened else folds[index]
            if index > hidden:
                self._block(index, block)
            if index == byline_after:
                self._byline_row()

    def _kicker_line(self) -> None:
        words = reader_rows.kicker_line(self.article.metadata)
        if words:
            spacing = self._setter.block(KICKER_LINE)
            if self._backwards:
                spacing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self._begin(Row(RowKind.KICKER_LINE), KICKER_LINE, spacing)
            self._put(words, self._setter.letters(KICKER_LINE))

    def _byline_row(self) -> None:
        spacing = self._setter.block(BYLINE_ROW)
        measure = self._setter.typography.measure
        original = reader_rows.original_run(self.article.metadata)
        runs = list(reader_rows.byline_runs(self.article))
        wide = sum(self._setter.advance(BYLINE_ROW, words) for words, _, _ in runs)
        if original:
            tab = QTextOption.Tab(measure, QTextOption.TabType.RightTab)
            spacing.setTabPositions([tab])
            right = self._setter.advance(BYLINE_ROW, original[0])
            runs += [("\t" if wide + right + 12 < measure else "\u2003", "", ""), original]
        elif self._backwards:
            spacing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._begin(Row(RowKind.BYLINE_ROW), BYLINE_ROW, spacing)
        for words, look, target in runs:
            letters = QTextCharFormat(self._setter.letters(BYLINE_ROW, target=target))
            if look == "name":
                letters = QTextCharFormat(self._setter.letters(BYLINE_ROW, {Role.STRONG}))
                letters.setForeground(self._setter.palette.ink)
            self._put(words, letters)

    def _fold_line(self, index: int, count: int, *, folded: bool) -> None:
        self._begin(Row(RowKind.FOLD, index, folded=folded), FOLD_LINE)
        letters = QTextCharFormat(self._setter.letters(FOLD_LINE))
        letters.setAnchor(True)
        letters.setAnchorHref(f"{FOLD_SCHEME}{index}")
        self._put(reader_rows.fold_line(count), letters)

    def _block(self, index: int, block: Part) -> None:
        marks = self._marks.get(index, ())
        table, stops = self._table(block, marks) if block.role == Role.TABLE else (None, [])
        style = table.style if table else STYLES[block.role]
        self._tab = CELL_END if table else "\t"
        room = self._rooms.get(index, 0.0)
        shown = list(shown_spans(self.article.text, block, marks))
        lines = [line for span in shown for line in lines_of(self.article.text, span)]
        for number, line in enumerate(lines or [Span(block.span.start, block.span.start)]):
            glued = number > 0 and lines[number - 1].end == line.start
            first = number == 0
            if first or self.article.text[line.start - 1] == "\n" or glued:
                above = self._above(style, room) if first else 0.0
                last = number >= len(lines) - 1
                spacing = spacing_of(self.article, index, self._setter, above=above, last=last)
                if runs_backwards(self.article.text[line.start : line.end]):
                    mirror(spacing)
                spacing.setTabPositions(stops)
                cells = table.rows[line.start] if table else None
                if cells is not None:
                    reserve(spacing, cells)
                row = Row(RowKind.BLOCK, index, first, room if first else 0.0, cells=cells)
                self._begin(row, style, spacing)
            self._runs(line, style, marks)

    def _table(
        self, block: Part, marks: tuple[Part, ...]
    ) -> tuple[SetTable | None, list[QTextOption.Tab]]:
        """Return a table in columns, or None and its tab stops if there is too much of it."""
        work = work_of(self.article, block)
        if self._work + work <= MOST_WORK:
            table = set_table(self.article, block, marks, self._setter)
            self._work += work if table else 0
            if table is not None:
                return table, []
        return None, tab_stops(self.article, block, self.measure)

    def _above(self, style: Style, room: float) -> float:
        """Return the space above a block; a picture's is added to what went before it.

        Qt lets neighbouring margins fall into one, and the picture would stand in that.
        """
        above = self._setter.pixels(style.above)
        if not room:
            return above
        return room + (self._cursor.blockFormat().bottomMargin() if self.rows else 0.0)

    def _begin(self, row: Row, style: Style, spacing: QTextBlockFormat | None = None) -> None:
        spacing = spacing if spacing is not None else self._setter.block(style)
        letters = self._setter.letters(style)
        if self.rows:
            self._cursor.insertBlock(spacing, letters)
        else:
            self._cursor.setBlockFormat(spacing)
            self._cursor.setBlockCharFormat(letters)
        self.rows.append(row)

    def _runs(self, line: Span, style: Style, marks: tuple[Part, ...]) -> None:
        edges = {line.start, line.end}
        for mark in marks:
            edges |= {p for p in (mark.span.start, mark.span.end) if line.start < p < line.end}
        points = sorted(edges)
        for start, end in pairwise(points):
            over = [m for m in marks if m.span.start <= start and end <= m.span.end]
            links = [m.target or "" for m in over if m.role == Role.LINK]
            target = next((a for a in links if reader_rows.is_openable(a)), "")
            letters = self._setter.letters(style, (m.role for m in over), target=target)
            if style is STYLES[Role.CAPTION] and not over and marks:
                letters = self._setter.letters(style, {Role.CREDIT})
            if stands_bare(self.article.text, marks, start):
                self._put(reader_rows.CREDIT_SIGN, letters)
            self._piece(Span(start, end), letters)

    def _piece(self, span: Span, letters: QTextCharFormat) -> None:
        at = self._cursor.position()
        words = self.article.text[span.start : span.end]
        self._put(words, letters)
        last = self._pieces[-1] if self._pieces else None
        between = self.article.text[last.end : span.start] if last else ""
        # Line feeds of the text are block ends of the document, one for one.
        joined = not between.strip("\n") and len(between) == at - self._open_piece
        if last is not None and joined:
            self._pieces[-1] = Piece(last.start, span.end, last.at)
        else:
            self._pieces.append(Piece(span.start, span.end, at))
        self._open_piece = self._cursor.position()

    _open_piece = -1
    _tab = "\t"

    def _put(self, words: str, letters: QTextCharFormat) -> None:
        words = words.replace("\t", self._tab)
        self._cursor.insertText(_SURROGATE.sub("\ufffd", words).translate(_UNSHOWABLE), letters)
