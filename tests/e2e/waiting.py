"""Waiting for what is to happen, never for a fixed time."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 20.0
"""Seconds after which something that was waited for counts as not coming."""

Found = TypeVar("Found")


def wait_until(
    look: Callable[[], Found | None], what: str, *, limit: float = PATIENCE, pause: float = 0.05
) -> Found:
    """Return the first true answer of ``look``. Raises AssertionError after ``limit`` seconds."""
    deadline = time.monotonic() + limit
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {limit:.0f} s in vain: {what}")
        time.sleep(pause)


class Listener:
    """Hears the lines that a process prints, without ever blocking on them."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.heard: list[str] = []
        self._process = process
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with stream:
            for line in stream:
                self.heard.append(line.decode().strip())

    def wait_for(self, word: str, nudge: Callable[[], None] | None = None) -> None:
        """Wait until a line begins with ``word``; stir with ``nudge`` between the looks."""

        def look() -> bool:
            if nudge is not None:
                nudge()
            return any(line.split()[:1] == [word] for line in self.heard)

        wait_until(look, f"“{word}” from the drag source, heard {self.heard}")
