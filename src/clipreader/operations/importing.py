"""Sources in, articles in the library, and a report of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from clipreader.library import Library
from clipreader.model import ImportReport, Outcome, Progress, Source


def import_sources(
    library: Library,
    incoming: Iterable[Path | Source],
    *,
    progress: Callable[[Progress], bool] | None = None,
) -> Outcome[ImportReport]:
    """Read files, folders and sources into the library; one bad file harms no other.

    The same bytes or the same text are reported as a duplicate, and brought back if they lay in
    the trash. ``progress`` is called on this thread before each item; False cancels and keeps
    what is in. An item is reported as added only when it is on disk. Undo moves the whole
    import to the trash. Raises LibraryUnavailable if the library cannot be written.
    """
    raise NotImplementedError
