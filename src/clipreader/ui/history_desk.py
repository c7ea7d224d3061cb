"""Undo and redo, named after what they would do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from clipreader.model import ClipreaderError, Outcome
from clipreader.operations import history
from clipreader.operations.history import HistoryState
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.plain import menu_text
from clipreader.ui.typing_keys import Field, is_touched


class HistoryDesk(QObject):
    """Keeps the two actions up to date and says what was undone."""

    def __init__(self, window: MainWindow, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._show(HistoryState())
        self._connect()

    def refresh(self) -> None:
        """Read again what undo and redo would do."""
        self._background.run(history.state, then=self._show, replaces="history")

    def _connect(self) -> None:
        self._window.verbs["undo"].triggered.connect(self._on_undo)
        self._window.verbs["redo"].triggered.connect(self._on_redo)
        self._background.library_changed.connect(self.refresh)

    def _show(self, state: HistoryState) -> None:
        undo, redo = self._window.verbs["undo"], self._window.verbs["redo"]
        undo.setText(self.tr("Undo {action}").format(action=menu_text(state.undo_label)).strip())
        redo.setText(self.tr("Redo {action}").format(action=menu_text(state.redo_label)).strip())
        undo.setEnabled(bool(state.undo_label))
        redo.setEnabled(bool(state.redo_label))

    def _on_undo(self) -> None:
        if not _edited("undo"):
            self._window.reader.keep()
            self._background.run(history.undo, then=self._tell_undone, failed=self._refused)

    def _on_redo(self) -> None:
        if not _edited("redo"):
            self._background.run(history.redo, then=self._tell_redone, failed=self._refused)

    def _tell_undone(self, outcome: Outcome[str]) -> None:
        self.refresh()
        if outcome.value:
            self._window.notices.tell(self.tr("Undone: {action}").format(action=outcome.value))

    def _tell_redone(self, outcome: Outcome[str]) -> None:
        self.refresh()
        if outcome.value:
            self._window.notices.tell(self.tr("Done again: {action}").format(action=outcome.value))

    def _refused(self, error: ClipreaderError) -> None:
        self.refresh()
        self._window.notices.tell(str(error))


def _field() -> Field | None:
    focus = QApplication.focusWidget()
    if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)) and not focus.isReadOnly():
        return focus
    return None


def _edited(verb: str) -> bool:
    """Undo or redo in the field that has the keyboard.

    False if there is none, or nothing was written in it: the last step of the library is meant.
    """
    field = _field()
    if field is None or not is_touched(field):
        return False
    getattr(field, verb)()
    return True
