"""The person's rules, kept: what a line is in every article of a publisher."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, select

from clipreader.library.articles import fetch_many
from clipreader.library.folding import storable
from clipreader.library.journal import Work
from clipreader.library.rows import rule_hash
from clipreader.library.schema import articles, rules, shelf
from clipreader.model import Article, Match, Rule, becomes
from clipreader.text.alike import alike

_AT_ONCE: Final = 200


def every(connection: Connection) -> tuple[Rule, ...]:
    """Return all rules in the order of their making.

    A row whose words mean nothing (a damaged file) is left out; checking tells of it.
    """
    rows = connection.execute(select(rules).order_by(rules.c.made, rules.c.id)).mappings()
    return tuple(rule for rule in map(_read, rows) if rule is not None)


def add(work: Work, rule: Rule) -> Rule:
    """Keep a new rule and return it as it is kept, with its time."""
    kept = _storable(rule)
    work.insert(rules, _row(kept))
    return kept


def change(work: Work, rule: Rule) -> bool:
    """Keep a rule as it is now; return whether there is one with its id."""
    there = work.connection.execute(select(rules.c.id).where(rules.c.id == rule.id)).first()
    work.update(rules, [rule.id], _row(_storable(rule)))
    return there is not None


def remove(work: Work, rule_ids: Iterable[str]) -> int:
    """Remove rules; return how many there were."""
    return work.delete(rules, rule_ids)


def concerned(
    connection: Connection, publishers: Collection[str] | None
) -> Iterator[tuple[int, Article]]:
    """Yield the articles of some publishers with their row numbers; ``None`` means all.

    What lies in the trash is left out. Articles are read some at a time, so that what is yielded
    may be changed meanwhile.
    """
    numbers = concerned_numbers(connection, publishers)
    for at in range(0, len(numbers), _AT_ONCE):
        yield from fetch_many(connection, numbers[at : at + _AT_ONCE]).items()


def concerned_numbers(
    connection: Connection, publishers: Collection[str] | None
) -> tuple[int, ...]:
    """Return the row numbers of the articles that ``concerned`` yields."""
    rows = connection.execute(
        select(articles.c.number, articles.c.publisher, articles.c.agency)
        .join(shelf, shelf.c.article == articles.c.number)
        .where(shelf.c.trashed.is_(None))
        .order_by(articles.c.number)
    ).all()
    wanted = None if publishers is None else {alike(publisher) for publisher in publishers}
    return tuple(
        row[0] for row in rows if wanted is None or alike(row[1] or row[2] or "") in wanted
    )


def _storable(rule: Rule) -> Rule:
    made = (rule.made or datetime.now(UTC)).astimezone(UTC)
    return Rule(
        storable(rule.id),
        rule.match,
        storable(rule.words),
        rule.role,
        storable(rule.publisher) if rule.publisher is not None else None,
        made.replace(microsecond=made.microsecond // 1000 * 1000),
        rule.is_on,
    )


def _row(rule: Rule) -> Mapping[str, Any]:
    row: dict[str, Any] = {
        "id": rule.id,
        "publisher": rule.publisher,
        "fits": rule.match.value,
        "words": rule.words,
        "role": rule.role.value,
        "is_on": int(rule.is_on),
        "made": rule.made.isoformat(timespec="milliseconds") if rule.made else "",
    }
    return {**row, "hash": rule_hash(row)}


def _read(row: RowMapping) -> Rule | None:
    try:
        return Rule(
            row["id"],
            Match(row["fits"]),
            row["words"],
            becomes(row["role"]),
            row["publisher"],
            datetime.fromisoformat(row["made"]) if row["made"] else None,
            bool(row["is_on"]),
        )
    except (ValueError, TypeError):
        return None
