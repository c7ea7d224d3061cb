"""Undo and redo, over restarts of the app."""

from __future__ import annotations

from dataclasses import dataclass

from clipreader.library import Library
from clipreader.model import Outcome


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What Undo and Redo would do, as labels; empty where there is nothing to do."""

    undo_label: str = ""
    redo_label: str = ""


def state(library: Library) -> HistoryState:
    """Return what Undo and Redo would do now."""
    raise NotImplementedError


def undo(library: Library) -> Outcome[str]:
    """Take back the last action; the value is its label, empty if there was none.

    Raises UndoRefused if what it touched has changed since; nothing is changed then, and the
    next undo goes to the action before.
    """
    raise NotImplementedError


def redo(library: Library) -> Outcome[str]:
    """Do again what was undone last; as ``undo``."""
    raise NotImplementedError
