"""Faults that the system injects into the running program at its n-th call, by ``strace``.

The program is the real one, unchanged. Each of its calls of a kind is refused once, or the program
is killed at it, one try a call (https://strace.io, ``-e inject``).
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clipreader.operations import open_library
from faults import invariants
from faults.actions import ACTIONS
from faults.fault import CannotBeInjected, Tally, Trial
from faults.scene import copied, furnish, meaning

ROOT = Path(__file__).resolve().parent.parent
WRITES = "write,pwrite64,writev,pwritev"
SYNCS = "fsync,fdatasync"
CHANGES = f"{WRITES},{SYNCS},rename,renameat,renameat2,unlink,unlinkat,ftruncate,mkdir"
READS = "read,pread64"
SECONDS = 60
"""How long one try may take before it counts as hanging."""

Moment = tuple[str, int]
"""The name of a call and the how manieth it is: ``strace`` counts each by itself in each thread."""

_CALL = re.compile(r"(\d+) +(\w+)\(")


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


@dataclass
class Stage:
    """The scene as ``make`` builds it, and what each action makes of it undisturbed."""

    trial: Trial
    make: Callable[[Path], object] = furnish
    ends: Counter[str] = field(default_factory=Counter[str])

    @cached_property
    def strace(self) -> str:
        """Return the program that injects. Raises CannotBeInjected."""
        found = shutil.which("strace")
        if not found:
            raise CannotBeInjected("strace is not installed")
        return found

    @cached_property
    def library(self) -> Path:
        """Return the library that is copied for each try."""
        place = self.trial.folder / "scene"
        self.make(place)
        return place

    @cached_property
    def before(self) -> str:
        """Return what the library means before any action."""
        with open_library(copied(self.library, self.trial.folder / "looked")) as library:
            return meaning(library)

    def after(self, name: str) -> str:
        """Return what it means after an action that nothing disturbs."""
        work = copied(self.library, self.trial.folder / "after")
        with open_library(work) as library:
            ACTIONS[name](library, self.outside("after-out"))
        with open_library(work) as library:
            return meaning(library)

    def outside(self, name: str) -> Path:
        """Return an empty folder for exports, with an older export in it."""
        folder = self.trial.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder


def act(
    stage: Stage, work: Path, name: str, out: Path, *options: str, planted: str = ""
) -> subprocess.CompletedProcess[str]:
    """Do an action in a program of its own under ``strace``."""
    log = stage.trial.folder / "strace.log"
    command = [stage.strace, "-f", "-qq", "-y", "-o", str(log), *options]
    command += [sys.executable, "-m", "faults.act", str(work), name, str(out)]
    environment = {**os.environ, "CLIPREADER_PLANTED": planted, "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    try:
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, "", "Traceback: it hangs")


def moments(stage: Stage, name: str, calls: str) -> list[Moment]:
    """Return which of the program's calls of some kinds touch the library or the export.

    All other calls are those that load the program.
    """
    work = copied(stage.library, stage.trial.folder / "counted")
    act(stage, work, name, stage.outside("counted-out"), "-e", f"trace={calls}")
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[Moment, None] = {}
    for line in (stage.trial.folder / "strace.log").read_text(errors="replace").splitlines():
        if called := _CALL.match(line):
            thread, call = called.groups()
            counts[thread, call] += 1
            if "/counted" in line:
                found[call, counts[thread, call]] = None
    return list(found)


def tries(trial: Trial, injection: Injection, *, short: int, long: int, planted: str = "") -> Tally:
    """Break into every action at every call that matters, or at so many of them by chance."""
    stage, tally, dice = Stage(trial), Tally(), random.Random(trial.seed)
    seeds = invariants.seeds_digest()
    after = {name: stage.after(name) for name in ACTIONS}
    plan = [(name, moment) for name in ACTIONS for moment in moments(stage, name, injection.calls)]
    most = trial.many(short, long)
    chosen = sorted(dice.sample(plan, most)) if len(plan) > most else plan
    for name, moment in chosen:
        where = f"{name}, {moment[0]} {moment[1]}"
        tally.tried(where, _one(stage, name, moment, injection, after, planted))
    if invariants.seeds_digest() != seeds:
        tally.broken.append("a file that was only read has changed")
    ends = ", ".join(f"{number} {name}" for name, number in sorted(stage.ends.items()))
    tally.remark = f"of {len(plan)} moments in {len(ACTIONS)} actions: {ends}"
    return tally


def _one(
    stage: Stage,
    name: str,
    moment: Moment,
    injection: Injection,
    after: Mapping[str, str],
    planted: str,
) -> Iterator[str]:
    work = copied(stage.library, stage.trial.folder / "work")
    out = stage.outside("out")
    old = b"the export of last week\n" * 400
    if name == "export":
        (out / "mine.md").write_bytes(old)
    went = act(stage, work, name, out, "-e", injection.words(moment), planted=planted)
    done = "done" in went.stdout.splitlines()
    stage.ends["done" if done else "refused" if "refused" in went.stdout else "ended"] += 1
    yield from invariants.spoken(went.stdout, went.stderr)
    yield from invariants.breaks(work, stage.before, after[name], done=done)
    if name == "export":
        yield from _export_breaks(stage, out, old, done=done)


def _export_breaks(stage: Stage, out: Path, old: bytes, *, done: bool) -> Iterator[str]:
    clean = stage.outside("clean-out")
    with open_library(copied(stage.library, stage.trial.folder / "clean")) as library:
        ACTIONS["export"](library, clean)
    new = (clean / "mine.md").read_bytes()
    yield from invariants.of_export(out / "mine.md", old, new, done=done)
