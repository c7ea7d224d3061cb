"""A process of its own with a pipe to it, that can be killed at any time.

It is spawned, never forked, because a forked process would share the open database, and it ends
with the app.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


class OwnProcess:
    """A process that serves one pipe; started when asked for, and again after it was ended.

    ``serve`` has to be a function of a module, so that the process finds it by its name; it is
    called with its end of the pipe and ``arguments``. For one thread at a time.
    """

    def __init__(self, name: str, serve: Callable[..., None], *arguments: object) -> None:
        self._name = name
        self._serve = serve
        self._arguments = arguments
        self._process: SpawnProcess | None = None
        self.pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Return the number of the process, or None if there is none."""
        return self._process.pid if self._process else None

    def start(self) -> Connection:
        """Start the process and return the way to it. Raises OSError."""
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        process = context.Process(
            target=self._serve, args=(theirs, *self._arguments), name=self._name, daemon=True
        )
        try:
            process.start()
            self._process = process
        finally:
            theirs.close()
        return self.pipe

    def exit_code(self, seconds: float) -> int | None:
        """Return how the process ended, waiting so long for its end; None if it did not."""
        if self._process is None:
            return None
        self._process.join(seconds)
        return self._process.exitcode

    def kill(self) -> None:
        """End the process at once, and let whoever still writes into the pipe come to an error."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None

    def end(self) -> None:
        """End the process at once, and close the pipe. Harmless if there is none."""
        self.kill()
        if self.pipe is not None:
            self.pipe.close()
            self.pipe = None
