"""Keeps Python 3.11 alive under PySide6 6.12.

Why: PySide6 6.12.0 gives back None without counting the reference, once for every call of a
method without a result (seen with ``QObject.setObjectName`` in a loop: one lost each time), and
True so for every ``Signal.emit``. From Python 3.12 on both are immortal (PEP 683) and nothing
happens; on 3.11 the interpreter ends with "deallocating None" after some seven thousand calls,
which is a second of painting, and with "deallocating True or False" after some six hundred signals.

What else was tried: an older PySide6, which the other systems then had to take as well; a list
of many Nones, which costs eight bytes for every call that the app will ever make.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 40
"""References that no session uses up: a million calls a second for twelve days."""


def keep_none() -> None:
    """Give None, True and False so many references that they last, as later Pythons do.

    Doing it again does no harm. Nothing happens on Python 3.12 and newer, on other Pythons than
    CPython, and on debugging builds, whose objects begin otherwise.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    if hasattr(sys, "gettotalrefcount"):
        return
    for lasting in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(lasting))
        if count.value < ENOUGH // 2:
            count.value += ENOUGH
