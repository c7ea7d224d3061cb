"""A regular file, read whole.

It is opened once and read once to memory, so that what is kept, hashed and parsed are the same
bytes whatever happens to the file meanwhile. Only regular files are read: a FIFO or a device would
wait for ever.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from clipreader.model import UnreadableSource

LARGEST_FILE: Final = 64_000_000
"""The most bytes that a file may have."""

_PIECE: Final = 1 << 20
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OPENING: Final[dict[int, str]] = {
    errno.ENOENT: "“{name}” does not exist.",
    errno.EACCES: "“{name}” cannot be read, because access to it is not allowed.",
    errno.EPERM: "“{name}” cannot be read, because access to it is not allowed.",
    errno.ELOOP: "“{name}” is a link that leads in a circle.",
    errno.ENAMETOOLONG: "“{name}” cannot be opened, because its name is too long.",
    errno.ENOTDIR: "“{name}” does not exist.",
    errno.EISDIR: "“{name}” is a folder.",
    errno.ENXIO: "“{name}” is not a file that can be read.",
}


def whole_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableSource with a sentence for the person."""
    name = shown_name(path)
    try:
        return _bytes_of(path, name)
    except OSError as error:
        told = _OPENING.get(error.errno or 0, "“{name}” cannot be read: {reason}.")
        reason = error.strerror or "the disk did not answer"
        raise UnreadableSource(told.format(name=name, reason=reason), repr(error)) from error
    except ValueError as error:
        raise UnreadableSource(f"“{name}” is not the name of a file.", repr(error)) from error


def shown_name(path: Path) -> str:
    """Return what a file is called where its folder is of no interest."""
    return _CONTROLS.sub(" ", shown(path.name or str(path)))


def shown(name: str) -> str:
    """Return a name of a file as it can be kept and shown; what is no text becomes U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace") if os.name != "nt" else _whole(name)


def _whole(name: str) -> str:
    return name.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bytes_of(path: Path, name: str) -> bytes:
    """Read a regular file. Raises OSError, ValueError, UnreadableSource."""
    if os.name == "nt" and path.is_dir():
        raise UnreadableSource(f"“{name}” is a folder.")
    handle = os.open(path, _FLAGS)
    try:
        before = os.fstat(handle)
        _look_at(before, name)
        data = _all_of(handle, name)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UnreadableSource(f"“{name}” was changed by another program while it was read.")
    return data


def _look_at(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableSource(f"“{name}” is a folder.")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableSource(f"“{name}” is not a file that can be read.")
    if found.st_size > LARGEST_FILE:
        raise too_large(name)


def _all_of(handle: int, name: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(handle, _PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_FILE:
            raise too_large(name)
    return b"".join(pieces)


def too_large(name: str) -> UnreadableSource:
    """Return what to raise for a file of more bytes than one may have."""
    return UnreadableSource(f"“{name}” is too large: a file may have 64 megabytes.")
