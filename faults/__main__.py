"""Injects the faults and prints what came of it: ``python3 dev.py faults [--long] [F04 ...]``."""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from faults.fault import MOST_SHOWN, CannotBeInjected, Fault, Tally, Trial
from faults.stage import Stage
from faults.table import FAULTS, PLANTED

SHORT = 140.0
"""Seconds that the short form tries to take; a fault that is begun is tried at least once."""

DAY = 86_400
"""Seconds in which the short form tries the same; the next day it goes on elsewhere."""


def main(arguments: Sequence[str]) -> int:
    """Try what was asked for; 0 if nothing broke, or, for planted defects, if all were found."""
    asked = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    asked.add_argument("numbers", nargs="*", help="faults by number; all if none is named")
    asked.add_argument("--long", action="store_true", help="try each as often as a release needs")
    asked.add_argument("--planted", action="store_true", help="plant defects; each must be found")
    today = int(time.time() // DAY)
    asked.add_argument("--seed", type=int, default=today, help="where chance begins")
    options = asked.parse_args(arguments)
    chosen = PLANTED if options.planted else FAULTS
    known = {fault.number for fault in chosen}
    if unknown := set(options.numbers) - known:
        asked.error(f"there is no fault {', '.join(sorted(unknown))}")
    chosen = [one for one in chosen if not options.numbers or one.number in options.numbers]
    print(f"seed {options.seed}: repeat with --seed {options.seed}")
    print(f"{'':5} {'fault':32} {'tries':>6} {'survived':>8} {'lost':>5} {'s':>6}", flush=True)
    with tempfile.TemporaryDirectory(prefix="clipreader-faults-") as folder:
        stage = Stage(Path(folder))
        began = time.monotonic()
        failed: list[bool] = []
        for n, fault in enumerate(chosen):
            until = math.inf
            if not (options.long or options.planted or options.numbers):
                until = _share(began + SHORT, len(chosen) - n)
            failed.append(_tried(fault, options, stage, until))
    print(f"{sum(failed)} of {len(chosen)} failed in {time.monotonic() - began:.0f} s", flush=True)
    return int(any(failed))


def _share(end: float, left: int) -> float:
    """Return until when a fault may be tried: it may take twice its share of what is left."""
    now = time.monotonic()
    return now + 2 * max(0.0, end - now) / left


def _tried(fault: Fault, options: argparse.Namespace, stage: Stage, until: float) -> bool:
    """Try a fault and print its line; say whether that is a failure."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="clipreader-faults-") as folder:
        try:
            tally = fault.attempt(Trial(Path(folder), options.seed, options.long, stage, until))
        except CannotBeInjected as reason:
            print(f"{fault.number:5} {fault.title:32} not tried here: {reason}", flush=True)
            return False
    _print(fault, tally, time.monotonic() - began)
    return bool(tally.broken) != options.planted


def _print(fault: Fault, tally: Tally, seconds: float) -> None:
    lost = len(tally.broken)
    numbers = f"{tally.tries:>6} {max(0, tally.tries - lost):>8} {lost:>5} {seconds:>6.1f}"
    print(f"{fault.number:5} {fault.title:32} {numbers}  {tally.remark}", flush=True)
    for broken in tally.broken[:MOST_SHOWN]:
        print(f"{'':6}{broken[:300]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
