"""Sources in, articles in the library, and a report of what became of each.

Articles are stored some at a time: a commit costs more than an article. What is read stays in
memory until its batch is on the disk, and only then is it told as added. Between two articles
no transaction is open, so that whoever is told of the progress may use the library.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from clipreader.importers import LINK
from clipreader.library import Library
from clipreader.library.faults import READ_ONLY
from clipreader.model import (
    Changes,
    Fate,
    Imported,
    ImportReport,
    LibraryUnavailable,
    Outcome,
    Progress,
    Source,
    UnreadableSource,
    new_id,
)
from clipreader.operations import unfinished
from clipreader.operations.crew import Crew, Done, Task, crew_of
from clipreader.operations.parsing import source_from_path
from clipreader.operations.ready import Ready, read_ready
from clipreader.operations.storing import (
    LABEL,
    QUIET,
    Waiting,
    known_already,
    sketch_what_is_there,
    store,
)
from clipreader.operations.tally import Tally
from clipreader.operations.unpacking import Inside, Unpacking
from clipreader.operations.walking import Found, Refused, path_of, walked
from clipreader.operations.worker import answered

LOG = logging.getLogger(__name__)

SMALL_TEXT: Final = 200_000
"""Up to how many bytes a plain text or a link is read in this process.

No parser of mark-up sees it but that of property lists, which refuses what could grow, and the time
it takes grows with its length alone. Handing it to a worker and back costs half of what reading it
does.
"""

IN_ALREADY: Final = "This article came in before the import was interrupted."
"""What is said of a file that an import which goes on need not read."""

_READ_HERE: Final = ("text/plain", LINK)

_BEAT: Final = 0.1
_BATCH: Final = 250
_BATCH_SECONDS: Final = 0.5
_BATCH_BYTES: Final = 16_000_000


def import_sources(
    library: Library,
    incoming: Iterable[Path | Source],
    *,
    progress: Callable[[Progress], bool] | None = None,
    quiet: bool = False,
) -> Outcome[ImportReport]:
    """Read files, folders and sources into the library; one bad file harms no other.

    The same bytes or the same text are reported as a duplicate, and brought back if they lay in
    the trash; a near-equal text is kept as a version of the article that is there, and waits.
    ``progress`` is called on this thread before each item; False cancels and keeps what is in. An
    item is reported as added only when it is on disk. Undo moves the whole import to the trash,
    and withdraws its versions. Raises LibraryUnavailable if the library cannot be written; if
    that happens when something is in already, the rest is reported as failed instead.

    What is in of many files is remembered until all of them are: an import that ended early is
    gone on with when the same is imported again, or by ``go_on``. A ``quiet`` import, which nobody
    asked for just now, is not remembered, leaves no undo record, and leaves the trash as it is.
    """
    if library.is_read_only:
        raise LibraryUnavailable(READ_ONLY)
    items = tuple(incoming)
    if quiet:
        return _imported(library, items, Tally(), progress, QUIET)
    return _imported(library, items, unfinished.begun(library, items), progress, new_id())


def go_on(
    library: Library, rest: str, *, progress: Callable[[Progress], bool] | None = None
) -> Outcome[ImportReport]:
    """Go on with an import that ended early; the report tells of all its files.

    ``rest`` is its name in the report or in ``Unfinished``. Files that are in and unchanged are not
    opened and are told as duplicates; what failed is tried again. As ``import_sources`` otherwise;
    raises NotFound if nothing is left or another program is at it.
    """
    if library.is_read_only:
        raise LibraryUnavailable(READ_ONLY)
    taken, told = unfinished.taken_up(library, rest)
    return _imported(library, told.paths, taken, progress, new_id())


def _imported(
    library: Library,
    items: Iterable[Path | Source],
    tally: Tally,
    progress: Callable[[Progress], bool] | None,
    group: str,
) -> Outcome[ImportReport]:
    try:
        with crew_of(read_ready) as crew:
            run = _Import(library, progress or _goes_on, crew, tally, group)
            run.take(items)
        outcome = run.outcome()
        if not outcome.value.rest:
            tally.end()
        return outcome
    finally:
        tally.close()


class Cancelled(Exception):
    """The person asked to stop."""


@dataclass(slots=True)
class _Import:
    """One import on its way: what waits for its batch, and what can be told."""

    library: Library
    tell: Callable[[Progress], bool]
    crew: Crew[Ready]
    tally: Tally
    group: str
    lines: dict[int, Imported] = field(default_factory=dict[int, Imported])
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False
    cut_short: str = ""
    found: Sequence[Found] = ()
    unpacking: Unpacking = field(default_factory=Unpacking)
    waiting: list[Waiting] = field(default_factory=list[Waiting])
    waiting_bytes: int = 0
    waiting_since: float = 0.0

    def take(self, incoming: Iterable[Path | Source]) -> None:
        """Read and store everything, or as much as is wanted. Raises LibraryUnavailable."""
        sketch_what_is_there(self.library)
        self.found = found = self._counted(incoming)
        try:
            self._take_all(found)
        except LibraryUnavailable as error:
            if not self.changes:
                raise
            self.cut_short = str(error)
            for place, item in enumerate(found):
                if place not in self.lines:
                    self._fail(place, item, str(error))

    def outcome(self) -> Outcome[ImportReport]:
        """Return the report, in the order of the sources."""
        lines = tuple(self.lines[place] for place in sorted(self.lines))
        label = LABEL if self.changes and self.group != QUIET else ""
        left = len(self.found) - len(lines)
        is_over = not (left or self.cut_short or (self.cancelled and not self.found))
        rest = "" if is_over else self.tally.id
        report = ImportReport(lines, self.cancelled, left, rest, self.cut_short)
        return Outcome(report, self.changes, label)

    def _counted(self, incoming: Iterable[Path | Source]) -> Sequence[Found]:
        """Return what is to be read; nothing if the person stops it."""
        found: list[Found] = []
        told = time.monotonic()
        for item in walked(incoming, except_folder=self.library.folder):
            found.append(item)
            if time.monotonic() - told > _BATCH_SECONDS:
                told = time.monotonic()
                if not self.tell(Progress(0, None, path_of(item))):
                    self.cancelled = True
                    return ()
        self.tally.count(len(found))
        return found

    def _take_all(self, found: Sequence[Found]) -> None:
        try:
            for place, item in enumerate(found):
                here = Progress(place, len(found), path_of(item))
                self._go_on(here)
                self._take_one(place, item, here)
                self._gather(self.crew.done())
            while self.crew.is_busy:
                self._gather(self.crew.done(_BEAT))
                self._go_on(Progress(len(found), len(found)))
        except Cancelled:
            self.cancelled = True
        self._store()

    def _go_on(self, here: Progress) -> None:
        """Tell how far it is. Raises Cancelled if that is far enough."""
        if not self.tell(here):
            raise Cancelled

    def _take_one(self, place: int, item: Found, here: Progress) -> None:
        if isinstance(item, Refused):
            self.lines[place] = Imported(item.path, item.fate, reason=item.reason)
            return
        if entry := self.tally.entry_of(place, item):
            line = Imported(path_of(item), Fate.DUPLICATE, entry.article_id, IN_ALREADY)
            self.lines[place] = replace(line, link=entry.link)
            return
        try:
            source = self._source_of(item)
        except UnreadableSource as error:
            self._fail(place, item, str(error))
            return
        task = Task(place, source)
        if source.media_type in _READ_HERE and len(source.data) <= SMALL_TEXT:
            self._gather([(task, answered(read_ready, source))])
            return
        self._wait(here, lambda: self.crew.has(source))
        if not self._is_known(place, source):
            self._wait(here, lambda: not self.crew.has_room)
            self.crew.give(task)

    def _wait(self, here: Progress, is_so: Callable[[], bool]) -> None:
        while is_so():
            self._gather(self.crew.done(_BEAT))
            self._go_on(here)

    def _source_of(self, item: Path | Source | Inside) -> Source:
        """Return the bytes of what was found. Raises UnreadableSource."""
        if isinstance(item, Path):
            return source_from_path(item)
        return self.unpacking.source_of(item) if isinstance(item, Inside) else item

    def _gather(self, done: Iterable[Done[Ready]]) -> None:
        """Let articles wait for their batch, and store the batch when it is one."""
        for task, answer in done:
            if isinstance(answer, UnreadableSource):
                LOG.info("%s was refused: %s", task.source.name, answer.details or answer)
                self._fail(task.place, task.source, str(answer))
                continue
            if not self.waiting:
                self.waiting_since, self.waiting_bytes = time.monotonic(), 0
            self.waiting.append(Waiting(task.place, task.source, answer))
            self.waiting_bytes += len(task.source.data)
        if self._is_batch():
            self._store()

    def _fail(self, place: int, item: Found, reason: str) -> None:
        self.lines[place] = Imported(path_of(item), Fate.FAILED, reason=reason)

    def _is_known(self, place: int, source: Source) -> bool:
        """Say whether these bytes are in the library, which spares reading them."""
        if any(one.source.sha256 == source.sha256 for one in self.waiting):
            self._store()  # or which of the two is the article would be a matter of time
        known = known_already(self.library, source, self.group)
        if known is not None:
            self._tell({place: known[0]})
            self.changes |= known[1]
        return known is not None

    def _is_batch(self) -> bool:
        return bool(self.waiting) and (
            len(self.waiting) >= _BATCH
            or self.waiting_bytes > _BATCH_BYTES
            or time.monotonic() - self.waiting_since > _BATCH_SECONDS
        )

    def _store(self) -> None:
        """Put what waits into the library. Raises LibraryUnavailable."""
        batch, self.waiting = sorted(self.waiting, key=lambda one: one.place), []
        try:
            stored = store(self.library, batch, self.group)
        except LibraryUnavailable as error:
            for one in batch:
                self._fail(one.place, one.source, str(error))
            raise
        self._tell(stored.lines)
        self.changes |= stored.changes

    def _tell(self, lines: Mapping[int, Imported]) -> None:
        """Tell what became of files; what is in is on the disk, and remembered only now."""
        self.lines.update(lines)
        self.tally.note(lines)


def _goes_on(_: Progress) -> bool:
    return True
