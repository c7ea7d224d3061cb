from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.ui.pace import WINDOW, Pace


def gone(*seen: tuple[float, int]) -> Pace:
    pace = Pace()
    for at, done in seen:
        pace.note(done, at)
    return pace


@pytest.mark.parametrize(
    ("seen", "left", "said"),
    [
        ([], 10, ""),
        ([(0, 0)], 10, ""),
        ([(0, 0), (1, 500)], 10, ""),
        ([(0, 0), (2, 0)], 10, ""),
        ([(0, 0), (2, 700)], 1400, "350 a second · about 4 s left"),
        ([(0, 0), (2, 700)], 100, "350 a second · almost done"),
        ([(0, 0), (4, 4)], 1, "1 a second · about 1 s left"),
        ([(0, 0), (4, 1)], 30, "15 a minute · about 2 min left"),
        ([(0, 0), (600, 1)], 1, "1 a minute · about 10 min left"),
        ([(0, 0), (8, 1)], 2700, "8 a minute · about 6 h left"),
        ([(0, 0), (2, 700)], 0, ""),
    ],
)
def test_speed_and_time_left(seen: list[tuple[float, int]], left: int, said: str) -> None:
    assert gone(*seen).words(left) == said


def test_only_the_last_seconds_count() -> None:
    slow_then_fast = [(float(n), n) for n in range(30)] + [
        (30.0 + n, 30 + 100 * n) for n in range(30)
    ]
    assert gone(*slow_then_fast).rate == pytest.approx(100)


def test_another_import_begins_anew() -> None:
    pace = gone((0, 0), (2, 700))
    pace.note(0, 3)
    assert pace.rate is None


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 50)), min_size=1), st.integers(0, 9_999))
def test_whatever_comes_there_are_words_or_none(steps: list[tuple[float, int]], left: int) -> None:
    pace, at, done = Pace(), 0.0, 0
    for seconds, more in steps:
        at, done = at + seconds, done + more
        pace.note(done, at)
    rate = pace.rate
    assert rate is None or rate > 0
    assert bool(pace.words(left)) == (rate is not None and left > 0)
    assert WINDOW > 0
