"""Records as rows and back.

Parts are lists of lists in compact JSON: role, start, end, and then only what differs from the
default, from the left. A block of a paragraph takes about 60 bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from clipreader.library.folding import folded_name, storable
from clipreader.model import (
    Anchor,
    Certainty,
    Colour,
    FieldName,
    Highlight,
    Metadata,
    Part,
    Role,
    Selector,
    Span,
)

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

LIST_COLUMNS: Final = ("authors", "translators")
VALUE_COLUMNS: Final = tuple(name.value for name in FieldName if name.value not in LIST_COLUMNS)

_PART_DEFAULTS: Final[tuple[Any, ...]] = (1.0, [], "", False, None, None, None, None)
_HIGHLIGHT_HASHED: Final = (
    "id",
    "article",
    "role",
    "exact",
    "prefix",
    "suffix",
    "start",
    "stop",
    "anchor_start",
    "anchor_stop",
    "certainty",
    "why",
    "words",
    "colour",
    "note",
    "tags",
    "created",
    "changed",
)
_CORRECTION_HASHED: Final = ("id", "article", "sequence", "kind", "place", "value", "made")
_RULE_HASHED: Final = ("id", "publisher", "fits", "words", "role", "is_on", "made")
_VERSION_HASHED: Final = (
    "id",
    "article",
    "text",
    "state",
    "source_hash",
    "same_text",
    "source_name",
    "media_type",
    "link",
    "received",
    "added",
    "fields",
    "blocks",
    "marks",
    "evidence",
    "places",
)
_ACTION_HASHED: Final = ("article", "kind", "key", "before", "after")

_FIRST_LETTER: Final = re.compile(r"^[\W_]+")
"""What stands before the first letter of a headline or name, and does not count in sorting."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ROLES: Final = {role.value: role for role in Role}


def written(value: object) -> str:
    """Return a value as compact JSON."""
    return _ENCODER.encode(value)


def parts_written(parts: Iterable[Part]) -> str:
    """Return parts as compact JSON."""
    return written([_part_fields(part) for part in parts])


def parts_read(text: str) -> tuple[Part, ...]:
    """Return the parts that ``parts_written`` wrote."""
    return tuple(_part_read(*fields) for fields in json.loads(text))


def metadata_columns(metadata: Metadata) -> dict[str, Any]:
    """Return the columns of ``articles`` that hold an article's fields."""
    columns: dict[str, Any] = {}
    for name in VALUE_COLUMNS:
        value: str | None = getattr(metadata, name)
        columns[name] = None if value is None else storable(value)
    for name in LIST_COLUMNS:
        columns[name] = written([storable(each) for each in getattr(metadata, name)])
    columns["headline_sorting"] = _sorting(metadata.headline)
    columns["publisher_sorting"] = _sorting(metadata.publisher or metadata.agency) or None
    return columns


def evidence_written(metadata: Metadata) -> str:
    """Return where the fields come from and which the person set, as JSON."""
    return written([[list(pair) for pair in metadata.evidence], sorted(metadata.corrected)])


def metadata_read(row: RowMapping | Mapping[str, Any], evidence: str) -> Metadata:
    """Return the fields of an article from its row and evidence."""
    found, corrected = json.loads(evidence)
    values: dict[str, Any] = {name: row[name] for name in VALUE_COLUMNS}
    values.update({name: names_read(row[name]) for name in LIST_COLUMNS})
    return Metadata(
        **values,
        evidence=tuple((FieldName(name), why) for name, why in found),
        corrected=frozenset(FieldName(name) for name in corrected),
    )


def names_read(text: str) -> tuple[str, ...]:
    """Return a JSON list of names."""
    return () if text == "[]" else tuple(json.loads(text))


def highlight_columns(highlight: Highlight, article: int, words: str | None) -> dict[str, Any]:
    """Return a highlight as a row with its hash.

    ``words`` are those that stand at the anchor now, None if it is lost.
    """
    selector, span = highlight.selector, highlight.anchor.span
    row: dict[str, Any] = {
        "id": highlight.id,
        "article": article,
        "role": selector.role.value,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "stop": selector.end,
        "anchor_start": span.start if span is not None else None,
        "anchor_stop": span.end if span is not None else None,
        "certainty": highlight.anchor.certainty.value,
        "why": highlight.anchor.why,
        "words": None if words == selector.exact else words,
        "colour": highlight.colour.value,
        "note": highlight.note,
        "tags": written(list(highlight.tags)),
        "created": _time_written(highlight.created),
        "changed": _time_written(highlight.changed),
    }
    row["hash"] = highlight_hash(row)
    return row


def highlight_hash(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 over all that a highlight's row says."""
    return _hash_of(row, _HIGHLIGHT_HASHED)


def correction_hash(row: Mapping[str, Any] | RowMapping) -> str:
    """Return the SHA-256 over all that a correction's row says."""
    return _hash_of(row, _CORRECTION_HASHED)


def rule_hash(row: Mapping[str, Any] | RowMapping) -> str:
    """Return the SHA-256 over all that a rule's row says."""
    return _hash_of(row, _RULE_HASHED)


def version_hash(row: Mapping[str, Any] | RowMapping) -> str:
    """Return the SHA-256 over all that a version's row says."""
    return _hash_of(row, _VERSION_HASHED)


def action_hash(row: Mapping[str, Any] | RowMapping) -> str:
    """Return the SHA-256 over what an action changed in a row."""
    return _hash_of(row, _ACTION_HASHED)


def highlight_read(row: RowMapping, article_id: str) -> Highlight:
    """Return the highlight of a row."""
    span = None
    if row["anchor_start"] is not None:
        span = Span(row["anchor_start"], row["anchor_stop"])
    return Highlight(
        id=row["id"],
        article_id=article_id,
        selector=Selector(
            _ROLES.get(row["role"], Role.PARAGRAPH),
            row["exact"],
            row["prefix"],
            row["suffix"],
            row["start"],
            row["stop"],
        ),
        anchor=Anchor(span, Certainty(row["certainty"]), row["why"]),
        colour=Colour(row["colour"]),
        note=row["note"],
        tags=names_read(row["tags"]),
        created=_time_read(row["created"]),
        changed=_time_read(row["changed"]),
    )


def _part_fields(part: Part) -> list[Any]:
    rest = [
        round(part.confidence, 3),
        list(part.reasons),
        part.rule,
        part.corrected,
        part.level,
        part.image,
        part.target,
        part.number,
    ]
    while rest and rest[-1] == _PART_DEFAULTS[len(rest) - 1]:
        rest.pop()
    return [part.role.value, part.span.start, part.span.end, *rest]


def _part_read(  # noqa: PLR0913, PLR0917 - the columns of a part as they are written
    role: str,
    start: int,
    end: int,
    confidence: float = 1.0,
    reasons: Iterable[str] = (),
    rule: str = "",
    corrected: bool = False,
    level: int | None = None,
    image: str | None = None,
    target: str | None = None,
    number: int | None = None,
) -> Part:
    return Part(
        _ROLES.get(role, Role.PARAGRAPH),
        Span(start, end),
        confidence,
        tuple(reasons),
        rule,
        bool(corrected),
        level,
        image,
        target,
        number,
    )


def _hash_of(row: Mapping[str, Any] | RowMapping, names: Iterable[str]) -> str:
    return hashlib.sha256(written([row[name] for name in names]).encode()).hexdigest()


def _sorting(name: str | None) -> str:
    return _FIRST_LETTER.sub("", folded_name(name or ""))


def _time_written(time: datetime | None) -> str:
    return time.isoformat(timespec="milliseconds") if time else ""


def _time_read(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
