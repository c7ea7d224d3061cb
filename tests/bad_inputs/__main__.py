"""Writes the bad inputs, or imports each of them and prints what became of it."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import tests.bad_inputs as package
from tests.bad_inputs import INPUTS
from tests.bad_inputs.record import BadInput
from tests.bad_inputs.trial import by_itself

MANIFEST = "inputs.json"
"""The list of what was written: number, name, file, class and hash of each."""


def written(inputs: Sequence[BadInput], folder: Path) -> None:
    """Write inputs into a folder, each in one of its own, and their list beside them."""
    listed: list[dict[str, object]] = []
    for one in inputs:
        place = folder / re.sub(r"\W+", "-", one.label)
        place.mkdir(parents=True, exist_ok=True)
        data = one.make()
        (place / one.file).write_bytes(data)
        listed.append(
            {
                "number": one.number,
                "name": one.name,
                "file": f"{place.name}/{one.file}",
                "expected": str(one.expected),
                "bytes": len(data),
                "sha256": sha256(data).hexdigest(),
            }
        )
    (folder / MANIFEST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def ran(inputs: Sequence[BadInput]) -> int:
    """Import each by a ``clipreader`` of its own and print what became of it; 1 if one is wrong."""
    seen: Counter[str] = Counter()
    wrong = 0
    for one in inputs:
        with tempfile.TemporaryDirectory() as made:
            trial = by_itself(one, Path(made))
        seen[f"{one.expected} {trial.seen}"] += 1
        wrong += bool(trial.wrong)
        sys.stdout.write(f"{trial}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(inputs)} inputs, expected and seen: {dict(seen)}, wrong: {wrong}\n")
    return 1 if wrong else 0


def main(arguments: Sequence[str]) -> int:
    """Do what was asked for."""
    asked = argparse.ArgumentParser(
        description=package.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    asked.add_argument("--run", action="store_true")
    asked.add_argument("--only", type=int, action="append", metavar="NUMBER")
    options = asked.parse_args(arguments)
    inputs = [one for one in INPUTS if not options.only or one.number in options.only]
    if options.folder:
        written(inputs, options.folder)
    elif not options.run:
        asked.error("name a folder, or --run")
    return ran(inputs) if options.run else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
