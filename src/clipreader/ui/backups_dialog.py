"""The backups of the library: when they were made, what is in them, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import Backup
from clipreader.ui.dialog_parts import dress_table, explain
from clipreader.ui.plain import PlainLabel
from clipreader.ui.wording import figures

_COLUMNS = 4


class BackupsDialog(QDialog):
    """A table of backups, the newest first.

    ``made_asked`` wants a backup now, ``restore_asked`` carries the chosen one, ``folder_asked``
    wants to see the files.
    """

    made_asked = Signal()
    restore_asked = Signal(object)
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self.resize(600, 420)
        self._backups: tuple[Backup, ...] = ()
        self.table = QTableWidget(0, _COLUMNS)
        self._empty = PlainLabel(self.tr("There are no backups yet."))
        self._make = QPushButton(self.tr("Back up now"))
        self._folder = QPushButton(self.tr("Show in folder"))
        self._restore = QPushButton(self.tr("Restore…"))
        self._close = QPushButton(self.tr("Close"))
        self._prepare()
        self._arrange()
        self._connect()
        self.show_backups(())

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these backups, the newest of which stands first and is chosen."""
        self._backups = tuple(backups)
        self.table.setRowCount(len(self._backups))
        for row, backup in enumerate(self._backups):
            for column, words in enumerate(_cells(backup)):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self._empty.setVisible(not self._backups)
        self.table.setVisible(bool(self._backups))
        self._folder.setEnabled(bool(self._backups))
        if self._backups:
            self.table.selectRow(0)
        self._on_selection()

    @property
    def chosen(self) -> Backup | None:
        """Return the backup of the selected row."""
        rows = self.table.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _prepare(self) -> None:
        table = self.table
        names = (self.tr("Made"), self.tr("Articles"), self.tr("Clippings"), self.tr("Size"))
        table.setAccessibleName(self.tr("Backups"))
        dress_table(table)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(_COLUMNS):
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            title = QTableWidgetItem(names[column])
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, title)
        explain(
            (
                (self._make, self.tr("Make a backup of the library as it is now")),
                (self._folder, self.tr("Show the backups in their folder")),
                (self._restore, self.tr("Put the chosen backup in the library’s place")),
                (self._close, self.tr("Close (Esc)")),
            )
        )

    def _arrange(self) -> None:
        about = PlainLabel(
            self.tr(
                "A backup is made every half hour if something was done since the last, and read "
                "back. All of two days are kept, then one a day, a week, a month, for a year."
            ),
            wrap=True,
        )
        below = QHBoxLayout()
        below.addWidget(self._make)
        below.addWidget(self._folder)
        below.addStretch(1)
        below.addWidget(self._restore)
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._make.clicked.connect(self.made_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._restore.clicked.connect(self._on_restore)
        self._close.clicked.connect(self.close)
        self.table.itemSelectionChanged.connect(self._on_selection)

    def _on_selection(self) -> None:
        self._restore.setEnabled(self.chosen is not None)

    def _on_restore(self) -> None:
        if self.chosen is not None:
            self.restore_asked.emit(self.chosen)


def made_at(backup: Backup) -> str:
    """Return when a backup was made, in the person's time and form."""
    seconds = round(backup.made.timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM yyyy, HH:mm")


def _cells(backup: Backup) -> tuple[str, ...]:
    size = QLocale().formattedDataSize(backup.size, 1)
    return made_at(backup), figures(backup.articles), figures(backup.highlights), size
