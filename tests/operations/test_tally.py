"""The file in which an import keeps what is in: whole after any end, held by one at a time."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.model import Fate, Imported, Source
from clipreader.operations import tally
from clipreader.operations.tally import Entry, Told
from clipreader.operations.unpacking import Inside


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{name}.txt" for name in "abc"]
    for number, file in enumerate(made):
        file.write_text("x" * number, encoding="utf-8")
    return made


def only(library: Path) -> Told:
    (path,) = tally.all_in(library)
    told = tally.read(path)
    assert told is not None
    return told


def added(article: str = "01") -> Imported:
    return Imported("a.txt", Fate.ADDED, article)


def test_what_was_dropped_is_there_before_anything_is_read(tmp_path, files):
    made = tally.begun(tmp_path, [*files, Source("pasted text", b"Words.", "text/plain")])
    assert only(tmp_path) == Told(tuple(files))
    assert b"Words" not in tally.all_in(tmp_path)[0].read_bytes()
    made.end()
    assert tally.all_in(tmp_path) == ()
    assert list((tmp_path / tally.FOLDER).iterdir()) == []


def test_a_file_is_in_when_it_is_noted_and_until_it_changes(tmp_path, files):
    made = tally.begun(tmp_path, files)
    assert made.entry_of(0, files[0]) is None
    assert made.entry_of(1, files[1]) is None
    made.count(3)
    made.note({0: added(), 1: Imported("b.txt", Fate.FAILED, reason="No.")})
    made.close()
    told = only(tmp_path)
    stamp = tally.stamp_of(files[0])
    assert stamp is not None
    assert told == Told(tuple(files), 3, (Entry(str(files[0]), stamp, "01"),))
    (path,) = tally.all_in(tmp_path)
    again = tally.taken_up(path)
    assert again is not None
    again.known = {entry.path: entry for entry in told.entries}
    assert again.entry_of(0, files[0]) == told.entries[0]
    assert again.entry_of(1, files[1]) is None
    os.utime(files[0], ns=(0, stamp.modified + 1))
    assert again.entry_of(0, files[0]) is None
    again.close()


def test_an_article_inside_a_file_is_known_by_its_place(tmp_path, files):
    made = tally.begun(tmp_path, files)
    made.entry_of(0, Inside(files[0], "one"))
    made.entry_of(1, Inside(files[0], "two"))
    made.note({0: added("01"), 1: added("02")})
    made.close()
    assert [entry.path.rpartition("/")[2] for entry in only(tmp_path).entries] == ["one", "two"]


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_cut_off_harms_no_other(tmp_path, files, cut):
    made = tally.begun(tmp_path, files)
    for place, file in enumerate(files):
        made.entry_of(place, file)
        made.note({place: added(f"0{place}")})
    made.close()
    (path,) = tally.all_in(tmp_path)
    path.write_bytes(path.read_bytes()[:-cut])
    again = tally.taken_up(path)
    assert again is not None
    again.entry_of(2, files[2])
    again.note({2: added("07")})
    again.close()
    assert [entry.article_id for entry in only(tmp_path).entries] == ["00", "01", "07"]


NO_TALLIES = (
    *(b"", b"\x00\xff", b"{}", b"[1]\n", b"null", b"[" * 5000, b'{"import": 1}\n'),
    *(b'{"import": 1, "paths": []}\n', b'{"import": 1, "paths": 7}\n'),
    b'{"import": 2, "paths": ["/a"]}\n',
)


@pytest.mark.parametrize("words", NO_TALLIES)
def test_what_is_no_tally_says_nothing(tmp_path, words):
    path = tmp_path / "x.jsonl"
    path.write_bytes(words)
    assert tally.read(path) is None


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just([{}])
NAMES = st.sampled_from(["path", "size", "time", "article", "total"])
LINES = st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=5)


@given(LINES)
def test_any_lines_behind_the_first_are_read_or_passed_over(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("tally") / "x.jsonl"
    first = json.dumps({"import": 1, "paths": ["/a"]})
    path.write_text("\n".join([first, *map(json.dumps, lines)]), encoding="utf-8")
    told = tally.read(path)
    assert told is not None
    assert told.paths == (Path("/a"),)
    assert len(told.entries) <= len(lines)


@pytest.mark.skipif(os.name == "nt", reason="a file's name is Unicode there")
def test_a_name_that_is_no_text_comes_back(tmp_path):
    odd = tmp_path / os.fsdecode(b"f\xffhre.txt")
    odd.write_bytes(b"x")
    made = tally.begun(tmp_path, [odd])
    made.entry_of(0, odd)
    made.note({0: added()})
    made.close()
    assert only(tmp_path).paths == (odd,)
    assert only(tmp_path).entries[0].path == str(odd)


def test_the_address_of_a_link_is_kept(tmp_path, files):
    made = tally.begun(tmp_path, files)
    made.entry_of(0, files[0])
    made.note({0: replace(added(), link="https://norte.example/crane")})
    made.close()
    assert only(tmp_path).entries[0].link == "https://norte.example/crane"


def test_one_at_a_time_holds_it(tmp_path, files):
    made = tally.begun(tmp_path, files)
    (path,) = tally.all_in(tmp_path)
    assert tally.taken_up(path) is None
    made.close()
    taken = tally.taken_up(path)
    assert taken is not None
    assert taken.id == path.stem
    taken.end()
    assert tally.taken_up(path) is None


def test_without_a_place_to_write_nothing_is_remembered(tmp_path, files):
    (tmp_path / tally.FOLDER).write_text("a file", encoding="utf-8")
    made = tally.begun(tmp_path, files)
    assert made.id == ""
    assert made.entry_of(0, files[0]) is None
    made.note({0: added()})
    made.end()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.txt"], False),
        (["a.txt", "b.txt"], True),
        (["."], True),
        (["a.zip"], True),
        ([], False),
        (["n" * 300], False),
    ],
)
def test_more_than_one_file_is_worth_it(tmp_path, names, expected):
    assert tally.is_worth_it([tmp_path / name for name in names]) is expected
