"""Where articles stand for the person: unread, starred, in the trash, read up to where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, select, update

from clipreader.library import index
from clipreader.library.journal import Work, forget_empty, now
from clipreader.library.originals import Originals
from clipreader.library.schema import articles, images, shelf, texts
from clipreader.library.version_tables import versions

_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Standing:
    """An article's place on the shelf."""

    unread: bool
    starred: bool
    trashed: bool
    position: int


def standing(connection: Connection, number: int) -> Standing:
    """Return where an article stands."""
    row = connection.execute(select(shelf).where(shelf.c.article == number)).mappings().one()
    return Standing(
        bool(row["unread"]), bool(row["starred"]), row["trashed"] is not None, row["position"]
    )


def set_unread(work: Work, numbers: Iterable[int], unread: bool) -> int:
    """Mark articles as unread or read; return how many were not so."""
    return work.update(shelf, numbers, {"unread": int(unread)})


def set_starred(work: Work, numbers: Iterable[int], starred: bool) -> int:
    """Give or take stars; return how many articles changed."""
    return work.update(shelf, numbers, {"starred": int(starred)})


def throw_away(work: Work, numbers: Iterable[int]) -> int:
    """Move articles to the trash, those that are not there; return how many."""
    wanted = set(numbers) - set(trashed(work.connection))
    return work.update(shelf, sorted(wanted), {"trashed": now()})


def bring_back(work: Work, numbers: Iterable[int]) -> int:
    """Take articles out of the trash; return how many were in it."""
    return work.update(shelf, numbers, {"trashed": None})


def keep_position(connection: Connection, number: int, position: int) -> None:
    """Remember how far an article was read; not recorded."""
    connection.execute(update(shelf).where(shelf.c.article == number).values(position=position))


def trashed(connection: Connection) -> tuple[int, ...]:
    """Return the row numbers of what lies in the trash."""
    rows = connection.execute(select(shelf.c.article).where(shelf.c.trashed.is_not(None)))
    return tuple(row[0] for row in rows)


def in_trash(connection: Connection, article_ids: Iterable[str]) -> dict[str, bool]:
    """Return, of the articles that are there, whether they lie in the trash, by their ids."""
    wanted, found = list(dict.fromkeys(article_ids)), dict[str, bool]()
    for at in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(articles.c.id, shelf.c.trashed)
            .join(shelf, shelf.c.article == articles.c.number)
            .where(articles.c.id.in_(wanted[at : at + _AT_ONCE]))
        )
        found.update({row[0]: row[1] is not None for row in rows})
    return found


def forget(connection: Connection, numbers: Iterable[int]) -> frozenset[str]:
    """Remove articles for good, with all that belongs to them and their undo records.

    Returns the digests of originals that no other article needs; the caller clears those files
    away after the commit. The words are overwritten in the file, not only unlinked.
    """
    wanted = list(numbers)
    before = _digests(connection)
    index.remove(connection, wanted, notes=True)
    if wanted:
        index.purge(connection)
    for number in wanted:
        connection.execute(delete(articles).where(articles.c.number == number))
    forget_empty(connection)
    return frozenset(before - _digests(connection))


def clear_away(connection: Connection, originals: Originals, digests: Iterable[str]) -> None:
    """Remove originals that no article needs any more, in the caller's writing.

    Another program may have brought the same bytes in since; while this writes, none can.
    """
    originals.forget(set(digests) - _digests(connection))


def _digests(connection: Connection) -> set[str]:
    rows = connection.execute(
        select(articles.c.source_hash).union(
            select(versions.c.source_hash),
            select(images.c.hash)
            .join(texts, texts.c.number == images.c.text)
            .where(images.c.hash.is_not(None)),
        )
    )
    return {row[0] for row in rows}
