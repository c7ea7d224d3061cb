"""What the person did, row by row, so that it can be undone after a restart too.

What, why: one action is one transaction and one record of it. The record keeps the columns that
changed, before and after, so that undo is generic and exact: no verb knows its own opposite. A
row that is not as the action left it (another program, an emptied trash) is not overwritten:
the undo is refused.

What else was tried: commands with ``undo`` methods (lost at exit, and wrong as soon as two of
them disagreed), and a copy of the file per action (8 ms and 5 MB for a colour).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, RowMapping, Table, delete, func, insert, select, update

from clipreader.library.rows import action_hash
from clipreader.library.schema import (
    action_rows,
    actions,
    articles,
    corrections,
    highlights,
    recognitions,
    rules,
    shelf,
)
from clipreader.library.seals import SEALED, broken, renew
from clipreader.library.version_tables import versions
from clipreader.model import UndoRefused, new_id

Image = Mapping[str, Any] | RowMapping
"""Columns of a row and their values."""

_KEYS: Final[Mapping[str, Column[Any]]] = {
    "articles": articles.c.number,
    "recognitions": recognitions.c.article,
    "shelf": shelf.c.article,
    "highlights": highlights.c.id,
    "corrections": corrections.c.id,
    "rules": rules.c.id,
    "versions": versions.c.id,
}

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """One row that an action or its undo changed; ``columns`` names what, empty for the row.

    ``article`` is whose row it is, None for a rule.
    """

    kind: str
    article: int | None
    key: str
    columns: frozenset[str] = frozenset()


class Work:
    """A transaction that is being written, and the record of what it changes.

    ``connection`` may be used directly for rows that are derived or never change.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: list[dict[str, Any]] = []
        self._whole: dict[int, bool] = {}
        self._group: str | None = None

    @property
    def touched(self) -> tuple[Touched, ...]:
        """Return the rows that were changed so far."""
        return tuple(_touched(row) for row in self._rows)

    def insert(self, table: Table, row: Image) -> None:
        """Insert a row and remember that it was not there."""
        self.connection.execute(insert(table), dict(row))
        self.note(table, row[_KEYS[table.name].name], _article_of(table, row), None, row)

    def update(self, table: Table, keys: Iterable[object], values: Image) -> int:
        """Set columns of some rows; return how many rows were not so before."""
        key, wanted, changed = _KEYS[table.name], list(dict.fromkeys(keys)), 0
        for chunk in _chunks(wanted):
            found = self.connection.execute(select(table).where(key.in_(chunk))).mappings()
            different: list[object] = []
            for row in found:
                before = {name: row[name] for name, value in values.items() if row[name] != value}
                if before:
                    after = {name: values[name] for name in before}
                    self.note(table, row[key.name], _article_of(table, row), before, after)
                    different.append(row[key.name])
            if different:
                statement = update(table).where(key.in_(different)).values(dict(values))
                self.connection.execute(statement)
            changed += len(different)
        return changed

    def delete(self, table: Table, keys: Iterable[object]) -> int:
        """Remove rows and remember them whole; return how many there were."""
        key, removed = _KEYS[table.name], 0
        for chunk in _chunks(list(dict.fromkeys(keys))):
            found = self.connection.execute(select(table).where(key.in_(chunk))).mappings()
            for row in found.all():
                self.note(table, row[key.name], _article_of(table, row), dict(row), None)
                removed += 1
            self.connection.execute(delete(table).where(key.in_(chunk)))
        return removed

    def note(
        self,
        table: Table,
        key: object,
        article: int | None,
        before: Image | None,
        after: Image | None,
    ) -> None:
        """Remember a change; of an article's rows, before it is made."""
        if table.name in SEALED and article is not None and article not in self._whole:
            self._whole[article] = not broken(self.connection, [article])
        row = {
            "article": article,
            "kind": table.name,
            "key": str(key),
            "before": None if before is None else _written(before),
            "after": None if after is None else _written(after),
        }
        self._rows.append({**row, "hash": action_hash(row)})

    def seal(self) -> None:
        """Renew the seals of the articles that were whole before they were changed."""
        renew(self.connection, (number for number, whole in self._whole.items() if whole))
        self._whole.clear()

    def join(self, run: str) -> None:
        """Be one step for undo with the action before, if that belongs to the same run.

        What else was done in between ends the step: an undo that passed over it would take the
        text away under it.
        """
        newest = select(actions.c.grouped).where(actions.c.state == "done")
        newest = newest.order_by(actions.c.number.desc()).limit(1)
        before: str = self.connection.execute(newest).scalar() or ""
        self._group = before if before.startswith(run) else f"{run}-{new_id()}"

    def keep(self, label: str, group: str | None = None) -> bool:
        """Write the record, if anything changed; what was undone can then not be redone."""
        if not self._rows:
            return False
        self.connection.execute(
            update(actions).where(actions.c.state == "undone").values(state="dropped")
        )
        row = {
            "grouped": group or self._group or new_id(),
            "label": label,
            "made": now(),
            "state": "done",
        }
        made = self.connection.execute(insert(actions), row).inserted_primary_key
        number = made[0] if made else None
        self.connection.execute(
            insert(action_rows), [{"action": number, **row} for row in self._rows]
        )
        return True


def now() -> str:
    """Return the time as it is kept: UTC, ISO 8601, with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def labels(connection: Connection) -> tuple[str, str]:
    """Return the labels of what undo and redo would do; empty if nothing."""
    undo, redo = _group(connection, "done"), _group(connection, "undone")
    return (undo[1] if undo else "", redo[1] if redo else "")


def step_back(connection: Connection) -> tuple[str, tuple[Touched, ...]]:
    """Undo the last action; return its label and what was touched. Raises UndoRefused."""
    return _step(connection, "done", "undone")


def step_on(connection: Connection) -> tuple[str, tuple[Touched, ...]]:
    """Redo what was undone last; as ``step_back``."""
    return _step(connection, "undone", "done")


def give_up(connection: Connection, *, redo: bool) -> None:
    """Pass over the action that ``step_back`` or ``step_on`` refused."""
    state = "undone" if redo else "done"
    found = _group(connection, state)
    if found:
        is_meant = (actions.c.grouped == found[0]) & (actions.c.state == state)
        connection.execute(update(actions).where(is_meant).values(state="void"))


def forget_empty(connection: Connection) -> None:
    """Forget actions whose rows are all gone, because their articles were forgotten."""
    connection.execute(delete(actions).where(actions.c.number.not_in(select(action_rows.c.action))))


def _step(connection: Connection, state: str, then: str) -> tuple[str, tuple[Touched, ...]]:
    found = _group(connection, state)
    if not found:
        return "", ()
    group, label = found
    back = then == "undone"
    order = action_rows.c.number.desc() if back else action_rows.c.number
    # an import that was undone half-way goes on: its group is then in several states
    is_meant = (actions.c.grouped == group) & (actions.c.state == state)
    rows = connection.execute(
        select(action_rows)
        .join(actions, actions.c.number == action_rows.c.action)
        .where(is_meant)
        .order_by(order)
    ).mappings()
    touched: list[Touched] = []
    found_rows = rows.all()
    sealed = {row["article"] for row in found_rows if row["kind"] in SEALED}
    whole = sealed - broken(connection, sealed)
    for row in found_rows:
        _apply(connection, dict(row), label, back=back)
        touched.append(_touched(row))
    renew(connection, whole)
    connection.execute(update(actions).where(is_meant).values(state=then))
    return label, tuple(touched)


def _group(connection: Connection, state: str) -> tuple[str, str] | None:
    """Return the group and label that come next: the newest done, or the oldest undone."""
    end = func.max if state == "done" else func.min
    number = connection.execute(
        select(end(actions.c.number)).where(actions.c.state == state)
    ).scalar()
    if number is None:
        return None
    row = connection.execute(
        select(actions.c.grouped, actions.c.label).where(actions.c.number == number)
    ).one()
    return row.grouped, row.label


def _apply(connection: Connection, row: dict[str, Any], label: str, *, back: bool) -> None:
    key_column = _KEYS[row["kind"]]
    table = key_column.table
    assert isinstance(table, Table)
    verb = "undone" if back else "done again"
    if action_hash(row) != row["hash"]:
        raise UndoRefused(f"“{label}” cannot be {verb}, because the record of it is damaged.")
    is_key = key_column == row["key"]
    before = None if row["before"] is None else json.loads(row["before"])
    after = None if row["after"] is None else json.loads(row["after"])
    expected, wanted = (after, before) if back else (before, after)
    found = connection.execute(select(table).where(is_key)).mappings().one_or_none()
    if not _is_as(found, expected):
        raise UndoRefused(
            f"“{label}” cannot be {verb}, because what it changed has been changed since."
        )
    if wanted is None:
        connection.execute(delete(table).where(is_key))
    elif expected is None:
        connection.execute(insert(table), wanted)
    else:
        connection.execute(update(table).where(is_key).values(wanted))


def _is_as(found: Image | None, expected: Image | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return all(found[name] == value for name, value in expected.items())


def _touched(row: Image) -> Touched:
    columns: set[str] = set()
    if row["before"] is not None and row["after"] is not None:
        columns = set(json.loads(row["after"]))
    return Touched(row["kind"], row["article"], row["key"], frozenset(columns))


def _article_of(table: Table, row: Image) -> int | None:
    number: int | None = row["number"] if table.name == "articles" else row.get("article")
    return number


def _written(image: Image) -> str:
    return json.dumps(dict(image), ensure_ascii=False, separators=(",", ":"))


def _chunks(keys: Sequence[object]) -> Iterable[Sequence[object]]:
    return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))
