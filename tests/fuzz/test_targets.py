"""Each target for some seconds; the command of this package feeds them for hours."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from tests.fuzz.__main__ import fed, one_round
from tests.fuzz.every import TARGETS
from tests.fuzz.target import Target


@pytest.mark.parametrize("name", TARGETS)
def test_no_promise_is_broken(name: str) -> None:
    one_round(TARGETS[name], 20_260_704, TARGETS[name].examples)


def test_a_broken_promise_is_found_and_its_seed_told() -> None:
    def is_short(text: str) -> None:
        assert len(text) < 3

    _, broken = fed(Target("short", st.text(), is_short), 0.01, 7)
    assert len(broken) == 1
    assert broken[0].startswith("seed 7\n")
    assert "AssertionError" in broken[0]
