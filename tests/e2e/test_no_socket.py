"""The program opens no way to the network: every call of the kernel about one is looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STRACE = shutil.which("strace")
ARTICLE = """Lock Keeper Counts the Barges

Harbour Town, 3 May 2024 — Nine barges went through the lock before noon, the keeper said, and \
none of them blew its horn.
"""
OPENED = re.compile(r"\bsocket(?:pair)?\((\w+)")
CONNECTED = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(.*?sa_family=(\w+)")
LOCAL = {"AF_UNIX"}
"""The one family that ends on this machine: a second start hands its files to the first by it."""

STEPS = {
    "import": ("import", "article.txt"),
    "export": ("export", "--to", "out"),
    "the window": ("--self-test",),
}

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not there")


def traced(folder: Path, *command: str) -> tuple[int, set[str]]:
    """Run a command with all its children; return its exit code and the families it used."""
    log = folder / "calls.txt"
    watch = [str(STRACE), "-f", "-qq", "-e", "trace=network", "-o", str(log), *command]
    done = subprocess.run(
        watch,
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if "PTRACE" in done.stderr and not log.exists():
        pytest.skip("this machine lets no program be traced")
    calls = log.read_text(encoding="utf-8", errors="replace")
    return done.returncode, {*OPENED.findall(calls), *CONNECTED.findall(calls)}


def program(*arguments: str) -> tuple[str, ...]:
    return sys.executable, "-m", "clipreader", *arguments


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    library = ("--library", str(tmp_path / "library"))
    subprocess.run(program(*library, "import", "article.txt"), cwd=tmp_path, check=True)
    found = subprocess.run(
        program(*library, "list"), cwd=tmp_path, check=True, capture_output=True, text=True
    )
    quote = ("highlight", found.stdout.split()[0], "--quote", "Nine barges")
    subprocess.run(program(*library, *quote), cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("step", STEPS)
def test_nothing_leaves_the_machine(folder: Path, step: str) -> None:
    arguments = STEPS[step]
    if step != "the window":
        arguments = ("--library", str(folder / "library"), *arguments)
    code, families = traced(folder, *program(*arguments))
    assert code == 0
    assert families <= LOCAL


def test_a_way_to_the_network_would_be_seen(tmp_path: Path) -> None:
    ask = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    code, families = traced(tmp_path, sys.executable, "-c", ask)
    assert (code, families) == (0, {"AF_INET"})
