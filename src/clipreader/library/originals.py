"""The bytes as they were received, one file each, named after their content.

``originals/ab/<sha256>`` is written beside its place, flushed to the disk and renamed, and its
folder is flushed too: a name that is there names whole bytes, and it is there before the row
that names it is committed. Several files are flushed at once, because the file system then
joins the waits: 0.16 ms a file instead of 0.65 (ext4).

The names come from the library's file, which may be someone else's: what is not a SHA-256 never
becomes a path.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from clipreader.library.faults import told_plainly
from clipreader.model import LibraryUnavailable

_AT_ONCE: Final = 8
_DIGEST: Final = re.compile("[0-9a-f]{64}")


class Originals:
    """The folder of originals. Files are only ever added, or forgotten with their article."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, contents: Iterable[bytes]) -> None:
        """Write what is not there yet; durable when this returns. Raises LibraryUnavailable.

        A damaged file is replaced by the right bytes.
        """
        missing = {
            path: data
            for data in contents
            if not _is_whole(path := self._path(_digest(data)), data)
        }
        if missing:
            with told_plainly():
                self._write(missing)

    def fetch(self, digest: str) -> bytes:
        """Return bytes by their SHA-256. Raises LibraryUnavailable if missing or damaged."""
        missing = "The original of this article is missing from the library’s folder."
        if not _DIGEST.fullmatch(digest):
            raise LibraryUnavailable(missing, digest)
        with told_plainly():
            try:
                data = self._path(digest).read_bytes()
            except (FileNotFoundError, NotADirectoryError) as error:
                raise LibraryUnavailable(missing, digest) from error
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
            if _DIGEST.fullmatch(digest):
                with contextlib.suppress(OSError):
                    _free(self._path(digest))
                    self._path(digest).unlink(missing_ok=True)

    def present(self) -> Iterator[str]:
        """Yield the names of the files that are there, unfinished ones left out."""
        for path in self._folder.glob("??/*"):
            if _DIGEST.fullmatch(path.name):
                yield path.name

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _write(self, missing: dict[Path, bytes]) -> None:
        folders = {path.parent for path in missing}
        new = [folder for folder in folders if not folder.is_dir()]
        for folder in new:
            folder.mkdir(parents=True, exist_ok=True)
        # two programs may be writing the same bytes
        mine = secrets.token_hex(4)
        parts = {path.with_name(f"{path.name}.{mine}.part"): path for path in missing}
        try:
            with ThreadPoolExecutor(min(_AT_ONCE, len(missing))) as pool:
                list(pool.map(_write_part, parts, missing.values()))
                for part, path in parts.items():
                    _free(path)
                    part.replace(path)
                if new:
                    folders |= {self._folder, self._folder.parent}
                list(pool.map(flush_folder, folders))
        except OSError:
            for part in parts:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
            raise


def flush(handle: int) -> None:
    """Wait until a file's bytes are on the disk, and not only on their way. Raises OSError."""
    if sys.platform == "darwin":
        # fsync leaves the bytes in the drive's own memory there
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Raises OSError."""
    if sys.platform == "win32":
        return  # Windows has no handle on a folder to flush; its renames are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)  # a folder takes no full flush on macOS
    finally:
        os.close(handle)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_whole(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write_part(part: Path, data: bytes) -> None:
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        flush(file.fileno())
    part.chmod(0o444)  # nothing changes an original, by mistake neither


def _free(path: Path) -> None:
    """Let a file be replaced or removed; Windows refuses that for one that is read-only."""
    if sys.platform == "win32" and path.exists():
        path.chmod(stat.S_IREAD | stat.S_IWRITE)
