"""What the blocks of the reader's document are: rows of the page, each one paragraph of Qt's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from clipreader.ui.reader_tables import SetRow


class RowKind(Enum):
    """What a block of the document is."""

    KICKER_LINE = auto()
    BYLINE_ROW = auto()
    FOLD = auto()
    BLOCK = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the document: its kind and the article's block (index) it belongs to.

    ``first`` is True where an article's block begins, ``room`` is the height left above a
    caption for its picture, ``folded`` says that a fold is closed, ``cells`` where the cells of
    a table's row stand if it is set in columns.
    """

    kind: RowKind
    block: int = -1
    first: bool = True
    room: float = 0.0
    folded: bool = False
    cells: SetRow | None = None
