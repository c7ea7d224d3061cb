"""A process of its own that reads articles, and that can be killed.

What, why: parsers of mark-up are the part that hostile or broken files can bring to hang, to eat
all memory or to crash. In a process of their own they take nothing with them: it has no handle on
the library, a limit of memory and of processor time, and is killed and started again after any
mishap. It is spawned, never forked, because a forked process would share the open database. The
first article costs what a start of Python costs (about 0.3 s), each further one under a
millisecond.

What else was tried: a pool of the standard library (a killed process breaks the whole pool), and
a thread (it cannot be killed).
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final

from clipreader.model import Source, UnreadableSource
from clipreader.operations.parsing import Reading, read_article

LOG = logging.getLogger(__name__)

CPU_SECONDS: Final = 10
"""How long a source may be worked on, in seconds of processor time."""

WALL_SECONDS: Final = 30.0
"""How long a source may take on a busy machine, in seconds."""

MEMORY: Final = 1 << 30
"""How much address space the process may have, in bytes, where the system keeps such a limit."""

_START_SECONDS: Final = 30.0
_BEAT: Final = 0.1

Read = Callable[[Source], Reading]
Answer = Reading | UnreadableSource


class Cancelled(Exception):
    """The person asked to stop while a source was being read."""


class Worker:
    """Reads sources in a process that is started when first needed.

    ``read`` is for one thread at a time. Use it in ``with``, or ``close`` it. What it is given to
    read with has to be a function of a module, so that the process finds it by its name.
    """

    def __init__(
        self,
        read: Read = read_article,
        *,
        cpu_seconds: float = CPU_SECONDS,
        wall_seconds: float = WALL_SECONDS,
    ) -> None:
        self._read = read
        self._cpu_seconds = cpu_seconds
        self._wall_seconds = wall_seconds
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._is_useless = False

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Return the number of the process that reads, or None if there is none."""
        return self._process.pid if self._process else None

    def read(self, source: Source, still_wanted: Callable[[], bool] = lambda: True) -> Reading:
        """Read a source; its draft comes back without its lines.

        ``still_wanted`` is asked ten times a second. Raises UnreadableSource with a sentence for
        the person, and Cancelled if the source is no longer wanted.
        """
        pipe = self._pipe_to_process(still_wanted)
        if pipe is None:
            return attempted(self._read, source)
        try:
            pipe.send(source)
            if not self._waited(pipe, self._wall_seconds, still_wanted):
                raise _took_too_long(source)
            answer, is_spent = pipe.recv()
        except (EOFError, OSError) as error:
            raise self._told_why(source) from error
        except UnreadableSource:
            self.close()
            raise
        if is_spent:
            self.close()
        if isinstance(answer, UnreadableSource):
            raise answer
        return answer

    def close(self) -> None:
        """End the process at once. Harmless if there is none; another is started when needed."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None

    def _pipe_to_process(self, still_wanted: Callable[[], bool]) -> Connection | None:
        """Return the way to the process, started if need be; None if none can be started."""
        if self._pipe is None and not self._is_useless:
            self._start(still_wanted)
        return self._pipe

    def _start(self, still_wanted: Callable[[], bool]) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve,
            args=(theirs, self._read, self._cpu_seconds),
            name="clipreader-reader",
            daemon=True,
        )
        self._pipe = ours
        try:
            process.start()
            self._process = process
            theirs.close()
            if self._waited(ours, _START_SECONDS, still_wanted):
                ours.recv()
                return
        except (EOFError, OSError) as error:
            LOG.warning("no process to read articles in: %r", error)
        theirs.close()
        self._is_useless = True
        self.close()

    def _waited(self, pipe: Connection, seconds: float, still_wanted: Callable[[], bool]) -> bool:
        """Wait for an answer; False if it takes too long. Raises Cancelled."""
        end = time.monotonic() + seconds
        while not pipe.poll(_BEAT):
            if not still_wanted():
                self.close()
                raise Cancelled
            if time.monotonic() > end:
                return False
        return True

    def _told_why(self, source: Source) -> UnreadableSource:
        """Return why the process ended, and make room for a new one."""
        code = None
        if self._process is not None:
            self._process.join(1)
            code = self._process.exitcode
        self.close()
        if code is not None and code == -getattr(signal, "SIGXCPU", 0):
            return _took_too_long(source)
        return UnreadableSource(
            f"“{source.name}” could not be read, because reading it ended unexpectedly.",
            f"the process ended with {code}",
        )


def attempted(read: Read, source: Source) -> Reading:
    """Read a source here; a mistake of ours refuses this one source. Raises UnreadableSource."""
    try:
        return read(source)
    except UnreadableSource:
        raise
    except Exception as error:
        raise UnreadableSource(
            f"“{source.name}” could not be read, because of a mistake in ClipReader.",
            traceback.format_exc(),
        ) from error


def serve(pipe: Connection, read: Read, cpu_seconds: float) -> None:
    """Answer sources with articles until the pipe is closed: what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    pipe.send(None)
    while True:
        try:
            source: Source = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_processor(cpu_seconds)
        pipe.send(_answered(read, source))


def _answered(read: Read, source: Source) -> tuple[Answer, bool]:
    """Return the article, or why there is none, and whether the process is of no more use."""
    try:
        reading = attempted(read, source)
    except UnreadableSource as error:
        spent = isinstance(error.__cause__, (MemoryError, RecursionError))
        return UnreadableSource(str(error), error.details), spent
    return replace(reading, draft=replace(reading.draft, lines=(), candidates=())), False


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def _limit_processor(seconds: float) -> None:
    """Let the system end this process after so many more seconds of work."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = int(time.process_time() + seconds + 1)
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, most))


def _took_too_long(source: Source) -> UnreadableSource:
    return UnreadableSource(f"“{source.name}” takes too long to be read.")
