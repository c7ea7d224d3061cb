"""Putting articles away, bringing them back, and forgetting them for good."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from clipreader.library import Library, articles, shelving
from clipreader.library.journal import Work
from clipreader.library.recording import forget_log
from clipreader.model import Changes, LibraryUnavailable, Outcome

LOG = logging.getLogger(__name__)


def move_to_trash(library: Library, article_ids: Iterable[str]) -> Outcome[None]:
    """Move articles to the trash with everything that belongs to them. Raises NotFound."""
    return _moved(library, article_ids, "move to the trash", shelving.throw_away)


def restore(library: Library, article_ids: Iterable[str]) -> Outcome[None]:
    """Bring articles back from the trash. Raises NotFound."""
    return _moved(library, article_ids, "return from the trash", shelving.bring_back)


def empty_trash(library: Library) -> Outcome[int]:
    """Forget for good what lies in the trash; the value is how many articles.

    The only change that cannot be undone: texts, originals, highlights, notes, their undo records
    and the action log are gone afterwards.
    """
    with library.writing() as work:
        numbers = shelving.trashed(work.connection)
        forgotten = articles.ids_of(work.connection, numbers)
        needless = shelving.forget(work.connection, numbers)
    if not forgotten:
        return Outcome(0)
    _clear_away(library, needless)
    return Outcome(len(forgotten), Changes(frozenset(forgotten.values()), rows=True, tags=True))


def _clear_away(library: Library, needless: Iterable[str]) -> None:
    """Remove files that no article needs. Never raises: the articles are forgotten already."""
    try:
        with library.writing() as work:
            shelving.clear_away(work.connection, library.originals, needless)
            forget_log(library.log, work.connection)
    except LibraryUnavailable as error:
        LOG.warning("originals of forgotten articles stay: %s", error)


def _moved(
    library: Library,
    article_ids: Iterable[str],
    label: str,
    move: Callable[[Work, Iterable[int]], int],
) -> Outcome[None]:
    wanted = tuple(article_ids)
    with library.writing(label) as work:
        moved = move(work, articles.numbers_of(work.connection, wanted).values())
    if not moved:
        return Outcome(None)
    return Outcome(None, Changes(frozenset(wanted), rows=True, tags=True), label)
