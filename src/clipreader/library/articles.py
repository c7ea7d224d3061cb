"""Storing and fetching articles: their texts, parts, fields and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, delete, func, insert, null, select

from clipreader.library import index, picture_rows, seals
from clipreader.library.arrival import Arrival, article_row, parts_row, words_row
from clipreader.library.article_rows import (
    article_read,
    image_rows,
    name_rows,
    recognition_row,
    rows_of_names,
    same_text_hash,
    text_hash,
    text_row,
)
from clipreader.library.folding import storable
from clipreader.library.journal import Work, now
from clipreader.library.originals import Originals
from clipreader.library.rows import metadata_columns
from clipreader.library.schema import articles, images, names, recognitions, shelf, texts
from clipreader.library.version_tables import versions
from clipreader.library.written import Written
from clipreader.model import Article, NotFound, VersionState

_AT_ONCE: Final = 400
_SHOWN: Final = select(
    articles.c.id,
    articles.c.number,
    articles.c.source_hash,
    articles.c.same_text,
    shelf.c.trashed.is_not(None).label("trashed"),
    null().label("version"),
).join(shelf, shelf.c.article == articles.c.number)
_KEPT: Final = (
    select(
        articles.c.id,
        articles.c.number,
        versions.c.source_hash,
        versions.c.same_text,
        shelf.c.trashed.is_not(None).label("trashed"),
        versions.c.id.label("version"),
        (versions.c.state == VersionState.WITHDRAWN.value).label("withdrawn"),
    )
    .join(articles, articles.c.number == versions.c.article)
    .join(shelf, shelf.c.article == articles.c.number)
)


@dataclass(frozen=True, slots=True)
class Known:
    """A text that is in the library already: the article it belongs to, ``number`` its row.

    ``version`` is the id if it is kept as another version of that article, ``withdrawn`` whether
    it came with an import that was undone.
    """

    id: str
    number: int
    source_hash: str
    same_text: str
    trashed: bool
    version: str | None = None
    withdrawn: bool = False


def known(
    connection: Connection, source_hashes: Iterable[str], same_texts: Iterable[str] = ()
) -> tuple[Known, ...]:
    """Return the texts that came from these bytes or have these words.

    What does not lie in the trash comes first, and texts that are shown before other versions.
    """
    asked = (("source_hash", list(source_hashes)), ("same_text", list(same_texts)))
    found: dict[tuple[int, str | None], Known] = {}
    for table, statement in ((articles, _SHOWN), (versions, _KEPT)):
        for name, values in asked:
            for at in range(0, len(values), _AT_ONCE):
                is_asked = table.c[name].in_(values[at : at + _AT_ONCE])
                for row in connection.execute(statement.where(is_asked)).mappings():
                    found[row["number"], row["version"]] = Known(**row)
    # a shown text has a row among the versions too
    return tuple(sorted(found.values(), key=lambda one: (one.trashed, bool(one.version))))


def has_bytes(connection: Connection, source_hash: str) -> bool:
    """Say whether a text came from these bytes; a quick look before ``known`` is asked."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM articles WHERE source_hash = ?1"
        " UNION ALL SELECT 1 FROM versions WHERE source_hash = ?1 LIMIT 1",
        (source_hash,),
    )
    return found.first() is not None


def add(work: Work, arrivals: Sequence[Arrival]) -> tuple[int, ...]:
    """Store articles that are not there, unread; their originals must be durable already.

    Returns the row numbers of their texts.

    The undo record takes them to the trash and back, so nothing that came in is destroyed.
    """
    if not arrivals:
        return ()
    connection, added = work.connection, now()
    number = next_number(connection, func.max(articles.c.number), "articles")
    text = next_number(connection, func.max(texts.c.number), None)
    stored = [(number + at, text + at, arrival) for at, arrival in enumerate(arrivals)]
    known = [article_row(n, arrival, added) for n, _, arrival in stored]
    parts = [parts_row(n, t, arrival.written) for n, t, arrival in stored]
    connection.execute(insert(articles), known)
    connection.execute(insert(texts), [words_row(t, n, a.written) for n, t, a in stored])
    connection.execute(insert(recognitions), parts)
    seals.put(connection, [{**of, **its} for of, its in zip(known, parts, strict=True)])
    rows = [
        {"article": n, "unread": 1, "starred": 0, "trashed": None, "position": 0}
        for n, _, _ in stored
    ]
    connection.execute(insert(shelf), rows)
    for n, _, _ in stored:
        work.note(shelf, n, n, {"trashed": added}, {"trashed": None})
    _put_names(connection, (row for n, _, a in stored for row in rows_of_names(n, a.written.names)))
    index.put_words(connection, ((n, arrival.written.indexed) for n, _, arrival in stored))
    _put_pictures(connection, ((t, arrival.written) for _, t, arrival in stored))
    return tuple(t for _, t, _ in stored)


def numbers_of(connection: Connection, article_ids: Iterable[str]) -> dict[str, int]:
    """Return the row numbers of articles by their ids. Raises NotFound."""
    wanted = list(dict.fromkeys(storable(each) for each in article_ids))
    found: dict[str, int] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        rows = connection.execute(
            select(articles.c.id, articles.c.number).where(articles.c.id.in_(chunk))
        )
        found.update({row[0]: row[1] for row in rows})
    if len(found) < len(wanted):
        missing = next(name for name in wanted if name not in found)
        raise NotFound(f"There is no article “{missing}” in this library.")
    return {name: found[name] for name in wanted}


def number_of(connection: Connection, article_id: str) -> int:
    """Return an article's row number. Raises NotFound."""
    return numbers_of(connection, [article_id])[article_id]


def ids_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the ids of the articles with these row numbers, as far as they are there."""
    wanted, found = list(dict.fromkeys(numbers)), dict[int, str]()
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        rows = connection.execute(
            select(articles.c.number, articles.c.id).where(articles.c.number.in_(chunk))
        )
        found.update({row[0]: row[1] for row in rows})
    return found


def beginning_with(connection: Connection, start: str) -> tuple[str, ...]:
    """Return up to two ids that begin with ``start``; the id itself alone if it is one."""
    start = storable(start)
    exact = connection.execute(select(articles.c.id).where(articles.c.id == start)).scalar()
    if exact:
        return (exact,)
    rows = connection.execute(
        select(articles.c.id)
        .where(articles.c.id >= start, articles.c.id < start + "\U0010ffff")
        .limit(2)
    )
    return tuple(row[0] for row in rows)


def fetch(connection: Connection, number: int, pictures: Originals | None = None) -> Article:
    """Return an article; its pictures come with their bytes if ``pictures`` is given.

    A picture whose bytes are gone comes without them. Raises NotFound.
    """
    found = fetch_many(connection, [number], pictures)
    if not found:
        raise NotFound("This article is not in the library any more.")
    return found[number]


def fetch_many(
    connection: Connection, numbers: Iterable[int], pictures: Originals | None = None
) -> dict[int, Article]:
    """Return articles by row number, those that are there, in the order given."""
    wanted, rows = list(dict.fromkeys(numbers)), dict[int, Article]()
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        statement = (
            select(articles, recognitions, texts.c.text.label("words"))
            .join(recognitions, recognitions.c.article == articles.c.number)
            .join(texts, texts.c.number == recognitions.c.text)
            .where(articles.c.number.in_(chunk))
        )
        found = connection.execute(statement).mappings().all()
        seen = picture_rows.of_texts(connection, [row["text"] for row in found], pictures)
        for row in found:
            rows[row["number"]] = article_read(row, seen.get(row["text"], ()))
    return {number: rows[number] for number in wanted if number in rows}


def texts_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Return the texts of articles by row number."""
    rows = connection.execute(
        select(recognitions.c.article, texts.c.text)
        .join(texts, texts.c.number == recognitions.c.text)
        .where(recognitions.c.article.in_(numbers))
    )
    return {row[0]: row[1] for row in rows}


def replace(work: Work, number: int, article: Article) -> None:
    """Store a corrected or newly read article in the place of the one that is there.

    A new text, or other pictures, are stored beside the old ones, which stay for undo. Pictures
    without their bytes keep those that are there under the same key.
    """
    connection = work.connection
    old = connection.execute(
        select(texts.c.number, texts.c.hash)
        .join(recognitions, recognitions.c.text == texts.c.number)
        .where(recognitions.c.article == number)
    ).one()
    text = old.number
    seen = picture_rows.rows_of(connection, [text])
    if old.hash != text_hash(article.text) or picture_rows.differ(seen, article.images):
        text = add_text(connection, number, article, {row["key"]: row["hash"] for row in seen})
    same = {"same_text": same_text_hash(article.text)}  # the new words are known from now on
    work.update(articles, [number], metadata_columns(article.metadata) | same)
    work.update(recognitions, [number], recognition_row(number, text, article))
    refresh(connection, [number])


def add_text(
    connection: Connection, number: int, article: Article, hashes: Mapping[str, str | None]
) -> int:
    """Store one more text of an article with its pictures, and return the text's row number.

    ``hashes`` are of pictures that came without their bytes, by key.
    """
    text = next_number(connection, func.max(texts.c.number), None)
    connection.execute(insert(texts), text_row(text, number, article))
    pictures = image_rows(text, article, hashes)
    if pictures:
        connection.execute(insert(images), pictures)
    return text


def refresh(connection: Connection, numbers: Iterable[int]) -> None:
    """Make names and index entries of articles again from their rows."""
    found = fetch_many(connection, numbers)
    index.remove(connection, found, notes=False)
    for number in found:
        connection.execute(delete(names).where(names.c.article == number))
    _put_names(connection, (row for n, each in found.items() for row in name_rows(n, each)))
    index.put_articles(connection, found.items())


def source_row(connection: Connection, number: int) -> RowMapping:
    """Return what is known of the bytes that an article was read from."""
    return connection.execute(select(articles).where(articles.c.number == number)).mappings().one()


def _put_names(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    if made := list(rows):
        connection.execute(insert(names), made)


def _put_pictures(connection: Connection, made: Iterable[tuple[int, Written]]) -> None:
    rows = [row for text, each in made for row in each.rows_of_pictures(text)]
    if rows:
        connection.execute(insert(images), rows)


def next_number(connection: Connection, largest: Any, sequence: str | None) -> int:  # noqa: ANN401 - any aggregate
    """Return the row number that comes next: no row ever had it, where there is a sequence."""
    found = connection.execute(select(largest)).scalar() or 0
    if sequence:
        used = connection.exec_driver_sql(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (sequence,)
        ).scalar()
        found = max(found, used or 0)
    return found + 1
