"""Every task gets an answer, whatever the others do to the workers."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from clipreader.model import Source
from clipreader.operations.crew import Crew, Done, Task
from clipreader.operations.parsing import Reading
from clipreader.operations.worker import Worker
from tests.operations import misbehaving


@pytest.fixture
def crew() -> Iterator[Crew]:
    workers = [Worker(misbehaving.read, cpu_seconds=1, wall_seconds=4) for _ in range(2)]
    with Crew(workers=workers) as made:
        yield made


def task(place: int, words: str) -> Task:
    return Task(place, Source(f"{place}.html", words.encode(), "text/html"))


def finished(crew: Crew) -> dict[int, str]:
    """Wait for all; what was said of each, without the number of the process."""
    told: dict[int, str] = {}
    end = time.monotonic() + 20
    while crew.is_busy and time.monotonic() < end:
        told |= said(crew.done(0.05))
    return told


def said(done: list[Done]) -> dict[int, str]:
    return {
        each.place: (answer.article.text if isinstance(answer, Reading) else str(answer)).split(
            " ", 1
        )[1]
        for each, answer in done
    }


def test_a_crash_beside_others_is_one_refusal(crew: Crew) -> None:
    told: dict[int, str] = {}
    for place, words in enumerate(["good", "crash", "better", "refuse", "best"]):
        while not crew.has_room:
            told |= said(crew.done(0.05))
        crew.give(task(place, words))
    told |= finished(crew)
    assert (told[0], told[2], told[4]) == ("good", "better", "best")
    assert "ended unexpectedly" in told[1]
    assert told[3] == "is refused."
    assert crew.has_room


def test_two_work_at_the_same_time(crew: Crew) -> None:
    assert crew.has_room
    crew.give(task(0, "a"))
    assert crew.has_room
    crew.give(task(1, "b"))
    assert not crew.has_room
    assert finished(crew) == {0: "a", 1: "b"}


def test_no_more_workers_are_started_than_are_needed(crew: Crew) -> None:
    for place in range(4):
        crew.give(task(place, "words"))
        assert finished(crew) == {place: "words"}
    assert sum(worker.pid is not None for worker in crew._workers) == 1


def test_leaving_ends_whatever_is_being_read() -> None:
    workers = [Worker(misbehaving.read)]
    began = time.monotonic()
    with Crew(workers=workers) as crew:
        crew.give(task(0, "sleep"))
        assert crew.done() == []
    assert time.monotonic() - began < 5
    assert workers[0].pid is None
