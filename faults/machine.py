"""The machine is not as expected: its clock jumps, its SQLite is old, files are damaged or gone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from unittest import mock

from clipreader import settings
from clipreader.library import connecting
from clipreader.library.opening import FILE_NAME
from clipreader.model import LibraryUnavailable
from clipreader.operations import Library, backing_up, checking, history, open_library
from faults.actions import ACTIONS
from faults.fault import Tally, Trial
from faults.forking import ROOT
from faults.scene import copied, mark, meaning, rows_of

JUMPS = {
    "an hour on": timedelta(hours=1),
    "an hour back": timedelta(hours=-1),
    "a month on": timedelta(days=31),
    "a month back": timedelta(days=-31),
    "ten years on": timedelta(days=3652),
    "ten years back": timedelta(days=-3652),
    "to 1970": timedelta(seconds=60 - time.time()),
    "after 2038": timedelta(days=13 * 365),
}
"""How the clock is set while the library is open."""


def clock_jumps(trial: Trial) -> Tally:
    """Set the clock: undo takes back what was done last, and no backup is gone by it."""
    tally = Tally()
    for name, jump in JUMPS.items():
        work = copied(trial.stage.library, trial.folder / "work")
        tally.tried(name, _over_a_jump(work, jump))
    return tally


def old_sqlite(trial: Trial) -> Tally:
    """Run with a SQLite whose write-ahead log is not safe: it is left, or nothing is written."""
    tally = Tally()
    for held in (False, True):
        work = copied(trial.stage.library, trial.folder / "work")
        with closing(sqlite3.connect(work / FILE_NAME)) as other:
            other.execute("PRAGMA journal_mode = wal")
            if held:
                other.execute("SELECT count(*) FROM articles").fetchone()
            else:
                other.close()
            with mock.patch.object(connecting, "SAFE_WAL", (99, 0, 0)):
                breaks = list(_kept_safe(work, trial.stage.before, held=held))
        tally.tried("held by a newer program" if held else "left by a newer program", breaks)
    return tally


def damaged_settings(trial: Trial) -> Tally:
    """Damage the settings: the defaults are taken, and what was there is kept aside."""
    tally, path = Tally(), trial.folder / "settings" / "settings.json"
    path.parent.mkdir()
    for name, data in SETTINGS.items():
        for each in path.parent.iterdir():
            each.unlink()
        path.write_bytes(data)
        tally.tried(name, _by_default(path, data))
    return tally


def missing_files(trial: Trial, *, short: int, long: int) -> Tally:
    """Take away what comes with the program: it names it and ends, or does without."""
    tally, place = Tally(), trial.folder / "program"
    shutil.copytree(ROOT / "src", place / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources", "seeds"):
        shutil.copytree(ROOT / name, place / name)
    gone = ["seeds", *sorted(path.name for path in (place / "resources").iterdir())]
    for number in trial.times(short, long):
        name = gone[(trial.seed + number) % len(gone)]
        there = place / name if name == "seeds" else place / "resources" / name
        there.rename(trial.folder / "away")
        tally.tried(name, _told_by_self_test(place))
        (trial.folder / "away").rename(there)
    return tally


def _over_a_jump(work: Path, jump: timedelta) -> Iterator[str]:
    with open_library(work) as library:
        for _ in range(2):
            mark(library, rows_of(library)[0], "a")
            backing_up.back_up(library)
        before = [backup.path.name for backup in backing_up.backups_in(work)]
        states = [meaning(library)]
        with clock(jump):
            for action in ("highlight", "note"):
                ACTIONS[action](library, work.parent)
                states.append(meaning(library))
            backing_up.back_up(library)
        ACTIONS["tags"](library, work.parent)
        yield from _undone(library, states)
        backing_up.back_up(library)
        yield from checking.check(library).problems
    there = [backup.path.name for backup in backing_up.backups_in(work)]
    if gone := set(before) - set(there):
        yield f"{len(gone)} of {len(before)} backups are gone"
    if there[:2] != sorted(there, reverse=True)[:2]:
        yield "the newest backup is not the first"


def _undone(library: Library, states: list[str]) -> Iterator[str]:
    for state in reversed(states):
        history.undo(library)
        if meaning(library).splitlines()[:-2] != state.splitlines()[:-2]:
            yield "undo took back something else"


@contextmanager
def clock(jump: timedelta) -> Generator[None]:
    """Let everything of ours read another time."""

    class Set(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Set:
            return cls.fromtimestamp(_now() + jump.total_seconds(), tz)

    _now, nanoseconds = time.time, time.time_ns
    modules = [m for n, m in sys.modules.items() if n.startswith(("clipreader.", "faults."))]
    with ExitStack() as patches:
        for module in modules:
            if getattr(module, "datetime", None) is datetime and module.__name__ != __name__:
                patches.enter_context(mock.patch.object(module, "datetime", Set))
        later = int(jump.total_seconds() * 1e9)
        patches.enter_context(mock.patch.object(time, "time_ns", lambda: nanoseconds() + later))
        yield


def _kept_safe(work: Path, before: str, *, held: bool) -> Iterator[str]:
    try:
        with open_library(work) as library:
            if held:
                yield "it writes into a log that another program holds"
            with library.reading() as connection:
                if connecting.is_unsafe(connection):
                    yield "it writes a log that it can damage"
            if meaning(library) != before:
                yield "it means something else"
            ACTIONS["highlight"](library, work)
    except LibraryUnavailable as error:
        if not held:
            yield f"it does not open: {error}"
        elif not str(error).endswith("."):
            yield f"no sentence: {error}"


def _by_default(path: Path, data: bytes) -> Iterator[str]:
    if settings.load(path) != settings.Settings():
        yield "they are not the defaults"
    settings.save(settings.Settings(theme="dark"), path)
    if settings.load(path).theme != "dark":
        yield "they cannot be saved again"
    if data not in [each.read_bytes() for each in path.parent.iterdir()]:
        yield "what was there is not kept aside"


def _told_by_self_test(place: Path) -> Iterator[str]:
    environment = {**os.environ, "PYTHONPATH": str(place / "src"), "QT_QPA_PLATFORM": "offscreen"}
    went = subprocess.run(
        [sys.executable, "-m", "clipreader", "--self-test"],
        env=environment,
        cwd=place,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "Traceback" in went.stderr:
        yield f"traceback: {went.stderr.strip().splitlines()[-1]}"
    if went.returncode == 0 or not (went.stdout + went.stderr).strip():
        yield "it notices nothing"


SETTINGS = {
    "empty": b"",
    "cut": b'{"theme": "da',
    "zeros": bytes(400),
    "of another program": b"[section]\nname = 1\n",
    "a list": b"[1, 2]",
    "deep": b"[" * 5000,
}
"""What a damaged file of settings may hold."""
