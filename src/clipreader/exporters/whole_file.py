"""Writes a file whole or not at all.

The bytes go into a new file in the same folder, are flushed to the disk, and only then take the
name; the folder is flushed too. Until that moment the old file is there, whole. What else was
tried: opening the file itself for writing (a full disk leaves half of it), and Qt's QSaveFile
(it never flushes the folder, so a power cut can bring the old file back).
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds before each new try where another program holds the old file (Windows)."""

_HELD = frozenset({5, 32, 33})
"""Windows' errors for that: access denied, sharing violation, lock violation."""

_NO_FOLDER_FLUSH = frozenset({errno.EINVAL, errno.EACCES, errno.ENOTSUP, errno.ENOSYS})
"""What file systems answer that cannot flush a folder."""


def write(path: Path, data: bytes) -> None:
    """Put ``data`` into a file, made new or replaced. Raises OSError; then all is as before.

    A link is followed, permissions of the old file stay. Call ``flush_folders`` afterwards.
    """
    place = Path(os.path.realpath(path))
    part = place.with_name(f".clipreader-{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            _flush(file.fileno())
        with contextlib.suppress(OSError):
            shutil.copymode(place, part)
        _replace(part, place)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def flush_folders(folders: Iterable[Path]) -> None:
    """Wait until the names in folders are on the disk. Raises OSError."""
    if os.name == "nt":
        return  # Windows has no handle on a folder to flush; its renames are journalled
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError as error:
            if error.errno in _NO_FOLDER_FLUSH:
                continue  # a folder that may be written but not read
            raise
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_FOLDER_FLUSH:
                raise
        finally:
            os.close(handle)


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        # fsync leaves the bytes in the drive's own memory there
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _replace(part: Path, place: Path) -> None:
    for wait in _WAITS:
        try:
            os.replace(part, place)  # noqa: PTH105 - one name to watch for who tests this
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
        else:
            return
    part.replace(place)
