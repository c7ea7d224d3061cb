"""One watched folder under watch: each look says what is ready and whether the folder is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clipreader.operations.page_folder import names_its_folder
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.looking import Seen, look
from clipreader.operations.watching.remembering import Remembered
from clipreader.operations.watching.settling import Settling

PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})
"""The endings of pages beside which browsers put a folder."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look found: files that are ready, how many are still to settle, the folders seen."""

    is_there: bool
    ready: tuple[Seen, ...] = ()
    waiting: int = 0
    folders: tuple[Path, ...] = ()


class Watch:
    """A folder under watch. One look at a time; it may wait for a drive, so never in a window."""

    def __init__(self, folder: WatchedFolder, library: Path, remembered: Remembered) -> None:
        self.folder = folder
        self._library = library
        self._settling = Settling(remembered.knows, _lacks_pictures)

    def look(self, now: float) -> Sight:
        """Look through the folder; ``now`` is in seconds of a clock that never goes back."""
        found = look(self.folder, self._library)
        if not found.is_there:
            return Sight(is_there=False)
        ready = self._settling.see(found.seen, now)
        return Sight(True, ready, self._settling.waiting, found.folders)


def _lacks_pictures(seen: Seen) -> bool:
    return seen.path.suffix.lower() in PAGES and names_its_folder(seen.path)
