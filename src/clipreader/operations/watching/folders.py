"""Which folders are watched on this machine, for one library."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from clipreader.operations.walking import is_folder
from clipreader.operations.whole_file import shown, shown_name

_FILE: Final = "folders.json"
_MOST: Final = 1_000_000
"""The most bytes that a list of folders may have."""


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder, whether those inside it are watched as well, and whether it is watched now."""

    path: Path
    inside: bool = True
    on: bool = True

    @property
    def name(self) -> str:
        """Return what the folder is called where its place is of no interest."""
        return shown_name(self.path)


def notes_for(library: Path, beside: Path) -> Path:
    """Return the folder in which is kept what is watched for a library; it may not exist yet.

    ``beside`` is the folder of the settings.
    """
    where = os.path.normcase(str(library.expanduser().resolve()))
    digest = hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()
    return beside / "watched" / digest[:20]


def refusal(path: Path, library: Path, watched: Iterable[WatchedFolder]) -> str:
    """Return why a folder cannot be watched, as a sentence; empty if it can.

    The library's folder is never watched, nor is one that holds it or lies in it: what ClipReader
    writes would come in again.
    """
    name = shown_name(path)
    if any(_is_same(path, one.path) for one in watched):
        return f"“{name}” is watched already."
    real, home = path.resolve(), library.resolve()
    if _is_same(path, library) or real == home:
        return f"“{name}” is the library’s own folder, which cannot be watched."
    if real in home.parents:
        return f"“{name}” cannot be watched, because the library lies in it. Choose a folder in it."
    if home in real.parents:
        return f"“{name}” lies in the library’s own folder, which cannot be watched."
    return "" if is_folder(path) else f"“{name}” is not a folder that can be looked into."


def load(notes: Path) -> tuple[WatchedFolder, ...]:
    """Return what is watched; what is missing or damaged is passed over, never an error."""
    try:
        file = notes / _FILE
        found: object = json.loads(file.read_bytes()) if file.stat().st_size < _MOST else None
    except (OSError, ValueError, RecursionError):
        return ()
    listed = cast("list[object]", found) if isinstance(found, list) else []
    folders = [folder for one in listed if (folder := _folder(one)) is not None]
    return tuple({folder.path: folder for folder in folders}.values())


def save(folders: Iterable[WatchedFolder], notes: Path) -> None:
    """Write what is watched, whole or not at all. Raises OSError."""
    listed = [{"path": str(one.path), "inside": one.inside, "on": one.on} for one in folders]
    write_whole(json.dumps(listed, indent=1).encode("ascii"), notes / _FILE)


def write_whole(data: bytes, path: Path) -> None:
    """Write a file whole or not at all, making its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def shown_path(path: Path) -> str:
    """Return a path as it can be shown, without what is no text."""
    return shown(str(path))


def _folder(found: object) -> WatchedFolder | None:
    if not isinstance(found, dict):
        return None
    values: Mapping[str, Any] = cast("dict[str, Any]", found)
    path = values.get("path")
    if not isinstance(path, str) or "\0" in path or not Path(path).is_absolute():
        return None
    return WatchedFolder(Path(path), values.get("inside") is not False, values.get("on") is True)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False
