"""The workers of one import: who reads what, and what they found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Final

from clipreader.model import Source
from clipreader.operations.parsing import read_article
from clipreader.operations.worker import Answer, Read, Worker

MOST_WORKERS: Final = 4
"""How many processes read at once, at most; one less than there are processors, but two if any.

On a machine of two processors the thread that stores is idle most of the time, so that a second
process makes pages come in nearly twice as fast.
"""


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read; ``place`` is its place in the report."""

    place: int
    source: Source


Done = tuple[Task, Answer]


class Crew:
    """Workers that are started one by one when all others are busy. Use it in ``with``."""

    def __init__(self, read: Read = read_article, workers: Sequence[Worker] = ()) -> None:
        self._workers = tuple(workers) or tuple(Worker(read) for _ in range(_useful_workers()))
        self._tasks: dict[Worker, Task] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.close()

    @property
    def has_room(self) -> bool:
        """Say whether a worker is idle."""
        return len(self._tasks) < len(self._workers)

    @property
    def is_busy(self) -> bool:
        """Say whether anything is being read."""
        return bool(self._tasks)

    def give(self, task: Task) -> None:
        """Hand a task to an idle worker; there has to be one."""
        idle = [worker for worker in self._workers if worker not in self._tasks]
        worker = next((one for one in idle if one.pid is not None), idle[0])
        self._tasks[worker] = task
        worker.begin(task.source)

    def done(self, seconds: float = 0.0) -> list[Done]:
        """Return what was read since the last time; wait up to so long if nothing was."""
        pipes = [worker.pipe for worker in self._tasks if worker.pipe is not None]
        if seconds and len(pipes) == len(self._tasks):
            wait(pipes, seconds)
        answers = [(worker, worker.answer()) for worker in self._tasks]
        return [
            (self._tasks.pop(worker), answer) for worker, answer in answers if answer is not None
        ]


def _useful_workers() -> int:
    processors = os.cpu_count() or 1
    return min(MOST_WORKERS, processors, max(2, processors - 1))
