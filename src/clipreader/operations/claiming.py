"""A file that one program alone holds, as long as it runs: windows and commands share a library.

The system lets go of the lock when the program ends, however it ends, so nothing is ever held by
a program that is gone. A disk that knows no locks (some network drives) lets everyone in.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from typing import BinaryIO, Final

_TRIES: Final = 5
_PAUSE: Final = 0.02
_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
_FAR: Final = 1 << 40
"""The byte that is locked on Windows, where no one can read what is locked: far behind the end."""


def claim(file: BinaryIO) -> bool:
    """Hold an open file until it is closed; False if another program, or window, holds it.

    Who only looks whether a file is held holds it for a moment too, so it is tried some times.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        try:
            _lock(file)
        except OSError as error:
            if error.errno not in _HELD:
                return True
        else:
            return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        at = file.tell()
        try:
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(at, os.SEEK_SET)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
