"""Undo and redo against a plain record of what there was, and migrations that are killed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from clipreader.model import ClipreaderError, UndoRefused
from clipreader.operations import Library, checking, history, open_library
from faults import invariants
from faults.actions import ACTIONS
from faults.fault import Tally, Trial
from faults.injected import Injection
from faults.scene import copied, furnish, meaning
from faults.stage import Stage

OLD = Path(__file__).resolve().parent.parent / "tests" / "libraries"
UNDOABLE = sorted(
    name
    for name in ACTIONS.keys() - {"undo", "redo", "back up", "export", "empty trash"}
    if not name.startswith("import")
)
"""The actions that undo takes back whole; what was imported it puts into the trash instead."""

_BUT_LABELS = 2
"""The labels at the end of what a library means say what undo would do, not what there is."""


def undone(trial: Trial, *, short: int, long: int) -> Tally:
    """Act, undo and redo by chance, with restarts: each undo brings back what there was."""
    tally = Tally()
    for seed in trial.times(short, long):
        folder = trial.folder / f"undone-{seed}"
        furnish(folder)
        tally.tried(f"seed {trial.seed + seed}", _walk(folder, random.Random(trial.seed + seed)))
        shutil.rmtree(folder)
    return tally


def broken_migrations(trial: Trial, injection: Injection, *, short: int, long: int) -> Tally:
    """Break into the program at each of its writes while it opens an older library."""
    tally, dice = Tally(), random.Random(trial.seed)
    olds = sorted(path for path in OLD.iterdir() if (path / "library.sqlite").exists())
    total = 0
    for old in olds:
        stage = Stage(trial.folder / old.name, partial(shutil.copytree, old))
        plan = stage.moments("open", injection.calls)
        total += len(plan)
        most = trial.many(short, long)
        for moment in trial.in_time(dice.sample(plan, most) if len(plan) > most else plan):
            where = f"{old.name}, {moment[0]} {moment[1]}"
            tally.tried(where, _broken_into(stage, injection.options(moment)))
    tally.remark = f"of {total} moments in {len(olds)} older libraries"
    return tally


def _broken_into(stage: Stage, options: Sequence[str]) -> Iterator[str]:
    work = copied(stage.library, stage.folder / "work")
    went = stage.act(work, "open", stage.outside("out"), *options)
    yield from invariants.spoken(went.stdout, went.stderr)
    yield from invariants.breaks(work, stage.before, stage.before, done=True)


def _walk(folder: Path, dice: random.Random) -> Iterator[str]:
    library = open_library(folder)
    past: list[str] = []
    coming: list[str] = []
    try:
        for _ in range(40):
            now = _there(library)
            verb = dice.choice(["act", "act", "undo", "undo", "redo", "restart"])
            if verb == "restart":
                library.close()
                library = open_library(folder)
            elif verb == "act":
                _act(library, dice.choice(UNDOABLE), folder)
                if _there(library) != now:
                    past.append(now)
                    coming.clear()
            else:
                yield from _step(library, verb, past, coming)
        yield from checking.check(library).problems
    finally:
        library.close()


def _act(library: Library, name: str, folder: Path) -> None:
    try:
        ACTIONS[name](library, folder)
    except (ClipreaderError, LookupError, OSError, ValueError):
        return  # nothing left to act on; what there is stays as it is


def _step(library: Library, verb: str, past: list[str], coming: list[str]) -> Iterator[str]:
    now = _there(library)
    stack, other = (past, coming) if verb == "undo" else (coming, past)
    if not stack:
        return
    try:
        (history.undo if verb == "undo" else history.redo)(library)
    except UndoRefused as error:
        yield f"{verb} was refused: {error}"
        return
    if _there(library) != stack[-1]:
        yield f"{verb} brought back something else"
    other.append(now)
    stack.pop()


def _there(library: Library) -> str:
    return str(meaning(library).splitlines()[:-_BUT_LABELS])
