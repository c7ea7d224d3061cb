"""Programs that do one action each, forked from one that has loaded all it takes.

What, why: loading ClipReader takes most of a second, and five under ``strace``, which stops a
program at each of its calls; an action takes a tenth. So one program loads everything and opens
nothing, a copy of it is forked for each try, and ``strace`` takes hold of the copy before it acts.
What was tried instead: ``strace --seccomp-bpf`` is as fast and delivers no signals, so that it
kills nobody.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

from faults import act
from faults.planted import NAME

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60.0
"""How long one try may take before it counts as hanging."""

HOLD_SECONDS = 10.0
"""How long ``strace`` may take to get hold of a program."""

NOT_HELD = "strace could not get hold of the program"
"""What is told where it did not, with its own words after it."""

_SET_PTRACER, _ANY = 0x59616D61, -1  # prctl(2): who may trace me


class Company:
    """The program that has loaded everything; ``act`` forks one that acts and waits for its end."""

    def __init__(self) -> None:
        path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "faults.forking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def act(
        self, words: list[str], said: Path, strace: list[str], planted: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Do an action as ``faults.act`` does; what it says is kept in files beside ``said``."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([words, str(said), strace, planted]) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        out, errors = (said.with_suffix(end).read_text("utf-8") for end in (".out", ".err"))
        return subprocess.CompletedProcess(words, code, out, errors)

    def close(self) -> None:
        """End the program."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(HOLD_SECONDS)


def serve() -> None:
    """Fork for each line that comes in; answer with the exit code, as ``subprocess`` gives it."""
    for line in sys.stdin:
        words, said, strace, planted = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_play(words, Path(said), strace, planted))
        sys.stdout.write(f"{_code_of(child, Path(said))}\n")
        sys.stdout.flush()


def _code_of(child: int, said: Path) -> int:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with said.with_suffix(".err").open("a") as errors:
        errors.write("Traceback: it hangs")
    return -1


def _play(words: list[str], said: Path, strace: list[str], planted: str) -> int:
    """Act in this process, which was forked to do so and ends with what this returns."""
    for handle, end in ((1, ".out"), (2, ".err")):
        file = os.open(said.with_suffix(end), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(file, handle)
        os.close(file)
    os.environ[NAME] = planted
    try:
        if strace:
            _be_held(strace)
        return act.main(*words)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _be_held(strace: list[str]) -> None:
    """Let ``strace`` take hold of this process, and wait until it has."""
    ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(_ANY), 0, 0, 0)
    holder = subprocess.Popen([*strace, "-p", str(os.getpid())], stdout=subprocess.DEVNULL)
    until = time.monotonic() + HOLD_SECONDS
    while "\nTracerPid:\t0\n" in Path("/proc/self/status").read_text("ascii"):
        if holder.poll() is not None or time.monotonic() > until:
            raise OSError(NOT_HELD)
        time.sleep(0.002)


if __name__ == "__main__":
    serve()
