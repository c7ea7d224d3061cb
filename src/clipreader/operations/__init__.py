"""The verbs: functions that take a library and plain records and say what changed.

May import ``library``, ``importers``, ``anatomy``, ``anchoring``, ``exporters`` and what lies
below them; knows no Qt and no SQL. Every changing verb returns an ``Outcome``: its value, the
``Changes`` that views have to look at, and the label of its undo record. One verb is one
transaction and one undo record, so what a caller sees is on disk.

What else was tried: methods of ``Library`` (it grew past forty of them), and command objects with
``do`` and ``undo`` (each had to know its own opposite, and forgot it at exit). The journal in
``library`` records rows instead, so undo needs no code here at all.

The library is loaded when it is first asked for: the process that reads articles needs the
parsing alone, and starts in half the time without a database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clipreader.library import Library, open_library

__all__ = ["Library", "open_library"]


def __getattr__(name: str) -> object:
    """Return what is the library's (https://peps.python.org/pep-0562/)."""
    if name in __all__:
        return getattr(import_module("clipreader.library"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
