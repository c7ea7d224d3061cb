"""The program as its user meets it: a window to act on, a command line to ask."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.e2e.desktop import Desktop, Place, stop
from tests.e2e.waiting import wait_until

COMMAND = [sys.executable, "-m", "clipreader"]
SIZE = (1440, 900)


class Program:
    """ClipReader running on a desktop. Use as a context manager."""

    def __init__(self, desktop: Desktop, library: Path, log: Path, shots: Path | None) -> None:
        self.desktop = desktop
        self.library = library
        self.log = log
        self._shots = shots
        self._taken = 0
        self.process: subprocess.Popen[bytes]
        self.window = ""

    def __enter__(self) -> Program:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        stop(self.process)

    def open(self) -> None:
        """Start the program and wait for its window."""
        command = [*COMMAND, "--library", str(self.library)]
        self.process = self.desktop.start(command, log=self.log)
        self.window = self.desktop.window_of(self.process, "ClipReader")
        self.desktop.move(self.window, 230, 40, *SIZE)
        self.desktop.focus(self.window)

    def close(self) -> int:
        """Close the window as its user does and return the exit code."""
        self.desktop.focus(self.window)
        self.desktop.key("ctrl+q")
        return self.process.wait(20)

    @property
    def place(self) -> Place:
        """Where the window is."""
        return self.desktop.place(self.window)

    def point(self, x: int, y: int) -> tuple[int, int]:
        """Return a point of the screen from one of the window, in pixels from its corner."""
        place = self.place
        return place.x + x, place.y + y

    def shot(self, name: str) -> None:
        """Keep a picture of this step, if pictures are wanted."""
        self._taken += 1
        if self._shots is not None:
            self.desktop.picture(self._shots / f"{self._taken:02}-{name}.png")

    def ask(self, *words: str) -> list[dict[str, Any]]:
        """Return what a command answers with ``--json``, always as a list."""
        command = [*COMMAND, *words, "--library", str(self.library), "--json"]
        answer = subprocess.run(
            command, env=self.desktop.env, capture_output=True, timeout=60, check=False
        )
        assert answer.returncode == 0, (words, answer.stderr.decode())
        found = json.loads(answer.stdout)
        return found if isinstance(found, list) else [found]

    def run(self, *words: str) -> str:
        """Run a command and return what it prints."""
        command = [*COMMAND, *words, "--library", str(self.library)]
        answer = subprocess.run(
            command, env=self.desktop.env, capture_output=True, timeout=60, check=False
        )
        assert answer.returncode == 0, (words, answer.stderr.decode())
        return answer.stdout.decode()

    def articles(self, count: int) -> list[dict[str, Any]]:
        """Wait until the library holds ``count`` articles and return them."""
        return self._when("list", lambda found: len(found) == count, f"{count} articles")

    def clippings(self, count: int) -> list[dict[str, Any]]:
        """Wait until there are ``count`` clippings and return them."""
        return self._when("clippings", lambda found: len(found) == count, f"{count} clippings")

    def clipping(self, **expected: object) -> dict[str, Any]:
        """Wait for a clipping that has the given values and return it."""

        def look() -> dict[str, Any] | None:
            for found in self.ask("clippings"):
                if all(found[key] == value for key, value in expected.items()):
                    return found
            return None

        return wait_until(look, f"a clipping with {expected}", pause=0.2)

    def _when(self, command: str, holds: Any, what: str) -> list[dict[str, Any]]:
        def look() -> list[list[dict[str, Any]]] | None:
            found = self.ask(command)
            return [found] if holds(found) else None

        return wait_until(look, what, pause=0.2)[0]
