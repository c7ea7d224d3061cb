"""Bytes in, one recognised article out; no library is needed for it.

A file is opened once and read once to memory, so that what is kept, hashed and parsed are the
same bytes whatever happens to the file meanwhile. Only regular files are read: a FIFO or a device
would wait for ever.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clipreader import anatomy, importers
from clipreader.model import Article, Draft, Source, UnreadableSource, new_id

LARGEST_FILE: Final = 64_000_000
"""The most bytes that a file may have."""

LONGEST_TEXT: Final = 10_000_000
"""The most code points that an article may have."""

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


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was just read, with the draft it came from and how long that took."""

    article: Article
    draft: Draft
    seconds: float


def source_from_path(path: Path) -> Source:
    """Return the bytes of a file. Raises UnreadableSource with a sentence for the person."""
    name = _CONTROLS.sub(" ", shown(path.name or str(path)))
    try:
        data = _bytes_of(path, name)
    except OSError as error:
        told = _OPENING.get(error.errno or 0, "“{name}” cannot be read: {reason}.")
        reason = error.strerror or "the disk did not answer"
        raise UnreadableSource(told.format(name=name, reason=reason), repr(error)) from error
    except ValueError as error:
        raise UnreadableSource(f"“{name}” is not the name of a file.", repr(error)) from error
    if not data:
        raise UnreadableSource(f"“{name}” is empty.")
    media_type = importers.media_type_of(name, data)
    if media_type is None:
        raise importers.of_no_kind(name)
    return Source(name, data, media_type, path=shown(str(path)), received=datetime.now(UTC))


def read_article(source: Source) -> Reading:
    """Read one article in this process. Raises UnreadableSource with a sentence for the person."""
    began = time.perf_counter()
    if len(source.data) > LARGEST_FILE:
        raise _too_large(source.name)
    try:
        draft = importers.read(source)
        if sum(len(line.text) for line in draft.lines) > LONGEST_TEXT:
            raise UnreadableSource(
                f"“{source.name}” is too long: an article may have ten million characters."
            )
        article = anatomy.recognise(
            draft, article_id=new_id(), source_hash=source.sha256, link=source.link
        )
    except RecursionError as error:
        words = f"“{source.name}” is nested too deep to be read."
        raise UnreadableSource(words, repr(error)) from error
    except MemoryError as error:
        words = f"“{source.name}” needs more memory than there is."
        raise UnreadableSource(words, repr(error)) from error
    return Reading(article, draft, time.perf_counter() - began)


def shown(name: str) -> str:
    """Return a name of a file as it can be kept and shown; what is no text becomes U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace") if os.name != "nt" else _whole(name)


def _whole(name: str) -> str:
    return name.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bytes_of(path: Path, name: str) -> bytes:
    """Read a regular file whole. Raises OSError, ValueError, UnreadableSource."""
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
        raise _too_large(name)


def _all_of(handle: int, name: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(handle, _PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_FILE:
            raise _too_large(name)
    return b"".join(pieces)


def _too_large(name: str) -> UnreadableSource:
    return UnreadableSource(f"“{name}” is too large: a file may have 64 megabytes.")
