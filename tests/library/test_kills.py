"""A program that is killed while it writes: what it told is there, and nothing is half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clipreader.library import backups, checking, highlights, open_library, rescuing
from clipreader.library.arrival import Arrival
from clipreader.library.opening import FILE_NAME
from tests import records
from tests.library import stored

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")

ROOT = Path(__file__).parents[2]
SECONDS = 0.5
"""How long a program may write before it is killed."""

WRITE = """
import sys
from pathlib import Path
from clipreader.library import connecting
from tests.library import test_kills
if sys.argv[3] == "wal":
    connecting.SAFE_WAL = (3, 0, 0)
getattr(test_kills, sys.argv[2])(Path(sys.argv[1]))
"""


def told(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def write_highlights(folder: Path) -> None:
    """Add and remove highlights for ever; tell each id when it is on the disk."""
    with open_library(folder) as library:
        with library.reading() as connection:
            article = stored.articles.fetch(connection, 1)
        told("ready")
        kept: list[str] = []
        while True:
            made = records.highlight(article, "a piano", note="x" * 500, tags=["a", "b/c"])
            (new,) = stored.mark(library, article, made)
            told(f"+{new.id}")
            kept.append(new.id)
            if len(kept) % 3 == 0:
                gone = kept.pop(0)
                told(f"?{gone}")
                with library.writing("Remove") as work:
                    highlights.remove(work, [gone])
                told(f"-{gone}")


def write_articles(folder: Path) -> None:
    """Import for ever; tell each id when article and original are on the disk."""
    with open_library(folder) as library:
        told("ready")
        while True:
            made = [records.article() for _ in range(5)]
            arrivals = [
                Arrival(each, stored.arrival(each, each.id.encode()).source) for each in made
            ]
            library.originals.keep([each.source.data for each in arrivals])
            with library.writing("Import") as work:
                stored.articles.add(work, arrivals)
            for each in made:
                told(f"+{each.id}")


def killed(folder: Path, verb: str, mode: str, after: float) -> list[str]:
    """Run a verb in a program of its own, kill it, and return the lines it told."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    run = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(folder), verb, mode],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert run.stdout is not None
    with run.stdout:
        assert run.stdout.readline() == "ready\n"
        time.sleep(after)
        run.kill()
        lines = run.stdout.read().split("\n")
    assert run.wait() == -signal.SIGKILL
    return lines[:-1]  # the last one may be cut


def problems(folder: Path) -> list[str]:
    with open_library(folder) as library, library.reading() as connection:
        return list(checking.problems(connection, library.originals))


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_what_was_told_is_there(folder, mode):
    with open_library(folder) as library:
        article = records.article()
        stored.put(library, article)
    there: set[str] = set()
    open_ends: set[str] = set()
    dice = random.Random(11)
    for _ in range(4):
        for line in killed(folder, "write_highlights", mode, dice.random() * SECONDS):
            kind, name = line[0], line[1:]
            there = there | {name} if kind == "+" else there - {name}
            open_ends = open_ends | {name} if kind == "?" else open_ends - {name}
        assert problems(folder) == []
        with open_library(folder) as library:
            found = {each.id for each in stored.marks(library, article)}
        assert there <= found
        assert len(found - there - open_ends) <= 1  # the one that was under way
        there, open_ends = found, set()
    assert there


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("is_backed_up", [True, False])
def test_what_was_told_comes_back_when_the_file_is_gone(folder, mode, is_backed_up):
    with open_library(folder) as library:
        article = records.article()
        stored.put(library, article)
        if is_backed_up:
            backups.make(library, datetime.now(UTC))
    there: set[str] = set()
    open_ends: set[str] = set()
    dice = random.Random(13)
    for _ in range(3):
        for line in killed(folder, "write_highlights", mode, dice.random() * SECONDS):
            kind, name = line[0], line[1:]
            there = there | {name} if kind == "+" else there - {name}
            open_ends = open_ends | {name} if kind == "?" else open_ends - {name}
        for path in folder.glob(f"{FILE_NAME}*"):
            path.unlink()
        found = rescuing.find(folder)
        assert found is not None
        assert found.is_whole
        rescuing.carry_out(folder, found, datetime.now(UTC))
        assert problems(folder) == []
        with open_library(folder) as library:
            marked = {each.id for each in stored.marks(library, article)}
        assert there <= marked | open_ends
        assert len(marked - there - open_ends) <= 1  # the one that was under way
        there, open_ends = marked, set()
    assert there


def test_an_article_that_was_told_has_its_original(folder):
    open_library(folder).close()
    dice = random.Random(12)
    names: set[str] = set()
    for _ in range(4):
        lines = killed(folder, "write_articles", "delete", dice.random() * SECONDS)
        names |= {line[1:] for line in lines}
        assert problems(folder) == []
    with open_library(folder) as library, library.reading() as connection:
        assert set(stored.articles.numbers_of(connection, names)) == names
