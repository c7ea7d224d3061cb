"""Undo and redo, over restarts of the app."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clipreader.library import Library, articles, highlights, journal
from clipreader.library.journal import Touched, Work
from clipreader.model import Changes, Outcome, UndoRefused


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What Undo and Redo would do, as labels; empty where there is nothing to do."""

    undo_label: str = ""
    redo_label: str = ""


def state(library: Library) -> HistoryState:
    """Return what Undo and Redo would do now."""
    with library.reading() as connection:
        return HistoryState(*journal.labels(connection))


def undo(library: Library) -> Outcome[str]:
    """Take back the last action; the value is its label, empty if there was none.

    Raises UndoRefused if what it touched has changed since; nothing is changed then, and the
    next undo goes to the action before.
    """
    return _step(library, redo=False)


def redo(library: Library) -> Outcome[str]:
    """Do again what was undone last; as ``undo``."""
    return _step(library, redo=True)


def _step(library: Library, *, redo: bool) -> Outcome[str]:
    step = journal.step_on if redo else journal.step_back
    with library.writing() as work:
        try:
            with work.connection.begin_nested():
                label, touched = step(work.connection)
        except UndoRefused as error:
            # in one transaction, or it might pass over what another program did since
            journal.give_up(work.connection, redo=redo)
            refused = error
        else:
            _refresh(work, touched)
            return Outcome(label, _changes(work, touched))
    raise refused


def _refresh(work: Work, touched: Iterable[Touched]) -> None:
    """Make what is derived from the rows that changed again: names, tags, index."""
    read: set[int] = set()
    marked: dict[int, list[str]] = {}
    for row in touched:
        if row.article is None:  # a rule: nothing is derived from it
            continue
        if row.kind in ("articles", "recognitions"):
            read.add(row.article)
        elif row.kind == "highlights":
            marked.setdefault(row.article, []).append(row.key)
    articles.refresh(work.connection, sorted(read))
    for number, highlight_ids in marked.items():
        highlights.refresh(work.connection, number, highlight_ids)


def _changes(work: Work, touched: tuple[Touched, ...]) -> Changes:
    numbers = (row.article for row in touched if row.article is not None)
    ids = articles.ids_of(work.connection, numbers)
    marked = [row for row in touched if row.kind == "highlights"]
    moved = any(row.kind == "shelf" and "trashed" in row.columns for row in touched)
    return Changes(
        articles=frozenset(ids.values()),
        highlights=frozenset(row.key for row in marked),
        rows=moved,
        tags=moved or any(not row.columns or "tags" in row.columns for row in marked),
        rules=any(row.kind == "rules" for row in touched),
    )
