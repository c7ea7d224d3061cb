"""Records as the objects that ``--json`` prints.

Every key is always there; what is not known is null or an empty list. A later version may add
keys; it renames none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from clipreader.model import (
    Article,
    ArticleRow,
    Clipping,
    Hit,
    Imported,
    Metadata,
    Part,
    Role,
    Source,
)

if TYPE_CHECKING:  # one brings the parsers, the other the database, and neither is called here
    from clipreader.operations.dating import DayHint
    from clipreader.operations.parsing import Reading
    from clipreader.operations.reading import OpenedArticle

Object = dict[str, Any]
"""An object of JSON; its keys stand in the order in which they are printed."""

SCHEMA = "clipreader.article/1"
"""The name of the form in which an article is printed."""


def inspected(source: Source, reading: Reading, days: Iterable[DayHint] = ()) -> Object:
    """Return what was recognised in a file; ``seconds`` is the time that reading it took.

    ``days`` are hints: which day "yesterday" probably means, and from which day that is counted.
    """
    article, known = reading.article, reading.article.metadata
    return {
        "schema": SCHEMA,
        "file": source.name,
        "media_type": reading.draft.media_type,
        "encoding": reading.draft.encoding,
        "sha256": source.sha256,
        "url": known.url or source.link,
        **_named(known),
        "seconds": round(reading.seconds, 4),
        "blocks": _blocks(article),
        "probable_days": [
            {
                "text": article.quote(one.span),
                "day": one.iso,
                "counted_from": one.counted_from,
            }
            for one in days
        ],
    }


def shown(opened: OpenedArticle, row: ArticleRow, clippings: Sequence[Clipping]) -> Object:
    """Return an article of the library with its parts and clippings."""
    article, known = opened.article, opened.article.metadata
    return {
        "schema": SCHEMA,
        "id": article.id,
        "file": opened.source_name,
        "sha256": article.source_hash,
        "url": known.url,
        **_named(known),
        "added": opened.added,
        "unread": opened.unread,
        "starred": opened.starred,
        "trashed": opened.trashed,
        "tags": list(row.tags),
        "highlights": len(opened.highlights),
        "clippings": [clipping(one) for one in clippings],
        "blocks": _blocks(article),
    }


def listed(row: ArticleRow) -> Object:
    """Return an article as a list has it; ``highlights`` is their number."""
    return {
        "id": row.id,
        "headline": row.headline,
        "publisher": row.publisher,
        "place": row.place,
        "published": row.published,
        "authors": list(row.authors),
        "translators": list(row.translators),
        "language": row.language,
        "added": row.added,
        "unread": row.unread,
        "starred": row.starred,
        "tags": list(row.tags),
        "highlights": row.highlights,
    }


def clipping(one: Clipping) -> Object:
    """Return a clipping; ``state`` says whether its place was found again."""
    highlight = one.highlight
    return {
        "id": highlight.id,
        "article_id": highlight.article_id,
        "quote": one.quote,
        "role": one.role.value,
        "credit": one.credit,
        "colour": highlight.colour.value,
        "tags": list(highlight.tags),
        "note": highlight.note,
        "created": _time(highlight.created),
        "state": highlight.anchor.certainty.value,
    }


def hit(found: Hit) -> Object:
    """Return a found article; spans are code points of the snippet's text, half open."""
    return {
        "article_id": found.article_id,
        "headline": found.headline,
        "snippets": [
            {"text": one.text, "spans": [[span.start, span.end] for span in one.spans]}
            for one in found.snippets
        ],
    }


def imported(item: Imported) -> Object:
    """Return what became of one source; ``notes`` tell what was changed on the way in.

    ``link`` is the address where the source is a link and no more.
    """
    return {
        "path": item.path,
        "outcome": item.fate.value,
        "article_id": item.article_id,
        "reason": item.reason,
        "notes": list(item.notes),
        "link": item.link or None,
    }


def _named(known: Metadata) -> Object:
    return {
        "publisher": known.publisher,
        "headline": known.headline,
        "deck": known.deck,
        "authors": list(known.authors),
        "agency": known.agency,
        "place": known.place,
        "published": known.published,
        "language": known.language,
        "translators": list(known.translators),
        "translated_from": known.translated_from,
        "original_url": known.original_url,
    }


def _blocks(article: Article) -> list[Object]:
    addresses = {image.key: image.address or image.key for image in article.images}
    return [_block(article, part, addresses) for part in article.blocks]


def _block(article: Article, part: Part, addresses: dict[str, str]) -> Object:
    own: Object = {}
    if part.role == Role.CROSSHEAD:
        own = {"level": part.level}
    elif part.role == Role.CAPTION:
        own = {"credit": article.credit_of(part), "image": _picture(part, addresses)}
    return {
        "role": part.role.value,
        "text": article.words_of(part),
        **own,
        "confidence": round(part.confidence, 4),
        "why": list(part.reasons),
    }


def _picture(part: Part, addresses: dict[str, str]) -> str | None:
    """Return where a caption's picture lies; the picture itself stays in the file."""
    if part.image is None:
        return None
    address = addresses.get(part.image, part.image)
    return part.image if address.startswith("data:") else address


def _time(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
