"""The faults that can be injected here, by their numbers in the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from faults import (
    company,
    damage,
    injected,
    machine,
    mistakes,
    places,
    power,
    readers,
    steps,
    surroundings,
    versions,
    windows,
)
from faults.fault import Fault, Tally, Trial
from faults.injected import Injection
from faults.stage import CHANGES, READS, SYNCS, WRITES

ALL: Final = 100_000
"""More moments than there are: each of them is tried."""

_KILL: Final = Injection(f"{CHANGES},{READS}", "signal=KILL")
_KILL_WRITING: Final = Injection(CHANGES, "signal=KILL")
_CTRL_C: Final = Injection(CHANGES, "signal=INT")
_FULL: Final = Injection(f"{WRITES},ftruncate,rename,mkdir", "error=ENOSPC")
_FULL_FOR_GOOD: Final = Injection(WRITES, "error=ENOSPC", forever=True)
_WRITE_FAILS: Final = Injection(WRITES, "error=EIO")
_READ_FAILS: Final = Injection("pread64", "error=EIO")
_SYNC_FAILS: Final = Injection(SYNCS, "error=EIO")
_SYNC_FAILS_FOR_GOOD: Final = Injection(SYNCS, "error=EIO", forever=True)
_INTERRUPTED: Final = Injection(f"{WRITES},{READS}", "error=EINTR")


def _injected(
    number: str, title: str, injection: Injection, *, short: int, long: int, only: str = ""
) -> Fault:
    def attempt(trial: Trial) -> Tally:
        chosen = (only,) if only else ()
        return injected.tries(trial, injection, short=short, long=long, only=chosen)

    return Fault(number, title, attempt)


def _migration(number: str, title: str, injection: Injection, *, short: int) -> Fault:
    def attempt(trial: Trial) -> Tally:
        return steps.broken_migrations(trial, injection, short=short, long=ALL)

    return Fault(number, title, attempt)


def _mishap(number: str, title: str, said: str, *, short: int, long: int) -> Fault:
    def attempt(trial: Trial) -> Tally:
        return readers.mishaps(trial, said, short=short, long=long)

    return Fault(number, title, attempt)


def _power_cut(number: str, title: str, *, setting: str = "", lies: bool = False) -> Fault:
    def attempt(trial: Trial) -> Tally:
        return power.tries(trial, short=3, long=1_000, planted=setting, lies=lies)

    return Fault(number, title, attempt)


def _broken_into(number: str, title: str, injection: Injection, action: str) -> Fault:
    """Return a planted defect that breaking into an action has to find; it has its title."""

    def attempt(trial: Trial) -> Tally:
        return injected.tries(trial, injection, short=40, long=40, planted=title, only=(action,))

    return Fault(number, title, attempt)


def _cut_off(number: str, title: str, action: str) -> Fault:
    """Return a planted defect that cutting the power has to find; it has its title."""

    def attempt(trial: Trial) -> Tally:
        return power.tries(trial, short=80, long=80, planted=title, only=(action,))

    return Fault(number, title, attempt)


def _written_at_once(number: str, title: str) -> Fault:
    """Return a planted defect that two writers have to find; it has its title."""
    return Fault(number, title, lambda t: company.two_writers(t, short=4, long=4, planted=title))


def _in_the_window(number: str, title: str, act: Callable[..., Tally]) -> Fault:
    """Return a planted defect that acting in the window has to find; it has its title."""
    return Fault(number, title, lambda t: act(t, short=1, long=1, planted=title))


FAULTS: Final = (
    _injected("F01", "killed at one of its writes", _KILL, short=16, long=ALL),
    Fault("F01w", "the window is killed", lambda t: windows.killed(t, short=2, long=400)),
    _power_cut("F02", "power cut, rollback journal"),
    _power_cut("F02w", "power cut, write-ahead log", setting="write-ahead log"),
    _power_cut("F03", "power cut, a disk that lies", lies=True),
    _injected("F04", "disk full at one write", _FULL, short=12, long=ALL),
    _injected("F05", "disk full from a write on", _FULL_FOR_GOOD, short=8, long=ALL),
    _injected("F06", "a write fails", _WRITE_FAILS, short=8, long=ALL),
    _injected("F06r", "a read fails", _READ_FAILS, short=6, long=500),
    _injected("F07", "a flush fails once", _SYNC_FAILS, short=8, long=200),
    _injected("F07+", "flushes fail for good", _SYNC_FAILS_FOR_GOOD, short=6, long=200),
    _injected("F08", "a call is interrupted", _INTERRUPTED, short=6, long=200),
    _migration("F09", "killed in a migration", _KILL_WRITING, short=5),
    _migration("F10", "disk full in a migration", _FULL, short=3),
    _injected("F10b", "disk full in a backup", _FULL, short=3, long=ALL, only="back up"),
    Fault("F11", "of a newer ClipReader", versions.newer),
    Fault("F12", "of older ones", versions.older),
    Fault("F13", "another log beside the library", versions.stale_logs),
    Fault("F14", "the log is missing", versions.missing_log),
    Fault(
        "F15", "a bit flips in the library", lambda t: damage.flipped_bits(t, short=60, long=3_000)
    ),
    Fault(
        "F16",
        "a bit flips in an original",
        lambda t: damage.flipped_originals(t, short=12, long=1_000),
    ),
    Fault("F17", "no library in its place", damage.no_library),
    Fault("F18", "a damaged backup", lambda t: damage.damaged_backups(t, short=6, long=60)),
    _injected("F19", "killed in a backup", _KILL_WRITING, short=4, long=ALL, only="back up"),
    Fault("F21", "started again", lambda t: windows.second_starts(t, short=2, long=60)),
    Fault("F22", "two programs write", lambda t: company.two_writers(t, short=4, long=600)),
    Fault(
        "F23", "another program holds the file", lambda t: company.held_lock(t, short=1, long=50)
    ),
    Fault("F24", "it can only be read", places.read_only),
    Fault("F25", "closed while it is open", places.closed_while_open),
    Fault("F26", "moved while it is open", places.moved_while_open),
    Fault("F29", "copies of a synchronizer", versions.conflict_copies),
    Fault("F30", "the clock jumps", machine.clock_jumps),
    Fault("F31", "other locales, no UTF-8", surroundings.other_locales),
    _mishap("F32", "reading eats all memory", "eat", short=1, long=50),
    _mishap("F33", "reading hangs", "hang", short=1, long=20),
    _mishap("F33s", "reading sleeps", "sleep", short=1, long=20),
    _mishap("F34", "reading crashes", "crash", short=1, long=50),
    _mishap("F34e", "reading ends", "end", short=1, long=50),
    Fault("F35", "no place for temporary files", surroundings.no_place_for_drafts),
    Fault("F36", "damaged settings", machine.damaged_settings),
    Fault("F37", "something where the export goes", places.occupied_targets),
    _injected("F39", "interrupted by Ctrl+C", _CTRL_C, short=6, long=600),
    Fault("F40", "logged out", lambda t: windows.ended_by_the_system(t, short=1, long=50)),
    Fault("F41", "a mistake in what is called", mistakes.mistakes),
    Fault("F42", "undo, redo and restarts", lambda t: steps.undone(t, short=2, long=50)),
    Fault("F43", "the search index is gone", damage.damaged_index),
    Fault("F44", "a SQLite that is too old", machine.old_sqlite),
    Fault("F45", "a file of ours is gone", lambda t: machine.missing_files(t, short=1, long=8)),
    Fault("F46", "pipes, devices, loops dropped", surroundings.odd_places),
    Fault(
        "F47",
        "a file changes while it is read",
        lambda t: surroundings.changing_file(t, short=6, long=50),
    ),
    Fault("F48", "a large clipboard", windows.large_clipboard),
    Fault("I1", "a person in the window", lambda t: windows.shown_right(t, short=1, long=50)),
    Fault("I6", "pictures that a page names", lambda t: windows.named_pictures(t, short=1, long=3)),
)
"""Every fault that is tried, in the order of the plan."""

PLANTED: Final = (
    _cut_off("P1", "no sync", "highlight"),
    _cut_off("P2", "no flush", "import page"),
    _broken_into("P3", "naive export", _FULL, "export"),
    _written_at_once("P4", "deferred begin"),
    _broken_into("P5", "no journal", _KILL_WRITING, "highlight"),
    _in_the_window("P6", "len() offsets", windows.shown_right),
    _in_the_window("P7", "resources are loaded", windows.named_pictures),
)
"""Defects under which the harness must turn red."""
