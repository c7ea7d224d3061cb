"""A file is taken when nobody writes to it any more, once, and again when it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.operations.tally import Stamp
from clipreader.operations.watching.looking import Seen
from clipreader.operations.watching.settling import PICTURES_COME, SETTLES, Settling

FERRY, PAGE = Path("/in/ferry.txt"), Path("/in/page.html")


def seen(size: int = 10, modified: int = 1, path: Path = FERRY, *, pictures: bool = False) -> Seen:
    return Seen(path, Stamp(size, modified), pictures)


@dataclass
class Trial:
    """A settling, and what it was told and asked."""

    known: set[Seen] = field(default_factory=set)
    lacks: Callable[[Seen], bool] = lambda _: False
    asked: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settling = Settling(self.known.__contains__, self._lacks)

    def _lacks(self, one: Seen) -> bool:
        self.asked.append(one)
        return self.lacks(one)

    def at(self, now: float, *files: Seen) -> tuple[Seen, ...]:
        return self.settling.see(files, now)


LOOKS = {
    "unchanged": ([(0.0, 10), (SETTLES, 10)], True),
    "too soon": ([(0.0, 10), (SETTLES - 0.1, 10)], False),
    "growing": ([(0.0, 10), (1.0, 20), (2.0, 30), (3.0, 40)], False),
    "grown, then at rest": ([(0.0, 10), (1.0, 20), (1.0 + SETTLES, 20)], True),
    "changed at the last moment": ([(0.0, 10), (SETTLES, 20)], False),
    "empty for ever": ([(0.0, 0), (1000.0, 0)], False),
    "filled after it was empty": ([(0.0, 0), (1000.0, 5), (1000.0 + SETTLES, 5)], True),
    "seen once": ([(5000.0, 10)], False),
    "gone for a while": ([(0.0, 10), (1.0, None), (SETTLES, 10)], False),
}


@pytest.mark.parametrize(("looks", "is_ready"), LOOKS.values(), ids=LOOKS)
def test_ready_when_size_and_time_stayed(looks, is_ready):
    trial = Trial()
    for now, size in looks:
        ready = trial.at(now, *(() if size is None else (seen(size),)))
    assert bool(ready) is is_ready


def test_a_new_time_counts_as_a_change():
    trial = Trial()
    trial.at(0.0, seen(modified=1))
    assert trial.at(SETTLES, seen(modified=2)) == ()
    assert trial.at(2 * SETTLES, seen(modified=2)) == (seen(modified=2),)


def test_what_is_known_is_never_looked_at_again():
    trial = Trial(known={seen()})
    assert trial.at(0.0, seen()) == trial.at(100.0, seen()) == ()
    assert trial.settling.waiting == 0
    assert trial.asked == []


def test_it_is_offered_until_it_is_known():
    trial = Trial()
    trial.at(0.0, seen())
    assert trial.at(5.0, seen()) == trial.at(6.0, seen()) == (seen(),)
    trial.known.add(seen())
    assert trial.at(7.0, seen()) == ()


def test_how_many_wait():
    trial = Trial()
    trial.at(0.0, seen(), seen(0, path=PAGE))
    assert trial.settling.waiting == 1, "an empty file may stay empty for ever"
    trial.at(SETTLES, seen())
    assert trial.settling.waiting == 0


def test_a_page_waits_for_its_pictures():
    trial = Trial(lacks=lambda one: True)
    page, whole = seen(path=PAGE), seen(500, path=PAGE, pictures=True)
    trial.at(0.0, page)
    assert trial.at(SETTLES, page) == trial.at(PICTURES_COME - 1, page) == ()
    assert trial.asked == [page], "the page is read once"
    assert trial.settling.waiting == 1
    assert trial.at(PICTURES_COME - 0.5, whole) == ()
    assert trial.at(PICTURES_COME - 0.5 + SETTLES, whole) == (whole,)


def test_a_page_whose_pictures_never_come_is_taken_without():
    trial = Trial(lacks=lambda one: True)
    trial.at(0.0, seen(path=PAGE))
    assert trial.at(PICTURES_COME, seen(path=PAGE)) == (seen(path=PAGE),)


STEPS = st.lists(
    st.tuples(st.floats(0.05, 4.0), st.dictionaries(st.integers(0, 2), st.integers(0, 3))),
    max_size=25,
)


@given(STEPS)
def test_never_too_soon_never_twice_and_never_forgotten(steps):
    """Three files on a clock and a disk of our own: each step is a pause, then some writing."""
    trial, now, disk = Trial(), 0.0, dict[int, int]()
    since: dict[int, float] = {}

    def look() -> None:
        files = [seen(size, path=Path(f"/in/{name}.txt")) for name, size in disk.items()]
        ready = trial.at(now, *files)
        for one in ready:
            name = int(one.path.stem)
            assert one.stamp.size == disk[name] > 0
            assert now - since[name] >= SETTLES
        assert not trial.known.intersection(ready)
        trial.known.update(ready)

    for pause, written in steps:
        now += pause
        for name, size in written.items():
            if disk.get(name) != size:
                disk[name], since[name] = size, now
        look()
    for _ in range(2):
        now += SETTLES
        look()
    assert {(int(one.path.stem), one.stamp.size) for one in trial.known} >= {
        (name, size) for name, size in disk.items() if size
    }
