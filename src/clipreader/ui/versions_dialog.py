"""The texts of an article: when each came in and from where, and which one is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
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

from clipreader.model import Version, VersionState
from clipreader.operations.parsing import kind_named
from clipreader.ui.dialog_parts import dress_table, explain
from clipreader.ui.plain import PlainLabel, tip_text
from clipreader.ui.version_strip import came_in
from clipreader.ui.wording import figures, tr


def state_label(state: VersionState) -> str:
    """Return where a version stands, as the person reads it."""
    return {
        VersionState.SHOWN: tr("Shown"),
        VersionState.WAITING: tr("New"),
        VersionState.KEPT: tr("Kept"),
        VersionState.WITHDRAWN: tr("Taken back"),
    }[state]


class VersionsDialog(QDialog):
    """A table of versions, the newest first.

    ``compare_asked`` carries two versions, the shown one or the older first; ``use_asked`` and
    ``apart_asked`` the chosen one.
    """

    compare_asked = Signal(object, object)
    use_asked = Signal(object)
    apart_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions"))
        self.resize(680, 360)
        self._versions: tuple[Version, ...] = ()
        self.table = QTableWidget(0, 4)
        self._compare = QPushButton(self.tr("Compare…"))
        self._use = QPushButton(self.tr("Use this version"))
        self._apart = QPushButton(self.tr("Keep as an article of its own"))
        self._close = QPushButton(self.tr("Close"))
        self._prepare()
        self._arrange()
        self.table.itemSelectionChanged.connect(self._on_selection)
        self._compare.clicked.connect(self._on_compare)
        self._use.clicked.connect(self._on_use)
        self._apart.clicked.connect(self._on_apart)
        self._close.clicked.connect(self.close)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these versions, the newest first."""
        self._versions = tuple(versions)
        self.table.setRowCount(len(self._versions))
        for row, version in enumerate(self._versions):
            for column, words in enumerate(_cells(version)):
                item = QTableWidgetItem(words)
                item.setToolTip(tip_text(words))
                self.table.setItem(row, column, item)
        self.table.selectRow(0)
        self._on_selection()

    @property
    def chosen(self) -> tuple[Version, ...]:
        """Return the selected versions, the newest first."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self._versions[row] for row in rows)

    @property
    def pair(self) -> tuple[Version, Version] | None:
        """Return the two versions to compare: those chosen, or the chosen and the shown one."""
        chosen = self.chosen
        if len(chosen) == 1 and chosen[0].state != VersionState.SHOWN:
            shown = (one for one in self._versions if one.state == VersionState.SHOWN)
            return next(shown), chosen[0]
        if len(chosen) != 2:
            return None
        newer, older = chosen
        return (newer, older) if newer.state == VersionState.SHOWN else (older, newer)

    def _prepare(self) -> None:
        table = self.table
        names = (self.tr("Came in"), self.tr("From"), self.tr("Words"), self.tr("State"))
        table.setHorizontalHeaderLabels(names)
        table.setAccessibleName(self.tr("Versions"))
        dress_table(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        explain(
            (
                (self._compare, self.tr("Show what differs from the version that is shown")),
                (self._use, self.tr("Show the chosen version; highlights move along")),
                (self._apart, self.tr("It is no version of this article")),
                (self._close, self.tr("Close (Esc)")),
            )
        )

    def _arrange(self) -> None:
        about = PlainLabel(
            self.tr(
                "Every version of this article that came in is kept. Choose two to compare them "
                "with each other."
            ),
            wrap=True,
        )
        below = QHBoxLayout()
        below.addWidget(self._compare)
        below.addWidget(self._use)
        below.addWidget(self._apart)
        below.addStretch(1)
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _on_selection(self) -> None:
        chosen = self.chosen
        other = len(chosen) == 1 and chosen[0].state != VersionState.SHOWN
        self._compare.setEnabled(self.pair is not None)
        self._use.setEnabled(other)
        self._apart.setEnabled(other)

    def _on_compare(self) -> None:
        if self.pair is not None:
            self.compare_asked.emit(*self.pair)

    def _on_use(self) -> None:
        self.use_asked.emit(self.chosen[0])

    def _on_apart(self) -> None:
        self.apart_asked.emit(self.chosen[0])


def _cells(version: Version) -> tuple[str, ...]:
    kind = kind_named(version.media_type)
    source = " · ".join(part for part in (version.source_name, kind, version.link) if part)
    return came_in(version), source, figures(version.words), state_label(version.state)
