"""What can be had of a damaged library: the newest good state, and what differs from the last."""

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

from clipreader.model import Deed, Rescue
from clipreader.ui.backups_dialog import made_at
from clipreader.ui.dialog_parts import dress_table, explain
from clipreader.ui.plain import PlainLabel, one_line, tip_text
from clipreader.ui.wording import figures, tr

_COLUMNS = 3


class RescueDialog(QDialog):
    """Says what is wrong and what the newest good state is.

    ``restore_asked`` carries the state that is to be the library, ``backups_asked`` wants to choose
    among the backups.
    """

    restore_asked = Signal(object)
    backups_asked = Signal()

    def __init__(self, reason: str, rescue: Rescue | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The library is damaged"))
        self.rescue = rescue
        self.told = PlainLabel(f"{reason}\n\n{words_for(rescue)}", wrap=True)
        self.table = QTableWidget(0, _COLUMNS)
        self.backups = QPushButton(self.tr("Backups…"))
        self.restore = QPushButton(self.tr("Restore"))
        self._later = QPushButton(self.tr("Not now"))
        self._prepare()
        self._arrange()
        self._connect()

    def _prepare(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("What differs"))
        dress_table(table)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_COLUMNS - 1, QHeaderView.ResizeMode.Stretch)
        self._fill(() if self.rescue is None else self.rescue.again or self.rescue.lost)
        self.restore.setVisible(self.rescue is not None)
        explain(
            (
                (self.restore, self.tr("Let this state be the library")),
                (self.backups, self.tr("Choose among the backups yourself")),
                (self._later, self.tr("Leave everything as it is (Esc)")),
            )
        )
        self.restore.setProperty("primary", True)
        self.restore.setDefault(True)

    def _fill(self, deeds: Sequence[Deed]) -> None:
        is_lost = self.rescue is not None and not self.rescue.is_whole
        what = self.tr("Missing") if is_lost else self.tr("Done again")
        self.table.setHorizontalHeaderLabels([self.tr("Done at"), what, ""])
        self.table.setRowCount(len(deeds))
        for row, deed in enumerate(reversed(deeds)):
            words = one_line(deed.words, 200)
            for column, cell in enumerate((done_at(deed), deed.label, words)):
                item = QTableWidgetItem(cell)
                item.setToolTip(tip_text(cell) if column == _COLUMNS - 1 else "")
                self.table.setItem(row, column, item)
        self.table.setVisible(bool(deeds))

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.backups)
        below.addStretch(1)
        below.addWidget(self._later)
        below.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.resize(640, self.sizeHint().height() if self.table.isHidden() else 440)

    def _connect(self) -> None:
        self._later.clicked.connect(self.close)
        self.restore.clicked.connect(self._on_restore)
        self.backups.clicked.connect(self._on_backups)

    def _on_restore(self) -> None:
        self.close()
        self.restore_asked.emit(self.rescue)

    def _on_backups(self) -> None:
        self.close()
        self.backups_asked.emit()


def done_at(deed: Deed) -> str:
    """Return when something was done, in the person's time and form."""
    seconds = round(deed.made.timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM, HH:mm")


def words_for(rescue: Rescue | None) -> str:
    """Return what the newest good state is, what is missing from it, and what becomes of the rest.

    That nothing is lost is said only where it is proved.
    """
    if rescue is None:
        return tr("No backup and no action log is left to restore it from. Nothing was changed.")
    kept = tr("What lies in the library’s place now is kept in a file beside it.")
    if rescue.is_whole:
        return f"{_whole(rescue)} {tr('Nothing is missing then.')} {kept}"
    return f"{_in_part(rescue)} {kept}"


def _whole(rescue: Rescue) -> str:
    again = figures(len(rescue.again))
    if rescue.from_log:
        words = tr("It can be made again from the action log. Changes to do again: {again}.")
        return words.format(again=again)
    if rescue.backup is None:
        words = tr("Its file can be mended from the action log. Changes to do again: {again}.")
        return words.format(again=again)
    words = tr(
        "The backup of {time} is good, and the action log has what was done since. "
        "Changes to do again: {again}."
    )
    return words.format(time=made_at(rescue.backup), again=again)


def _in_part(rescue: Rescue) -> str:
    backup = rescue.backup
    if backup is None:
        return tr("Its file can be read to the last word, but may be older than what you saw last.")
    state = tr(
        "The newest good state is the backup of {time}: {articles} articles, {marks} clippings."
    )
    told = state.format(
        time=made_at(backup), articles=figures(backup.articles), marks=figures(backup.highlights)
    )
    if rescue.lost:
        missing = tr("Missing from it, as far as is known: {lost} changes.")
        return f"{told} {missing.format(lost=figures(len(rescue.lost)))}"
    return f"{told} {tr('What was done since is missing from it.')}"
