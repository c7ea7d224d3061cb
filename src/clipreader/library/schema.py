"""The tables of a library, typed.

What, why: tables with typed columns and Core statements, no mapped classes: rows would leave the
package with them, and importing the mapper costs 40 ms of every start. Changeable rows
(``articles``, ``recognitions``, ``shelf``, ``highlights``, ``corrections``, ``rules``, and the
``versions`` of ``version_tables``) are written through the journal only; ``names``,
``highlight_tags``, ``sketches`` and the index are derived from them and made again where they are
missing or an undo changed their rows; ``texts`` are never changed.

Small rows stand apart from long texts so that a list of ten thousand articles reads no text.
Times are UTC in ISO 8601; lists are JSON.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
)

SCHEMA: Final = 3
"""The number of this schema, kept in the file's ``user_version``."""

APPLICATION_ID: Final = 0x436C5264
"""What marks a file as ours ("ClRd"), kept in its ``application_id``."""

metadata = MetaData()


def _article(*, primary: bool = False, index: bool = False) -> Column[int]:
    return Column(
        Integer, ForeignKey("articles.number", ondelete="CASCADE"), primary_key=primary, index=index
    )


def _owner() -> Column[int | None]:
    return Column(Integer, ForeignKey("articles.number", ondelete="CASCADE"), index=True)


class ArticleColumns(TypedColumns):
    """What lists show and filters ask for. ``number`` is never used twice.

    The columns for sorting are folded; a publisher's falls back on the agency.
    """

    number = Column(Integer, primary_key=True, autoincrement=True)
    id: Named[str] = Column(Text, unique=True)
    source_hash: Named[str] = Column(Text, index=True)
    same_text: Named[str] = Column(Text, index=True)
    source_name: Named[str] = Column(Text)
    media_type: Named[str] = Column(Text)
    link: Named[str | None] = Column(Text)
    received: Named[str] = Column(Text)
    added: Named[str] = Column(Text)
    headline: Named[str | None] = Column(Text)
    deck: Named[str | None] = Column(Text)
    kicker: Named[str | None] = Column(Text)
    authors: Named[str] = Column(Text)
    translators: Named[str] = Column(Text)
    publisher: Named[str | None] = Column(Text)
    agency: Named[str | None] = Column(Text)
    place: Named[str | None] = Column(Text)
    published: Named[str | None] = Column(Text)
    language: Named[str | None] = Column(Text)
    translated_from: Named[str | None] = Column(Text)
    url: Named[str | None] = Column(Text)
    original_url: Named[str | None] = Column(Text)
    headline_sorting: Named[str] = Column(Text)
    publisher_sorting: Named[str | None] = Column(Text)


articles = Table("articles", metadata, ArticleColumns, sqlite_autoincrement=True)


class TextColumns(TypedColumns):
    """A text as it was read, never changed; reading again adds another, a version too."""

    number = Column(Integer, primary_key=True)
    article: Named[int] = _article(index=True)
    hash: Named[str] = Column(Text)
    text: Named[str] = Column(Text)


texts = Table("texts", metadata, TextColumns)


class RecognitionColumns(TypedColumns):
    """What an article's parts are now, and in which of its texts."""

    article: Named[int] = _article(primary=True)
    text: Named[int] = Column(Integer, ForeignKey("texts.number"), index=True)
    blocks: Named[str] = Column(Text)
    marks: Named[str] = Column(Text)
    evidence: Named[str] = Column(Text)


recognitions = Table("recognitions", metadata, RecognitionColumns)


class SealColumns(TypedColumns):
    """A hash over an article's row here and in ``recognitions``."""

    article: Named[int] = _article(primary=True)
    hash: Named[str] = Column(Text)


seals = Table("seals", metadata, SealColumns)


class ShelfColumns(TypedColumns):
    """Where an article stands for the person; ``trashed`` is when it was thrown away."""

    article: Named[int] = _article(primary=True)
    unread: Named[int] = Column(Integer)
    starred: Named[int] = Column(Integer)
    trashed: Named[str | None] = Column(Text)
    position: Named[int] = Column(Integer)


shelf = Table("shelf", metadata, ShelfColumns)


class NameColumns(TypedColumns):
    """The names that sidebar and filters count; ``folded`` is without accents and case."""

    article: Named[int] = _article(primary=True)
    kind: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text, primary_key=True)
    folded: Named[str] = Column(Text)


names = Table("names", metadata, NameColumns, sqlite_with_rowid=False)
Index("names_by_kind", names.c.kind, names.c.name)


class ImageColumns(TypedColumns):
    """The pictures of a text; their bytes lie with the originals, by content."""

    text: Named[int] = Column(
        Integer, ForeignKey("texts.number", ondelete="CASCADE"), primary_key=True
    )
    position: Named[int] = Column(Integer, primary_key=True)
    key: Named[str] = Column(Text)
    media_type: Named[str] = Column(Text)
    hash: Named[str | None] = Column(Text)
    address: Named[str | None] = Column(Text)
    alt: Named[str] = Column(Text)


images = Table("images", metadata, ImageColumns)


class HighlightColumns(TypedColumns):
    """A selector (``role`` to ``stop``), the anchor found for it, and what the person added.

    ``words`` are those at the anchor if they differ from ``exact``; ``hash`` covers the row, so
    that a change by anything but this app is noticed.
    """

    id = Column(Text, primary_key=True)
    article: Named[int] = _article(index=True)
    role: Named[str] = Column(Text)
    exact: Named[str] = Column(Text)
    prefix: Named[str] = Column(Text)
    suffix: Named[str] = Column(Text)
    start: Named[int] = Column(Integer)
    stop: Named[int] = Column(Integer)
    anchor_start: Named[int | None] = Column(Integer)
    anchor_stop: Named[int | None] = Column(Integer)
    certainty: Named[str] = Column(Text)
    why: Named[str] = Column(Text)
    words: Named[str | None] = Column(Text)
    colour: Named[str] = Column(Text)
    note: Named[str] = Column(Text)
    tags: Named[str] = Column(Text)
    created: Named[str] = Column(Text)
    changed: Named[str] = Column(Text)
    hash: Named[str] = Column(Text)


highlights = Table("highlights", metadata, HighlightColumns)


class HighlightTagColumns(TypedColumns):
    """Each highlight's tags once more, to be counted and filtered."""

    highlight: Named[str] = Column(
        Text, ForeignKey("highlights.id", ondelete="CASCADE"), primary_key=True
    )
    folded: Named[str] = Column(Text, primary_key=True)
    tag: Named[str] = Column(Text)


highlight_tags = Table("highlight_tags", metadata, HighlightTagColumns, sqlite_with_rowid=False)
Index("highlight_tags_by_tag", highlight_tags.c.folded, highlight_tags.c.tag)


class CorrectionColumns(TypedColumns):
    """What the person corrected, so that it can be applied to a new reading of the bytes.

    ``kind`` is role, credit, field or accept; ``place`` the selector of the block as JSON (empty
    for a field); ``value`` what was set, as JSON. ``sequence`` is the order of making, ``hash``
    covers the row.
    """

    id = Column(Text, primary_key=True)
    article: Named[int] = _article(index=True)
    sequence: Named[int] = Column(Integer)
    kind: Named[str] = Column(Text)
    place: Named[str] = Column(Text)
    value: Named[str] = Column(Text)
    made: Named[str] = Column(Text)
    hash: Named[str] = Column(Text)


corrections = Table("corrections", metadata, CorrectionColumns)


class RuleColumns(TypedColumns):
    """What the person wants to hold for all articles of a publisher, or of all (null).

    ``fits`` is how the words and a line have to meet; ``hash`` covers the row.
    """

    id = Column(Text, primary_key=True)
    publisher: Named[str | None] = Column(Text)
    fits: Named[str] = Column(Text)
    words: Named[str] = Column(Text)
    role: Named[str] = Column(Text)
    is_on: Named[int] = Column(Integer)
    made: Named[str] = Column(Text)
    hash: Named[str] = Column(Text)


rules = Table("rules", metadata, RuleColumns)


class ActionColumns(TypedColumns):
    """What the person did, in order. ``grouped`` ties the transactions of one import together.

    ``state`` is done, undone (can be done again), dropped (a new action came after the undo) or
    void (its undo was refused).
    """

    number = Column(Integer, primary_key=True, autoincrement=True)
    grouped: Named[str] = Column(Text, index=True)
    label: Named[str] = Column(Text)
    made: Named[str] = Column(Text)
    state: Named[str] = Column(Text, index=True)


actions = Table("actions", metadata, ActionColumns, sqlite_autoincrement=True)


class ActionRowColumns(TypedColumns):
    """One row that an action changed: its columns before and after, as JSON; null for no row.

    ``article`` is whose row it was, null for a rule. ``hash`` covers both, so that undo brings back
    nothing but what was there.
    """

    number = Column(Integer, primary_key=True)
    action: Named[int] = Column(
        Integer, ForeignKey("actions.number", ondelete="CASCADE"), index=True
    )
    article: Named[int | None] = _owner()
    kind: Named[str] = Column(Text)
    key: Named[str] = Column(Text)
    before: Named[str | None] = Column(Text)
    after: Named[str | None] = Column(Text)
    hash: Named[str] = Column(Text)


action_rows = Table("action_rows", metadata, ActionRowColumns)
