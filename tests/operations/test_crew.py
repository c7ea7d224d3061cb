"""Every task gets an answer, whatever the others do to the workers."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from clipreader.model import Source
from clipreader.operations.crew import AHEAD_BYTES, Crew, Done, Task
from clipreader.operations.parsing import Reading
from clipreader.operations.worker import Worker
from tests.operations import misbehaving

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")


@pytest.fixture
def crew() -> Iterator[Crew[Reading]]:
    workers = [Worker(misbehaving.read, cpu_seconds=1, wall_seconds=4) for _ in range(2)]
    with Crew(workers, ahead=1) as made:
        yield made


@pytest.fixture
def one() -> Iterator[Crew[Reading]]:
    """A crew of one worker that is given five sources at once."""
    workers = [Worker(misbehaving.read, cpu_seconds=1, wall_seconds=4)]
    with Crew(workers, ahead=5) as made:
        yield made


def task(place: int, words: str) -> Task:
    return Task(place, Source(f"{place}.html", words.encode(), "text/html"))


def finished(crew: Crew[Reading]) -> dict[int, str]:
    """Wait for all; what was said of each, without the number of the process."""
    told: dict[int, str] = {}
    end = time.monotonic() + 20
    while crew.is_busy and time.monotonic() < end:
        told |= said(crew.done(0.05))
    return told


def said(done: list[Done[Reading]]) -> dict[int, str]:
    return {
        each.place: (answer.article.text if isinstance(answer, Reading) else str(answer)).split(
            " ", 1
        )[1]
        for each, answer in done
    }


def test_a_crash_beside_others_is_one_refusal(crew: Crew[Reading]) -> None:
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


def test_two_work_at_the_same_time(crew: Crew[Reading]) -> None:
    assert crew.has_room
    crew.give(task(0, "a"))
    assert crew.has_room
    crew.give(task(1, "b"))
    assert not crew.has_room
    assert finished(crew) == {0: "a", 1: "b"}


def test_no_more_workers_are_started_than_are_needed(crew: Crew[Reading]) -> None:
    for place in range(4):
        crew.give(task(place, "words"))
        assert finished(crew) == {place: "words"}
    assert sum(worker.pid is not None for worker in crew._tasks) == 1


def test_leaving_ends_whatever_is_being_read() -> None:
    workers = [Worker(misbehaving.read)]
    began = time.monotonic()
    with Crew(workers) as crew:
        crew.give(task(0, "sleep"))
        assert crew.done() == []
    assert time.monotonic() - began < 5
    assert workers[0].pid is None


MISHAPS = [
    ("crash", "ended unexpectedly"),
    ("hang", "takes too long"),
    ("refuse", "is refused."),
    pytest.param("eat", "too large", marks=posix_only),
]


@pytest.mark.parametrize(("words", "told"), MISHAPS)
def test_what_waits_behind_a_bad_file_is_read(one: Crew[Reading], words: str, told: str) -> None:
    for place, each in enumerate(["a", "b", words, "c", "d"]):
        assert one.has_room
        one.give(task(place, each))
    assert not one.has_room
    found = finished(one)
    assert told in found.pop(2)
    assert found == {0: "a", 1: "b", 3: "c", 4: "d"}


def test_bad_files_in_a_row_are_each_refused(one: Crew[Reading]) -> None:
    for place in range(4):
        one.give(task(place, "crash" if place < 3 else "good"))
    found = finished(one)
    assert found.pop(3) == "good"
    assert len(found) == 3
    assert all("ended unexpectedly" in each for each in found.values())


def test_more_than_a_pipe_holds_goes_both_ways_at_once(one: Crew[Reading]) -> None:
    """Who gives does not wait for a worker that waits until its answers are heard."""
    long = "x" * 700_000
    for place in range(5):
        one.give(task(place, long))
    assert finished(one) == dict.fromkeys(range(5), long)


def test_a_worker_is_given_no_more_than_fits(one: Crew[Reading]) -> None:
    one.give(task(0, "x" * AHEAD_BYTES))
    assert not one.has_room
    assert len(finished(one)[0]) == AHEAD_BYTES
    assert one.has_room


def test_leaving_ends_what_is_on_its_way_to_a_worker(one: Crew[Reading]) -> None:
    one.give(task(0, "sleep"))
    while one.done():
        time.sleep(0.01)
    for place in range(1, 4):
        one.give(task(place, "x" * 900_000))
    began = time.monotonic()
    with one:
        pass
    assert time.monotonic() - began < 5
