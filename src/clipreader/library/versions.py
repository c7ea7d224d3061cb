"""Storing and fetching the versions of an article.

Every text that came in for an article stays, with the fields and parts it was read with and the
places that the highlights had on it, so that going back to it brings back what was seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, insert, select

from clipreader.library import articles as stored
from clipreader.library import picture_rows, sketches
from clipreader.library.arrival import Arrival
from clipreader.library.article_rows import recognition_row, same_text_hash, source_columns
from clipreader.library.journal import Work, now
from clipreader.library.originals import Originals
from clipreader.library.rows import metadata_columns, version_hash
from clipreader.library.schema import articles, recognitions, texts
from clipreader.library.version_rows import (
    Places,
    places_read,
    places_written,
    reading_columns,
    reading_read,
    state_columns,
    version_read,
)
from clipreader.library.version_tables import versions
from clipreader.model import Article, NotFound, Version, VersionState, new_id

_SOURCE: Final = ("source_hash", "same_text", "source_name", "media_type", "link", "received")
"""The columns that say where a text came from, of an article's row and of a version's."""

_GONE: Final = "This version is not in the library any more."

_WITH_WORDS: Final = (
    select(versions, articles.c.id.label("article_id"), texts.c.text.label("words"))
    .join(articles, articles.c.number == versions.c.article)
    .join(texts, texts.c.number == versions.c.text)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A version with all it takes to show it.

    ``number`` is the article's row, ``text`` the text's; ``article`` is as it was read, or as it
    was when it was shown last.
    """

    version: Version
    number: int
    text: int
    article: Article
    places: Places


def add(work: Work, number: int, arrival: Arrival, state: VersionState) -> str:
    """Keep another text of an article and return the version's id; the original must be durable.

    Undoing it leaves the version withdrawn, so nothing that came in is destroyed.
    """
    article = arrival.article
    text = stored.add_text(work.connection, number, article, {})
    sketches.put(work.connection, [(text, arrival.written.values)])
    source = {"same_text": arrival.same_text, **source_columns(arrival.source, now())}
    row: dict[str, Any] = {
        "id": new_id(),
        "article": number,
        "text": text,
        "state": state.value,
        "added": now(),
        "places": "[]",
        **{name: source[name] for name in _SOURCE},
        **reading_columns(article),
    }
    row["hash"] = version_hash(row)
    work.connection.execute(insert(versions), row)
    work.note(
        versions, row["id"], number, state_columns(row, VersionState.WITHDRAWN), state_columns(row)
    )
    return str(row["id"])


def of_article(connection: Connection, number: int) -> tuple[Version, ...]:
    """Return the versions of an article, the newest first; the shown one is always among them."""
    rows = connection.execute(
        _WITH_WORDS.where(versions.c.article == number).order_by(
            versions.c.added.desc(), versions.c.id.desc()
        )
    ).mappings()
    found = [version_read(row) for row in rows]
    if all(one.state != VersionState.SHOWN for one in found):
        found.append(_shown(connection, number).version)
    return tuple(found)


def waiting(connection: Connection, number: int) -> Version | None:
    """Return the version of an article that is offered: the newest of those that wait."""
    found = connection.execute(
        _WITH_WORDS.where(
            versions.c.article == number, versions.c.state == VersionState.WAITING.value
        )
        .order_by(versions.c.added.desc(), versions.c.id.desc())
        .limit(1)
    ).mappings()
    row = found.one_or_none()
    return None if row is None else version_read(row)


def fetch(connection: Connection, version_id: str, pictures: Originals | None = None) -> Kept:
    """Return a version; its pictures come with their bytes if ``pictures`` is given.

    The id of an article means its shown text, if no row of it was ever needed. Raises NotFound.
    """
    row = (
        connection.execute(_WITH_WORDS.where(versions.c.id == version_id)).mappings().one_or_none()
    )
    if row is None:
        return _shown(connection, _owner(connection, version_id), pictures)
    seen = picture_rows.of_texts(connection, [row["text"]], pictures)
    article = reading_read(row, seen.get(row["text"], ()))
    return Kept(version_read(row), row["article"], row["text"], article, places_read(row["places"]))


def show(work: Work, kept: Kept, article: Article, places: Places) -> None:
    """Put a version in the place of the shown text, which becomes one of the kept.

    ``article`` is the version as it is to be shown, with its text unchanged; ``places`` are the
    selectors of the highlights on the text that goes.
    """
    _put_by(work, kept.number, places)
    _change(work, kept.version.id, {"state": VersionState.SHOWN.value})
    row = _row(work.connection, kept.version.id)
    source = {name: row[name] for name in _SOURCE}
    work.update(articles, [kept.number], metadata_columns(article.metadata) | source)
    work.update(recognitions, [kept.number], recognition_row(kept.number, kept.text, article))
    stored.refresh(work.connection, [kept.number])


def set_state(work: Work, version_id: str, state: VersionState) -> None:
    """Say where a version stands. Raises NotFound."""
    _change(work, version_id, {"state": state.value})


def remove(work: Work, version_id: str) -> None:
    """Take a version from its article; its text stays, so that an undo can bring it back.

    Raises NotFound.
    """
    text = _row(work.connection, version_id)["text"]
    work.delete(versions, [version_id])
    sketches.remove(work.connection, text)


def source_row(connection: Connection, version_id: str) -> RowMapping:
    """Return what is known of the bytes that a version was read from, as ``fetch`` finds it."""
    found = connection.execute(select(versions).where(versions.c.id == version_id)).mappings()
    row = found.one_or_none()
    return row or stored.source_row(connection, _owner(connection, version_id))


def _put_by(work: Work, number: int, places: Places) -> None:
    """Keep the shown text as a version: as it is now, with the places of its highlights."""
    connection = work.connection
    there = connection.execute(
        select(versions.c.id).where(
            versions.c.article == number, versions.c.state == VersionState.SHOWN.value
        )
    ).scalar()
    article = stored.fetch(connection, number)
    source = stored.source_row(connection, number)
    row: dict[str, Any] = {
        "text": _text_of(connection, number),
        "state": VersionState.KEPT.value,
        "places": places_written(places),
        **{name: source[name] for name in _SOURCE},
        **reading_columns(article),
        "same_text": same_text_hash(article.text),
    }
    if there is not None:
        _change(work, there, row)
        return
    row |= {"id": new_id(), "article": number, "added": source["added"]}
    work.insert(versions, {**row, "hash": version_hash(row)})


def _change(work: Work, version_id: str, values: Mapping[str, Any]) -> None:
    row = {**_row(work.connection, version_id), **values}
    work.update(versions, [version_id], {**values, "hash": version_hash(row)})


def _row(connection: Connection, version_id: str) -> RowMapping:
    found = connection.execute(select(versions).where(versions.c.id == version_id)).mappings()
    row = found.one_or_none()
    if row is None:
        raise NotFound(_GONE)
    return row


def _shown(connection: Connection, number: int, pictures: Originals | None = None) -> Kept:
    article = stored.fetch(connection, number, pictures)
    source = stored.source_row(connection, number)
    row = {"article_id": article.id, "state": VersionState.SHOWN.value, "words": article.text}
    return Kept(version_read({**source, **row}), number, _text_of(connection, number), article, {})


def _text_of(connection: Connection, number: int) -> int:
    asked = select(recognitions.c.text).where(recognitions.c.article == number)
    return connection.execute(asked).scalar_one()


def _owner(connection: Connection, article_id: str) -> int:
    asked = select(articles.c.number).where(articles.c.id == article_id)
    number = connection.execute(asked).scalar()
    if number is None:
        raise NotFound(_GONE)
    return number
