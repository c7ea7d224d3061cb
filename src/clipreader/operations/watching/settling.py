"""Which files are ready: nobody has written to them for a moment, and nobody has taken them yet.

What, why: no system tells when a program has finished a file, and the notices that there are get
lost on network drives. What holds everywhere is that size and time stay the same. An empty file
is a name that a program has reserved; it is waited for as long as it is empty. A page that names
a folder of its own pictures is given some time for that folder to arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from clipreader.operations.tally import Stamp
from clipreader.operations.watching.looking import Seen

SETTLES: Final = 2.0
"""How long a file has to stay as it is before it is taken, in seconds."""

PICTURES_COME: Final = 30.0
"""How long a page waits for a folder of pictures that is not there, in seconds."""


@dataclass(slots=True)
class _Wait:
    """Since when a file has been as it is, and whether it waits for its pictures."""

    stamp: Stamp
    since: float
    lacks_pictures: bool | None = None


@dataclass(slots=True)
class Settling:
    """Watches the files of one folder settle; times are seconds of a clock that never goes back.

    ``is_known`` says of a file whether it was taken as it is now; ``lacks_pictures`` reads a page
    that came without a folder and says whether it names one, and is asked once for each state of
    it. ``waiting`` is how many files were still to settle at the last look, without empty ones.
    """

    is_known: Callable[[Seen], bool]
    lacks_pictures: Callable[[Seen], bool]
    waiting: int = 0
    _waits: dict[str, _Wait] = field(default_factory=dict[str, _Wait])

    def see(self, seen: Iterable[Seen], now: float) -> tuple[Seen, ...]:
        """Return the files that are ready; they are returned again until they are known."""
        ready: list[Seen] = []
        waits: dict[str, _Wait] = {}
        for one in seen:
            if self.is_known(one):
                continue
            key = str(one.path)
            wait = self._waits.get(key)
            if wait is None or wait.stamp != one.stamp:
                wait = _Wait(one.stamp, now)
            waits[key] = wait
            if self._is_ready(one, wait, now):
                ready.append(one)
        self._waits = waits
        self.waiting = sum(wait.stamp.size > 0 for wait in waits.values()) - len(ready)
        return tuple(ready)

    def _is_ready(self, one: Seen, wait: _Wait, now: float) -> bool:
        rested = now - wait.since
        if one.stamp.size == 0 or rested < SETTLES:
            return False
        if one.has_pictures or rested >= PICTURES_COME:
            return True
        if wait.lacks_pictures is None:
            wait.lacks_pictures = self.lacks_pictures(one)
        return not wait.lacks_pictures
