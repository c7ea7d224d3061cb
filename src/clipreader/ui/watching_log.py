"""The lines of the watched folders' log as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from clipreader.model import Fate
from clipreader.operations.watching.logbook import LogLine
from clipreader.ui.import_report import fate_label
from clipreader.ui.plain import tip_text
from clipreader.ui.wording import moment, tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

COLUMNS = (("When", 150), ("File", 230), ("Outcome", 150), ("Reason", 200))
"""The columns, and how wide they are at first, in pixels."""


def outcome(line: LogLine) -> str:
    """Return what became of a file, as the person reads it; of another version, as it was kept."""
    return fate_label(Fate(line.fate)) if line.fate in set(Fate) else line.fate


class WatchingLog(QAbstractTableModel):
    """When, which file, what became of it, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LogLine, ...] = ()

    def show(self, lines: Sequence[LogLine]) -> None:
        """Show these lines, which come with the newest last."""
        wanted = tuple(reversed(lines))
        more = len(wanted) - len(self._lines)
        if more > 0 and wanted[more:] == self._lines:
            self.beginInsertRows(_TOP, 0, more - 1)
            self._lines = wanted
            self.endInsertRows()
        elif wanted != self._lines:
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()

    def article_at(self, row: int) -> str:
        """Return the id of a row's article; empty if it has none."""
        return self._lines[row].article_id if 0 <= row < len(self._lines) else ""

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return four."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the whole of them as a tool tip."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(line.path if index.column() == 1 else self._cells(line)[index.column()])
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section][0])
        return None

    @staticmethod
    def _cells(line: LogLine) -> tuple[str, str, str, str]:
        when = QDateTime.fromSecsSinceEpoch(round(line.when.timestamp()))
        return moment(when), PurePath(line.path).name, outcome(line), line.reason
