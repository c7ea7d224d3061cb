"""Storing and fetching highlights, their notes and tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from clipreader.library import index
from clipreader.library.articles import ids_of, number_of
from clipreader.library.folding import folded_name, storable
from clipreader.library.journal import Work
from clipreader.library.rows import highlight_columns, highlight_read, names_read
from clipreader.library.schema import highlight_tags, highlights, shelf
from clipreader.model import Colour, Highlight, NotFound, Tag

_AT_ONCE = 400


def of_article(connection: Connection, number: int, article_id: str) -> tuple[Highlight, ...]:
    """Return an article's highlights in reading order, lost ones last."""
    rows = connection.execute(
        select(highlights)
        .where(highlights.c.article == number)
        .order_by(
            highlights.c.anchor_start.is_(None),
            highlights.c.anchor_start,
            highlights.c.anchor_stop,
            highlights.c.id,
        )
    ).mappings()
    return tuple(highlight_read(row, article_id) for row in rows)


def fetch(connection: Connection, highlight_ids: Iterable[str]) -> dict[str, Highlight]:
    """Return highlights by id, in the order given. Raises NotFound."""
    wanted, rows = list(dict.fromkeys(highlight_ids)), list[RowMapping]()
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        rows += connection.execute(select(highlights).where(highlights.c.id.in_(chunk))).mappings()
    owners = ids_of(connection, (row["article"] for row in rows))
    found = {row["id"]: highlight_read(row, owners[row["article"]]) for row in rows}
    for name in wanted:
        if name not in found:
            raise NotFound("This highlight is not in the library any more.")
    return {name: found[name] for name in wanted}


def add(work: Work, highlight: Highlight, text: str) -> Highlight:
    """Store a new highlight; ``text`` is its article's. Returns it with its times."""
    time = _now()
    made = replace(_storable(highlight), created=highlight.created or time, changed=time)
    number = number_of(work.connection, made.article_id)
    work.insert(highlights, highlight_columns(made, number, _words(made, text)))
    if made.tags or made.note:
        refresh(work.connection, number, [made.id])
    return made


def change(work: Work, changed: Sequence[tuple[Highlight, str]]) -> tuple[Highlight, ...]:
    """Store changed highlights, each with its article's text; equal ones keep their time."""
    time, made = _now(), list[Highlight]()
    now_there = fetch(work.connection, (highlight.id for highlight, _ in changed))
    touched: dict[int, list[str]] = {}
    for asked, text in changed:
        highlight, before = _storable(asked), now_there[asked.id]
        if highlight == before:
            made.append(highlight)
            continue
        after = replace(highlight, changed=time)
        made.append(after)
        number = number_of(work.connection, after.article_id)
        row = highlight_columns(after, number, _words(after, text))
        work.update(highlights, [after.id], row)
        if before.tags != after.tags or before.note != after.note:
            touched.setdefault(number, []).append(after.id)
    for number, names in touched.items():
        refresh(work.connection, number, names)
    return tuple(made)


def remove(work: Work, highlight_ids: Sequence[str]) -> None:
    """Remove highlights with their notes and tags. Raises NotFound."""
    found = fetch(work.connection, highlight_ids)
    work.delete(highlights, found)
    for article_id in {highlight.article_id for highlight in found.values()}:
        refresh(work.connection, number_of(work.connection, article_id), [])


def refresh(connection: Connection, number: int, highlight_ids: Iterable[str]) -> None:
    """Make the tags of some highlights, and the notes in the index, again from the rows."""
    names = list(highlight_ids)
    for at in range(0, len(names), _AT_ONCE):
        chunk = names[at : at + _AT_ONCE]
        connection.execute(delete(highlight_tags).where(highlight_tags.c.highlight.in_(chunk)))
        rows = connection.execute(
            select(highlights.c.id, highlights.c.tags).where(
                highlights.c.id.in_(chunk), highlights.c.tags != "[]"
            )
        )
        tags = [
            {"highlight": row[0], "tag": name, "folded": folded_name(name)}
            for row in rows
            for name in names_read(row[1])
        ]
        if tags:
            connection.execute(insert(highlight_tags), tags)
    index_notes(connection, number)


def spelling(connection: Connection, name: str) -> str:
    """Return a tag as it is written already, or as given if it is new."""
    found = connection.execute(
        select(highlight_tags.c.tag, func.count())
        .where(highlight_tags.c.folded == folded_name(name))
        .group_by(highlight_tags.c.tag)
        .order_by(func.count().desc(), highlight_tags.c.tag)
        .limit(1)
    ).first()
    return str(found[0]) if found else name


def with_tag(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the ids of the highlights that carry a tag or one nested below it."""
    folded = folded_name(name)
    rows = connection.execute(
        select(highlight_tags.c.highlight)
        .where((highlight_tags.c.folded == folded) | is_below(folded))
        .distinct()
        .order_by(highlight_tags.c.highlight)
    )
    return tuple(row[0] for row in rows)


def is_below(folded: str) -> Any:  # noqa: ANN401 - a condition
    """Return the condition that a tag nests below a folded name; "0" follows "/"."""
    return (highlight_tags.c.folded > f"{folded}/") & (highlight_tags.c.folded < f"{folded}0")


def tags(connection: Connection) -> tuple[Tag, ...]:
    """Return the tags in use by name; those of articles in the trash are not counted."""
    rows = connection.execute(
        select(highlight_tags.c.folded, highlight_tags.c.tag, highlights.c.colour, func.count())
        .join(highlights, highlights.c.id == highlight_tags.c.highlight)
        .join(shelf, shelf.c.article == highlights.c.article)
        .where(shelf.c.trashed.is_(None))
        .group_by(highlight_tags.c.folded, highlight_tags.c.tag, highlights.c.colour)
    )
    spellings: dict[str, dict[str, int]] = {}
    colours: dict[str, dict[str, int]] = {}
    for folded, tag, colour, count in rows:
        _count(spellings.setdefault(folded, {}), tag, count)
        _count(colours.setdefault(folded, {}), colour, count)
    return tuple(
        Tag(_most(counted), sum(counted.values()), Colour(_most(colours[folded])))
        for folded, counted in sorted(spellings.items())
    )


def _count(counts: dict[str, int], name: str, more: int) -> None:
    counts[name] = counts.get(name, 0) + more


def _most(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))


def index_notes(connection: Connection, number: int) -> None:
    """Index again what the person wrote about an article."""
    index.put_notes(connection, number, *notes_of(connection, number))


def notes_of(connection: Connection, number: int) -> tuple[str, str]:
    """Return all notes on an article, and all tags, each as one text."""
    rows = connection.execute(
        select(highlights.c.note, highlights.c.tags)
        .where(
            highlights.c.article == number,
            (highlights.c.note != "") | (highlights.c.tags != "[]"),
        )
        .order_by(highlights.c.id)
    ).all()
    notes = "\n".join(row[0] for row in rows if row[0])
    return notes, "\n".join(name for row in rows for name in names_read(row[1]))


def _storable(highlight: Highlight) -> Highlight:
    tags = tuple(storable(name) for name in highlight.tags)
    return replace(highlight, note=storable(highlight.note), tags=tags)


def _words(highlight: Highlight, text: str) -> str | None:
    span = highlight.anchor.span
    return text[span.start : span.end] if span is not None else None


def _now() -> datetime:
    time = datetime.now(UTC)
    return time.replace(microsecond=time.microsecond // 1000 * 1000)
