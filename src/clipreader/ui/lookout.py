"""Looks into the watched folders: at once when the system says so, and by the clock in any case.

Each look has a thread of its own, because a drive of the network may take a minute to answer or
never do: then that folder waits, and nothing else does. A folder has one such thread at a time,
however often it is looked at, changed or watched anew, so a drive that hangs holds one for each
folder on it and no more. Such a thread does not keep the app from ending. It knows no object of
Qt, which may be gone by the time it has an answer: what it saw goes into a queue, into which the
window looks while any thread is under way.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from clipreader.operations.watching.watch import Sight, Watch

LOG = logging.getLogger(__name__)

LOOKS_EVERY = 30_000
"""How often each folder is looked through whatever the system says, in milliseconds."""

LOOKS_SOON = 300
"""How long after a notice of the system, in milliseconds: a program writes more than once."""

SETTLING = 1_000
"""How often is looked while files are being written, in milliseconds."""

_LISTENS = 50
"""How often is asked whether a look has ended, while one is under way, in milliseconds."""

_MOST_FOLDERS = 500
"""How many folders the system is asked to give notice of; it has not endless room for that."""

_ENDS_IN = 0.5


class Lookout(QObject):
    """``found`` carries files that are ready, ``looked`` comes after every look."""

    found = Signal(tuple)
    looked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches: tuple[Watch, ...] = ()
        self._sights: dict[Watch, Sight] = {}
        self._threads: dict[Path, threading.Thread] = {}
        self._seen: SimpleQueue[tuple[Watch, Sight | None]] = SimpleQueue()
        self._again: set[Path] = set()
        self._notices = QFileSystemWatcher(self)
        self._slow = QTimer(self, interval=LOOKS_EVERY)
        self._soon = QTimer(self, interval=LOOKS_SOON, singleShot=True)
        self._settle = QTimer(self, interval=SETTLING, singleShot=True)
        self._listen = QTimer(self, interval=_LISTENS)
        self._told: set[str] = set()
        self._connect()

    def watch(self, watches: Iterable[Watch]) -> None:
        """Watch these folders and no others, from now on."""
        self._watches = tuple(watches)
        self._sights = {one: self._sights[one] for one in self._watches if one in self._sights}
        self._give_notice()
        if self._watches:
            self._slow.start()
        else:
            self._slow.stop()
        self.look()

    def stop(self) -> None:
        """Look no more. A look that is under way comes to nothing."""
        self._watches = ()
        for timer in (self._slow, self._soon, self._settle, self._listen):
            timer.stop()
        end = time.monotonic() + _ENDS_IN
        for thread in self._threads.values():
            thread.join(max(end - time.monotonic(), 0.0))

    def sight(self, watch: Watch) -> Sight | None:
        """Return what the last look found, or None before the first has ended."""
        return self._sights.get(watch)

    def look(self) -> None:
        """Look through all folders now."""
        for watch in self._watches:
            self._look_at(watch)

    def _connect(self) -> None:
        self._notices.directoryChanged.connect(self._on_notice)
        self._slow.timeout.connect(self.look)
        self._soon.timeout.connect(self._on_soon)
        self._settle.timeout.connect(self._on_settle)
        self._listen.timeout.connect(self._on_listen)

    def _look_at(self, watch: Watch) -> None:
        path = watch.folder.path
        if not self._listen.isActive():  # there may be a look that the last watch left behind
            self._listen.start()
        if path in self._threads:
            self._again.add(path)
            return
        thread = threading.Thread(target=_look_through, args=(watch, self._seen), daemon=True)
        self._threads[path] = thread
        thread.start()

    def _on_listen(self) -> None:
        try:
            while True:
                self._on_seen(*self._seen.get_nowait())
        except Empty:
            if not self._threads:
                self._listen.stop()

    def _on_seen(self, watch: Watch, sight: Sight | None) -> None:
        path = watch.folder.path
        self._threads.pop(path, None)
        if watch in self._watches:
            if sight is not None:
                self._take_in(watch, sight)
            self.looked.emit()
        if path in self._again:
            self._again.discard(path)
            for one in self._watches:
                if one.folder.path == path:
                    self._look_at(one)

    def _take_in(self, watch: Watch, sight: Sight) -> None:
        self._sights[watch] = sight
        self._give_notice()
        if sight.waiting:
            self._settle.start()
        if sight.ready:
            self.found.emit(sight.ready)

    def _on_notice(self, folder: str) -> None:
        self._told.add(folder)
        self._soon.start()

    def _on_soon(self) -> None:
        told, self._told = self._told, set()
        for watch in self._watches:
            sight = self._sights.get(watch)
            if sight is None or not told.isdisjoint(map(str, sight.folders)):
                self._look_at(watch)

    def _on_settle(self) -> None:
        for watch in self._watches:
            sight = self._sights.get(watch)
            if sight is not None and sight.waiting:
                self._look_at(watch)

    def _give_notice(self) -> None:
        """Ask the system to tell of changes in the folders that were looked into last."""
        seen = (
            folder
            for one in self._watches
            if (sight := self._sights.get(one)) is not None
            for folder in sight.folders
        )
        wanted = set(list(dict.fromkeys(map(str, seen)))[:_MOST_FOLDERS])
        there = set(self._notices.directories())
        if gone := there - wanted:
            self._notices.removePaths(sorted(gone))
        if fresh := wanted - there:
            self._notices.addPaths(sorted(fresh))


def _look_through(watch: Watch, seen: SimpleQueue[tuple[Watch, Sight | None]]) -> None:
    """Look, in a thread of its own; after a look that fails another is made all the same."""
    sight: Sight | None = None
    try:
        sight = watch.look(time.monotonic())
    except Exception:
        LOG.exception("a watched folder could not be looked through")
    seen.put((watch, sight))
