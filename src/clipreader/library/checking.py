"""Whether every word of a library is what it was: pages, rows, texts, anchors, originals, index.

SQLite's own ``integrity_check`` noticed 5 % of flipped bits, hashes over rows and texts 82 %, all
together 96 %; so all of them are asked. Nothing is changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from clipreader.library import index
from clipreader.library.articles import fetch
from clipreader.library.connecting import sqlite_version
from clipreader.library.originals import Originals
from clipreader.library.rows import highlight_hash
from clipreader.library.schema import articles, highlights, images, recognitions, texts
from clipreader.model import Certainty, LibraryUnavailable, NotFound

_SHOWN = 20


def sqlite_in_use(connection: Connection) -> str:
    """Return which SQLite runs and how it keeps its journal."""
    mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    return f"SQLite {sqlite_version()}, journal mode {mode}"


def counted(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return how many articles, texts, highlights and pictures were looked at."""
    found: list[tuple[str, int]] = []
    for name, rows in (
        ("articles", articles),
        ("texts", texts),
        ("highlights", highlights),
        ("pictures", images),
    ):
        number = connection.execute(select(func.count()).select_from(rows)).scalar_one()
        found.append((name, number))
    return tuple(found)


def problems(connection: Connection, originals: Originals) -> Iterator[str]:
    """Yield what is wrong, as sentences; at most twenty of a kind and then how many more."""
    for kind in (_pages, _references, _texts, _parts, _highlights, index.faults):
        yield from _guarded(kind(connection))
    yield from _guarded(_originals(connection, originals))


def _guarded(found: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    told = 0
    try:
        for sentence in found:
            told += 1
            if told <= _SHOWN:
                yield sentence
    except (DBAPIError, UnicodeError, ValueError, KeyError) as error:
        yield f"A part of the library's file cannot be read: {error}".splitlines()[0]
    if told > _SHOWN:
        yield f"… and {told - _SHOWN} more of this kind."


def _pages(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"The library's file is damaged: {row[0]}"


def _references(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"A row of “{row[0]}” belongs to a row of “{row[2]}” that is not there."


def _texts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(texts)).mappings():
        found = hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
        if found != row["hash"]:
            yield f"The text of {_name(connection, row['article'])} is not what it was."


def _parts(connection: Connection) -> Iterator[str]:
    for number in connection.execute(select(articles.c.number)).scalars().all():
        try:
            article = fetch(connection, number)
        except (NotFound, ValueError, TypeError):
            yield f"The parts of {_name(connection, number)} cannot be read."
            continue
        reached = -1
        for block in article.blocks:
            if block.span.start != reached + 1:
                break
            reached = block.span.end
        if article.blocks and reached != len(article.text):
            yield f"The parts of {_name(connection, number)} do not cover its text."


def _highlights(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        select(highlights, texts.c.text.label("whole"))
        .join(recognitions, recognitions.c.article == highlights.c.article)
        .join(texts, texts.c.number == recognitions.c.text)
        .order_by(highlights.c.article)
    ).mappings()
    for row in rows:
        yield from _of_highlight(connection, dict(row))


def _of_highlight(connection: Connection, row: dict[str, Any]) -> Iterator[str]:
    if highlight_hash(row) != row["hash"]:
        name = _name(connection, row["article"])
        yield f"A highlight of {name} was changed by something else than ClipReader."
    if row["certainty"] == Certainty.LOST:
        return
    start, stop = row["anchor_start"], row["anchor_stop"]
    words = row["exact"] if row["words"] is None else row["words"]
    if start is None or row["whole"][start:stop] != words:
        name = _name(connection, row["article"])
        yield f"A highlight of {name} does not stand where its words are."
    json.loads(row["tags"])


def _originals(connection: Connection, originals: Originals) -> Iterator[str]:
    wanted: dict[str, str] = {}
    for digest, name in connection.execute(select(articles.c.source_hash, articles.c.source_name)):
        wanted[digest] = name
    for digest, name in connection.execute(select(images.c.hash, images.c.key)):
        if digest is not None:
            wanted[digest] = name
    for digest, name in wanted.items():
        try:
            originals.fetch(digest)
        except LibraryUnavailable as error:
            yield f"{name}: {error}"


def _name(connection: Connection, number: int) -> str:
    row = connection.execute(
        select(articles.c.headline, articles.c.id).where(articles.c.number == number)
    ).first()
    return f"“{row[0] or row[1]}”" if row else f"article {number}"
