"""An import that was killed or interrupted goes on when it is typed again; each file is in once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clipreader.operations import importing, open_library, tally

KILLS = int(os.environ.get("CLIPREADER_KILLS", "3"))
"""How often the program is killed; CLIPREADER_KILLS=50 is a longer trial."""

MANY = 300
PROGRAM = "import sys; from clipreader.__main__ import main; sys.exit(main(sys.argv[1:]))"
LONGEST = 60.0
"""How long a program is waited for, in seconds."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    made = tmp_path / "harbour"
    made.mkdir()
    for number in range(MANY):
        words = f"Crossing {number} of the Night Ferry\n\nBoat {number} left the quay at noon."
        if number % 2:
            (made / f"{number:03}.txt").write_text(words, encoding="utf-8")
        else:
            page = f"<article><h1>Page {number}</h1><p>{words}</p><p>Nobody waved.</p></article>"
            (made / f"{number:03}.html").write_text(page, encoding="utf-8")
    return made


def entries(folder: Path) -> int:
    told = [tally.read(path) for path in tally.all_in(folder)]
    return sum(len(one.entries) for one in told if one is not None)


def begun(folder: Path, many: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, "import", str(many), "--library", str(folder)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def wait_for_more(program: subprocess.Popen[str], folder: Path, than: int) -> None:
    end = time.monotonic() + LONGEST
    while program.poll() is None and entries(folder) <= than:
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is ended otherwise there")
def test_an_import_that_was_killed_goes_on(ask, folder: Path, many: Path) -> None:
    chance, before = random.Random(5), 0
    for _ in range(KILLS):
        with begun(folder, many) as program:
            wait_for_more(program, folder, before)
            time.sleep(chance.uniform(0, 0.1))
            program.kill()
        before = entries(folder)
        if not before:  # it was faster than the kill, and has ended well
            break
    told = ask("import", many, "--json")
    assert told.code == 0
    assert len(told.json) == MANY
    assert {line["outcome"] for line in told.json} <= {"added", "duplicate"}
    in_before = sum(line["reason"] == importing.IN_ALREADY for line in told.json)
    assert in_before == before
    if before > 1:
        assert f"{before:,} articles were in before" in told.err
    assert len({line["article_id"] for line in told.json}) == MANY
    assert len(ask("list", "--json").json) == MANY
    assert ask("check").code == 0
    assert tally.all_in(folder) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
def test_ctrl_c_says_how_to_go_on(ask, folder: Path, many: Path) -> None:
    with begun(folder, many) as program:
        wait_for_more(program, folder, 0)
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=LONGEST)
    if program.returncode == 130:  # or it was faster
        assert "The same command goes on" in err
        with open_library(folder) as library:
            assert len(tally.all_in(library.folder)) == 1
    assert ask("import", many).code == 0
    assert len(ask("list", "--json").json) == MANY
