"""The faults that can be injected here, by their numbers in the plan."""

from __future__ import annotations

from typing import Final

from faults import company, damage, injected, power, steps, surroundings
from faults.fault import Fault, Tally, Trial
from faults.injected import Injection
from faults.stage import CHANGES, READS, SYNCS, WRITES

_KILL: Final = Injection(CHANGES, "signal=KILL")
_FULL: Final = Injection(f"{WRITES},ftruncate,rename,mkdir", "error=ENOSPC")
_FULL_FOR_GOOD: Final = Injection(WRITES, "error=ENOSPC", forever=True)
_WRITE_FAILS: Final = Injection(WRITES, "error=EIO")
_READ_FAILS: Final = Injection("pread64", "error=EIO")
_SYNC_FAILS: Final = Injection(SYNCS, "error=EIO")
_SYNC_FAILS_FOR_GOOD: Final = Injection(SYNCS, "error=EIO", forever=True)
_INTERRUPTED: Final = Injection(f"{WRITES},{READS}", "error=EINTR")


def _injected(injection: Injection, short: int, long: int, planted: str = "") -> Fault:
    def attempt(trial: Trial) -> Tally:
        return injected.tries(trial, injection, short=short, long=long, planted=planted)

    return Fault("", "", attempt)


def _named(number: str, title: str, fault: Fault) -> Fault:
    return Fault(number, title, fault.attempt)


FAULTS: Final = (
    _named("F01", "killed at one of its writes", _injected(_KILL, 16, 2_000)),
    Fault("F02", "power cut, honest disk", lambda t: power.tries(t, short=3, long=600)),
    _named("F04", "disk full at one write", _injected(_FULL, 12, 3_000)),
    _named("F05", "disk full from a write on", _injected(_FULL_FOR_GOOD, 8, 600)),
    _named("F06", "a write fails", _injected(_WRITE_FAILS, 8, 2_000)),
    _named("F06r", "a read fails", _injected(_READ_FAILS, 6, 500)),
    _named("F07", "a flush fails once", _injected(_SYNC_FAILS, 8, 200)),
    _named("F07+", "flushes fail for good", _injected(_SYNC_FAILS_FOR_GOOD, 6, 200)),
    _named("F08", "a call is interrupted", _injected(_INTERRUPTED, 6, 200)),
    Fault("F09", "killed in a migration", lambda t: steps.killed_migrations(t, short=5, long=200)),
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
    Fault("F22", "two programs write", lambda t: company.two_writers(t, short=4, long=600)),
    Fault(
        "F23", "another program holds the file", lambda t: company.held_lock(t, short=1, long=50)
    ),
    Fault("F31", "other locales, no UTF-8", surroundings.other_locales),
    Fault("F35", "no place for temporary files", surroundings.no_place_for_drafts),
    Fault("F42", "undo, redo and restarts", lambda t: steps.undone(t, short=2, long=50)),
    Fault("F43", "the search index is gone", damage.damaged_index),
    Fault("F46", "pipes, devices, loops dropped", surroundings.odd_places),
    Fault(
        "F47",
        "a file changes while it is read",
        lambda t: surroundings.changing_file(t, short=6, long=50),
    ),
)
"""Every fault that is tried, in the order of the plan."""

PLANTED: Final = (
    Fault("P1", "no sync (F02)", lambda t: power.tries(t, short=10, long=10, planted="no sync")),
    Fault("P2", "no flush (F02)", lambda t: power.tries(t, short=12, long=12, planted="no flush")),
    _named("P3", "naive export (F04)", _injected(_FULL, 400, 400, "naive export")),
    Fault(
        "P4",
        "deferred begin (F22)",
        lambda t: company.two_writers(t, short=4, long=4, planted="deferred begin"),
    ),
    _named("P5", "no journal (F01)", _injected(_KILL, 40, 40, "no journal")),
)
"""Defects under which the harness must turn red, each with the fault that has to find it."""
