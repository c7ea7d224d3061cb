"""Several programs at one library: writers at the same time, and one that does not let go."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from clipreader.library.opening import FILE_NAME
from clipreader.model import ClipreaderError, Query
from clipreader.operations import checking, highlighting, open_library
from faults.fault import Tally, Trial
from faults.scene import copied, furnish, mark, meaning, rows_of

ROOT = Path(__file__).resolve().parent.parent
WRITERS = 2
"""Programs that write at the same time."""


def two_writers(trial: Trial, *, short: int, long: int, planted: str = "") -> Tally:
    """Let programs write at the same time for so many seconds: no error, nothing twice or lost."""
    tally, work = Tally(), trial.folder / "shared"
    furnish(work)
    seconds = trial.many(short, long)
    running = [_writer(work, number, seconds, planted) for number in range(WRITERS)]
    told: list[str] = []
    for process in running:
        out, errors = process.communicate(timeout=seconds * 3 + 60)
        told += [line for line in out.splitlines() if line.startswith("+")]
        for line in out.splitlines():
            if line.startswith("!"):
                tally.broken.append(f"refused: {line[1:]}")
        if "Traceback" in errors:
            tally.broken.append(errors.strip().splitlines()[-1][:200])
    tally.tries = len(told)
    tally.broken += _missing(work, told)
    tally.remark = f"{WRITERS} programs, {seconds} s"
    return tally


def held_lock(trial: Trial, *, short: int, long: int) -> Tally:
    """Hold the library as a backup program does: an action waits or is refused, in a sentence."""
    tally, scene = Tally(), trial.folder / "scene"
    furnish(scene)
    for number in trial.times(short, long):
        work = copied(scene, trial.folder / "work")
        statement = ("BEGIN EXCLUSIVE", "BEGIN IMMEDIATE")[number % 2]
        tally.tried(statement, _while_held(work, statement))
    return tally


def write(folder: Path, start: int, seconds: float) -> None:
    """Mark and unmark words for so long; print each id that is on the disk."""
    until = time.monotonic() + seconds
    with open_library(folder) as library:
        articles = rows_of(library)[:2]
        number = start
        while time.monotonic() < until:
            number += 1
            try:
                made = mark(library, articles[number % 2], "e", note=f"no. {number}")
            except ClipreaderError as error:
                sys.stdout.write(f"!{error}\n")
            else:
                sys.stdout.write(f"+{made}\n")
            sys.stdout.flush()


def _writer(work: Path, number: int, seconds: int, planted: str) -> subprocess.Popen[str]:
    program = (
        "import sys, pathlib\nfrom faults import planted, company\nplanted.plant()\n"
        "company.write(pathlib.Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))"
    )
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": path, "CLIPREADER_PLANTED": planted}
    command = [sys.executable, "-c", program, str(work), str(number * 1_000_000), str(seconds)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def _missing(work: Path, told: list[str]) -> Iterator[str]:
    with open_library(work) as library:
        yield from checking.check(library).problems
        here = [clipping.highlight.id for clipping in highlighting.clippings(library, Query())]
    if len(here) != len(set(here)):
        yield "a highlight is there twice"
    lost = {line[1:] for line in told} - set(here)
    if lost:
        yield f"{len(lost)} of {len(told)} highlights that were told are not there"


def _while_held(work: Path, statement: str) -> Iterator[str]:
    with open_library(work) as library:
        before = meaning(library)
        article = rows_of(library)[0]
        with closing(sqlite3.connect(work / FILE_NAME, isolation_level=None)) as other:
            other.execute(statement)
            began = time.monotonic()
            try:
                mark(library, article, "e")
                yield "it wrote into a library that another program held"
            except ClipreaderError as error:
                if not str(error).endswith("."):
                    yield f"no sentence: {error}"
            if time.monotonic() - began > 10:
                yield "it waited for more than ten seconds"
            other.execute("ROLLBACK")
        if meaning(library) != before:
            yield "something was written"
        mark(library, article, "e")
        yield from checking.check(library).problems
