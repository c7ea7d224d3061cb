"""Two programs at one library, as processes of their own: nothing lost, double or left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

LONGEST = 60.0
"""Seconds after which what was waited for does not come any more."""

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
PROGRAM = (sys.executable, "-m", "clipreader", "--library")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no window read or write the settings of whoever runs the tests."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setitem(ENVIRONMENT, name, str(tmp_path / "home"))


@pytest.fixture
def window() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the program without a command; what still runs at the end is ended."""
    running: list[subprocess.Popen[bytes]] = []

    def start(library: Path, *files: Path) -> subprocess.Popen[bytes]:
        command = (*PROGRAM, str(library), *map(str, files))
        quiet = subprocess.DEVNULL
        running.append(subprocess.Popen(command, env=ENVIRONMENT, stdout=quiet, stderr=quiet))
        return running[-1]

    yield start
    for one in running:
        one.kill()
        one.wait()


def asked(library: Path, *words: str) -> str:
    """What a command prints; it has to end well."""
    done = subprocess.run(
        (*PROGRAM, str(library), *words),
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def headlines(library: Path) -> list[str]:
    if not (library / "library.sqlite").exists():
        return []
    return sorted(one["headline"] for one in json.loads(asked(library, "list", "--json")))


def wait_for(library: Path, *wanted: str) -> None:
    """Wait until the library holds exactly these articles."""
    ends = time.monotonic() + LONGEST
    while (found := headlines(library)) != sorted(wanted) and time.monotonic() < ends:
        time.sleep(0.2)
    assert found == sorted(wanted)


def written(folder: Path, name: str) -> Path:
    """A file with an article of this headline."""
    path = folder / f"{name}.txt"
    words = f"The barges that went through the {name.lower()} lock were counted before noon."
    path.write_text(f"{name}\n\n{words} Nobody blew a horn.\n", encoding="utf-8")
    return path


def test_a_second_start_hands_its_files_to_the_first(tmp_path: Path, window) -> None:
    library = tmp_path / "library"
    first = window(library, written(tmp_path, "Northern"))
    wait_for(library, "Northern")
    second = window(library, written(tmp_path, "Southern"))
    assert second.wait(LONGEST) == 0
    wait_for(library, "Northern", "Southern")
    assert first.poll() is None


def test_commands_write_while_the_window_does(tmp_path: Path, window) -> None:
    library = tmp_path / "library"
    first = window(library, written(tmp_path, "Northern"))
    wait_for(library, "Northern")
    window(library, written(tmp_path, "Southern"))
    asked(library, "import", str(written(tmp_path, "Eastern")))
    asked(library, "import", str(written(tmp_path, "Northern")))
    wait_for(library, "Eastern", "Northern", "Southern")
    assert first.poll() is None
    assert "All is well." in asked(library, "check")


def test_two_libraries_have_a_window_each(tmp_path: Path, window) -> None:
    mine, yours = tmp_path / "mine", tmp_path / "yours"
    first = window(mine, written(tmp_path, "Northern"))
    second = window(yours, written(tmp_path, "Southern"))
    wait_for(mine, "Northern")
    wait_for(yours, "Southern")
    assert (first.poll(), second.poll()) == (None, None)


def test_a_killed_window_leaves_no_lock_behind(tmp_path: Path, window) -> None:
    library = tmp_path / "library"
    first = window(library, written(tmp_path, "Northern"))
    wait_for(library, "Northern")
    first.kill()
    first.wait()
    asked(library, "import", str(written(tmp_path, "Eastern")))
    second = window(library, written(tmp_path, "Southern"))
    wait_for(library, "Eastern", "Northern", "Southern")
    assert second.poll() is None
    assert "All is well." in asked(library, "check")
