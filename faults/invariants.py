"""What must hold of a library whatever happened to the program that used it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from clipreader.model import ClipreaderError
from clipreader.operations import backing_up, checking, open_library
from faults.scene import SEEDS, meaning


def breaks(library: Path, before: str, after: str, *, done: bool) -> Iterator[str]:
    """Yield what does not hold of a library in which one action was begun.

    It opens; the check is clean; it means what it meant before or after the action, and after it
    if the action was told as done.
    """
    try:
        with open_library(library) as opened:
            for problem in checking.check(opened).problems:
                yield f"check: {problem}"
            found = meaning(opened)
    except ClipreaderError as error:
        yield f"does not open: {error}"
        return
    except Exception as error:
        yield f"crashes: {type(error).__name__} {error}"[:200]
        return
    if done and found != after:
        yield "lost: told as done and not there" if found == before else differs(after, found)
    elif found not in (before, after):
        yield differs(after, found)


def noticed(library: Path, meant: Collection[str], ends: Counter[str]) -> Iterator[str]:
    """Yield what does not hold of a library on a disk that lied.

    What is read is what it was before or after the action, or the damage is noticed; then a backup
    can be put back. ``ends`` counts which of these it was.
    """
    if not list(breaks(library, *meant, done=False)):
        ends["whole"] += 1
        return
    try:
        with open_library(library) as opened:
            if not checking.check(opened).problems:
                yield "it means something else and nobody notices"
    except ClipreaderError:
        pass
    except Exception as error:
        yield f"crashes: {type(error).__name__} {error}"[:200]
    yield from _restored(library)
    ends["noticed and put back"] += 1


def _restored(library: Path) -> Iterator[str]:
    """Put back the newest backup that is sound; yield why none is."""
    refused: list[str] = []
    for backup in backing_up.backups_in(library):
        try:
            backing_up.restore(library, backup)
            with open_library(library) as opened:
                refused += (p for p in checking.check(opened).problems if "original" not in p)
        except ClipreaderError as error:
            refused.append(str(error))
        else:
            return
    yield f"no backup can be put back: {'; '.join(refused)}"


def of_backups(library: Path) -> Iterator[str]:
    """Yield which backups are not whole; each that has its name can be put back."""
    for backup in backing_up.backups_in(library):
        try:
            backing_up.restore(library, backup)
        except ClipreaderError as error:
            yield f"{backup.path.name}: {error}"


def of_export(path: Path, old: bytes, new: bytes, *, done: bool) -> Iterator[str]:
    """Yield what does not hold of an exported file: it is the old one or the new one, whole."""
    found = path.read_bytes() if path.exists() else b""
    if found not in (old, new):
        yield f"{path.name} is neither old nor new ({len(found)} bytes)"
    elif done and found != new:
        yield f"{path.name} was told as written and is the old one"


def spoken(stdout: str, stderr: str) -> Iterator[str]:
    """Yield what a person must not see of a program that was refused something."""
    if "Traceback" in stderr:
        yield f"traceback: {stderr.strip().splitlines()[-1][:160]}"
    for line in stdout.splitlines():
        if line.startswith("refused") and not line.rstrip().endswith((".", "”")):
            yield f"no sentence: {line[:160]}"


def seeds_digest() -> str:
    """Return a digest of the files that are only read; nothing may ever write to them."""
    every = sorted(path for path in SEEDS.iterdir() if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in every)).hexdigest()


def differs(expected: str, found: str) -> str:
    """Return in which parts what is found differs from what is expected."""
    pairs = zip(json.loads(expected), json.loads(found), strict=False)
    names = ("articles", "rules", "undo", "redo")
    parts = [name for name, (one, two) in zip(names, pairs, strict=False) if one != two]
    return f"neither before nor after: {', '.join(parts) or 'length'} differ"
