"""Readers that hang, crash, eat all memory or are killed from outside, in the midst of a batch."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from string import ascii_lowercase
from unittest import mock

from clipreader.model import Fate, Source
from clipreader.operations import Library, checking, importing, open_library
from clipreader.operations.crew import Crew
from clipreader.operations.parsing import read_article
from clipreader.operations.ready import Ready, made_ready
from clipreader.operations.worker import Worker
from faults.fault import Tally, Trial

WALL_SECONDS = 1.5
"""How long one source may take here; the program itself has more patience."""

LONGEST = 20.0
"""Seconds that a batch with one bad source may take."""

_EATEN = 3 << 30


def misread(source: Source) -> Ready:
    """Do what the source says, or read it."""
    said = source.data.partition(b"\n")[0].decode()
    if mishap := MISHAPS.get(said.strip("<!-> ")):
        mishap()
    return made_ready(read_article(source), source)


def mishaps(trial: Trial, said: str, *, short: int, long: int) -> Tally:
    """Read batches with one source that brings the reader to something."""
    tally = Tally()
    with open_library(trial.folder / "library") as library:
        for number in trial.times(short, long):
            tally.tried(f"batch {number}", _batch(library, said, number))
        tally.broken += checking.check(library).problems
    return tally


def _batch(library: Library, said: str, number: int) -> Iterator[str]:
    words = [_words(f"{number}-{n}") for n in range(3)]
    words[1] = f"<!-- {said} -->\n{words[1]}"
    sources = [Source(f"{n}.html", each.encode(), "text/html") for n, each in enumerate(words)]
    workers = [Worker(misread, wall_seconds=WALL_SECONDS) for _ in range(2)]
    began = time.monotonic()
    with mock.patch.object(importing, "crew_of", lambda _: Crew(workers)):
        items = importing.import_sources(library, sources).value.items
    fates = [item.fate for item in items]
    if fates != [Fate.ADDED, Fate.FAILED, Fate.ADDED]:
        yield f"not refused alone: {', '.join(map(str, fates))}"
    elif not items[1].reason.endswith("."):
        yield f"no sentence: {items[1].reason}"
    if time.monotonic() - began > LONGEST:
        yield "slow"


def _words(seed: str) -> str:
    """Return a page that is like no other, so that none counts as another's version."""
    dice = random.Random(seed)
    words = ("".join(dice.choices(ascii_lowercase, k=7)) for _ in range(200))
    return f"<html><body><h1>Headline {seed}</h1><p>{' '.join(words)}.</p></body></html>"


def _hang() -> None:
    while True:
        pass


def _sleep() -> None:
    time.sleep(600)


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _end() -> None:
    os._exit(0)


def _eat() -> None:
    str(b"x" * _EATEN)


MISHAPS: dict[str, Callable[[], None]] = {
    "hang": _hang,
    "sleep": _sleep,
    "crash": _crash,
    "end": _end,
    "eat": _eat,
}
"""What a source may bring its reader to."""
