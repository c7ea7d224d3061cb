"""Chooses what to export, with the same preview as the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clipreader.model import Query
from clipreader.ui.export_pane import ExportPane
from clipreader.ui.plain import PlainLabel, one_line
from clipreader.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Scope:
    """One answer to "what": its words and the query of its clippings."""

    words: str
    query: Query


class ExportDialog(QDialog):
    """What to export and how it will look; ``scope_chosen`` carries a query."""

    scope_chosen = Signal(object)

    def __init__(
        self, theme: Theme, scopes: Sequence[Scope], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scopes = tuple(scopes)
        self.setWindowTitle(self.tr("Export clippings"))
        self.resize(760, 640)
        self.pane = ExportPane(theme)
        self._choice = QComboBox()
        self._choice.addItems([one_line(scope.words, 80) for scope in scopes])
        self._choice.setAccessibleName(self.tr("What to export"))
        self._choice.setToolTip(self.tr("What to export"))
        label = PlainLabel(self.tr("Export"))
        label.setBuddy(self._choice)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 10)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pane, 1)
        self._choice.currentIndexChanged.connect(self._on_choice)

    @property
    def query(self) -> Query:
        """Return what is chosen."""
        return self._scopes[max(self._choice.currentIndex(), 0)].query

    def choose(self, number: int) -> None:
        """Choose a scope as the person would."""
        self._choice.setCurrentIndex(number)

    def _on_choice(self) -> None:
        self.scope_chosen.emit(self.query)
