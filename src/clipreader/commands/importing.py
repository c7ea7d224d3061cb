"""``import``: files, folders and standard input into the library."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from clipreader.commands import objects
from clipreader.commands.opening import library_to_write
from clipreader.commands.printing import cut, one_line, print_columns, print_json, tell
from clipreader.commands.sources import STANDARD_INPUT, from_standard_input
from clipreader.model import Fate, Imported, ImportReport, Progress, Source, UnreadableSource
from clipreader.operations import importing

_CLEARED = "\r\x1b[K"
_FATES = {Fate.ADDED: "added", Fate.DUPLICATE: "already there"}
_WIDEST = 70


def import_paths(typed: Namespace) -> int:
    """Import and tell what became of each source; 1 if one failed. Raises LibraryUnavailable."""
    incoming, refused = _incoming(typed.paths)
    with library_to_write(typed.library) as library:
        outcome = importing.import_sources(
            library, incoming, progress=_show if sys.stderr.isatty() else None
        )
    if sys.stderr.isatty():
        print(_CLEARED, end="", file=sys.stderr, flush=True)
    items = (*refused, *outcome.value.items)
    if typed.json:
        print_json([objects.imported(item) for item in items])
    else:
        print_columns(_rows(items))
    return _told_failures(ImportReport(items))


def _incoming(typed: Iterable[Path]) -> tuple[list[Path | Source], list[Imported]]:
    """Return what can be imported, and the line about a standard input that cannot."""
    incoming: list[Path | Source] = []
    refused: list[Imported] = []
    for path in dict.fromkeys(typed):
        if path != STANDARD_INPUT:
            incoming.append(path)
            continue
        try:
            incoming.append(from_standard_input())
        except UnreadableSource as error:
            refused.append(Imported(str(path), Fate.FAILED, reason=str(error)))
    return incoming, refused


def _show(progress: Progress) -> bool:
    total = "" if progress.total is None else f" of {progress.total}"
    words = cut(f"{progress.done}{total}  {one_line(progress.name)}", _WIDEST)
    print(f"{_CLEARED}{words}", end="", file=sys.stderr, flush=True)
    return True


def _rows(items: Iterable[Imported]) -> Iterator[tuple[str, ...]]:
    for item in items:
        if item.fate != Fate.FAILED:
            told = " ".join((item.path, *(f"({note})" for note in item.notes)))
            yield _FATES[item.fate], item.article_id or "", told


def _told_failures(report: ImportReport) -> int:
    failed = report.of(Fate.FAILED)
    tell(*(f"{one_line(item.path)}: {item.reason}" for item in failed))
    return 1 if failed else 0
