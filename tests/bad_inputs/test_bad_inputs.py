"""Every bad input ends in its class, within its limits, and with sentences for a person.

The long ones, and all of them in a program of their own, are left to ``--run``.
"""

from __future__ import annotations

import json

import pytest

from tests.bad_inputs import INPUTS
from tests.bad_inputs.__main__ import MANIFEST, written
from tests.bad_inputs.record import BadInput, Expected
from tests.bad_inputs.trial import by_itself, in_this_program

SHORT = [one for one in INPUTS if not one.is_long]
REAL = (1, 31, 58, 94, 127, 135, 141, 153)
"""What goes through a ``clipreader`` of its own also here: a few of each kind."""


def label(one: BadInput) -> str:
    return one.label.replace(" ", "_")


def test_numbers_run_from_1_to_186():
    assert [one.number for one in INPUTS] == list(range(1, 187))
    assert len({one.name for one in INPUTS}) == len(INPUTS)


@pytest.mark.parametrize("one", SHORT, ids=label)
def test_ends_in_its_class(one, tmp_path, worker):
    trial = in_this_program(one, tmp_path, worker)
    assert not trial.wrong, str(trial)


@pytest.mark.parametrize("one", [one for one in INPUTS if one.number in REAL], ids=label)
def test_ends_in_its_class_by_itself(one, tmp_path):
    trial = by_itself(one, tmp_path)
    assert not trial.wrong, str(trial)


def test_a_number_is_always_the_same_bytes():
    assert [one.number for one in SHORT if one.make() != one.make()] == []


def test_writes_them_with_a_list(tmp_path):
    few = [one for one in INPUTS if one.number in REAL]
    written(few, tmp_path)
    listed = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    assert [one["number"] for one in listed] == list(REAL)
    for one in listed:
        assert (tmp_path / one["file"]).stat().st_size == one["bytes"]
        assert Expected(one["expected"]) in Expected
