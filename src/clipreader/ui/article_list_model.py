"""The rows of the article list, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from clipreader.model import ArticleRow
from clipreader.ui.wording import counted, long_date, row_foot

ROW = Qt.ItemDataRole.UserRole
"""The role under which the model gives an ``ArticleRow``."""

PAGE = 200
"""How many rows are read at once."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ArticleListModel(QAbstractListModel):
    """Rows that have been read, and how many there are; ``more_asked`` wants those after N."""

    more_asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._total = 0
        self._asked = 0

    @property
    def rows(self) -> Sequence[ArticleRow]:
        """Return the rows that have been read."""
        return self._rows

    @property
    def total(self) -> int:
        """Return how many rows there are, read or not."""
        return self._total

    def show(self, rows: Sequence[ArticleRow], total: int) -> None:
        """Show other rows from the first on. The same articles are updated where they stand."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        self._total = total
        if same:
            for number, row in enumerate(rows):
                self._replace(number, row)
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        self._asked = len(self._rows)

    def append(self, start: int, rows: Sequence[ArticleRow]) -> None:
        """Add the rows that were read from ``start`` on; what does not fit on is left out."""
        if start != len(self._rows) or not rows:
            return
        self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()
        self._asked = len(self._rows)

    def row_of(self, article_id: str) -> int | None:
        """Return where an article stands among the rows that were read, or None."""
        for number, row in enumerate(self._rows):
            if row.id == article_id:
                return number
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether rows wait to be read."""
        return not parent.isValid() and self._asked < self._total

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next page, once."""
        if self._asked == len(self._rows):
            self._asked = min(len(self._rows) + PAGE, self._total)
            self.more_asked.emit(len(self._rows))

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many rows have been read."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row is called, the row itself, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.is_waiting:
            return self.tr("A new version of this article waits to be looked at.")
        return None

    def _replace(self, number: int, row: ArticleRow) -> None:
        if self._rows[number] != row:
            self._rows[number] = row
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def _spoken(self, row: ArticleRow) -> str:
        said = [row.name, row.publisher or "", long_date(row.published)]
        said.append(row_foot(row))
        said.append(self.tr("unread") if row.unread else "")
        said.append(self.tr("starred") if row.starred else "")
        said.append(self.tr("a new version waits") if row.is_waiting else "")
        if row.highlights:
            said.append(counted(row.highlights, self.tr("1 clipping"), self.tr("{n} clippings")))
        if row.snippet:
            said.append(row.snippet.text)
        return ", ".join(words for words in said if words)
