"""Killed at any moment, a library holds everything that was told as done, and nothing half.

Five kills by default; ``CLIPREADER_KILLS=50`` makes it fifty.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clipreader.model import Query, Shelf
from clipreader.operations import Library, checking, highlighting, open_library, reading

KILLS = int(os.environ.get("CLIPREADER_KILLS", "5"))
LONGEST = 0.6
ROOT = Path(__file__).parents[2]


@dataclass
class Told:
    """What the killed programs told as done, by kind: ids, and words to find them by."""

    done: dict[str, dict[str, str]] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        kind, name, words = line.rstrip("\n").split("\t")
        self.done.setdefault(kind, {})[name] = words

    def of(self, kind: str) -> dict[str, str]:
        return self.done.get(kind, {})


def work_until_killed(folder: Path, start: int, told: Told, seconds: float) -> int:
    """Run the restless program, kill it so long after its first word; return how much it did."""
    program = [sys.executable, "-m", "tests.operations.restless", str(folder), str(start)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout
        told.hear(running.stdout.readline())
        time.sleep(seconds)
        running.kill()
        lines = running.stdout.readlines()
    for line in lines:
        if line.endswith("\n"):
            told.hear(line)
    return len(lines) + 1


def look_through(library: Library, told: Told, kills: int) -> None:
    """Hold what is there against what was told; one action of each run may be there untold."""
    here = {row.id: row for row in reading.list_articles(library, Query())}
    here |= {row.id: row for row in reading.list_articles(library, Query(shelf=Shelf.TRASH))}
    assert told.of("article").keys() <= here.keys()
    assert len(here) <= len(told.of("article")) + kills
    found = highlights_of(library, here)
    assert told.of("highlight").keys() <= found.keys()
    assert len(found) <= len(told.of("highlight")) + kills
    for quote, tags, note in found.values():
        assert quote in ("was seen", "by whom")
        assert tags == ("seen/heard",)
        assert note.startswith("note ")
    assert all(here[name].starred for name in told.of("star"))
    assert all(here[name].trashed for name in told.of("trash"))
    assert len(here) - reading.counts(library).all <= len(told.of("trash")) + kills


def highlights_of(library: Library, ids: object) -> dict[str, tuple[str, tuple[str, ...], str]]:
    found: dict[str, tuple[str, tuple[str, ...], str]] = {}
    for article_id in ids:  # type: ignore[attr-defined]
        opened = reading.open_article(library, article_id)
        assert reading.original(library, article_id).data.decode().startswith("Headline of")
        for one in opened.highlights:
            found[one.id] = (one.quote, one.tags, one.note)
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_nothing_told_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    dice, told, done = random.Random(11), Told(), 0
    with open_library(tmp_path / "library"):
        pass
    for kill in range(1, KILLS + 1):
        seconds = dice.uniform(0, LONGEST)
        done += work_until_killed(tmp_path / "library", kill * 10_000, told, seconds)
        with open_library(tmp_path / "library") as library:
            look_through(library, told, kill)
            assert checking.check(library).problems == (), f"after kill {kill}"
    assert done > 3 * KILLS
    with open_library(tmp_path / "library") as library:
        assert len(highlighting.clippings(library, Query())) > 0
