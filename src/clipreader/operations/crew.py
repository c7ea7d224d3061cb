"""The workers of one import: who reads what, and what they found."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Final, Generic

from clipreader.model import Source
from clipreader.operations.worker import Answer, Made, Read, Worker

MOST_WORKERS: Final = 4
"""How many processes read at once, at most; one less than there are processors, but two if any.

On a machine of two processors the thread that stores is idle most of the time, so that a second
process makes pages come in nearly twice as fast.
"""


AHEAD: Final = 8
"""How many sources a worker has at once: the one that it reads, and those it goes on with.

While articles are stored nobody hands out sources; that takes as long as reading a few.
"""

AHEAD_BYTES: Final = 4_000_000
"""From how many bytes on a worker is given no more, so that little lies in memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read; ``place`` is its place in the report."""

    place: int
    source: Source


Done = tuple[Task, Answer[Made]]
"""A task and what became of it."""


class Crew(Generic[Made]):
    """Workers that are started one by one when all others are busy. Use it in ``with``.

    Each has up to ``ahead`` tasks at once.
    """

    def __init__(self, workers: Iterable[Worker[Made]], *, ahead: int = AHEAD) -> None:
        self._ahead = ahead
        self._tasks: dict[Worker[Made], deque[Task]] = {worker: deque() for worker in workers}

    def __enter__(self) -> Crew[Made]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._tasks:
            worker.close()

    @property
    def has_room(self) -> bool:
        """Say whether a worker can be given a task."""
        return any(map(self._has_room, self._tasks.values()))

    @property
    def is_busy(self) -> bool:
        """Say whether anything is being read."""
        return any(self._tasks.values())

    def has(self, source: Source) -> bool:
        """Say whether the bytes of a source are being read."""
        digest = source.sha256
        return any(one.source.sha256 == digest for tasks in self._tasks.values() for one in tasks)

    def give(self, task: Task) -> None:
        """Hand a task to the worker that has the fewest; one of them has to have room."""
        able = [worker for worker, tasks in self._tasks.items() if self._has_room(tasks)]
        worker = min(able, key=lambda one: (len(self._tasks[one]), one.pid is None))
        self._tasks[worker].append(task)
        worker.begin(task.source)

    def done(self, seconds: float = 0.0) -> list[Done[Made]]:
        """Return what was read since the last time; wait up to so long if nothing was."""
        busy = [worker for worker, tasks in self._tasks.items() if tasks]
        pipes = [worker.pipe for worker in busy if worker.pipe is not None]
        if seconds and len(pipes) == len(busy):
            wait(pipes, seconds)
        return [each for worker in busy for each in self._done_by(worker)]

    def _done_by(self, worker: Worker[Made]) -> Iterator[Done[Made]]:
        while (answer := worker.answer()) is not None:
            yield self._tasks[worker].popleft(), answer

    def _has_room(self, tasks: Collection[Task]) -> bool:
        size = sum(len(task.source.data) for task in tasks)
        return not tasks or (len(tasks) < self._ahead and size < AHEAD_BYTES)


def crew_of(read: Read[Made]) -> Crew[Made]:
    """Return as many workers as are of use on this machine; ``read`` is what each of them does."""
    return Crew(Worker(read) for _ in range(_useful_workers()))


def _useful_workers() -> int:
    processors = os.cpu_count() or 1
    return min(MOST_WORKERS, processors, max(2, processors - 1))
