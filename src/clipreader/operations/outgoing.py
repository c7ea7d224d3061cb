"""What is on its way to another process, sent by a thread so that nobody waits for a full pipe.

What, why: a pipe holds some 200 kB. Who writes more waits until the other end reads, and who reads
nothing meanwhile may be what the other end waits for.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Final

_PATIENCE: Final = 2.0


class Outgoing:
    """Sends things into a pipe in the order in which they are put here.

    What cannot be sent because the other process has ended is dropped: whoever reads the pipe
    hears of that end. ``end`` it before the pipe is closed, and after the process has ended.
    """

    def __init__(self, pipe: Connection, first: Iterable[object] = ()) -> None:
        self._pipe = pipe
        self._things: SimpleQueue[object] = SimpleQueue()
        for each in first:
            self._things.put(each)
        self._thread = Thread(target=self._send_all, name="clipreader-outgoing", daemon=True)
        self._thread.start()

    @property
    def is_sending(self) -> bool:
        """Say whether it still sends or waits for something to send."""
        return self._thread.is_alive()

    def put(self, thing: object) -> None:
        """Send something when its turn comes; does not wait. It must not be None."""
        self._things.put(thing)

    def end(self) -> None:
        """Send nothing more, and wait until nothing is being sent."""
        self._things.put(None)
        self._thread.join(_PATIENCE)

    def _send_all(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the other end, or this one, is closed
            while (thing := self._things.get()) is not None:
                self._pipe.send(thing)
