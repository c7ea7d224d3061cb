"""The bytes as they were received, one file each, named after their content.

``originals/ab/<sha256>`` is written beside its place, flushed to the disk and renamed, and its
folder is flushed too: a name that is there names whole bytes, and it is there before the row
that names it is committed. Several files are flushed at once, because the file system then
joins the waits: 0.16 ms a file instead of 0.65 (ext4).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clipreader.library.faults import told_plainly
from clipreader.model import LibraryUnavailable

_AT_ONCE = 8


class Originals:
    """The folder of originals. Files are only ever added, or forgotten with their article."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, contents: Iterable[bytes]) -> None:
        """Write what is not there yet; durable when this returns. Raises LibraryUnavailable."""
        missing = {
            path: data
            for data in contents
            if not self._is_whole(path := self._path(_digest(data)), data)
        }
        if not missing:
            return
        with told_plainly():
            folders = {path.parent for path in missing}
            new = [folder for folder in folders if not folder.is_dir()]
            for folder in new:
                folder.mkdir(parents=True, exist_ok=True)
            with ThreadPoolExecutor(min(_AT_ONCE, len(missing))) as pool:
                parts = list(pool.map(_write_part, missing.keys(), missing.values()))
                for part, path in zip(parts, missing, strict=True):
                    part.replace(path)
                if new:
                    folders |= {self._folder, self._folder.parent}
                list(pool.map(_flush_folder, folders))

    def fetch(self, digest: str) -> bytes:
        """Return bytes by their SHA-256. Raises LibraryUnavailable if missing or damaged."""
        with told_plainly():
            try:
                data = self._path(digest).read_bytes()
            except FileNotFoundError as error:
                raise LibraryUnavailable(
                    "The original of this article is missing from the library's folder.", digest
                ) from error
        if _digest(data) != digest:
            raise LibraryUnavailable(
                "The original of this article is damaged; its text and highlights are not.", digest
            )
        return data

    def fetch_if_there(self, digest: str) -> bytes | None:
        """Return bytes by their SHA-256, or None if they are missing or damaged."""
        try:
            return self.fetch(digest)
        except LibraryUnavailable:
            return None

    def forget(self, digests: Iterable[str]) -> None:
        """Remove files that no row names any more; what cannot be removed stays."""
        for digest in digests:
            with contextlib.suppress(OSError):
                self._path(digest).unlink(missing_ok=True)

    def present(self) -> Iterator[str]:
        """Yield the names of the files that are there, unfinished ones left out."""
        for path in self._folder.glob("??/*"):
            if path.suffix != ".part":
                yield path.name

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _is_whole(self, path: Path, data: bytes) -> bool:
        """Say whether a file is there and undamaged; a damaged one is written again."""
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False


def flush(handle: int) -> None:
    """Wait until a file's bytes are on the disk, and not only on their way. Raises OSError."""
    if sys.platform == "darwin":
        # fsync leaves the bytes in the drive's own memory there
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_part(path: Path, data: bytes) -> Path:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            flush(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return part


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows has no handle on a folder to flush; its renames are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)  # a folder takes no full flush on macOS
    finally:
        os.close(handle)
