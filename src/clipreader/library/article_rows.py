"""An article as rows and back: its fields, its text, its parts, its pictures and its names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import TYPE_CHECKING, Any

from clipreader.library.folding import folded_name, storable
from clipreader.library.rows import (
    evidence_written,
    metadata_read,
    parts_read,
    parts_written,
)
from clipreader.model import Article, Image, Metadata, Role, Source

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def same_text_hash(text: str) -> str:
    """Return the SHA-256 of the words, however the white space between them is."""
    return text_hash(" ".join(text.split()))


def picture_hash(image: Image) -> str | None:
    """Return the SHA-256 of a picture's bytes, None if they are not there."""
    return None if image.data is None else hashlib.sha256(image.data).hexdigest()


def names_of(article: Article) -> tuple[tuple[str, str, str], ...]:
    """Return the kinds, names and folded names that an article's fields and credits make."""
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
    return tuple((kind, name, folded) for (kind, name), folded in found.items())


def name_rows(number: int, article: Article) -> list[dict[str, Any]]:
    """Return the rows of ``names`` of an article."""
    return rows_of_names(number, names_of(article))


def rows_of_names(number: int, names: Iterable[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Return the rows of ``names`` for what ``names_of`` found."""
    return [
        {"article": number, "kind": kind, "name": name, "folded": folded}
        for kind, name, folded in names
    ]


def source_columns(source: Source, added: str) -> dict[str, Any]:
    """Return the columns that say what bytes a text was read from."""
    received = source.received.astimezone(UTC) if source.received else None
    return {
        "source_hash": source.sha256,
        "source_name": storable(source.name),
        "media_type": source.media_type,
        "link": storable(source.link) if source.link else None,
        "received": received.isoformat(timespec="milliseconds") if received else added,
        "added": added,
    }


def text_row(text: int, number: int, article: Article) -> dict[str, Any]:
    """Return the row of ``texts`` for an article's text."""
    return {
        "number": text,
        "article": number,
        "hash": text_hash(article.text),
        "text": article.text,
    }


def recognition_row(number: int, text: int, article: Article) -> dict[str, Any]:
    """Return the row of ``recognitions``: an article's parts in one of its texts."""
    return {
        "article": number,
        "text": text,
        "blocks": parts_written(article.blocks),
        "marks": parts_written(article.marks),
        "evidence": evidence_written(article.metadata),
    }


def picture_rows(
    text: int, images: Iterable[Image], hashes: Iterable[str | None]
) -> list[dict[str, Any]]:
    """Return the rows of ``images`` for the pictures of a text and their hashes."""
    return [
        {
            "text": text,
            "position": at,
            "key": image.key,
            "media_type": image.media_type,
            "hash": digest,
            "address": image.address,
            "alt": image.alt,
        }
        for at, (image, digest) in enumerate(zip(images, hashes, strict=True))
    ]


def image_rows(
    text: int, article: Article, hashes: Mapping[str, str | None]
) -> list[dict[str, Any]]:
    """Return the rows of ``images``; ``hashes`` are of pictures that came without their bytes."""
    found = (picture_hash(image) or hashes.get(image.key) for image in article.images)
    return picture_rows(text, article.images, found)


def article_read(row: RowMapping | Mapping[str, Any], pictures: tuple[Image, ...]) -> Article:
    """Return the article of a row that joins fields, parts and text (``words``)."""
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
