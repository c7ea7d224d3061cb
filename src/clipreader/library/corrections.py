"""What the person corrected, kept so that it can be applied to a new reading of the bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from clipreader.library.journal import Work, now
from clipreader.library.rows import correction_hash, written
from clipreader.library.schema import corrections
from clipreader.model import Role, Selector, new_id


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: ``kind`` is role, credit, field or accept.

    ``place`` is the selector of the block's words (None for a field); ``value`` is what was set,
    as JSON has it: ``[role, level]`` for a role set or accepted, ``[start, end, words]`` of the
    credit relative to the block's start (or None), ``[field, value]``.
    """

    kind: str
    place: Selector | None
    value: Any


def of_article(connection: Connection, number: int) -> tuple[Correction, ...]:
    """Return an article's corrections in the order they were made."""
    rows = connection.execute(
        select(corrections)
        .where(corrections.c.article == number)
        .order_by(corrections.c.sequence, corrections.c.id)
    ).mappings()
    return tuple(
        Correction(row["kind"], _place_read(row["place"]), json.loads(row["value"])) for row in rows
    )


def add(work: Work, number: int, correction: Correction) -> None:
    """Keep a correction after those that are there."""
    last = work.connection.execute(
        select(func.max(corrections.c.sequence)).where(corrections.c.article == number)
    ).scalar()
    row: dict[str, Any] = {
        "id": new_id(),
        "article": number,
        "sequence": (last or 0) + 1,
        "kind": correction.kind,
        "place": _place_written(correction.place),
        "value": written(correction.value),
        "made": now(),
    }
    work.insert(corrections, {**row, "hash": correction_hash(row)})


def _place_written(place: Selector | None) -> str:
    if place is None:
        return ""
    return written(
        [place.role.value, place.exact, place.prefix, place.suffix, place.start, place.end]
    )


def _place_read(text: str) -> Selector | None:
    if not text:
        return None
    role, *rest = json.loads(text)
    return Selector(Role(role), *rest)
