"""A batch of articles that were read goes into the library, all of it in one transaction.

The bytes as received are on the disk before the rows that name them are committed. What the
library has already, by its bytes, by its words or, of a link, by its address, is told as a
duplicate and taken out of the trash if it lay there. The person's rules name their blocks here, and
not where a file is read: that is another process, which knows no library.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clipreader.anatomy.learned import Rulebook
from clipreader.importers import LINK
from clipreader.library import Library, articles, links, rules, shelving
from clipreader.library.articles import Arrival, Known
from clipreader.library.journal import Work
from clipreader.model import Changes, Fate, Imported, LibraryUnavailable, Source
from clipreader.operations.learned import with_rules
from clipreader.operations.parsing import Reading

LOG = logging.getLogger(__name__)

LABEL: Final = "import"
"""What the undo record of an import is called."""

QUIET: Final = ""
"""The group of an import that nobody asked for just now, as from a watched folder.

It leaves no undo record, because Undo is for what the person did last, and it takes nothing out of
the trash, because the person put it there.
"""

_UNSURE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that was read and waits to be stored; ``place`` is its place in the report."""

    place: int
    source: Source
    reading: Reading

    @property
    def path(self) -> str:
        """Return what the report calls it."""
        return self.source.path or self.source.name

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is to be said of how it was read."""
        draft = self.reading.draft
        if draft.encoding_certainty >= _UNSURE:
            return draft.notes
        return (*draft.notes, f"Its encoding was guessed to be {draft.encoding}.")


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


def known_already(library: Library, source: Source, group: str) -> tuple[Imported, Changes] | None:
    """Return the report's line for bytes that are in the library, brought back if need be."""
    with library.reading() as connection:
        known = articles.known(connection, [source.sha256])
    if not known:
        return None
    line = _duplicate(source.path or source.name, known[0])
    if not known[0].trashed or group == QUIET:
        return _left_there(line, group), Changes()
    with library.writing(LABEL, group=group) as work:
        is_back = shelving.bring_back(work, [known[0].number])
    # where another program has emptied the trash meanwhile, it is to be read anew
    return (line, _changes([known[0].id])) if is_back else None


def _store_together(library: Library, batch: Sequence[Waiting], group: str) -> Stored:
    with library.writing(LABEL if group != QUIET else "", group=group) as work:
        arrivals, back, lines = _sorted_out(work, batch)
        if group == QUIET:
            back, lines = [], {place: _left_there(line, group) for place, line in lines.items()}
        library.originals.keep(_bytes_of(arrivals))
        articles.add(work, arrivals)
        shelving.bring_back(work, (known.number for known in back))
    ids = [arrival.article.id for arrival in arrivals] + [known.id for known in back]
    return Stored(lines, _changes(ids))


def _sorted_out(
    work: Work, batch: Sequence[Waiting]
) -> tuple[list[Arrival], list[Known], dict[int, Imported]]:
    """Return what is new, what is to be brought back, and what to tell of each."""
    book = Rulebook(rules.every(work.connection))
    came = [(one, Arrival(with_rules(one.reading.article, book), one.source)) for one in batch]
    keys = {one.place: (one.source.sha256, arrival.same_text) for one, arrival in came}
    known: dict[str, Known] = {}
    for there in articles.known(work.connection, *zip(*keys.values(), strict=True)):
        known.setdefault(there.source_hash, there)
        known.setdefault(there.same_text, there)
    known.update(links.known_at(work.connection, filter(None, map(_link_of, batch))))
    arrivals: list[Arrival] = []
    back: dict[int, Known] = {}
    lines: dict[int, Imported] = {}
    for one, arrival in came:
        digest, same_text = keys[one.place]
        address = _link_of(one)
        there = known.get(digest) or known.get(same_text) or known.get(address)
        if there is not None:
            lines[one.place] = replace(_duplicate(one.path, there), link=address)
            if there.trashed:
                back[there.number] = there
            continue
        arrivals.append(arrival)
        lines[one.place] = Imported(
            one.path, Fate.ADDED, arrival.article.id, "", one.notes, link=address
        )
        here = Known(arrival.article.id, 0, digest, same_text, trashed=False)
        known[digest] = known[same_text] = known[arrival.article.metadata.url or digest] = here
    return arrivals, list(back.values()), lines


def _link_of(one: Waiting) -> str:
    """Return the address of what is a link and no more, else nothing."""
    is_link = one.source.media_type == LINK
    return (one.reading.article.metadata.url or "") if is_link else ""


def _bytes_of(arrivals: Iterable[Arrival]) -> Iterator[bytes]:
    """Yield what has to be on the disk before the rows are: originals and pictures."""
    for arrival in arrivals:
        yield arrival.source.data
        for image in arrival.article.images:
            if image.data is not None:
                yield image.data


def _duplicate(path: str, known: Known) -> Imported:
    reason = "This article is already in the library."
    if known.trashed:
        reason = "This article lay in the trash and was brought back."
    return Imported(path, Fate.DUPLICATE, known.id, reason, came_back=known.trashed)


def _left_there(line: Imported, group: str) -> Imported:
    """Return a line that tells the truth of an article that a quiet import leaves in the trash."""
    if group != QUIET or not line.came_back:
        return line
    return replace(line, reason="This article lies in the trash.", came_back=False)


def _refused(one: Waiting) -> Imported:
    words = f"“{one.source.name}” could not be kept, because of a mistake in ClipReader."
    return Imported(one.path, Fate.FAILED, reason=words)


def _changes(article_ids: Iterable[str]) -> Changes:
    ids = frozenset(article_ids)
    return Changes(ids, rows=True, tags=True) if ids else Changes()
