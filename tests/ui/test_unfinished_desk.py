"""How an interrupted import is told."""

from __future__ import annotations

import pytest

from clipreader.model import Unfinished
from clipreader.ui.unfinished_desk import interrupted


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Unfinished("1", "In", 0, 612, 1000), "“In” was interrupted: 612 of 1,000 are in."),
        (Unfinished("1", "In", 0, 0), "“In” was interrupted."),
        (Unfinished("1", "a.txt", 11, 3, 12), "“a.txt” and 11 more was interrupted: 3 of 12"),
    ],
)
def test_it_says_what_and_how_far(one, expected):
    assert expected in interrupted(one)
