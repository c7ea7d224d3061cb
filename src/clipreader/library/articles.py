"""Storing and fetching articles: their texts, parts, fields and pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, or_, select

from clipreader.library import index
from clipreader.library.folding import folded_name, storable
from clipreader.library.journal import Work, now
from clipreader.library.originals import Originals
from clipreader.library.rows import (
    evidence_written,
    metadata_columns,
    metadata_read,
    parts_read,
    parts_written,
)
from clipreader.library.schema import articles, images, names, recognitions, shelf, texts
from clipreader.model import Article, Image, Metadata, NotFound, Role, Source

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that is to be stored, with the bytes it was read from."""

    article: Article
    source: Source

    @property
    def same_text(self) -> str:
        """Return what two files with the same words have in common."""
        return same_text_hash(self.article.text)


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is in the library already."""

    id: str
    number: int
    source_hash: str
    same_text: str
    trashed: bool


def same_text_hash(text: str) -> str:
    """Return the SHA-256 of the words, however the white space between them is."""
    return _hash(" ".join(text.split()))


def known(
    connection: Connection, source_hashes: Iterable[str], same_texts: Iterable[str] = ()
) -> tuple[Known, ...]:
    """Return the articles that came from these bytes or have these words."""
    statement = (
        select(
            articles.c.id,
            articles.c.number,
            articles.c.source_hash,
            articles.c.same_text,
            shelf.c.trashed,
        )
        .join(shelf, shelf.c.article == articles.c.number)
        .where(
            or_(
                articles.c.source_hash.in_(list(source_hashes)),
                articles.c.same_text.in_(list(same_texts)),
            )
        )
        .order_by(articles.c.number)
    )
    found = connection.execute(statement)
    return tuple(Known(*row[:4], trashed=row[4] is not None) for row in found)


def add(work: Work, arrivals: Sequence[Arrival]) -> None:
    """Store articles that are not there, unread; their originals must be durable already.

    The undo record takes them to the trash and back, so nothing that came in is destroyed.
    """
    if not arrivals:
        return
    connection, added = work.connection, now()
    number = _next(connection, func.max(articles.c.number), "articles")
    text = _next(connection, func.max(texts.c.number), None)
    stored = [(number + at, text + at, arrival) for at, arrival in enumerate(arrivals)]
    connection.execute(
        insert(articles), [_article_row(n, arrival, added) for n, _, arrival in stored]
    )
    connection.execute(
        insert(texts), [_text_row(t, n, arrival.article) for n, t, arrival in stored]
    )
    connection.execute(
        insert(recognitions), [_recognition_row(n, t, a.article) for n, t, a in stored]
    )
    rows = [
        {"article": n, "unread": 1, "starred": 0, "trashed": None, "position": 0}
        for n, _, _ in stored
    ]
    connection.execute(insert(shelf), rows)
    for n, _, _ in stored:
        work.note(shelf, n, n, {"trashed": added}, {"trashed": None})
    _derive(connection, [(n, arrival.article) for n, _, arrival in stored])
    pictures = [row for _, t, a in stored for row in _image_rows(t, a.article)]
    if pictures:
        connection.execute(insert(images), pictures)


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
        seen = _images_of(connection, [row["text"] for row in found], pictures)
        for row in found:
            rows[row["number"]] = _article_read(row, seen.get(row["text"], ()))
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

    A new text is stored beside the old one, which stays for undo.
    """
    connection = work.connection
    digest = _hash(article.text)
    text = connection.execute(
        select(texts.c.number)
        .join(recognitions, recognitions.c.text == texts.c.number)
        .where(recognitions.c.article == number, texts.c.hash == digest)
    ).scalar()
    if text is None or _keys_differ(connection, text, article):
        text = _next(connection, func.max(texts.c.number), None)
        connection.execute(insert(texts), _text_row(text, number, article))
        pictures = _image_rows(text, article)
        if pictures:
            connection.execute(insert(images), pictures)
    work.update(articles, [number], metadata_columns(article.metadata))
    work.update(recognitions, [number], _recognition_row(number, text, article))
    refresh(connection, [number])


def refresh(connection: Connection, numbers: Iterable[int]) -> None:
    """Make names and index entries of articles again from their rows."""
    found = fetch_many(connection, numbers)
    index.remove(connection, found, notes=False)
    for number in found:
        connection.execute(delete(names).where(names.c.article == number))
    _derive(connection, list(found.items()))


def source_row(connection: Connection, number: int) -> RowMapping:
    """Return what is known of the bytes that an article was read from."""
    return connection.execute(select(articles).where(articles.c.number == number)).mappings().one()


def _derive(connection: Connection, stored: Sequence[tuple[int, Article]]) -> None:
    rows = [row for number, article in stored for row in _name_rows(number, article)]
    if rows:
        connection.execute(insert(names), rows)
    if stored:
        index.put_articles(connection, stored)


def _name_rows(number: int, article: Article) -> list[dict[str, Any]]:
    fields = article.metadata
    found: dict[tuple[str, str], str] = {}
    kinds: tuple[tuple[str, Iterable[str | None]], ...] = (
        ("author", fields.authors),
        ("translator", fields.translators),
        ("publisher", (fields.publisher,)),
        ("agency", (fields.agency,)),
        ("place", (fields.place,)),
        ("credit", (article.quote(m.span) for m in article.marks if m.role == Role.CREDIT)),
    )
    for kind, values in kinds:
        for name in values:
            if name and name.strip():
                found[(kind, " ".join(name.split()))] = folded_name(name)
    return [
        {"article": number, "kind": kind, "name": name, "folded": folded}
        for (kind, name), folded in found.items()
    ]


def _article_row(number: int, arrival: Arrival, added: str) -> dict[str, Any]:
    source = arrival.source
    received = source.received.astimezone(UTC) if source.received else None
    return {
        "number": number,
        "id": arrival.article.id,
        "source_hash": source.sha256,
        "same_text": arrival.same_text,
        "source_name": storable(source.name),
        "media_type": source.media_type,
        "link": storable(source.link) if source.link else None,
        "received": received.isoformat(timespec="milliseconds") if received else added,
        "added": added,
        **metadata_columns(arrival.article.metadata),
    }


def _text_row(text: int, number: int, article: Article) -> dict[str, Any]:
    return {"number": text, "article": number, "hash": _hash(article.text), "text": article.text}


def _recognition_row(number: int, text: int, article: Article) -> dict[str, Any]:
    return {
        "article": number,
        "text": text,
        "blocks": parts_written(article.blocks),
        "marks": parts_written(article.marks),
        "evidence": evidence_written(article.metadata),
    }


def _image_rows(text: int, article: Article) -> list[dict[str, Any]]:
    return [
        {
            "text": text,
            "position": at,
            "key": image.key,
            "media_type": image.media_type,
            "hash": hashlib.sha256(image.data).hexdigest() if image.data is not None else None,
            "address": image.address,
            "alt": image.alt,
        }
        for at, image in enumerate(article.images)
    ]


def _keys_differ(connection: Connection, text: int, article: Article) -> bool:
    rows = connection.execute(
        select(images.c.key).where(images.c.text == text).order_by(images.c.position)
    )
    return [row[0] for row in rows] != [image.key for image in article.images]


def _images_of(
    connection: Connection, numbers: Sequence[int], pictures: Originals | None
) -> dict[int, tuple[Image, ...]]:
    rows = connection.execute(
        select(images).where(images.c.text.in_(numbers)).order_by(images.c.text, images.c.position)
    ).mappings()
    found: dict[int, tuple[Image, ...]] = {}
    for row in rows:
        data = pictures.fetch_if_there(row["hash"]) if pictures and row["hash"] else None
        image = Image(row["key"], row["media_type"], data, row["address"], row["alt"])
        found[row["text"]] = (*found.get(row["text"], ()), image)
    return found


def _article_read(row: RowMapping, pictures: tuple[Image, ...]) -> Article:
    metadata: Metadata = metadata_read(row, row["evidence"])
    return Article(
        id=row["id"],
        text=row["words"],
        blocks=parts_read(row["blocks"]),
        marks=parts_read(row["marks"]),
        metadata=metadata,
        images=pictures,
        source_hash=row["source_hash"],
    )


def _next(connection: Connection, largest: Any, sequence: str | None) -> int:  # noqa: ANN401 - SQL
    found = connection.execute(select(largest)).scalar() or 0
    if sequence:
        used = connection.exec_driver_sql(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (sequence,)
        ).scalar()
        found = max(found, used or 0)
    return found + 1


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
