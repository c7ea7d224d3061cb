"""A process of its own that reads articles, and that can be killed.

What, why: parsers of mark-up are the part that hostile or broken files can bring to hang, to eat
all memory or to crash. In a process of their own they take nothing with them: it has no handle on
the library, a limit of memory and of processor time, and is killed and started again after any
mishap. It is spawned, never forked, because a forked process would share the open database. The
first article costs what a start of Python costs (about 0.3 s), each further one under a
millisecond. It may be given sources ahead, so that it never waits while its answers are stored;
they are sent from a thread, because a pipe holds little and the one at the other end is reading.

What else was tried: a pool of the standard library (a killed process breaks the whole pool, and
its processes outlive an app that is killed), and a thread (it cannot be killed).
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Final, Generic, TypeVar

from clipreader.model import Source, UnreadableSource
from clipreader.operations.outgoing import Outgoing
from clipreader.operations.own_process import OwnProcess
from clipreader.operations.parsing import Reading

LOG = logging.getLogger(__name__)

CPU_SECONDS: Final = 10.0
"""How long one source may be worked on, in seconds of processor time."""

WALL_SECONDS: Final = 30.0
"""How long one source may take on a busy machine, in seconds."""

MEMORY: Final = 1 << 30
"""How much address space the process may have, in bytes, where the system keeps such a limit."""

_START_SECONDS: Final = 30.0
_BEAT: Final = 0.1
_MODESTY: Final = 5
"""By how much the process is less urgent than the app, as ``nice`` counts."""

READY: Final = "ready"
"""What the process says first."""

TOO_LONG: Final = "“{name}” takes too long to be read."
ENDED: Final = "“{name}” could not be read, because reading it ended unexpectedly."

Made = TypeVar("Made")
"""What a reader makes of a source."""

Read = Callable[[Source], Made]
"""What reads a source. Raises UnreadableSource."""

Answer = Made | UnreadableSource
"""What became of a source: an article (its draft without lines), or why there is none."""


class Worker(Generic[Made]):
    """Reads one source after another in a process, which is started when first needed.

    ``read`` has to be a function of a module, so that the process finds it by its name. Sources
    are answered in the order in which they were given. For one thread at a time; ``close`` it in
    the end. ``pipe`` can be waited for.
    """

    def __init__(
        self,
        read: Read[Made],
        *,
        cpu_seconds: float = CPU_SECONDS,
        wall_seconds: float = WALL_SECONDS,
    ) -> None:
        self._read = read
        self._wall_seconds = wall_seconds
        self._own = OwnProcess("clipreader-reader", serve, read, cpu_seconds)
        self._outgoing: Outgoing | None = None
        self._sources: deque[Source] = deque()
        self._ends_at = 0.0
        self._is_ready = False
        self._is_useless = False

    @property
    def pipe(self) -> Connection | None:
        """Return the way to the process, or None if there is none."""
        return self._own.pipe

    @property
    def pid(self) -> int | None:
        """Return the number of the process that reads, or None if there is none."""
        return self._own.pid

    @property
    def is_busy(self) -> bool:
        """Say whether it has not answered all it was given."""
        return bool(self._sources)

    def begin(self, source: Source) -> None:
        """Start to read, after what was given before; ``answer`` will tell. Does not wait."""
        if not self._sources and self.pipe is not None and _is_over(self.pipe):
            self.close()  # it ended while there was nothing to do
        self._sources.append(source)
        if len(self._sources) == 1:
            self._begin_to_wait()
        if self._outgoing is not None:
            self._outgoing.put(source)
        else:
            self._start()

    def answer(self) -> Answer[Made] | None:
        """Return what became of the next source, or None while it is being read."""
        if not self._sources:
            return None
        if self.pipe is None and self._is_useless:
            return self._ended(answered(self._read, self._sources[0]))
        try:
            if self.pipe is not None and not self.pipe.poll():
                return None if time.monotonic() < self._ends_at else self._failed(TOO_LONG)
            if self.pipe is not None:
                return self._heard(self.pipe.recv())
        except (EOFError, OSError):
            pass
        return self._failed(self._why_it_ended())

    def close(self) -> None:
        """End the process at once. Harmless if there is none; another is started when needed."""
        self._own.kill()
        if self._outgoing is not None:
            self._outgoing.end()
            self._outgoing = None
        self._own.end()
        self._is_ready = False

    def _start(self) -> None:
        """Start a process and give it all that has no answer yet."""
        for _ in range(2):
            self._begin_to_wait()
            try:
                pipe = self._own.start()
            except OSError as error:
                LOG.warning("a process to read articles in is not there: %r", error)
                self.close()
            else:
                self._outgoing = Outgoing(pipe, self._sources)
                return
        self._is_useless = True

    def _begin_to_wait(self) -> None:
        seconds = self._wall_seconds if self._is_ready else _START_SECONDS
        self._ends_at = time.monotonic() + seconds

    def _heard(self, told: tuple[Answer[Made], bool] | str) -> Answer[Made] | None:
        if isinstance(told, str):
            self._is_ready = True
            self._begin_to_wait()
            return None
        answer, is_spent = told
        if is_spent:
            self.close()
        return self._ended(answer)

    def _ended(self, answer: Answer[Made]) -> Answer[Made]:
        """Go on with the next source, in a new process if that of this one is gone."""
        self._sources.popleft()
        self._begin_to_wait()
        if self._sources and self.pipe is None and not self._is_useless:
            self._start()
        return answer

    def _failed(self, why: str) -> Answer[Made] | None:
        """Refuse the source and make room for a new process; read it here if there is none."""
        never_ran = not self._is_ready
        self.close()
        if never_ran:
            LOG.warning("no process to read articles in could be started")
            self._is_useless = True
            return None
        return self._ended(UnreadableSource(why.format(name=self._sources[0].name)))

    def _why_it_ended(self) -> str:
        code = self._own.exit_code(1)
        is_limit = code is not None and code == -getattr(signal, "SIGXCPU", 0)
        return TOO_LONG if is_limit else ENDED


def read_apart(read: Read[Made], source: Source) -> Made:
    """Read one source in a process of its own. Raises UnreadableSource, also if that dies."""
    worker = Worker(read)
    try:
        worker.begin(source)
        while (answer := worker.answer()) is None:
            if worker.pipe is not None:
                worker.pipe.poll(_BEAT)
    finally:
        worker.close()
    if isinstance(answer, UnreadableSource):
        raise answer
    return answer


def answered(read: Read[Made], source: Source) -> Answer[Made]:
    """Read a source in this process; a mistake of ours refuses this one source. Never raises."""
    return _answered(read, source)[0]


def serve(pipe: Connection, read: Read[object], cpu_seconds: float) -> None:
    """Answer sources with articles until the pipe is closed: what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_modest()
    _limit_memory()
    gc.freeze()  # what has been loaded so far is never garbage, and need not be looked through
    with contextlib.suppress(EOFError, OSError, MemoryError):
        pipe.send(READY)
        while True:
            source: Source = pipe.recv()
            _limit_processor(cpu_seconds)
            answer, is_spent = _answered(read, source)
            pipe.send((answer, is_spent))
            if is_spent:
                return  # the next source is for another process, which has all its memory


def _is_over(pipe: Connection) -> bool:
    """Say whether the process behind an idle pipe has ended: it has nothing to say otherwise."""
    try:
        return pipe.poll()
    except OSError:
        return True


def _answered(read: Read[Made], source: Source) -> tuple[Answer[Made], bool]:
    """Return the article, or why there is none, and whether the process is of no more use."""
    try:
        made = read(source)
    except UnreadableSource as error:
        spent = isinstance(error.__cause__, (MemoryError, RecursionError))
        return UnreadableSource(str(error), error.details), spent
    except Exception:
        words = f"“{source.name}” could not be read, because of a mistake in ClipReader."
        return UnreadableSource(words, traceback.format_exc()), False
    return _without_lines(made), False


def _without_lines(made: Made) -> Made:
    """Return what was made without what only its maker needs."""
    if not isinstance(made, Reading):
        return made
    return replace(made, draft=replace(made.draft, lines=(), candidates=()))


def _be_modest() -> None:
    """Let the window, and whatever else the person works with, have the processor first."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(_MODESTY)


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
