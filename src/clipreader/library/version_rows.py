"""A version of an article as rows and back: its fields and parts, and the places on it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping

from clipreader.library.rows import (
    evidence_written,
    metadata_columns,
    metadata_read,
    parts_read,
    parts_written,
    version_hash,
    written,
)
from clipreader.model import Article, Image, Role, Selector, Version, VersionState

Places = Mapping[str, Selector]
"""The selectors of highlights on a version, by the highlights' ids."""


def reading_columns(article: Article) -> dict[str, str]:
    """Return the columns that say what an article's fields and parts are."""
    return {
        "fields": written(metadata_columns(article.metadata)),
        "blocks": parts_written(article.blocks),
        "marks": parts_written(article.marks),
        "evidence": evidence_written(article.metadata),
    }


def state_columns(row: Mapping[str, Any], state: VersionState | None = None) -> dict[str, str]:
    """Return the columns that change with the state; the row's own if none is given."""
    value = row["state"] if state is None else state.value
    return {"state": value, "hash": version_hash({**row, "state": value})}


def version_read(row: Mapping[str, Any] | RowMapping) -> Version:
    """Return the version of a row that has the article's id and the text (``words``) too."""
    return Version(
        row["id"],
        row["article_id"],
        VersionState(row["state"]),
        row["source_name"],
        row["media_type"],
        row["link"],
        row["added"],
        len(row["words"].split()),
    )


def reading_read(row: RowMapping, pictures: tuple[Image, ...]) -> Article:
    """Return the article that a version's row and its text (``words``) make."""
    return Article(
        id=row["article_id"],
        text=row["words"],
        blocks=parts_read(row["blocks"]),
        marks=parts_read(row["marks"]),
        metadata=metadata_read(json.loads(row["fields"]), row["evidence"]),
        images=pictures,
        source_hash=row["source_hash"],
    )


def places_written(places: Places) -> str:
    """Return the places of highlights as compact JSON."""
    return written(
        [
            [name, at.role.value, at.exact, at.prefix, at.suffix, at.start, at.end]
            for name, at in sorted(places.items())
        ]
    )


def places_read(text: str) -> Places:
    """Return the places that ``places_written`` wrote."""
    found: Sequence[Any] = json.loads(text)
    return {name: Selector(Role(role), *rest) for name, role, *rest in found}
