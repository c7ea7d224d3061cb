"""Readers that hang, crash and eat: what hostile files bring parsers to.

What the source says is what is done; another process finds the functions by their names.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from clipreader.model import Draft, Line, Source, UnreadableSource
from clipreader.operations.parsing import Reading
from clipreader.operations.ready import Ready, made_ready
from tests import records


def read(source: Source) -> Reading:
    """Do what the source says, or read it."""
    words = source.data.decode()
    if words == "hang":
        while True:
            pass
    if words == "sleep":
        time.sleep(600)
    if words == "crash":
        os.kill(os.getpid(), getattr(signal, "SIGSEGV", signal.SIGTERM))
    if words == "eat":
        return _eaten()
    if words == "mistake":
        raise KeyError("a mistake of ours")
    if words == "refuse":
        raise UnreadableSource("This is refused.", "the details")
    if words == "urgency":
        words = str(os.nice(0) if os.name != "nt" else 0)
    if words == "modules":
        words = " ".join(sorted(sys.modules))
    article = records.article([(records.Role.PARAGRAPH, f"{os.getpid()} {words}")])
    return Reading(article, Draft((Line(words),), notes=("a note",)), 0.0)


def read_ready(source: Source) -> Ready:
    """Do what the source says, or read it and make it ready."""
    return made_ready(read(source), source)


def _eaten() -> Reading:
    try:
        return read(Source("large", b"x" * (3 << 30), "text/plain"))
    except MemoryError as error:
        raise UnreadableSource("This is too large.") from error


def serve_nothing(*_: object) -> None:
    """End at once, as a process whose program cannot be imported does."""
