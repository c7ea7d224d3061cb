"""Links become the articles they lead to: their pages are fetched, once the person said yes.

Nothing here asks the person; whoever calls this has. A link whose page cannot be fetched stays as
it is, and can be tried again.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Final

from clipreader.importers import LINK
from clipreader.library import Library, articles, shelving
from clipreader.library.faults import READ_ONLY
from clipreader.model import (
    Changes,
    ClipreaderError,
    Fetched,
    LibraryUnavailable,
    NotFetched,
    Outcome,
    Progress,
    new_id,
)
from clipreader.operations.crew import Crew, Task, crew_of
from clipreader.operations.errand import Brought, Errand, fetch_page
from clipreader.operations.fetched_page import KINDS, checked, source_of
from clipreader.operations.parsing import Reading, read_article
from clipreader.operations.versions import take_over
from clipreader.operations.whole_file import LARGEST_FILE
from clipreader.operations.worker import Answer
from clipreader.text.addresses import host_of

LOG = logging.getLogger(__name__)

MOST_AT_ONCE: Final = 3
"""How many pages are fetched at the same time."""

LABEL: Final = "fetching of the page"
"""What the undo record of a fetched page is called."""

LABEL_OF_SEVERAL: Final = "fetching of pages"
"""What it is called where several pages were wanted."""

_BEAT: Final = 0.1


@dataclass(frozen=True, slots=True)
class FollowedLink:
    """What became of one link; ``failure`` is a sentence, empty if its page is there now."""

    article_id: str
    address: str
    failure: str = ""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What became of some links, in their order. ``cancelled`` keeps what was fetched."""

    items: tuple[FollowedLink, ...] = ()
    cancelled: bool = False

    @property
    def fetched(self) -> tuple[FollowedLink, ...]:
        """Return the links whose pages are there now."""
        return tuple(item for item in self.items if not item.failure)

    @property
    def failed(self) -> tuple[FollowedLink, ...]:
        """Return the links whose pages could not be fetched."""
        return tuple(item for item in self.items if item.failure)


def links_among(library: Library, article_ids: Iterable[str]) -> dict[str, str]:
    """Return those articles that are links and no more, with their addresses, in the order given.

    Ids that the library does not know are passed over, and so is what lies in the trash.
    """
    found: dict[str, str] = {}
    with library.reading() as connection:
        for article_id in dict.fromkeys(article_ids):
            try:
                number = articles.number_of(connection, article_id)
            except ClipreaderError:
                continue
            row = articles.source_row(connection, number)
            is_there = not shelving.standing(connection, number).trashed
            if row["media_type"] == LINK and row["url"] and is_there:
                found[article_id] = row["url"]
    return found


def fetch_pages(
    library: Library,
    article_ids: Iterable[str],
    *,
    progress: Callable[[Progress], bool] | None = None,
) -> Outcome[FetchReport]:
    """Fetch the pages of links; each becomes the text of its article.

    One undo takes back what one call brought; where the person did something else meanwhile, what
    came after that is a step of its own.
    Pictures are not fetched. ``progress`` is called on this thread some times a second; False
    cancels and keeps what is there. Articles that are no links are passed over. Raises
    LibraryUnavailable if the library cannot be written.
    """
    if library.is_read_only:
        raise LibraryUnavailable(READ_ONLY)
    wanted = links_among(library, article_ids)
    if not wanted:
        return Outcome(FetchReport())
    errands = [
        Errand(fetch_page, KINDS, LARGEST_FILE) for _ in range(min(MOST_AT_ONCE, len(wanted)))
    ]
    try:
        with crew_of(read_article) as crew:
            run = _Round(library, wanted, crew, list(errands), progress or _goes_on)
            run.go()
    finally:
        for errand in errands:
            errand.close()
    return run.outcome()


@dataclass(slots=True)
class _Round:
    """Some links on their way: what is being fetched, what is being read, what became of each."""

    library: Library
    wanted: dict[str, str]
    crew: Crew[Reading]
    idle: list[Errand]
    tell: Callable[[Progress], bool]
    failures: dict[str, str] = field(default_factory=dict[str, str])
    busy: dict[Errand, str] = field(default_factory=dict[Errand, str])
    fetched: deque[tuple[str, Fetched]] = field(default_factory=deque[tuple[str, Fetched]])
    changes: Changes = field(default_factory=Changes)
    label: str = ""
    cancelled: bool = False
    name: str = field(default_factory=new_id)

    def go(self) -> None:
        """Fetch everything, or as much as is wanted."""
        waiting = deque(self.wanted)
        places = list(self.wanted)
        while waiting or self.busy or self.fetched or self.crew.is_busy:
            # no more pages lie in memory than are fetched at once, however long reading takes
            while waiting and self.idle and not self.fetched:
                self._begin(self.idle.pop(), waiting.popleft())
            if not self._goes_on():
                self.cancelled = True
                return
            self._listen()
            self._read(places)
            for task, answer in self.crew.done(_BEAT if self.fetched or not self.busy else 0):
                self._keep(places[task.place], task, answer)

    def outcome(self) -> Outcome[FetchReport]:
        """Return what became of each; of what was cancelled nothing is told."""
        items = tuple(
            FollowedLink(article_id, self.wanted[article_id], failure)
            for article_id in self.wanted
            if (failure := self.failures.get(article_id)) is not None
        )
        return Outcome(FetchReport(items, self.cancelled), self.changes, self.label)

    def _begin(self, errand: Errand, article_id: str) -> None:
        errand.begin(self.wanted[article_id])
        self.busy[errand] = article_id

    def _goes_on(self) -> bool:
        under_way = next(iter(self.busy.values()), "")
        name = host_of(self.wanted[under_way]) if under_way else ""
        return self.tell(Progress(len(self.failures), len(self.wanted), name, is_fetch=True))

    def _listen(self) -> None:
        """Take what has come; wait a moment if nothing has."""
        pipes = [errand.pipe for errand in self.busy if errand.pipe is not None]
        if pipes:
            wait(pipes, 0 if self.fetched else _BEAT)
        for errand, article_id in tuple(self.busy.items()):
            brought: Brought | None = errand.answer()
            if brought is None:
                continue
            del self.busy[errand]
            self.idle.append(errand)
            if isinstance(brought, Fetched):
                self.fetched.append((article_id, brought))
            else:
                self._fail(article_id, brought)

    def _read(self, places: list[str]) -> None:
        """Hand what was fetched to those who read."""
        while self.fetched and self.crew.has_room:
            article_id, page = self.fetched.popleft()
            try:
                source = source_of(page)
            except NotFetched as error:
                self._fail(article_id, error)
            else:
                self.crew.give(Task(places.index(article_id), source))

    def _keep(self, article_id: str, task: Task, answer: Answer[Reading]) -> None:
        """Make what was read the text of its article."""
        try:
            if isinstance(answer, ClipreaderError):
                raise answer
            checked(answer.article, host_of(task.source.link or self.wanted[article_id]))
            label = LABEL if len(self.wanted) == 1 else LABEL_OF_SEVERAL
            outcome = take_over(self.library, article_id, task.source, answer, label, run=self.name)
        except ClipreaderError as error:
            self._fail(article_id, error)
            return
        self.failures[article_id] = ""
        self.changes |= outcome.changes
        self.label = outcome.label or self.label

    def _fail(self, article_id: str, error: ClipreaderError) -> None:
        LOG.info("%s was not fetched: %s", self.wanted[article_id], error.details or error)
        self.failures[article_id] = str(error)


def _goes_on(_: Progress) -> bool:
    return True
