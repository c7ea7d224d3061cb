"""The person's collection: one SQLite file and the originals beside it. Only here is SQL.

May import ``model`` and ``text``. Everything that goes in or comes out is a record of ``model``;
rows, cursors and connections never leave the package.

The database is loaded when it is first asked for: a process that reads articles writes them out
as rows (``written``), and has no use for one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clipreader.library.library import Library
    from clipreader.library.opening import open_library

__all__ = ["Library", "open_library"]

_PLACES = {"Library": "clipreader.library.library", "open_library": "clipreader.library.opening"}


def __getattr__(name: str) -> object:
    """Return what is asked for by its module (https://peps.python.org/pep-0562/)."""
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
