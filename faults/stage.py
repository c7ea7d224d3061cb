"""The scene, ready to be acted on, and the actions in a program of their own under ``strace``."""

from __future__ import annotations

import atexit
import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from clipreader.operations import open_library
from faults.actions import ACTIONS
from faults.fault import CannotBeInjected
from faults.forking import NOT_HELD, Company
from faults.scene import copied, furnish, meaning

WRITES = "write,pwrite64,writev,pwritev"
SYNCS = "fsync,fdatasync"
CHANGES = f"{WRITES},{SYNCS},rename,renameat,renameat2,unlink,unlinkat,ftruncate,mkdir"
READS = "read,pread64"

Moment = tuple[str, int]
"""The name of a call and the how manieth it is: ``strace`` counts each by itself in each thread."""

FOLLOWING = ("-f", "-qq", "-y")
"""Options of ``strace``: follow all threads and processes, say nothing else, name files."""

_CALL = re.compile(r"(\d+) +(\w+)\(")


@dataclass
class Stage:
    """The scene as ``make`` builds it in a folder, and what each action makes of it undisturbed.

    Several faults share one, because what it finds out takes longer than a try.
    """

    folder: Path
    make: Callable[[Path], object] = furnish
    _after: dict[str, str] = field(default_factory=dict[str, str])
    _was_killed: bool = False
    _moments: dict[str, list[Moment]] = field(default_factory=dict[str, list[Moment]])

    @cached_property
    def strace(self) -> str:
        """Return the program that injects. Raises CannotBeInjected."""
        found = shutil.which("strace")
        if not found:
            raise CannotBeInjected("strace is not installed")
        return found

    @cached_property
    def library(self) -> Path:
        """Return the library that is copied for each try."""
        place = self.folder / "scene"
        self.make(place)
        return place

    @cached_property
    def before(self) -> str:
        """Return what the library means before any action."""
        with open_library(copied(self.library, self.folder / "looked")) as library:
            return meaning(library)

    @cached_property
    def exported(self) -> bytes:
        """Return what the export writes when nothing disturbs it."""
        out = self.outside("clean-out")
        with open_library(copied(self.library, self.folder / "clean")) as library:
            ACTIONS["export"](library, out)
        return (out / "mine.md").read_bytes()

    def after(self, name: str) -> str:
        """Return what it means after an action that nothing disturbs."""
        if name not in self._after:
            work = copied(self.library, self.folder / "after")
            with open_library(work) as library:
                ACTIONS[name](library, self.outside("after-out"))
            with open_library(work) as library:
                self._after[name] = meaning(library)
        return self._after[name]

    def outside(self, name: str) -> Path:
        """Return an empty folder for exports."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def moments(self, name: str, calls: str) -> list[Moment]:
        """Return which of an action's calls of some kinds touch the library or the export.

        All other calls are those that load the program.
        """
        if name not in self._moments:
            self._moments[name] = self._traced(name)
        wanted = calls.split(",")
        return [moment for moment in self._moments[name] if moment[0] in wanted]

    def act(
        self, work: Path, name: str, out: Path, *options: str, planted: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Do an action in a program of its own under ``strace``, which logs into the folder.

        Without options nothing watches it. Raises CannotBeInjected.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        log = str(self.folder / "strace.log")
        held = [self.strace, *FOLLOWING, "-o", log, *options] if options else []
        words, said = [str(work), name, str(out)], self.folder / "said"
        went = _company().act(words, said, held, planted)
        if NOT_HELD in went.stderr:
            told = went.stderr.strip().splitlines()[0][:90]
            raise CannotBeInjected(f"strace may not watch programs here ({told})")
        self._was_killed = went.returncode == -signal.SIGKILL
        return went

    def act_here(self, work: Path, name: str, setting: str) -> None:
        """Do an action that nothing disturbs, in a program of its own with another setting."""
        went = self.act(work, name, self.outside("out"), planted=setting)
        assert "done" in went.stdout, went.stderr

    @property
    def was_injected(self) -> bool:
        """Say whether what was to be injected into the last action was."""
        log = (self.folder / "strace.log").read_text("utf-8", "replace")
        return self._was_killed or "(INJECTED)" in log or "--- SIGINT" in log

    def _traced(self, name: str) -> list[Moment]:
        work, out = copied(self.library, self.folder / "counted"), self.outside("counted-out")
        self.act(work, name, out, "-e", f"trace={CHANGES},{READS}")
        counts: Counter[tuple[str, str]] = Counter()
        found: dict[Moment, None] = {}
        for line in (self.folder / "strace.log").read_text(errors="replace").splitlines():
            if called := _CALL.match(line):
                thread, call = called.groups()
                counts[thread, call] += 1
                if f"{self.folder}/counted" in line:
                    found[call, counts[thread, call]] = None
        return list(found)


@cache
def _company() -> Company:
    """Return the program that has loaded everything, the same for all faults."""
    made = Company()
    atexit.register(made.close)
    return made
