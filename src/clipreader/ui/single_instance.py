"""One window for each library: a second start hands its files to the first and leaves.

The socket is local, open to this user only, and named after the library's folder. What a
killed app leaves behind answers nobody and is taken over.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAITS = 400
_TRIES = 8
_LONGEST = 4_000_000


def socket_name(library_folder: Path) -> str:
    """Return the name under which a library's window listens."""
    where = os.path.normcase(str(library_folder.expanduser().resolve()))
    user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
    digest = hashlib.sha256(f"{user}\n{where}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"clipreader-{digest[:20]}"


def claimed(name: str) -> QLockFile | None:
    """Claim to be the window of a library; None if another process has. Keep the claim.

    The socket cannot tell which of several starts at once came first, because to listen takes it
    over. A claim ends with its process, however that ends.
    """
    claim = QLockFile(str(Path(QDir.tempPath()) / f"{name}.lock"))
    claim.setStaleLockTime(0)
    taken = not claim.tryLock(0) and claim.error() == QLockFile.LockError.LockFailedError
    return None if taken else claim


def hand_over_soon(name: str, files: Sequence[Path]) -> bool:
    """Give files to the window that is about to listen; False if it does not in a while."""
    for _ in range(_TRIES):
        if hand_over(name, files):
            return True
        time.sleep(_WAITS / 1000)
    return False


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Give files to the window that listens; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAITS):
        return False
    words = [os.fsencode(file.absolute()).hex() for file in files]
    socket.write(json.dumps({"files": words}).encode() + b"\n")
    socket.flush()
    socket.waitForBytesWritten(_WAITS)
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_WAITS * 5)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for later starts; ``files_received`` carries their paths, maybe none."""

    files_received = Signal(tuple)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Say whether later starts will find this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.setParent(self)
            socket.readyRead.connect(self._on_words)
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _on_words(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            if socket.canReadLine():
                self._read(socket)
            elif socket.bytesAvailable() > _LONGEST:
                socket.abort()

    def _read(self, socket: QLocalSocket) -> None:
        files = _files(bytes(socket.readLine().data()))
        if files is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.files_received.emit(files)


def _files(line: bytes) -> tuple[Path, ...] | None:
    """Read a line of another start; None if it is no such line."""
    try:
        found: Any = json.loads(line)
        words = cast("list[str]", found["files"])
        return tuple(Path(os.fsdecode(bytes.fromhex(word))) for word in words)
    except (ValueError, KeyError, TypeError):
        return None
