"""Feed the targets for as long as is asked."""

from __future__ import annotations

import argparse
import sys
import time
import traceback

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.every import TARGETS
from tests.fuzz.target import Target

ROUND = 500
"""Examples between two looks at the clock."""


def one_round(target: Target, number: int, examples: int = ROUND) -> None:
    """Feed a target. Raises what its check raises for the smallest input that breaks it."""
    held = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    held(seed(number)(given(target.made)(target.check)))()


def fed(target: Target, seconds: float, first: int) -> tuple[int, list[str]]:
    """Feed a target for some seconds of this process; return the examples and what broke."""
    ends = time.process_time() + seconds
    number, broken = first, []
    while time.process_time() < ends and len(broken) < 5:
        try:
            one_round(target, number)
        except Exception:  # whatever comes out is what we look for
            broken.append(f"seed {number}\n{traceback.format_exc(limit=-6)}")
        number += 1
    return (number - first) * ROUND, broken


def main(arguments: list[str]) -> int:
    """Feed, print, and say by the exit code whether a promise was broken."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", nargs="*", metavar="TARGET")
    asked.add_argument("--minutes", type=float, default=10.0, help="of the processor, for each")
    asked.add_argument("--seed", type=int, default=0)
    options = asked.parse_args(arguments)
    failed = 0
    for name in options.target or TARGETS:
        examples, broken = fed(TARGETS[name], options.minutes * 60, options.seed)
        sys.stdout.write(f"{name:14} {examples:9} examples   broken {len(broken)}\n")
        for one in broken:
            sys.stdout.write(f"{one}\n")
        sys.stdout.flush()
        failed += len(broken)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
