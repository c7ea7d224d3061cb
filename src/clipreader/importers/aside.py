"""Words that do not belong where a file holds them, kept until their place is known.

A rich text writes a note where it is referred to, and a table cell by cell, before it is known
whether that is a table of data.
"""

from __future__ import annotations

from collections.abc import Callable

from clipreader.importers.galley import Galley
from clipreader.importers.paragraph import PLAIN, Face
from clipreader.model import Hint


class Aside:
    """Words set aside (a table's cell, a note), to be told to a galley later or not at all."""

    def __init__(self) -> None:
        self.is_begun = False
        self._pieces: list[str] = []
        self._told: list[Callable[[Galley], None]] = []

    @property
    def words(self) -> str:
        """Return all words so far."""
        return "".join(self._pieces)

    def begin(
        self, hint: Hint = Hint.PARAGRAPH, level: int | None = None, number: int | None = None
    ) -> None:
        """Begin a paragraph, as a galley does."""
        self.is_begun = True
        self._told.append(lambda galley: galley.begin(hint, level, number))

    def add(self, words: str, face: Face = PLAIN) -> None:
        """Add words, as a galley does."""
        self._pieces.append(words)
        self._told.append(lambda galley: galley.add(words, face))

    def line_break(self) -> None:
        """Break the line, as a galley does."""
        self._pieces.append(" ")
        self._told.append(lambda galley: galley.line_break())

    def end(self) -> None:
        """End the paragraph in hand, as a galley does."""
        self.is_begun = False
        self._pieces.append(" ")
        self._told.append(lambda galley: galley.end())

    def picture(self, data: bytes | None, alt: str = "") -> None:
        """Take a picture, as a galley does."""
        self._told.append(lambda galley: galley.picture(data, alt))

    def told(self, galley: Galley) -> None:
        """Tell a galley everything, in order."""
        for one in self._told:
            one(galley)


class Rows:
    """The rows of a table as they grow; ``cell`` is the one in hand."""

    def __init__(self) -> None:
        self.cell = Aside()
        self._row: list[Aside] = []
        self._rows: list[list[Aside]] = []

    def end_cell(self) -> None:
        """End the cell in hand."""
        self.cell.end()
        self._row.append(self.cell)
        self.cell = Aside()

    def end_row(self) -> None:
        """End the row in hand."""
        self._rows.append(self._row)
        self._row = []

    def told(self, galley: Galley) -> None:
        """Tell a galley of the table, if there is one: as data, or else the words of its cells."""
        if self.cell.words.strip():
            self.end_cell()
        if self._row:
            self.end_row()
        rows, self._rows = self._rows, []
        if rows and not galley.table([[cell.words for cell in row] for row in rows]):
            for cell in (cell for row in rows for cell in row):
                cell.told(galley)
