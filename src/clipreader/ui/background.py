"""Runs operations off the window's thread, one after another, and announces their changes.

One thread owns the library; jobs go in through a queue, results come back as signals, so
there are no locks and SQLite has one writer. A long import would keep the window waiting for its
turn: that is why the worker does the short jobs that have queued up each time an operation
reports its progress, between two articles.

What else was tried: a pool of threads (two writers, and SQLite's write-ahead log before 3.51.3
can be damaged by them), and a second connection for reading (twice the states to test).
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, Signal

from clipreader.model import Changes, ClipreaderError, LibraryDamaged, Outcome, Progress
from clipreader.ui.wording import tr

if TYPE_CHECKING:
    from clipreader.operations import Library

Then = Callable[[Any], object]
"""What is called on the window's thread with an operation's result."""

Failed = Callable[[ClipreaderError], object]
"""What is called on the window's thread with the reason why there is no result."""

LOG = logging.getLogger(__name__)

_REPORT_EVERY = 0.05


@dataclass(eq=False, slots=True)
class _Job:
    """One call that waits for the worker; ``dropped`` jobs are passed over.

    One that is to be done ``alone`` waits for the end of a long one.
    """

    function: Callable[..., object]
    arguments: tuple[object, ...]
    then: Then | None
    failed: Failed | None
    with_library: bool = True
    with_progress: bool = False
    alone: bool = False
    dropped: bool = False


class _Worker(QThread):
    """The thread that owns the library."""

    done = Signal(object, object)
    failed = Signal(object, object)
    progressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.cancelled = threading.Event()
        self._waiting: deque[_Job | None] = deque()
        self._library: Library | None = None
        self._reported = 0.0

    def run(self) -> None:
        """Do jobs until there is a None, then close the library."""
        while (job := self._next()) is not None:
            self._do(job)
        if self._library is not None:
            self._library.close()

    def open(self, folder: Path, read_only: bool) -> Library:
        """Open the library that all further jobs get. Raises LibraryUnavailable."""
        # Here and not above: the verbs bring SQLAlchemy with them, and the window is painted first.
        from clipreader.operations import open_library  # noqa: PLC0415

        if self._library is not None:
            self._library.close()
        self._library = open_library(folder, read_only=read_only)
        return self._library

    def closed(self, function: Callable[..., object], *arguments: object) -> object:
        """Call a function while no library is open; then the same place is opened, if it can be."""
        if self._library is None:
            return function(*arguments)
        folder, read_only = self._library.folder, self._library.is_read_only
        self._library.close()
        self._library = None
        try:
            return function(*arguments)
        finally:
            with contextlib.suppress(ClipreaderError):
                self.open(folder, read_only)

    def _next(self) -> _Job | None:
        return self._waiting.popleft() if self._waiting else self.queue.get()

    def _do(self, job: _Job) -> None:
        if job.dropped:
            return
        try:
            result = self._call(job)
        except ClipreaderError as error:
            self.failed.emit(job, error)
        except Exception as error:
            details = traceback.format_exc()
            LOG.exception("%s failed", getattr(job.function, "__name__", "an operation"))
            words = tr("Something went wrong: {reason}").format(
                reason=str(error) or type(error).__name__
            )
            self.failed.emit(job, ClipreaderError(words, details))
        else:
            self.done.emit(job, result)

    def _call(self, job: _Job) -> object:
        arguments = job.arguments
        if job.with_library:
            if self._library is None:
                raise ClipreaderError(tr("The library is not open."))
            arguments = (self._library, *arguments)
        if not job.with_progress:
            return job.function(*arguments)
        self.cancelled.clear()
        return job.function(*arguments, progress=self._report)

    def _report(self, progress: Progress) -> bool:
        now = time.monotonic()
        if now - self._reported > _REPORT_EVERY:
            self._reported = now
            self.progressed.emit(progress)
            self._do_short_jobs()
        return not self.cancelled.is_set()

    def _do_short_jobs(self) -> None:
        while not self.queue.empty():
            job = self.queue.get()
            if job is None:
                self.cancelled.set()
                self._waiting.append(None)
            elif job.with_progress or job.alone:
                self._waiting.append(job)
            else:
                self._do(job)


class Background(QObject):
    """The window's door to the library: ``run`` an operation, hear of its changes.

    ``library_changed`` comes before an operation's ``then``. ``mishap`` (a sentence, details for
    "Copy details") comes for failures that nobody else takes, ``damaged`` besides for every failure
    because of the library's file. ``busy_changed`` says whether anything waits for the worker.
    """

    library_changed = Signal(object)
    progressed = Signal(object)
    mishap = Signal(str, str)
    damaged = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_jobs = 0
        self._is_closed = False
        self._latest: dict[str, _Job] = {}
        self._worker = _Worker()
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._worker.progressed.connect(self.progressed)
        self._worker.start()

    @property
    def is_busy(self) -> bool:
        """Say whether a job waits or is being done."""
        return self._open_jobs > 0

    def open(
        self, folder: Path, *, read_only: bool = False, then: Then, failed: Failed | None = None
    ) -> None:
        """Open the library on the worker; ``failed`` gets a LibraryUnavailable."""
        self._put(_Job(self._worker.open, (folder, read_only), then, failed, with_library=False))

    def run(
        self,
        operation: Callable[..., object],
        *arguments: object,
        then: Then | None = None,
        failed: Failed | None = None,
        replaces: str = "",
    ) -> None:
        """Call ``operation(library, *arguments)``; what waits under ``replaces`` is dropped."""
        job = _Job(operation, arguments, then, failed)
        if replaces:
            if replaces in self._latest:
                self._drop(self._latest[replaces])
            self._latest[replaces] = job
        self._put(job)

    def run_long(
        self,
        operation: Callable[..., object],
        *arguments: object,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Call ``operation(library, *arguments, progress=…)``; ``cancel`` ends it early."""
        self._put(_Job(operation, arguments, then, failed, with_progress=True))

    def call(
        self,
        function: Callable[..., object],
        *arguments: object,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Call a function that needs no library, off the window's thread."""
        self._put(_Job(function, arguments, then, failed, with_library=False))

    def call_closed(
        self,
        function: Callable[..., object],
        *arguments: object,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Call a function that needs the library closed; it is opened again afterwards.

        A long operation in hand comes to its end first: it works with the library that is open.
        """
        wanted = (function, *arguments)
        job = _Job(self._worker.closed, wanted, then, failed, with_library=False, alone=True)
        self._put(job)

    def cancel(self) -> None:
        """Ask the long operation in hand to stop at its next report."""
        self._worker.cancelled.set()

    def close(self) -> None:
        """Let the jobs that wait end, close the library and stop the thread.

        What is asked for afterwards, by a timer that still runs, is passed over.
        """
        self._is_closed = True
        self.cancel()
        self._worker.queue.put(None)
        self._worker.wait()

    def _put(self, job: _Job) -> None:
        if self._is_closed:
            return
        self._open_jobs += 1
        if self._open_jobs == 1:
            self.busy_changed.emit(True)
        self._worker.queue.put(job)

    def _drop(self, job: _Job) -> None:
        if not job.dropped:
            job.dropped = True
            self._ended()

    def _ended(self) -> None:
        self._open_jobs -= 1
        if self._open_jobs == 0:
            self.busy_changed.emit(False)

    def _on_done(self, job: _Job, result: object) -> None:
        if self._is_closed:
            return
        stale = job.dropped
        if isinstance(result, Outcome) and result.changes:
            changes: Changes = result.changes
            self.library_changed.emit(changes)
        if not stale:
            job.dropped = True
            self._ended()
            if job.then is not None:
                job.then(result)  # pyright: ignore[reportUnknownArgumentType]  # any Outcome

    def _on_failed(self, job: _Job, error: ClipreaderError) -> None:
        if job.dropped or self._is_closed:
            return
        job.dropped = True
        self._ended()
        if isinstance(error, LibraryDamaged):
            self.damaged.emit(error)
        if job.failed is not None:
            job.failed(error)
        else:
            self.mishap.emit(str(error), error.details)
