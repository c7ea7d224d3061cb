"""What goes wrong is one sentence and an exit code."""

from __future__ import annotations

import argparse
import errno
import shlex
import subprocess
import sys
from collections.abc import Callable

import pytest

from clipreader.commands.mishaps import guarded
from clipreader.model import LibraryUnavailable


def raising(error: BaseException) -> Callable[[], int]:
    def work() -> int:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (LibraryUnavailable("The disk is full.", "details"), 1, "The disk is full.\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/x"),
            1,
            "This could not be done: Permission denied (“/x”).\n",
        ),
        (OSError("odd"), 1, "This could not be done: odd.\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (KeyboardInterrupt(), 130, ""),
        (SystemExit(2), 2, ""),
        (SystemExit(0), 0, ""),
    ],
    ids=repr,
)
def test_is_told(error, code, told, capsys, monkeypatch):
    monkeypatch.setattr("clipreader.commands.mishaps._close_output", lambda: None)
    assert guarded(raising(error)) == code
    assert capsys.readouterr().err == told


def test_headline_in_a_sentence_cannot_colour_the_terminal(capsys):
    guarded(raising(LibraryUnavailable("“\x1b[31mred”")))
    assert "\x1b" not in capsys.readouterr().err


def test_fault_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: 1 // 0)


def test_help_is_no_failure(capsys):
    assert guarded(lambda: argparse.ArgumentParser().parse_args(["-h"]) and 0) == 0
    assert capsys.readouterr().out.startswith("usage")


def test_works_without_a_console(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert guarded(lambda: 0) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_help_that_nobody_reads_to_its_end_is_quiet():
    done = subprocess.run(
        f"{shlex.quote(sys.executable)} -m clipreader --help | :",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
