"""``import``: files, folders and standard input into the library."""

from __future__ import annotations

import signal
import sys
import time
from argparse import Namespace
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from clipreader.commands import objects, whole_library
from clipreader.commands.mishaps import INTERRUPTED
from clipreader.commands.opening import library_to_write
from clipreader.commands.printing import cut, one_line, print_columns, print_json, tell
from clipreader.commands.sources import STANDARD_INPUT, from_address, from_standard_input
from clipreader.model import Fate, Imported, ImportReport, Progress, Source, UnreadableSource
from clipreader.operations import importing, links
from clipreader.operations.links import FetchReport
from clipreader.operations.whole_library import folders_among

_CLEARED = "\r\x1b[K"
_FATES = {Fate.ADDED: "added", Fate.VERSION: "new version", Fate.DUPLICATE: "already there"}
_FETCHED = "The page was fetched, and no pictures besides."
_WIDEST = 70
_EVERY = 0.1


def import_paths(typed: Namespace) -> int:
    """Import and tell what became of each source; 1 if one failed. Raises LibraryUnavailable.

    The pages of links are fetched if that was asked for; a link whose page could not be fetched is
    there and counts as failed. Ctrl+C ends it between two articles: what is in stays and is told.
    A second one ends it at once. However it ended early, the same command goes on with what is
    left. The folder of a whole library is brought in as what it is.
    """
    if folders := folders_among(typed.paths):
        with _progress() as progress:
            return whole_library.take_in(typed, folders, progress)
    incoming, refused = _incoming(typed.paths)
    with library_to_write(typed.library) as library, _progress() as progress:
        report = importing.import_sources(library, incoming, progress=progress).value
        fetched = FetchReport()
        if typed.fetch and not report.cancelled:
            ids = [item.article_id for item in report.items if item.link and item.article_id]
            fetched = links.fetch_pages(library, ids, progress=progress).value
    items = (*refused, *(_followed(item, fetched) for item in report.items))
    if typed.json:
        print_json([objects.imported(item) for item in items])
    else:
        print_columns(_rows(items))
    _tell_of_two_times(report)
    code = _told_failures(ImportReport(items), fetched)
    return INTERRUPTED if report.cancelled or fetched.cancelled else code


class _Progress:
    """Shows on a terminal how far an import is; says whether it is to go on."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()
        self._shown_at = 0.0
        self._goes_on = True

    def __call__(self, progress: Progress) -> bool:
        """Show the progress, not more often than an eye can follow."""
        now = time.monotonic()
        if self._is_shown and now - self._shown_at > _EVERY:
            self._shown_at = now
            total = "" if progress.total is None else f" of {progress.total}"
            words = cut(f"{progress.done}{total}  {one_line(progress.name)}", _WIDEST)
            print(f"{_CLEARED}{words}", end="", file=sys.stderr, flush=True)
        return self._goes_on

    def stop(self, number: int, frame: FrameType | None) -> None:
        """Let the import end after the article in hand; the next Ctrl+C is as everywhere."""
        self._goes_on = False
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def clear(self) -> None:
        """Take away what was shown."""
        if self._shown_at:
            print(_CLEARED, end="", file=sys.stderr, flush=True)


@contextmanager
def _progress() -> Generator[_Progress, None, None]:
    progress = _Progress()
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
        progress.clear()


def _incoming(typed: Iterable[Path | str]) -> tuple[list[Path | Source], list[Imported]]:
    """Return what can be imported, and the line about a standard input that cannot."""
    incoming: list[Path | Source] = []
    refused: list[Imported] = []
    for path in dict.fromkeys(typed):
        if path != STANDARD_INPUT:
            incoming.append(path if isinstance(path, Path) else from_address(path))
            continue
        try:
            incoming.append(from_standard_input())
        except UnreadableSource as error:
            refused.append(Imported(str(path), Fate.FAILED, reason=str(error)))
    return incoming, refused


def _rows(items: Iterable[Imported]) -> Iterator[tuple[str, ...]]:
    for item in items:
        if item.fate in _FATES:
            told = " ".join((item.path, *(f"({note})" for note in item.notes)))
            yield _FATES[item.fate], item.article_id or "", told


def _tell_of_two_times(report: ImportReport) -> None:
    """Tell what an import that was interrupted had done before, and what it leaves now."""
    before = sum(item.reason == importing.IN_ALREADY for item in report.items)
    if before:
        tell(f"{_articles(before)} in before this import was interrupted; it went on.")
    if report.cancelled and report.rest:
        left = f"{report.left:,} left. " if report.left else ""
        tell(f"Interrupted. {left}The same command goes on with the rest.")


def _articles(number: int) -> str:
    return "1 article was" if number == 1 else f"{number:,} articles were"


def _followed(item: Imported, fetched: FetchReport) -> Imported:
    """Return the line of a link with what became of its page."""
    is_there = any(one.article_id == item.article_id for one in fetched.fetched)
    return replace(item, notes=(_FETCHED,)) if item.link and is_there else item


def _told_failures(report: ImportReport, fetched: FetchReport) -> int:
    failed = report.of(Fate.FAILED)
    told = (*failed, *report.of(Fate.UNREAD))
    tell(*(f"{one_line(item.path)}: {item.reason}" for item in told))
    tell(*(f"{item.address}: {item.failure}" for item in fetched.failed))
    return 1 if failed or fetched.failed else 0
