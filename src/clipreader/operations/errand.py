"""A process of its own that fetches pages, and that can be killed.

What, why: the network is slow and full of strangers. In a process of its own whatever a site sends
is taken apart beside no library, and Cancel and the longest time that a page may take hold at
every point, also where a name is looked up, which nothing else can end. It is spawned when the
first page is to be fetched, and only there is loaded what asks the network, and no parser. What it
hands back are bytes; they are read as any file's.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import time
import traceback
from collections.abc import Callable, Collection
from multiprocessing.connection import Connection
from typing import Final

from clipreader.model import Fetched, NotFetched
from clipreader.operations.own_process import OwnProcess
from clipreader.text.addresses import host_of

LOG = logging.getLogger(__name__)

SECONDS: Final = 60.0
"""How long one page may take, in seconds."""

_START_SECONDS: Final = 30.0
READY: Final = "ready"
"""What the process says first."""

TOO_LONG: Final = "“{host}” takes too long to send the page."
ENDED: Final = "“{host}” could not be asked, because fetching ended unexpectedly."

Brought = Fetched | NotFetched
"""What became of an address: a page, or why there is none."""

Fetch = Callable[..., Fetched]
"""What fetches the page at an address, with what else it takes. Raises NotFetched."""


class Errand:
    """Fetches one page after another in a process, which is started when first needed.

    ``fetch`` has to be a function of a module, so that the process finds it by its name; it is
    called with an address and the further ``arguments``. For one thread at a time; ``close`` it in
    the end. ``pipe`` can be waited for.
    """

    def __init__(self, fetch: Fetch, *arguments: object, seconds: float = SECONDS) -> None:
        self._own = OwnProcess("clipreader-fetcher", serve, fetch, arguments)
        self._seconds = seconds
        self._address = ""
        self._ends_at = 0.0
        self._is_ready = False

    @property
    def pipe(self) -> Connection | None:
        """Return the way to the process, or None if there is none."""
        return self._own.pipe

    @property
    def pid(self) -> int | None:
        """Return the number of the process, or None if there is none."""
        return self._own.pid

    def begin(self, address: str) -> None:
        """Start to fetch; ``answer`` will tell."""
        self._address = address
        seconds = self._seconds if self._is_ready else self._seconds + _START_SECONDS
        self._ends_at = time.monotonic() + seconds
        try:
            (self.pipe or self._own.start()).send(address)
        except OSError as error:
            LOG.warning("a process to fetch pages in is not there: %r", error)
            self.close()

    def answer(self) -> Brought | None:
        """Return what became of the address, or None while it is being fetched."""
        if self.pipe is None:
            return self._failed(ENDED)
        try:
            if self.pipe.poll():
                return self._heard(self.pipe.recv())
        except (EOFError, OSError):
            return self._failed(ENDED)
        return None if time.monotonic() < self._ends_at else self._failed(TOO_LONG)

    def close(self) -> None:
        """End the process at once. Harmless if there is none; another is started when needed."""
        self._own.end()
        self._is_ready = False

    def _heard(self, told: Brought | str) -> Brought | None:
        if not isinstance(told, str):
            return told
        self._is_ready = True
        self._ends_at = time.monotonic() + self._seconds
        return None

    def _failed(self, why: str) -> NotFetched:
        self.close()
        return NotFetched(why.format(host=host_of(self._address)))


def fetch_page(address: str, kinds: Collection[str], most: int) -> Fetched:
    """Return the page at an address, as ``fetching.fetch`` does. For a process of its own."""
    # Here and not above: what asks the network is loaded where something is fetched, only there.
    from clipreader.fetching import fetch  # noqa: PLC0415

    return fetch(address, kinds, most)


def serve(pipe: Connection, fetch: Fetch, arguments: tuple[object, ...]) -> None:
    """Answer addresses with pages until the pipe is closed: what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError, MemoryError):
        pipe.send(READY)
        while True:
            address: str = pipe.recv()
            pipe.send(_brought(fetch, address, *arguments))


def _brought(fetch: Fetch, address: str, *arguments: object) -> Brought:
    try:
        return fetch(address, *arguments)
    except NotFetched as error:
        return NotFetched(str(error), error.details)
    except Exception:
        words = ENDED.format(host=host_of(address))
        return NotFetched(words, traceback.format_exc())
