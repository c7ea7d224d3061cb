"""How the tables and buttons of dialogs look and work, so that one dialog is like the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableView


def dress_table(table: QTableView) -> None:
    """Let a table choose whole rows and change nothing in place; Tab leads on to the next part."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def explain(buttons: Iterable[tuple[QPushButton, str]]) -> None:
    """Give buttons their tips and a name for screen readers; Enter presses none by itself."""
    for button, tip in buttons:
        button.setToolTip(tip)
        button.setAccessibleName(button.text().rstrip("…"))
        button.setAutoDefault(False)
