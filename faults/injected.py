"""Faults that the system injects into the running program at its n-th call, by ``strace``.

The program is the real one, unchanged. Each of its calls of a kind is refused once, or the program
is killed at it, one try a call (https://strace.io, ``-e inject``).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
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

    def options(self, moment: Moment) -> tuple[str, ...]:
        """Return the options for one moment."""
        call, number = moment
        when = f"{number}{'+' if self.forever else ''}"
        return "-e", f"trace={call}", "-e", f"inject={call}:{self.effect}:when={when}"


def tries(
    trial: Trial,
    injection: Injection,
    *,
    short: int,
    long: int,
    planted: str = "",
    only: Collection[str] = (),
) -> Tally:
    """Break into every action at every call that matters, or at so many of them by chance."""
    only = only or trial.turn(ACTIONS)
    stage, tally, dice = trial.stage, Tally(), random.Random(trial.seed)
    seeds, ends = invariants.seeds_digest(), Counter[str]()
    plan = [(name, moment) for name in only for moment in stage.moments(name, injection.calls)]
    most = trial.many(short, long)
    chosen = dice.sample(plan, most) if len(plan) > most else plan
    for name, moment in trial.in_time(chosen):
        where = f"{name}, {moment[0]} {moment[1]}"
        breaks = list(_one(stage, name, injection.options(moment), planted, ends))
        if breaks or stage.was_injected:
            tally.tried(where, breaks)
        else:
            ends["missed"] += 1  # threads took another turn: nothing was tried
    if not tally.tries:
        tally.broken.append("nothing was injected at all")
    if invariants.seeds_digest() != seeds:
        tally.broken.append("a file that was only read has changed")
    told = ", ".join(f"{number} {name}" for name, number in sorted(ends.items()))
    tally.remark = f"of {len(plan)} moments in {len(only)} actions: {told}"
    return tally


def _one(
    stage: Stage, name: str, inject: Sequence[str], planted: str, ends: Counter[str]
) -> Iterator[str]:
    work, out = copied(stage.library, stage.folder / "work"), stage.outside("out")
    (out / "mine.md").write_bytes(OLD_EXPORT)
    went = stage.act(work, name, out, *inject, planted=planted)
    done = "done" in went.stdout.splitlines()
    if stage.was_injected:
        ends["done" if done else "refused" if "refused" in went.stdout else "ended"] += 1
    yield from invariants.spoken(went.stdout, went.stderr)
    yield from invariants.breaks(work, stage.before, stage.after(name), done=done)
    if name == "back up":
        yield from invariants.of_backups(work)
    if name == "export":
        yield from invariants.of_export(out / "mine.md", OLD_EXPORT, stage.exported, done=done)
