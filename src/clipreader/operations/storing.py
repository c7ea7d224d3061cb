"""A batch of articles that were read goes into the library, all of it in one transaction.

The bytes as received are on the disk before the rows that name them are committed. What the
library has already, by its bytes, by its words or, of a link, by its address, is told as a
duplicate and taken out of the trash if it lay there. What is near to a text that is there is kept
as a version of its article, and waits for the person to say what it is. The person's rules name
their blocks here, and not where a file is read: that is another process, which knows no library.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from clipreader.anatomy.learned import Rulebook
from clipreader.importers import LINK
from clipreader.library import Library, articles, links, rules, shelving, sketches, versions
from clipreader.library.arrival import Arrival
from clipreader.library.articles import Known
from clipreader.library.journal import Work
from clipreader.model import (
    Changes,
    Fate,
    Imported,
    LibraryUnavailable,
    Source,
    VersionState,
)
from clipreader.operations.learned import with_rules
from clipreader.operations.near_texts import Near, NearTexts
from clipreader.operations.ready import Ready

LOG = logging.getLogger(__name__)

LABEL: Final = "import"
"""What the undo record of an import is called."""

QUIET: Final = ""
"""The group of an import that nobody asked for just now, as from a watched folder.

It leaves no undo record, because Undo is for what the person did last, and it takes nothing out of
the trash, because the person put it there.
"""

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that was read and waits to be stored; ``place`` is its place in the report."""

    place: int
    source: Source
    ready: Ready

    @property
    def path(self) -> str:
        """Return what the report calls it."""
        return self.source.path or self.source.name

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is to be said of how it was read."""
        return self.ready.notes


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: the lines of the report by their places, and what changed."""

    lines: dict[int, Imported]
    changes: Changes


def store(library: Library, batch: Sequence[Waiting], group: str) -> Stored:
    """Store a batch; an article that cannot be stored harms no other.

    The undo records of batches with the same ``group`` are one, and QUIET has none. Nothing is
    stored when this raises LibraryUnavailable.
    """
    if not batch:
        return Stored({}, Changes())
    try:
        return _store_together(library, batch, group)
    except LibraryUnavailable as error:
        if not isinstance(error.__cause__, UnicodeError):
            raise
    except Exception:
        LOG.exception("%d articles could not be stored together", len(batch))
    if len(batch) == 1:
        return Stored({batch[0].place: _refused(batch[0])}, Changes())
    half = len(batch) // 2
    first, second = store(library, batch[:half], group), store(library, batch[half:], group)
    return Stored(first.lines | second.lines, first.changes | second.changes)


def sketch_what_is_there(library: Library) -> None:
    """Make it possible to find what is near to the texts that are there, where it is not yet.

    A library of an older ClipReader takes some seconds for ten thousand articles, once. Raises
    LibraryUnavailable.
    """
    while True:
        with library.writing() as work:
            if sketches.make_missing(work.connection, _AT_ONCE) < _AT_ONCE:
                return


def known_already(library: Library, source: Source, group: str) -> tuple[Imported, Changes] | None:
    """Return the report's line for bytes that are in the library, brought back if need be."""
    with library.reading() as connection:
        is_there = articles.has_bytes(connection, source.sha256)
        known = articles.known(connection, [source.sha256]) if is_there else ()
    if not known:
        return None
    there, line = known[0], _duplicate(source.path or source.name, known[0], group)
    if group == QUIET or not (there.trashed or there.withdrawn):
        return line, Changes()
    with library.writing(LABEL, group=group) as work:
        _bring_back(work, [there])
        is_back = bool(work.touched)
    # where another program has emptied the trash meanwhile, it is to be read anew
    return (line, _changes([there.id])) if is_back else None


Came = tuple[Waiting, Arrival]
"""What was read, before and after the person's rules named blocks in it."""


@dataclass(slots=True)
class _Plan:
    """What is to become of a batch: what is new, what is another text of what, what comes back."""

    arrivals: list[Arrival] = field(default_factory=list[Arrival])
    versions: list[tuple[Arrival, Near]] = field(default_factory=list[tuple[Arrival, Near]])
    back: dict[tuple[int, str | None], Known] = field(
        default_factory=dict[tuple[int, str | None], Known]
    )
    lines: dict[int, Imported] = field(default_factory=dict[int, Imported])

    def ids(self) -> Iterator[str]:
        """Yield the ids of the articles that change."""
        yield from (arrival.id for arrival in self.arrivals)
        yield from (near.article_id for _, near in self.versions)
        yield from (known.id for known in self.back.values())


def _store_together(library: Library, batch: Sequence[Waiting], group: str) -> Stored:
    with library.writing(LABEL if group != QUIET else "", group=group) as work:
        book = Rulebook(rules.every(work.connection))
        came = [(one, _arrival(one, book)) for one in batch]
        texts = NearTexts(work, (arrival for _, arrival in came))
        plan = _sorted_out(work, came, texts, group)
        library.originals.keep(_bytes_of((*plan.arrivals, *(one for one, _ in plan.versions))))
        stored = articles.add(work, plan.arrivals)
        sketches.put(work.connection, zip(stored, map(texts.values_of, plan.arrivals), strict=True))
        _add_versions(work, plan.versions)
        _bring_back(work, plan.back.values())
    return Stored(plan.lines, _changes(plan.ids()))


def _arrival(one: Waiting, book: Rulebook) -> Arrival:
    """Return what is to be stored: as it was written out, or anew if a rule names a block in it."""
    there = Arrival(one.ready.written, one.source)
    if not book:
        return there
    named = with_rules(there.article, book)
    return there if named is there.article else Arrival(named, one.source)


def _sorted_out(work: Work, came: Sequence[Came], texts: NearTexts, group: str) -> _Plan:
    """Return what is to become of each, and what to tell of it."""
    keys = {one.place: (one.source.sha256, arrival.same_text) for one, arrival in came}
    known: dict[str, Known] = {}
    for there in articles.known(work.connection, *zip(*keys.values(), strict=True)):
        known.setdefault(there.source_hash, there)
        known.setdefault(there.same_text, there)
    known.update(links.known_at(work.connection, filter(None, (_link_of(one) for one, _ in came))))
    plan = _Plan()
    for one, arrival in came:
        digest, same_text = keys[one.place]
        address = _link_of(one)
        there = known.get(digest) or known.get(same_text) or known.get(address)
        if there is not None:
            plan.lines[one.place] = replace(_duplicate(one.path, there, group), link=address)
            if group != QUIET and (there.trashed or there.withdrawn):
                plan.back[there.number, there.version] = there
            continue
        near = None if address else texts.near(arrival)
        if near is None:
            plan.arrivals.append(arrival)
            texts.remember(arrival)
        else:
            plan.versions.append((arrival, near))
        plan.lines[one.place] = _added(one, arrival, near)
        article_id = near.article_id if near else arrival.id
        here = Known(article_id, 0, digest, same_text, trashed=False)
        known[digest] = known[same_text] = known[arrival.written.url or digest] = here
    return plan


def _add_versions(work: Work, found: Sequence[tuple[Arrival, Near]]) -> None:
    fresh = (near.article_id for _, near in found if not near.number)
    numbers = articles.numbers_of(work.connection, fresh)
    for arrival, near in found:
        number = near.number or numbers[near.article_id]
        versions.add(work, number, arrival, VersionState.WAITING)


def _bring_back(work: Work, known: Iterable[Known]) -> None:
    for one in known:
        shelving.bring_back(work, [one.number])
        if one.withdrawn and one.version:
            versions.set_state(work, one.version, VersionState.WAITING)


def _link_of(one: Waiting) -> str:
    """Return the address of what is a link and no more, else nothing."""
    is_link = one.source.media_type == LINK
    return (one.ready.written.url or "") if is_link else ""


def _bytes_of(arrivals: Iterable[Arrival]) -> Iterator[bytes]:
    """Yield what has to be on the disk before the rows are: originals and pictures."""
    for arrival in arrivals:
        yield arrival.source.data
        for image in arrival.written.images:
            if image.data is not None:
                yield image.data


def _added(one: Waiting, arrival: Arrival, near: Near | None) -> Imported:
    if near is None:
        article_id = arrival.id
        return Imported(one.path, Fate.ADDED, article_id, "", one.notes, link=_link_of(one))
    name = f"“{near.headline}”" if near.headline else "an article"
    reason = f"New version of {name}: it waits there to be compared or used."
    return Imported(one.path, Fate.VERSION, near.article_id, reason, one.notes)


def _duplicate(path: str, known: Known, group: str) -> Imported:
    """Return the line for what is there; only what somebody asked for comes back."""
    if known.withdrawn and group != QUIET:
        reason = "This version of an article in the library is offered again."
        return Imported(path, Fate.VERSION, known.id, reason)
    came_back = known.trashed and group != QUIET
    reason = "This article is already in the library."
    if known.trashed:
        reason = "This article lies in the trash."
        reason = "This article lay in the trash and was brought back." if came_back else reason
    return Imported(path, Fate.DUPLICATE, known.id, reason, came_back=came_back)


def _refused(one: Waiting) -> Imported:
    words = f"“{one.source.name}” could not be kept, because of a mistake in ClipReader."
    return Imported(one.path, Fate.FAILED, reason=words)


def _changes(article_ids: Iterable[str]) -> Changes:
    ids = frozenset(article_ids)
    return Changes(ids, rows=True, tags=True) if ids else Changes()
