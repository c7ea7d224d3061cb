"""All rows of one article as a packet that another library can take in.

A packet is ``{table: [row, …]}``, each row its columns by name. Row numbers are those of the
library that it comes from and mean nothing beyond the packet; whoever takes it in gives new ones.
Hashes and seals that were whole are made for the new numbers; one that was not stays as it is, so
that what something else has changed is noticed in the new library too. Left out is what is made
again from the rows (names, tags, index, sketches), and the records for Undo, which speak of the
other library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Integer, Table, func, insert, select
from sqlalchemy.exc import DBAPIError

from clipreader.library import articles as stored
from clipreader.library import comparing, highlights, rules, seals
from clipreader.library.journal import Work
from clipreader.library.rows import correction_hash, highlight_hash, version_hash
from clipreader.library.schema import (
    SCHEMA,
    articles,
    corrections,
    images,
    recognitions,
    shelf,
    texts,
)
from clipreader.library.schema import highlights as marked
from clipreader.library.schema import rules as ruled
from clipreader.library.schema import seals as sealed
from clipreader.library.version_tables import versions
from clipreader.model import Article, DamagedPacket, Highlight

NUMBER: Final = SCHEMA
"""The number of the schema whose rows these are."""

Row = dict[str, Any]
"""The columns of a row by their names."""

Packet = Mapping[str, Sequence[Row]]
"""The rows of an article by table; RULES has a packet of its own."""

_OWNED: Final = (texts, recognitions, shelf, sealed, marked, corrections, versions)
"""The tables whose rows name the article that they belong to."""

_HASHED: Final[Mapping[str, Callable[[Row], str]]] = {
    marked.name: highlight_hash,
    corrections.name: correction_hash,
    versions.name: version_hash,
}
_ONE: Final = (articles.name, recognitions.name, shelf.name)
_TABLES: Final = {table.name: table for table in (articles, *_OWNED, images)}


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as people read it, its highlights, and its rows."""

    article: Article
    highlights: tuple[Highlight, ...]
    packet: Packet


def ids(connection: Connection) -> frozenset[str]:
    """Return the ids of all articles."""
    return frozenset(connection.execute(select(articles.c.id)).scalars())


def numbers(connection: Connection) -> tuple[int, ...]:
    """Return the row numbers of all articles in the order in which they came in."""
    return tuple(
        connection.execute(select(articles.c.number).order_by(articles.c.number)).scalars()
    )


def several(connection: Connection, wanted: Sequence[int]) -> tuple[Kept, ...]:
    """Return articles by row number, those that are there. Raises SQLite's errors."""
    return tuple(
        Kept(
            article,
            highlights.of_article(connection, number, article.id),
            of_article(connection, number),
        )
        for number, article in stored.fetch_many(connection, wanted).items()
    )


def of_article(connection: Connection, number: int) -> Packet:
    """Return an article's rows, sorted by their keys. Raises SQLite's errors."""
    found = {articles.name: _rows(connection, articles, articles.c.number == number)}
    for table in _OWNED:
        found[table.name] = _rows(connection, table, table.c.article == number)
    of_text = [row["number"] for row in found[texts.name]]
    found[images.name] = _rows(connection, images, images.c.text.in_(of_text))
    return found


def of_rules(connection: Connection) -> Sequence[Row]:
    """Return the rows of the person's rules."""
    return _rows(connection, ruled, ruled.c.id.is_not(None))


def digests(packet: Packet) -> frozenset[str]:
    """Return the SHA-256 of all originals and pictures that a packet names."""
    found = {row["source_hash"] for name in (articles.name, versions.name) for row in packet[name]}
    return frozenset(found | {row["hash"] for row in packet[images.name] if row["hash"]})


def take_in(work: Work, packet: Packet) -> int:
    """Store an article that is not there; return its row number.

    Its originals must be durable already. Undo takes it to the trash, as with an import. Raises
    DamagedPacket, with nothing changed.
    """
    _check(packet)
    try:
        with work.connection.begin_nested():
            number = _store(work.connection, packet)
            wrong = comparing.of_articles(work.connection, [number])
            if wrong:
                raise DamagedPacket(wrong[0])
    except (*comparing.UNREADABLE, DBAPIError) as error:
        raise DamagedPacket("Its parts do not fit each other.", repr(error)) from error
    (row,) = packet[shelf.name]
    if row["trashed"] is None:
        added = packet[articles.name][0]["added"]
        work.note(shelf, number, number, {"trashed": added}, {"trashed": None})
    return number


def take_in_rules(work: Work, rows: Sequence[Row]) -> int:
    """Add the rules that are not there; return how many. Raises DamagedPacket."""
    _check_rows(ruled, rows)
    there = set(work.connection.execute(select(ruled.c.id)).scalars())
    new = [row for row in rows if row["id"] not in there]
    try:
        for row in new:
            work.insert(ruled, row)
        rules.every(work.connection)
    except (*comparing.UNREADABLE, DBAPIError) as error:
        raise DamagedPacket("The rules cannot be read.", repr(error)) from error
    return len(new)


def _rows(connection: Connection, table: Table, where: Any) -> list[Row]:  # noqa: ANN401 - any condition
    statement = select(table).where(where).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(statement).mappings()]


def _check(packet: Packet) -> None:
    """Refuse what cannot be the rows of one article."""
    if packet.keys() != _TABLES.keys():
        raise DamagedPacket("It lacks a part.")
    for name, table in _TABLES.items():
        _check_rows(table, packet[name])
    if any(len(packet[name]) != 1 for name in _ONE):
        raise DamagedPacket("It is not one article.")
    own = packet[articles.name][0]["number"]
    if any(row["article"] != own for table in _OWNED for row in packet[table.name]):
        raise DamagedPacket("It is not one article.")


def _check_rows(table: Table, rows: Sequence[Row]) -> None:
    kinds = {c.name: (int if isinstance(c.type, Integer) else str) for c in table.columns}
    free = {c.name for c in table.columns if c.nullable}
    for row in rows:
        right = row.keys() == kinds.keys() and all(
            type(value) is kinds[name] or (value is None and name in free)
            for name, value in row.items()
        )
        if not right:
            raise DamagedPacket(f"A row of “{table.name}” is none of ours.")


def _store(connection: Connection, packet: Packet) -> int:
    number = stored.next_number(connection, func.max(articles.c.number), articles.name)
    first = stored.next_number(connection, func.max(texts.c.number), None)
    text_of = {row["number"]: first + at for at, row in enumerate(packet[texts.name])}
    (old,), (parts,) = packet[articles.name], packet[recognitions.name]
    was_sealed = [row["hash"] for row in packet[sealed.name]] == [seals.seal_of({**old, **parts})]
    for table in _TABLES.values():
        if table is sealed:
            continue
        rows = [_renumbered(table, row, number, text_of) for row in packet[table.name]]
        if rows:
            connection.execute(insert(table), rows)
    if was_sealed:
        seals.renew(connection, [number])
    stored.refresh(connection, [number])
    highlights.refresh(connection, number, [row["id"] for row in packet[marked.name]])
    return number


def _renumbered(table: Table, row: Row, number: int, text_of: Mapping[int, int]) -> Row:
    made = dict(row)
    if table in (articles, texts):
        made["number"] = number if table is articles else text_of[row["number"]]
    if "article" in made:
        made["article"] = number
    if "text" in made and table is not texts:
        made["text"] = text_of[row["text"]]
    hash_of = _HASHED.get(table.name)
    if hash_of is not None and hash_of(row) == row["hash"]:
        made["hash"] = hash_of(made)
    return made
