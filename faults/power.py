"""The power is cut while an action writes: what a disk may then hold opens and lacks nothing.

Every action runs once under ``strace``; its writes are replayed on a disk that may lose what was
not flushed, and at moments by chance the library that is left is opened and looked through.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from faults import invariants
from faults.actions import ACTIONS
from faults.disk import Disk, cuts
from faults.fault import Tally, Trial
from faults.replay import TRACED, Calls
from faults.scene import copied
from faults.stage import Stage

LONGEST_DATA = 40_000_000
"""Bytes of one write that are written down."""


def tries(
    trial: Trial, *, short: int, long: int, planted: str = "", only: Collection[str] = ()
) -> Tally:
    """Cut the power at so many moments of each action."""
    stage, tally, dice = trial.stage, Tally(), random.Random(trial.seed)
    total, only = 0, only or trial.turn(ACTIONS)
    for name in trial.in_time(only):
        after = stage.after(name)
        folder, calls = _recorded(stage, name, planted)
        total += len(calls.changes)
        moments = range(len(calls.changes) + 1)
        most = min(trial.many(short, long), len(moments))
        disk = Disk.holding(stage.library)
        disk = _moved(disk, stage.library, folder)
        for number, left in cuts(disk, calls.changes, set(dice.sample(moments, most))):
            done = calls.done_at is not None and number >= calls.done_at
            breaks = _left(left, folder, trial, dice, (stage.before, after), done=done)
            tally.tried(f"{name}, after call {number}", breaks)
    tally.remark = f"in {total} calls of {len(only)} actions"
    return tally


def _recorded(stage: Stage, name: str, planted: str) -> tuple[Path, Calls]:
    work = copied(stage.library, stage.folder / "recorded")
    options = ("-xx", "-s", str(LONGEST_DATA), "-e", f"trace={TRACED}")
    stage.act(work, name, stage.outside("recorded-out"), *options, planted=planted)
    calls = Calls(str(work))
    calls.read(stage.folder / "strace.log")
    return work, calls


def _moved(disk: Disk, old: Path, new: Path) -> Disk:
    """Return the disk with its files in another folder."""
    names = {str(new / Path(path).relative_to(old)): file for path, file in disk.now.items()}
    return Disk(dict(names), dict(names))


def _left(
    disk: Disk,
    folder: Path,
    trial: Trial,
    dice: random.Random,
    meant: tuple[str, str],
    *,
    done: bool,
) -> Iterator[str]:
    image = trial.folder / "image"
    shutil.rmtree(image, ignore_errors=True)
    for path, data in disk.after_a_cut(dice).items():
        place = image / Path(path).relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    yield from invariants.breaks(image, *meant, done=done)
