"""Faults that the system injects into the running program at its n-th call, by ``strace``.

The program is the real one, unchanged. Each of its calls of a kind is refused once, or the program
is killed at it, one try a call (https://strace.io, ``-e inject``).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from faults import invariants
from faults.actions import ACTIONS
from faults.fault import Tally, Trial
from faults.scene import copied
from faults.stage import Moment, Stage

OLD_EXPORT = b"the export of last week\n" * 400
"""What lies where the export is written."""


@dataclass(frozen=True)
class Injection:
    """Which calls are broken into, and how, in the words of ``strace``."""

    calls: str
    effect: str
    forever: bool = False

    def words(self, moment: Moment) -> str:
        """Return the option for one moment."""
        call, number = moment
        return f"inject={call}:{self.effect}:when={number}{'+' if self.forever else ''}"


def tries(
    trial: Trial,
    injection: Injection,
    *,
    short: int,
    long: int,
    planted: str = "",
    only: Collection[str] = ACTIONS,
) -> Tally:
    """Break into every action at every call that matters, or at so many of them by chance."""
    stage, tally, dice = trial.stage, Tally(), random.Random(trial.seed)
    seeds, ends = invariants.seeds_digest(), Counter[str]()
    plan = [(name, moment) for name in only for moment in stage.moments(name, injection.calls)]
    most = trial.many(short, long)
    chosen = sorted(dice.sample(plan, most)) if len(plan) > most else plan
    for name, moment in chosen:
        where = f"{name}, {moment[0]} {moment[1]}"
        tally.tried(where, _one(stage, name, injection.words(moment), planted, ends))
    if invariants.seeds_digest() != seeds:
        tally.broken.append("a file that was only read has changed")
    told = ", ".join(f"{number} {name}" for name, number in sorted(ends.items()))
    tally.remark = f"of {len(plan)} moments in {len(only)} actions: {told}"
    return tally


def _one(stage: Stage, name: str, inject: str, planted: str, ends: Counter[str]) -> Iterator[str]:
    work, out = copied(stage.library, stage.folder / "work"), stage.outside("out")
    (out / "mine.md").write_bytes(OLD_EXPORT)
    went = stage.act(work, name, out, "-e", inject, planted=planted)
    done = "done" in went.stdout.splitlines()
    ends["done" if done else "refused" if "refused" in went.stdout else "ended"] += 1
    yield from invariants.spoken(went.stdout, went.stderr)
    yield from invariants.breaks(work, stage.before, stage.after(name), done=done)
    if name == "export":
        yield from invariants.of_export(out / "mine.md", OLD_EXPORT, stage.exported, done=done)
