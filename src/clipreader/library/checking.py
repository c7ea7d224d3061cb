"""Whether every word of a library is what it was: pages, rows, texts, anchors, originals, index.

SQLite's own ``integrity_check`` noticed 5 % of flipped bits, hashes over rows and texts 82 %, all
together 96 %; so all of them are asked. What is derived (names, tags, the index) is made again
from the rows and compared, which also guards the rows that carry no hash of their own. Nothing is
changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Engine, StaticPool, create_engine, func, select

from clipreader.library import index, migrations, seals
from clipreader.library.article_rows import text_hash
from clipreader.library.comparing import UNREADABLE, chunks, name_of, parts, tags
from clipreader.library.connecting import sqlite_version
from clipreader.library.highlights import notes_of
from clipreader.library.originals import Originals
from clipreader.library.rows import (
    action_hash,
    correction_hash,
    highlight_hash,
    rule_hash,
    version_hash,
)
from clipreader.library.schema import (
    action_rows,
    articles,
    corrections,
    highlights,
    images,
    recognitions,
    rules,
    texts,
)
from clipreader.library.version_tables import versions
from clipreader.model import Certainty, LibraryUnavailable

INDEX: Final = "The search index "
"""How the sentences begin that are about the search index alone."""

_SHOWN: Final = 20


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
    yield from in_the_file(connection)
    yield from _guarded(_originals(connection, originals))


def in_the_file(connection: Connection) -> Iterator[str]:
    """Yield what is wrong in the library's file, as sentences; the originals lie beside it.

    What begins with ``INDEX`` is wrong in the search index alone, which can be made again.
    """
    for kind in _KINDS:
        yield from _guarded(kind(connection))


def parts_of() -> int:
    """Return into how many parts a check can be divided, the last of them the originals."""
    return len(_KINDS) + 1


def in_part(connection: Connection, originals: Originals, part: int) -> Iterator[str]:
    """Yield what is wrong in one part, counted from 0, as ``problems`` does."""
    if part < len(_KINDS):
        yield from _guarded(_KINDS[part](connection))
    else:
        yield from _guarded(_originals(connection, originals))


def _guarded(found: Iterator[str]) -> Iterator[str]:
    told = 0
    try:
        for sentence in found:
            told += 1
            if told <= _SHOWN:
                yield sentence
    except UNREADABLE as error:
        yield f"A part of the library’s file cannot be read: {error}".splitlines()[0]
    if told > _SHOWN:
        yield f"… and {told - _SHOWN} more of this kind."


def _pages(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"The library’s file is damaged: {row[0]}"


def _tables(connection: Connection) -> Iterator[str]:
    """Compare the tables with those of a new library; a trigger of someone else is none of it."""
    there = _made_of(connection)
    engine: Engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.begin() as empty:
            migrations.create(empty)
            wanted = _made_of(empty)
    finally:
        engine.dispose()
    for name in sorted(there.keys() ^ wanted.keys()):
        what = "is missing from" if name in wanted else "is not ours but stands in"
        yield f"“{name}” {what} the library’s file."
    for name in sorted(there.keys() & wanted.keys()):
        if there[name] != wanted[name]:
            yield f"“{name}” is made otherwise than in a library of ours."


def _made_of(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, coalesce(sql, '') FROM sqlite_master")
    return {row[0]: row[1] for row in rows if not row[0].startswith("sqlite_stat")}


def _references(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"A row of “{row[0]}” belongs to a row of “{row[2]}” that is not there."


def _texts(connection: Connection) -> Iterator[str]:
    for chunk in chunks(connection, texts.c.number):
        try:
            where = texts.c.number.in_(chunk)
            rows = connection.execute(
                select(texts.c.article, texts.c.hash, texts.c.text).where(where)
            )
            changed = [row.article for row in rows if text_hash(row.text) != row.hash]
        except UNREADABLE:
            changed = [
                _owner(connection, number) for number in chunk if not _is_text(connection, number)
            ]
        for article in changed:
            yield f"The text of {name_of(connection, article)} is not what it was."


def _is_text(connection: Connection, number: int) -> bool:
    try:
        where = texts.c.number == number
        row = connection.execute(select(texts.c.hash, texts.c.text).where(where)).one()
        return text_hash(row.text) == row.hash
    except UNREADABLE:
        return False


def _owner(connection: Connection, text: int) -> int:
    found = connection.execute(select(texts.c.article).where(texts.c.number == text)).scalar()
    return found or 0


def _seals(connection: Connection) -> Iterator[str]:
    for chunk in chunks(connection, articles.c.number):
        for number in sorted(seals.broken(connection, chunk)):
            yield f"What is known of {name_of(connection, number)} is not what it was."


def _highlights(connection: Connection) -> Iterator[str]:
    for chunk in chunks(connection, highlights.c.article):
        for number in chunk:
            try:
                yield from _on_article(connection, number)
            except UNREADABLE:
                yield f"A highlight of {name_of(connection, number)} cannot be read."


def _on_article(connection: Connection, number: int) -> Iterator[str]:
    rows = connection.execute(
        select(highlights, texts.c.text.label("whole"))
        .join(recognitions, recognitions.c.article == highlights.c.article)
        .join(texts, texts.c.number == recognitions.c.text)
        .where(highlights.c.article == number)
    ).mappings()
    for row in rows:
        yield from _of_highlight(connection, dict(row))
    if not index.has_notes(connection, number, *notes_of(connection, number)):
        yield f"The search index differs from the notes on {name_of(connection, number)}."


def _of_highlight(connection: Connection, row: dict[str, Any]) -> Iterator[str]:
    if highlight_hash(row) != row["hash"]:
        name = name_of(connection, row["article"])
        yield f"A highlight of {name} was changed by something else than ClipReader."
    if row["certainty"] == Certainty.LOST:
        return
    start, stop = row["anchor_start"], row["anchor_stop"]
    words = row["exact"] if row["words"] is None else row["words"]
    if start is None or row["whole"][start:stop] != words:
        name = name_of(connection, row["article"])
        yield f"A highlight of {name} does not stand where its words are."


def _records(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(corrections)).mappings():
        if correction_hash(row) != row["hash"]:
            yield f"A correction of {name_of(connection, row['article'])} is not what it was."
    for row in connection.execute(select(rules)).mappings():
        if rule_hash(row) != row["hash"]:
            yield f"Your rule for “{row['words']}” is not what it was."
    for row in connection.execute(select(versions)).mappings():
        if version_hash(row) != row["hash"]:
            yield f"A version of {name_of(connection, row['article'])} is not what it was."
    for row in connection.execute(select(action_rows)).mappings():
        if action_hash(row) != row["hash"]:
            number = row["article"]
            where = "of a rule" if number is None else f"in {name_of(connection, number)}"
            yield f"A record for Undo {where} is not what it was."


def _index(connection: Connection) -> Iterator[str]:
    yield from index.faults(connection)
    extra = set(index.noted(connection))
    extra -= set(connection.execute(select(highlights.c.article).distinct()).scalars())
    if extra:
        yield f"The search index has notes on {len(extra)} articles without any."


def _originals(connection: Connection, originals: Originals) -> Iterator[str]:
    wanted: dict[str, str] = {}
    for digest, name in connection.execute(select(articles.c.source_hash, articles.c.source_name)):
        wanted[digest] = name
    for digest, name in connection.execute(select(versions.c.source_hash, versions.c.source_name)):
        wanted[digest] = name
    for digest, name in connection.execute(select(images.c.hash, images.c.key)):
        if digest is not None:
            wanted[digest] = name
    for digest, name in wanted.items():
        try:
            originals.fetch(digest)
        except LibraryUnavailable as error:
            yield f"{name}: {error}"


_KINDS: Final = (
    _pages,
    _tables,
    _references,
    _texts,
    parts,
    _seals,
    _highlights,
    _records,
    tags,
    _index,
)
