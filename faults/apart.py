"""Part of a fault in a process of its own, without the privileges that make faults harmless.

To root no folder is closed. So what is tried with closed folders is tried in a copy of this
process that has given that up; it cannot take it back, and ends with the try.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable

from faults.fault import CannotBeInjected

_VERSION = 0x20080522  # capset(2): version 3, two times 32 bits
_OVERRIDES = 0b1110  # capabilities(7): DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER
_GIVEN_UP = 97


def unprivileged(attempt: Callable[[], Iterable[str]]) -> list[str]:
    """Return what an attempt yields where permissions count. Raises CannotBeInjected."""
    if os.name == "nt":
        raise CannotBeInjected("Windows has other permissions")
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.close(reading)
        os._exit(_attempted(attempt, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == _GIVEN_UP:
        raise CannotBeInjected("to root no folder is closed, and the system lets it not be less")
    return json.loads(told) if told else [f"the program ended with {code}"]


def _attempted(attempt: Callable[[], Iterable[str]], writing: int) -> int:
    if os.geteuid() == 0 and not _have_less():
        return _GIVEN_UP
    try:
        told = list(attempt())
    except BaseException as error:
        traceback.print_exc()
        told = [f"crashes: {type(error).__name__} {error}"]
    os.write(writing, json.dumps(told).encode()[:60_000])
    return 0


def _have_less() -> bool:
    """Give up what opens closed files; say whether that worked."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()
    if libc.capget(header, held):
        return False
    for n in (0, 1):  # effective, permitted
        held[n] &= ~_OVERRIDES
    return libc.capset(header, held) == 0
