"""The fault harness: its disk loses what a disk may lose, and no more; it sees planted defects."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from faults import actions, company, damage, invariants, power, scene, steps
from faults.__main__ import main
from faults.disk import SECTOR, Disk, File, cuts
from faults.fault import Trial
from faults.replay import Calls
from faults.stage import Stage
from faults.table import FAULTS, PLANTED
from hypothesis import given
from hypothesis import strategies as st

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def trial(folder: Path) -> Trial:
    return Trial(folder, seed=3, is_long=False, stage=Stage(folder / "stage"))


@given(st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=1500)), max_size=8), st.data())
def test_a_flushed_file_loses_nothing_and_another_only_what_was_written_since(writes, data):
    file, whole = File(), bytearray()
    flushed_at = data.draw(st.integers(0, len(writes)))
    for number, (place, words) in enumerate(writes):
        if number == flushed_at:
            file.flush()
        file.since.append((place, words))
        whole.extend(bytes(max(0, place + len(words) - len(whole))))
        whole[place : place + len(words)] = words
    assert file.length() == len(whole)
    left = file.after_a_cut(random.Random(data.draw(st.integers(0, 99))))
    assert left.startswith(bytes(file.sure[:0]))
    touched = {n for place, words in file.since for n in range(place, place + len(words))}
    for n, byte in enumerate(file.sure):
        assert n in touched or left[n] == byte
    file.flush()
    assert bytes(file.sure) == bytes(whole)
    assert file.after_a_cut(random.Random(0)) == bytes(whole)


def test_sectors_are_torn_from_each_other_and_never_inside():
    seen = set()
    for seed in range(60):
        file = File(bytearray(4 * SECTOR))
        file.since.append((0, b"x" * 4 * SECTOR))
        left = file.after_a_cut(random.Random(seed))
        pieces = [left[n : n + SECTOR] for n in range(0, len(left), SECTOR)]
        assert all(piece in (bytes(SECTOR), b"x" * SECTOR) for piece in pieces)
        seen.add(tuple(piece[:1] for piece in pieces))
    assert len(seen) > 3


def test_a_name_is_sure_once_its_folder_was_flushed():
    disk = Disk()
    disk.name("/a/one", File(bytearray(b"1")))
    disk.flush_names("/a")
    disk.name("/a/two", disk.now["/a/one"])
    disk.name("/a/one", None)
    found = {frozenset(disk.after_a_cut(random.Random(seed))) for seed in range(40)}
    assert found == {
        frozenset({"/a/one"}),
        frozenset({"/a/one", "/a/two"}),
        frozenset({"/a/two"}),
    }


def test_calls_are_replayed_in_order():
    done: list[int] = []
    calls = [lambda _, n=n: done.append(n) for n in range(4)]
    seen = [(number, list(done)) for number, _ in cuts(Disk(), calls, {0, 2, 4})]
    assert seen == [(0, []), (2, [0, 1]), (4, [0, 1, 2, 3])]


def test_a_log_is_read_also_where_threads_cut_its_lines(tmp_path):
    def hexed(words: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in words.encode())

    path, out = hexed("/lib/a"), hexed("pipe:[1]")
    lines = [
        f'7 openat(AT_FDCWD<{hexed("/")}>, "{path}", O_RDWR|O_CREAT, 0644) = 4<{path}>',
        f'7 write(4<{path}>, "{hexed("ab")}", 2 <unfinished ...>',
        f'8 write(5<{hexed("/else/b")}>, "{hexed("zz")}", 2) = 2',
        "7 <... write resumed>) = 2",
        f'7 write(4<{path}>, "{hexed("c")}", 1) = -1 ENOSPC (No space left on device)',
        f'7 pwrite64(4<{path}>, "{hexed("X")}", 1, 1) = 1',
        f"7 fsync(4<{path}>) = 0",
        f'7 write(1<{out}>, "{hexed("done")}", 5) = 5',
        f'7 rename("{path}", "{hexed("/lib/b")}") = 0',
    ]
    (tmp_path / "log").write_text("\n".join(lines))
    calls = Calls("/lib")
    calls.read(tmp_path / "log")
    disk = Disk()
    for change in calls.changes:
        change(disk)
    assert calls.done_at == len(calls.changes) - 1
    assert {path: bytes(file.sure) for path, file in disk.now.items()} == {"/lib/b": b"aX"}


def test_every_action_changes_what_the_library_means(tmp_path):
    scene.furnish(tmp_path / "scene")
    with scene.open_library(tmp_path / "scene") as library:
        before = scene.meaning(library)
    for name, action in actions.ACTIONS.items():
        if name in ("back up", "export"):
            continue
        work = scene.copied(tmp_path / "scene", tmp_path / "work")
        with scene.open_library(work) as library:
            action(library, tmp_path)
            after = scene.meaning(library)
        assert after != before, name
        assert list(invariants.breaks(work, before, after, done=True)) == []
        assert list(invariants.breaks(work, before, before, done=True)) != []


@needs_strace
@pytest.mark.parametrize(("defect", "found"), [("", False), ("no sync", True)])
def test_a_power_cut_breaks_only_what_was_not_flushed(tmp_path, defect, found):
    tally = power.tries(trial(tmp_path), short=25, long=0, planted=defect, only=["highlight"])
    assert tally.tries == 25
    assert bool(tally.broken) is found, tally.broken


def test_what_can_be_tried_without_another_program_holds(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert damage.no_library(trial(tmp_path / "a")).broken == []
    assert steps.undone(trial(tmp_path / "b"), short=1, long=0).broken == []


def test_two_writers_lose_nothing(tmp_path):
    tally = company.two_writers(trial(tmp_path), short=1, long=0)
    assert tally.broken == []


def test_faults_are_named_once_and_unknown_ones_refused(capsys):
    numbers = [fault.number for fault in (*FAULTS, *PLANTED)]
    assert len(set(numbers)) == len(numbers)
    with pytest.raises(SystemExit):
        main(["F99"])
    assert "F99" in capsys.readouterr().err
    assert main(["F17"]) == 0
    assert "no library in its place" in capsys.readouterr().out
