"""Files of watched folders that are ready come into the library, and the log tells of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from clipreader.library import Library
from clipreader.model import Fate, Imported, ImportReport, Outcome, Progress
from clipreader.operations import importing
from clipreader.operations.unpacking import holds_several
from clipreader.operations.watching.logbook import LONGEST, Logbook, LogLine
from clipreader.operations.watching.looking import Seen
from clipreader.operations.watching.remembering import Remembered
from clipreader.operations.whole_file import shown


@dataclass(frozen=True, slots=True)
class Notes:
    """What is kept of the watched folders of a library."""

    remembered: Remembered
    logbook: Logbook


def notes_in(folder: Path) -> Notes:
    """Read what is kept in a folder of notes; nothing of it is an error."""
    return Notes(Remembered(folder), Logbook(folder))


def forget_since(folder: Path, moment: datetime) -> None:
    """Forget, in a folder of notes, what was taken since a moment, so that it comes in again.

    For when the library is as it was then: what came later is in the folders and not in it. Where
    the log does not reach back so far, all is forgotten; what is in is found to be known when it
    is read. Raises OSError.
    """
    notes = notes_in(folder)
    lines = notes.logbook.lines
    since = moment.replace(microsecond=0)  # the log knows no less than a second
    is_known = len(lines) < LONGEST or lines[0].when < since
    came = {line.path for line in lines if line.when >= since}
    came |= {str(one) for path in came for one in PurePath(path).parents}
    notes.remembered.forget(lambda path: not is_known or shown(path) in came)


def take(
    library: Library,
    files: Sequence[Seen],
    notes: Notes,
    *,
    progress: Callable[[Progress], bool] | None = None,
) -> Outcome[ImportReport]:
    """Import files quietly; log them, and remember those of which everything was told.

    What comes in leaves no undo record and what lies in the trash stays there, as
    ``import_sources`` says of a quiet import. What could not be stored, because the library could
    not be written, is neither logged nor remembered. Raises LibraryUnavailable.
    """
    paths = [one.path for one in files]
    outcome = importing.import_sources(library, paths, progress=progress, quiet=True)
    report = outcome.value
    told = _by_file(files, report)
    _log(notes.logbook, report, (item for items in told.values() for item in items))
    taken: list[Seen] = []
    failed: list[Seen] = []
    for one in files:
        items = told[one.path]
        if not items or _is_in_part(one, report) or any(_is_put_off(i, report) for i in items):
            continue
        is_in = any(item.article_id for item in items)
        (taken if is_in else failed).append(one)
    notes.remembered.take(taken)
    notes.remembered.fail(failed)
    return outcome


def _by_file(files: Sequence[Seen], report: ImportReport) -> Mapping[Path, list[Imported]]:
    """Return the report's lines by the files they speak of; chapters are lines of their book."""
    places = {shown(str(one.path)): one.path for one in files}
    told: dict[Path, list[Imported]] = {one.path: [] for one in files}
    for item in report.items:
        ways = (item.path, *map(str, PurePath(item.path).parents))
        path = next((places[way] for way in ways if way in places), None)
        if path is not None:
            told[path].append(item)
    return told


def _log(logbook: Logbook, report: ImportReport, items: Iterable[Imported]) -> None:
    now = datetime.now(UTC)
    logbook.add(
        [
            LogLine(now, item.path, item.fate.value, _words(item), item.article_id or "")
            for item in items
            if not _is_put_off(item, report)
        ]
    )


def _words(item: Imported) -> str:
    return " ".join(words for words in (item.reason, *item.notes) if words)


def _is_in_part(one: Seen, report: ImportReport) -> bool:
    """Say whether an import that was cancelled may have told of some of its chapters only."""
    return report.cancelled and holds_several(one.path)


def _is_put_off(item: Imported, report: ImportReport) -> bool:
    """Say whether it is no fault of the file that it is not in."""
    return bool(report.cut_short) and (item.fate, item.reason) == (Fate.FAILED, report.cut_short)
