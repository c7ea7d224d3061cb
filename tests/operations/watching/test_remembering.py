"""What was taken is known, over restarts, and a damaged line harms no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.operations.tally import Stamp
from clipreader.operations.watching import remembering
from clipreader.operations.watching.looking import Seen
from clipreader.operations.watching.remembering import Remembered

SIZES, TIMES = st.integers(0, 10), st.integers(0, 3)


def seen(name: str, size: int = 1, modified: int = 1) -> Seen:
    return Seen(Path("/in") / name, Stamp(size, modified))


def test_taken_is_known_after_a_restart_and_failed_is_not(tmp_path):
    first = Remembered(tmp_path / "notes")
    first.take([seen("a"), seen("b")])
    first.fail([seen("c")])
    assert all(map(first.knows, [seen("a"), seen("b"), seen("c")]))
    second = Remembered(tmp_path / "notes")
    assert [second.knows(seen(name)) for name in "abc"] == [True, True, False]


def test_a_changed_file_is_not_known(tmp_path):
    made = Remembered(tmp_path)
    made.take([seen("a")])
    assert not made.knows(seen("a", size=2))
    assert not made.knows(seen("a", modified=2))


@pytest.mark.parametrize("cut", range(1, 15, 3))
def test_a_line_that_was_cut_off_harms_no_other(tmp_path, cut):
    made = Remembered(tmp_path)
    made.take([seen("a")])
    made.take([seen("b")])
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-cut])
    Remembered(tmp_path).take([seen("c")])
    last = Remembered(tmp_path)
    assert [last.knows(seen(name)) for name in "ac"] == [True, True]


@pytest.mark.parametrize("words", ["nonsense", "[1, 2, 3]", "{}", "[", '["/in/a", 1]', "null"])
def test_nonsense_is_passed_over(tmp_path, words):
    made = Remembered(tmp_path)
    made.take([seen("a")])
    (file,) = tmp_path.iterdir()
    file.write_text(f"{words}\n{file.read_text()}\n{words}")
    assert Remembered(tmp_path).knows(seen("a"))


def test_a_place_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "notes").write_text("a file")
    made = Remembered(tmp_path / "notes")
    made.take([seen("a")])
    assert made.knows(seen("a"))


def test_the_oldest_are_forgotten_and_the_file_stays_short(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "MOST", 10)
    made = Remembered(tmp_path)
    for number in range(2_000):
        made.take([seen(str(number % 40), size=number)])
    again = Remembered(tmp_path)
    (file,) = tmp_path.iterdir()
    assert len(file.read_bytes().splitlines()) == 10
    assert again.knows(seen("39", size=1999))
    assert not again.knows(seen("0", size=1960))


@given(st.lists(st.tuples(st.sampled_from("abc"), SIZES, TIMES), max_size=12))
def test_the_last_state_of_each_file_is_known(tmp_path_factory, taken):
    notes = tmp_path_factory.mktemp("notes")
    made = Remembered(notes)
    for name, size, modified in taken:
        made.take([seen(name, size, modified)])
    last = {name: (size, modified) for name, size, modified in taken}
    for one in (made, Remembered(notes)):
        for name, size, modified in taken:
            assert one.knows(seen(name, size, modified)) is (last[name] == (size, modified))


def test_a_name_that_is_no_text_is_remembered(tmp_path):
    odd = Seen(Path("/in/f\udcffhre.txt"), Stamp(1, 1))
    Remembered(tmp_path).take([odd])
    assert Remembered(tmp_path).knows(odd)
    (file,) = tmp_path.iterdir()
    assert json.loads(file.read_text().splitlines()[-1])[0] == str(odd.path)
