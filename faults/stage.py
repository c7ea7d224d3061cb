"""The scene, ready to be acted on, and the actions in a program of their own under ``strace``."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clipreader.operations import open_library
from faults.actions import ACTIONS
from faults.fault import CannotBeInjected
from faults.scene import copied, furnish, meaning

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60
"""How long one try may take before it counts as hanging."""

WRITES = "write,pwrite64,writev,pwritev"
SYNCS = "fsync,fdatasync"
CHANGES = f"{WRITES},{SYNCS},rename,renameat,renameat2,unlink,unlinkat,ftruncate,mkdir"
READS = "read,pread64"

Moment = tuple[str, int]
"""The name of a call and the how manieth it is: ``strace`` counts each by itself in each thread."""

_CALL = re.compile(r"(\d+) +(\w+)\(")


@dataclass
class Stage:
    """The scene as ``make`` builds it in a folder, and what each action makes of it undisturbed.

    Several faults share one, because what it finds out takes longer than a try.
    """

    folder: Path
    make: Callable[[Path], object] = furnish
    _after: dict[str, str] = field(default_factory=dict[str, str])
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
        """Do an action in a program of its own under ``strace``, which logs into the folder."""
        command = [self.strace, "-f", "-qq", "-y", "-o", str(self.folder / "strace.log"), *options]
        command += [sys.executable, "-m", "faults.act", str(work), name, str(out)]
        environment = {**os.environ, "CLIPREADER_PLANTED": planted, "PYTHONDONTWRITEBYTECODE": "1"}
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        try:
            return subprocess.run(
                command,
                capture_output=True,
                text=True,
                env=environment,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, -1, "", "Traceback: it hangs")

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
