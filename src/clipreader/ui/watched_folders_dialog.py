"""The watched folders: which they are, how it is with each, and the log of what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clipreader.operations.watching.folders import WatchedFolder, shown_path
from clipreader.operations.watching.logbook import LogLine
from clipreader.ui.dialog_parts import dress_table, explain
from clipreader.ui.invitation import Invitation
from clipreader.ui.plain import PlainLabel, tip_text
from clipreader.ui.watching_log import COLUMNS, WatchingLog

_FOLDER, _INSIDE, _STATE = range(3)
_TALL = 150


@dataclass(frozen=True, slots=True)
class Shown:
    """A watched folder and how it is with it, in a few words."""

    folder: WatchedFolder
    state: str


class WatchedFoldersDialog(QDialog):
    """``add_asked`` wants a folder to be chosen, ``remove_asked`` carries the path of one.

    ``changed`` carries a folder as it is to be watched now, ``article_asked`` the id of an article
    of the log.
    """

    add_asked = Signal()
    remove_asked = Signal(object)
    changed = Signal(object)
    article_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Watched folders"))
        self.resize(840, 580)
        self._shown: tuple[Shown, ...] = ()
        self.folders = QTableWidget(0, 3)
        self.log = WatchingLog(self)
        self.table = QTableView()
        self._told = PlainLabel(wrap=True)
        self._trouble = PlainLabel(wrap=True)
        self._about = PlainLabel(
            self.tr(
                "Articles that land in these folders come into the library by themselves while "
                "ClipReader runs. Nothing in the folders is changed, and what you move to the "
                "trash does not come again."
            ),
            wrap=True,
        )
        self.invitation = Invitation(
            "folder-sync",
            self.tr("Let articles come in by themselves"),
            self.tr(
                "Choose a folder, such as that of your downloads. What you save there is in the "
                "library a moment later, while ClipReader runs. Nothing in the folder is changed."
            ),
            self.tr("Choose a folder…"),
        )
        self._no_log = PlainLabel(self.tr("Nothing has come yet."))
        self._add = QPushButton(self.tr("Add…"))
        self._remove = QPushButton(self.tr("Remove"))
        self._close = QPushButton(self.tr("Close"))
        self._prepare_folders()
        self._prepare_log()
        self._prepare_buttons()
        self._arrange()
        self._connect()
        self.show_folders(())
        self.show_log(())
        self.tell("")
        self.tell_trouble("")

    def show_folders(self, shown: Sequence[Shown]) -> None:
        """Show these folders; the one that was chosen stays so."""
        wanted = tuple(shown)
        if wanted != self._shown:
            row = self.folders.currentRow()
            self._shown = wanted
            self.folders.blockSignals(True)
            self.folders.setRowCount(len(wanted))
            for number, one in enumerate(wanted):
                self._fill(number, one)
            self.folders.blockSignals(False)
            self.folders.setCurrentCell(min(max(row, 0), len(wanted) - 1), 0)
        for widget in (self._about, self.folders, self._add, self._remove):
            widget.setVisible(bool(wanted))
        self._make_room()

    def show_log(self, lines: Sequence[LogLine]) -> None:
        """Show these lines of the log, which come with the newest last."""
        self.log.show(lines)
        self._make_room()

    def _make_room(self) -> None:
        """Invite where nothing is watched; a log that has lines is there in any case."""
        watched, came = bool(self._shown), bool(self.log.rowCount())
        self.invitation.setVisible(not watched)
        self.table.setVisible(came)
        self._no_log.setVisible(watched and not came)

    def tell(self, words: str) -> None:
        """Say why a folder was not taken; empty takes that away."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def tell_trouble(self, words: str) -> None:
        """Say why nothing can come in just now; empty takes that away."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _fill(self, row: int, shown: Shown) -> None:
        path = QTableWidgetItem(shown_path(shown.folder.path))
        path.setToolTip(tip_text(shown_path(shown.folder.path)))
        path.setCheckState(_checked(shown.folder.on))
        inside = QTableWidgetItem(self.tr("Folders inside too"))
        inside.setCheckState(_checked(shown.folder.inside))
        state = QTableWidgetItem(shown.state)
        for column, item in ((_FOLDER, path), (_INSIDE, inside), (_STATE, state)):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.folders.setItem(row, column, item)

    def _prepare_folders(self) -> None:
        table = self.folders
        names = self.tr("Folder"), self.tr("Inside"), self.tr("State")
        table.setHorizontalHeaderLabels(list(names))
        table.setAccessibleName(self.tr("Watched folders"))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)
        table.setFixedHeight(_TALL)
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FOLDER, QHeaderView.ResizeMode.Stretch)

    def _prepare_log(self) -> None:
        table = self.table
        table.setModel(self.log)
        table.setAccessibleName(self.tr("What came"))
        table.setWordWrap(False)
        dress_table(table)
        for column, (_, width) in enumerate(COLUMNS):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setStretchLastSection(True)

    def _prepare_buttons(self) -> None:
        explain(
            (
                (self._add, self.tr("Watch another folder")),
                (self._remove, self.tr("Watch the chosen folder no more; what came from it stays")),
                (self._close, self.tr("Close (Esc)")),
            )
        )

    def _arrange(self) -> None:
        beside, below = QHBoxLayout(), QHBoxLayout()
        beside.addWidget(self._add)
        beside.addWidget(self._remove)
        beside.addWidget(self._told, 1)
        beside.addStretch(0)
        below.addWidget(self._trouble, 1)
        below.addStretch(0)
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self.invitation, 1)
        column.addWidget(self.folders)
        column.addLayout(beside)
        column.addWidget(self._no_log, 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_asked)
        self.invitation.accepted.connect(self.add_asked)
        self._remove.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.close)
        self.folders.itemChanged.connect(self._on_changed)
        self.table.activated.connect(self._on_row)

    def _on_remove(self) -> None:
        row = self.folders.currentRow()
        if 0 <= row < len(self._shown):
            self.remove_asked.emit(self._shown[row].folder.path)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        """Watch as the boxes say."""
        folder = self._shown[item.row()].folder
        is_checked = item.checkState() == Qt.CheckState.Checked
        if item.column() == _FOLDER:
            folder = replace(folder, on=is_checked)
        elif item.column() == _INSIDE:
            folder = replace(folder, inside=is_checked)
        if folder != self._shown[item.row()].folder:
            self.changed.emit(folder)

    def _on_row(self, index: QModelIndex) -> None:
        article_id = self.log.article_at(index.row())
        if article_id:
            self.article_asked.emit(article_id)


def _checked(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
