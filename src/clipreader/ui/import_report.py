"""The report of an import: every file, what became of it, and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import Fate, Imported, ImportReport
from clipreader.text.addresses import readable, web_address
from clipreader.ui.plain import PlainLabel, tip_text
from clipreader.ui.wording import counted, figures, tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_FATE = Qt.ItemDataRole.UserRole


def fate_label(fate: Fate) -> str:
    """Return what became of a file, as the person reads it."""
    return {
        Fate.ADDED: tr("Added"),
        Fate.VERSION: tr("New version"),
        Fate.DUPLICATE: tr("Already in the library"),
        Fate.UNREAD: tr("Not read"),
        Fate.FAILED: tr("Failed"),
    }[fate]


def summary(report: ImportReport) -> str:
    """Return the report in one sentence: "12 added, 1 already in the library, 2 failed"."""
    said = [
        words.format(n=figures(number))
        for number, words in (
            (len(report.of(Fate.ADDED)), tr("{n} added")),
            (len(report.of(Fate.VERSION)), tr("{n} kept as new versions")),
            (report.came_back, tr("{n} brought back from the trash")),
            (len(report.of(Fate.DUPLICATE)) - report.came_back, tr("{n} already in the library")),
            (len(report.of(Fate.UNREAD)), tr("{n} not read")),
            (len(report.of(Fate.FAILED)), tr("{n} failed")),
        )
        if number
    ]
    if report.cancelled:
        said.append(tr("the rest was cancelled"))
    return ", ".join(said) or tr("Nothing to import was found")


def go_on_words(report: ImportReport) -> str:
    """Return what a button is called that goes on with the rest; empty if there is none."""
    if not (report.cancelled and report.rest):
        return ""
    many = tr("Go on with the other {n}")
    return counted(report.left, tr("Go on with the last one"), many) if report.left else tr("Go on")


def files_to_try_again(report: ImportReport) -> tuple[Path, ...]:
    """Return the files and folders of a report that failed and are still there, each once.

    What failed inside a file, as a chapter of a book does, is there with it.
    """
    failed = (Path(item.path) for item in report.of(Fate.FAILED))
    return tuple(dict.fromkeys(path for path in failed if path.is_absolute() and _is_there(path)))


def _is_there(path: Path) -> bool:
    return path.exists() or any(above.is_file() for above in path.parents)


def _unlike_a_formula(words: str) -> str:
    """Return words that a spreadsheet does not take for something to reckon with."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t")) else words


class ReportModel(QAbstractTableModel):
    """File, outcome, reason."""

    def __init__(self, items: Sequence[Imported], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = tuple(items)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many files there were."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return three."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, the whole of them as a tool tip, or the row's fate."""
        item = self._items[index.row()]
        if role == _FATE:
            return item.fate.value
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(item)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            words = item.path if index.column() == 0 else self.cells(item)[index.column()]
            return tip_text(words)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Outcome"), self.tr("Reason"))[section]
        return None

    @staticmethod
    def cells(item: Imported) -> tuple[str, str, str]:
        """Return the words of a row."""
        why = " ".join(words for words in (item.reason, *item.notes) if words)
        name = readable(item.path) if web_address(item.path) else PurePath(item.path).name
        return name or item.path, fate_label(item.fate), why


class _Filter(QSortFilterProxyModel):
    """Lets one fate and some words through."""

    fate = ""

    def narrow(self, fate: str, words: str) -> None:
        """Set both at once."""
        self.fate = fate
        self.setFilterFixedString(words)
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        """Say whether a row is let through."""
        index = self.sourceModel().index(source_row, 0)
        if self.fate and index.data(_FATE) != self.fate:
            return False
        return super().filterAcceptsRow(source_row, source_parent)


class ImportReportDialog(QDialog):
    """The report as a table that can be narrowed, copied and saved.

    ``again_asked`` carries the files that failed and are still there, ``go_on_asked`` the name
    under which a cancelled import can be gone on with, ``article_asked`` the id of an article
    that was chosen, ``save_asked`` the rows shown as CSV (RFC 4180, with a head).
    """

    again_asked = Signal(tuple)
    go_on_asked = Signal(str)
    article_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self.resize(820, 520)
        self._report = report
        self.table = QTableView()
        self._filter = _Filter(self)
        self._filter.setSourceModel(ReportModel(report.items, self))
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._fates = QComboBox()
        self._words = QLineEdit()
        self._go_on = QPushButton(go_on_words(report))
        self._again = QPushButton(self.tr("Try the failed again"))
        self._save = QPushButton(self.tr("Save…"))
        self._copy = QPushButton(self.tr("Copy"))
        self._close = QPushButton(self.tr("Close"))
        self._prepare()
        self._arrange()
        self._connect()

    @property
    def shown(self) -> int:
        """Return how many rows the filters let through."""
        return self._filter.rowCount()

    def narrow(self, fate: Fate | None, words: str = "") -> None:
        """Show one fate only, or all."""
        self._fates.setCurrentIndex(0 if fate is None else 1 + list(Fate).index(fate))
        self._words.setText(words)

    def copy(self) -> None:
        """Put the rows that are shown on the clipboard, tabs between the cells."""
        lines = ["\t".join(ReportModel.cells(item)) for item in self._shown_items()]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def as_csv(self) -> str:
        """Return the rows that are shown as CSV, with whole paths."""
        made = io.StringIO()
        table = csv.writer(made, lineterminator="\n")
        table.writerow([self.tr("File"), self.tr("Outcome"), self.tr("Reason")])
        for item in self._shown_items():
            table.writerow([_unlike_a_formula(item.path), *ReportModel.cells(item)[1:]])
        return made.getvalue()

    def _shown_items(self) -> Sequence[Imported]:
        rows = range(self._filter.rowCount())
        indexes = (self._filter.mapToSource(self._filter.index(row, 0)) for row in rows)
        return [self._report.items[index.row()] for index in indexes]

    def _prepare(self) -> None:
        self._fates.addItem(self.tr("All files"))
        for fate in Fate:
            number = len(self._report.of(fate))
            self._fates.addItem(f"{fate_label(fate)} ({figures(number)})", fate.value)
        self._fates.setAccessibleName(self.tr("Show which outcome"))
        self._fates.setToolTip(self.tr("Show which outcome"))
        self._words.setPlaceholderText(self.tr("Filter"))
        self._words.setAccessibleName(self.tr("Filter the report"))
        self._words.setClearButtonEnabled(True)
        self._again.setEnabled(bool(files_to_try_again(self._report)))
        self._go_on.setVisible(bool(self._go_on.text()))
        for button, tip in (
            (self._go_on, self.tr("Import the files that are not in yet")),
            (self._again, self.tr("Import the files again that failed and are still there")),
            (self._save, self.tr("Save the rows shown as a table")),
            (self._copy, self.tr("Copy the rows shown")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(button.text())
        self.table.setModel(self._filter)
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 230)
        self.table.setColumnWidth(1, 150)

    def _arrange(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._fates)
        above.addWidget(self._words, 1)
        files = counted(len(self._report.items), self.tr("1 file"), self.tr("{n} files"))
        below.addWidget(PlainLabel(f"{files}: {summary(self._report)}", wrap=True), 1)
        for button in (self._go_on, self._again, self._save, self._copy):
            below.addWidget(button)
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._fates.currentIndexChanged.connect(self._on_filter)
        self._words.textChanged.connect(self._on_filter)
        self._go_on.clicked.connect(self._on_go_on)
        self._again.clicked.connect(self._on_again)
        self._save.clicked.connect(self._on_save)
        self._copy.clicked.connect(self.copy)
        self.table.activated.connect(self._on_row)
        self._close.clicked.connect(self.close)

    def _on_again(self) -> None:
        self.again_asked.emit(files_to_try_again(self._report))
        self.close()

    def _on_go_on(self) -> None:
        self.go_on_asked.emit(self._report.rest)
        self.close()

    def _on_save(self) -> None:
        self.save_asked.emit(self.as_csv())

    def _on_row(self, index: QModelIndex) -> None:
        item = self._report.items[self._filter.mapToSource(index).row()]
        if item.article_id:
            self.article_asked.emit(item.article_id)

    def _on_filter(self) -> None:
        self._filter.narrow(str(self._fates.currentData() or ""), self._words.text())
