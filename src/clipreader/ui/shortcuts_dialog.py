"""All verbs with their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clipreader.ui.actions import Actions


def keys_of(action: QAction) -> str:
    """Return an action's shortcuts as they are printed on this system's keyboards."""
    form = QKeySequence.SequenceFormat.NativeText
    found = dict.fromkeys(keys.toString(form) for keys in action.shortcuts())
    return ", ".join(found)


class ShortcutsDialog(QDialog):
    """A list of verbs and keys that can be narrowed by typing."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(460, 620)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Filter"))
        self._words.setAccessibleName(self.tr("Filter the shortcuts"))
        self._words.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Shortcuts"))
        for name in actions:
            if keys_of(actions[name]):
                verb = actions.words(name)
                self.list.addTopLevelItem(QTreeWidgetItem([verb, keys_of(actions[name])]))
        self.list.resizeColumnToContents(0)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        self._words.textChanged.connect(self._on_words)

    def _on_words(self, words: str) -> None:
        flag = Qt.MatchFlag.MatchContains
        shown = {id(item) for column in (0, 1) for item in self.list.findItems(words, flag, column)}
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setHidden(id(item) not in shown and bool(words))
