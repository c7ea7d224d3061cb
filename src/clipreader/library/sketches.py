"""What a text is found by again: numbers of a few of its shingles, and of its addresses.

A number is only a first look: whoever asks compares the texts themselves. Sketches are made when
an article comes in, and made again for what has none (a library of an older ClipReader, an article
that was read again).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, delete, select

from clipreader.library.rows import metadata_read, parts_read
from clipreader.library.schema import articles, recognitions, shelf, texts
from clipreader.library.sketching import NOTHING, values
from clipreader.library.version_tables import sketches, versions
from clipreader.model import Article

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Sketched:
    """A text that was found by a value: whose it is, and the reading to compare.

    ``number`` is the article's row. ``article`` has the fields and parts of that text.
    """

    text: int
    number: int
    article: Article
    link: str | None
    trashed: bool


def put(connection: Connection, found: Iterable[tuple[int, Collection[int]]]) -> None:
    """Keep the values of texts by the texts' row numbers."""
    rows = [(value, text) for text, each in found for value in each]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO sketches VALUES (?, ?)", rows)


def remove(connection: Connection, text: int) -> None:
    """Let a text not be found any more."""
    connection.execute(delete(sketches).where(sketches.c.text == text))


def texts_by_value(connection: Connection, wanted: Iterable[int]) -> dict[int, list[int]]:
    """Return for each of some values, but ``NOTHING``, the row numbers of the texts with it."""
    asked = json.dumps(sorted(set(wanted) - {NOTHING}))
    found: dict[int, list[int]] = {}
    for value, text in connection.exec_driver_sql(
        "SELECT s.value, s.text FROM json_each(?) AS j JOIN sketches AS s ON s.value = j.value",
        (asked,),
    ):
        found.setdefault(value, []).append(text)
    return found


def fetch(connection: Connection, wanted: Iterable[int]) -> dict[int, Sketched]:
    """Return texts by row number, those that are an article's or a version's, to be compared."""
    found: dict[int, Sketched] = {}
    numbers = list(dict.fromkeys(wanted))
    for at in range(0, len(numbers), _AT_ONCE):
        for row in _rows(connection, texts.c.number.in_(numbers[at : at + _AT_ONCE])):
            found[row["text"]] = _sketched(row)
    return found


def make_missing(connection: Connection, most: int) -> int:
    """Make the sketches of up to ``most`` texts without, in the caller's writing; say how many."""
    is_there = select(sketches.c.value).where(sketches.c.text == texts.c.number).exists()
    rows = _rows(connection, ~is_there, most)
    found = [_sketched(row) for row in rows]
    put(connection, ((each.text, values(each.article, each.link)) for each in found))
    return len(found)


def _rows(connection: Connection, condition: Any, most: int = -1) -> list[RowMapping]:  # noqa: ANN401 - a condition
    """Return the texts that are shown or a version's, with the rows that say what they are."""
    shown = (
        select(
            texts.c.number.label("text"),
            texts.c.text.label("words"),
            articles,
            articles.c.id.label("article_id"),
            recognitions.c.blocks,
            recognitions.c.evidence,
            shelf.c.trashed,
        )
        .join(recognitions, recognitions.c.text == texts.c.number)
        .join(articles, articles.c.number == texts.c.article)
        .join(shelf, shelf.c.article == texts.c.article)
    )
    kept = (
        select(
            texts.c.text.label("words"),
            versions,
            articles.c.number,
            articles.c.id.label("article_id"),
            shelf.c.trashed,
        )
        .join(versions, versions.c.text == texts.c.number)
        .join(articles, articles.c.number == texts.c.article)
        .join(shelf, shelf.c.article == texts.c.article)
    )
    found: dict[int, RowMapping] = {}
    for asked in (kept, shown):  # what is shown speaks for a text that is a version too
        for row in connection.execute(asked.where(condition).limit(most)).mappings():
            found[row["text"]] = row
    return list(found.values())


def _sketched(row: RowMapping) -> Sketched:
    fields: Any = json.loads(row["fields"]) if "fields" in row else row
    article = Article(
        id=row["article_id"],
        text=row["words"],
        blocks=parts_read(row["blocks"]),
        metadata=metadata_read(fields, row["evidence"]),
        source_hash=row["source_hash"],
    )
    return Sketched(row["text"], row["number"], article, row["link"], row["trashed"] is not None)
