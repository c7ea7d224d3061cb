"""Defects that are planted to see whether the harness turns red: one named in the environment.

Each undoes one precaution of the program in the process that acts. A harness that stays green over
one of them would stay green over its like.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from clipreader.exporters import whole_file
from clipreader.library import connecting, originals
from clipreader.library import library as library_module

NAME = "CLIPREADER_PLANTED"
"""The variable of the environment that names the defect."""


def plant() -> None:
    """Plant the defect that the environment names, if it names one. Raises KeyError."""
    if name := os.environ.get(NAME):
        DEFECTS[name]()


def _no_sync() -> None:
    settle = connecting.settle

    def settled(connection: Any) -> None:
        settle(connection)
        connecting.driver_of(connection).execute("PRAGMA synchronous = OFF")

    _everywhere("settle", settle, settled)


def _no_flush() -> None:
    def not_flushed(_: int) -> None:
        return

    _everywhere("flush", originals.flush, not_flushed)


def _naive_export() -> None:
    def write(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            half = len(data) // 2
            file.write(data[:half])
            file.flush()
            file.write(data[half:])

    _everywhere("write", whole_file.write, write)


def _deferred() -> None:
    connecting_writing = "BEGIN"
    for module in (connecting, library_module):
        if hasattr(module, "WRITING"):
            setattr(module, "WRITING", connecting_writing)  # noqa: B010  it is Final


def _no_rollback() -> None:
    connect = sqlite3.connect

    def connected(*arguments: Any, **more: Any) -> sqlite3.Connection:
        made = connect(*arguments, **more)
        made.execute("PRAGMA journal_mode = OFF")
        return made

    sqlite3.connect = connected  # type: ignore[assignment]
    connecting._ROLLBACK = "off"  # type: ignore[misc]
    connecting.SAFE_WAL = (99, 0, 0)  # type: ignore[misc]


def _write_ahead() -> None:
    """Do as with a newer SQLite; this is no defect, but the other of the two settings in use."""
    connecting.SAFE_WAL = (3, 0, 0)  # type: ignore[misc]


def _len_offsets() -> None:
    """Count the page's letters as the text's: an emoji is two there and one here."""
    from clipreader.text.offsets import Utf16Map  # noqa: PLC0415  only where it is planted

    Utf16Map.units = Utf16Map.points = lambda _, place: place  # type: ignore[method-assign]


def _loading() -> None:
    """Let Qt load what a page names."""
    from clipreader.ui.reader_document import PageDocument  # noqa: PLC0415

    def load(self: PageDocument, kind: int, name: Any) -> Any:
        return super(PageDocument, self).loadResource(kind, name)

    PageDocument.loadResource = load  # type: ignore[method-assign]


def _everywhere(name: str, old: object, new: object) -> None:
    """Put something in the place of a function in every module that has it by name."""
    import sys  # noqa: PLC0415  only where a defect is planted

    for module in list(sys.modules.values()):
        if getattr(module, name, None) is old:
            setattr(module, name, new)


DEFECTS = {
    "no sync": _no_sync,
    "no flush": _no_flush,
    "naive export": _naive_export,
    "deferred begin": _deferred,
    "no journal": _no_rollback,
    "len() offsets": _len_offsets,
    "resources are loaded": _loading,
    "write-ahead log": _write_ahead,
}
"""What can be planted, by name."""
