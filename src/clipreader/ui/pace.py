"""How fast an import goes and how long it will still take, from what it tells on its way."""

from __future__ import annotations

from collections import deque

from clipreader.ui.wording import counted, tr

WINDOW = 10.0
"""Over how many of the last seconds the speed is taken: an import's files differ."""

SURE = 1.5
"""After how many seconds a speed is told; earlier it would jump about."""

_MINUTE = 60
_HOUR = 3_600


class Pace:
    """Keeps the last seconds of one import. Times are seconds of any clock that only goes on."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, done: int, at: float) -> None:
        """Take down that ``done`` items were through at a time."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((at, done))
        while len(self._seen) > 2 and at - self._seen[0][0] > WINDOW:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """Return items a second, or None while that is not sure."""
        if not self._seen:
            return None
        (begun, before), (now, done) = self._seen[0], self._seen[-1]
        seconds = now - begun
        return (done - before) / seconds if seconds >= SURE and done > before else None

    def words(self, left: int) -> str:
        """Return "350 a second · about 4 s left" for so many items, empty while unsure."""
        rate = self.rate
        if rate is None or left <= 0:
            return ""
        return f"{_speed(rate)} · {_time(left / rate)}"


def _speed(rate: float) -> str:
    if rate >= 1:
        return counted(round(rate), tr("1 a second"), tr("{n} a second"))
    return counted(max(1, round(rate * _MINUTE)), tr("1 a minute"), tr("{n} a minute"))


def _time(seconds: float) -> str:
    if seconds < 1:
        return tr("almost done")
    if seconds < _MINUTE:
        return counted(round(seconds), tr("about 1 s left"), tr("about {n} s left"))
    if seconds < _HOUR:
        return counted(round(seconds / _MINUTE), tr("about 1 min left"), tr("about {n} min left"))
    return counted(round(seconds / _HOUR), tr("about 1 h left"), tr("about {n} h left"))
