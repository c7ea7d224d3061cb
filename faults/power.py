"""The power is cut while an action writes: what a disk may then hold opens and lacks nothing.

Every action runs once under ``strace``; its writes are replayed on a disk that may lose what was
not flushed, and at moments by chance the library that is left is opened and looked through.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Collection
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


IMAGES = 2
"""In the long form, how many of the disks that a cut at one moment may leave are looked through."""


def tries(
    trial: Trial,
    *,
    short: int,
    long: int,
    planted: str = "",
    only: Collection[str] = (),
    lies: bool = False,
) -> Tally:
    """Cut the power at so many moments of each action; a disk that lies keeps nothing it was told.

    What a lying disk loses nobody can keep; it has to be noticed, and a backup has to be there.
    """
    stage, tally, dice = trial.stage, Tally(), random.Random(trial.seed)
    total, only, ends = 0, only or trial.turn(ACTIONS), Counter[str]()
    for name in trial.in_time(only):
        after = stage.after(name)
        folder, calls = _recorded(stage, name, planted, lies=lies)
        total += len(calls.changes)
        moments = range(len(calls.changes) + 1)
        most = min(trial.many(short, long), len(moments))
        disk = Disk.holding(stage.library)
        disk = _moved(disk, stage.library, folder)
        for number, left in cuts(disk, calls.changes, set(dice.sample(moments, most))):
            done = calls.done_at is not None and number >= calls.done_at
            for _ in range(trial.many(1, IMAGES)):
                image = _left(left, folder, trial, dice)
                if lies:
                    breaks = invariants.noticed(image, (stage.before, after), ends)
                else:
                    breaks = invariants.breaks(image, stage.before, after, done=done)
                tally.tried(f"{name}, after call {number}", breaks)
    told = "".join(f", {number} {name}" for name, number in sorted(ends.items()))
    tally.remark = f"in {total} calls of {len(only)} actions{told}"
    return tally


def _recorded(stage: Stage, name: str, planted: str, *, lies: bool) -> tuple[Path, Calls]:
    work = copied(stage.library, stage.folder / "recorded")
    options = ("-xx", "-s", str(LONGEST_DATA), "-e", f"trace={TRACED}")
    stage.act(work, name, stage.outside("recorded-out"), *options, planted=planted)
    calls = Calls(str(work), disk_lies=lies)
    calls.read(stage.folder / "strace.log")
    return work, calls


def _moved(disk: Disk, old: Path, new: Path) -> Disk:
    """Return the disk with its files in another folder."""
    names = {str(new / Path(path).relative_to(old)): file for path, file in disk.now.items()}
    return Disk(dict(names), dict(names))


def _left(disk: Disk, folder: Path, trial: Trial, dice: random.Random) -> Path:
    """Return a folder with what a disk may hold after a cut."""
    image = trial.folder / "image"
    shutil.rmtree(image, ignore_errors=True)
    for path, data in disk.after_a_cut(dice).items():
        place = image / Path(path).relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return image
