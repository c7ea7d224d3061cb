"""Libraries of other times: newer and older ones, logs of another hour, copies beside them."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from clipreader.library.opening import FILE_NAME
from clipreader.library.schema import SCHEMA
from clipreader.model import ClipreaderError, LibraryDamaged, LibraryUnavailable, Query, Shelf
from clipreader.operations import checking, highlighting, open_library, rescuing
from faults import invariants
from faults.actions import ACTIONS
from faults.fault import Tally, Trial
from faults.scene import copied, meaning
from faults.steps import OLD

LOG = f"{FILE_NAME}-wal"


def newer(trial: Trial) -> Tally:
    """Open what a newer ClipReader wrote: to read at most, and not one byte changed."""
    tally = Tally()
    for name, statements in NEWER.items():
        work = copied(trial.stage.library, trial.folder / "work")
        with closing(sqlite3.connect(work / FILE_NAME, isolation_level=None)) as there:
            for statement in statements:
                there.execute(statement)
        tally.tried(name, _untouched(work))
    return tally


def older(trial: Trial) -> Tally:
    """Open what older ones wrote: each highlight and each text that plain SQL finds is there."""
    tally = Tally()
    for old in sorted(path for path in OLD.iterdir() if (path / FILE_NAME).exists()):
        work = copied(old, trial.folder / "work")
        tally.tried(old.name, _nothing_missing(work, old))
    return tally


def stale_logs(trial: Trial) -> Tally:
    """Put another log beside the library: what is read is whole, or the damage is noticed."""
    tally, ends = Tally(), Counter[str]()
    for name, lay in STALE.items():
        work = copied(trial.stage.library, trial.folder / "work")
        with open_library(work) as library:
            ACTIONS["highlight"](library, trial.folder)
            now = meaning(library)
        lay(trial, work / FILE_NAME)
        states = {now: "kept", trial.stage.after("note"): "the log's whole state, unnoticed"}
        tally.tried(name, _read_or_noticed(work, states, ends))
    tally.remark = ", ".join(f"{number} {how}" for how, number in ends.items())
    return tally


def missing_log(trial: Trial) -> Tally:
    """Take away the log with what was done last: that is noticed, and the action log has it."""
    tally = Tally()
    for action in ("highlight", "note", "tags"):
        work = copied(trial.stage.library, trial.folder / "work")
        _logged(trial, work, action)
        (work / LOG).unlink()
        tally.tried(action, _brought_forward(trial, work, action))
    tally.remark = "noticed, and brought forward by the action log"
    return tally


def conflict_copies(trial: Trial) -> Tally:
    """Put copies beside the library as synchronizers do: they are not opened and not changed."""
    tally = Tally()
    for name in CONFLICTS:
        work = copied(trial.stage.library, trial.folder / "work")
        other = work / name
        other.write_bytes(b"another state of " + (work / FILE_NAME).read_bytes())
        copy = other.read_bytes()
        with open_library(work) as library:
            ACTIONS["highlight"](library, trial.folder)
        breaks = list(invariants.breaks(work, "", trial.stage.after("highlight"), done=True))
        tally.tried(name, [*breaks, *([] if other.read_bytes() == copy else ["it has changed"])])
    return tally


def _untouched(work: Path) -> Iterator[str]:
    before = _bytes_in(work)
    for read_only in (False, True):
        try:
            open_library(work, read_only=read_only).close()
            if not read_only:
                yield "it was opened to write"
        except LibraryUnavailable as error:
            if not str(error).endswith("."):
                yield f"no sentence: {error}"
    if _bytes_in(work) != before:
        yield "something in its folder has changed"


def _nothing_missing(work: Path, old: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{old / FILE_NAME}?immutable=1", uri=True)) as there:
        meant = set(there.execute("SELECT exact, note FROM highlights").fetchall())
        articles = there.execute("SELECT count(*) FROM articles").fetchone()[0]
    with open_library(work) as library:
        yield from checking.check(library).problems
        found = {
            (one.highlight.selector.exact, one.highlight.note)
            for shelf in (Shelf.ALL, Shelf.TRASH)
            for one in highlighting.clippings(library, Query(shelf=shelf))
        }
        if missing := meant - found:
            yield f"{len(missing)} of {len(meant)} highlights are not there"
        with library.reading() as connection:
            now = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one()
    if now != articles:
        yield f"{now} articles of {articles}"


def _read_or_noticed(work: Path, states: Mapping[str, str], ends: Counter[str]) -> Iterator[str]:
    """Yield what is wrong if what is read is no whole state and nobody says so; count what is."""
    try:
        with open_library(work) as library:
            if checking.check(library).problems:
                ends["noticed"] += 1
                return
            found = meaning(library)
    except ClipreaderError:
        ends["noticed"] += 1
    except Exception as error:
        yield f"crashes: {type(error).__name__} {error}"[:200]
    else:
        if found in states:
            ends[states[found]] += 1
        else:
            yield f"unnoticed: {invariants.differs(next(iter(states)), found)}"


def _logged(trial: Trial, work: Path, action: str) -> None:
    """Do an action in write-ahead mode and leave its log as a program that died would."""
    other = copied(work, trial.folder / "logged")
    with closing(sqlite3.connect(other / FILE_NAME)) as there:
        there.execute("PRAGMA journal_mode = wal")
    shutil.copy(other / FILE_NAME, work / FILE_NAME)
    with closing(sqlite3.connect(other / FILE_NAME)) as there:
        there.execute("SELECT count(*) FROM articles").fetchone()
        # Nothing here may open and close the file meanwhile: that would let go of its locks.
        trial.stage.act_here(other, action, "write-ahead log")
        shutil.copy(other / LOG, work / LOG)


def _brought_forward(trial: Trial, work: Path, action: str) -> Iterator[str]:
    shutil.copytree(trial.folder / "logged" / "log", work / "log", dirs_exist_ok=True)
    try:
        open_library(work).close()
        yield "that something is missing was not noticed"
    except LibraryDamaged:
        pass
    found = rescuing.find(work)
    if found is None or not found.is_whole:
        yield "the action log did not help"
        return
    rescuing.carry_out(work, found)
    yield from invariants.breaks(work, trial.stage.before, trial.stage.after(action), done=True)


def _of_an_hour_ago(trial: Trial, path: Path) -> None:
    newest = path.read_bytes()
    shutil.copy(trial.stage.library / FILE_NAME, path)
    _logged(trial, path.parent, "note")
    path.write_bytes(newest)


def _of_another(trial: Trial, path: Path) -> None:
    other = trial.folder / "another"
    other.mkdir(exist_ok=True)
    with closing(sqlite3.connect(other / FILE_NAME)) as there:
        there.execute("PRAGMA journal_mode = wal")
        there.execute("CREATE TABLE theirs (x)")
        there.commit()
        shutil.copy(other / LOG, path.with_name(LOG))


def _journal_of_another(trial: Trial, path: Path) -> None:
    other = trial.folder / "theirs"
    other.mkdir(exist_ok=True)
    with closing(sqlite3.connect(other / FILE_NAME, isolation_level=None)) as there:
        there.execute("PRAGMA cache_size = 1")
        there.execute("CREATE TABLE theirs (x)")
        there.execute("BEGIN")
        there.executemany("INSERT INTO theirs VALUES (randomblob(3000))", [()] * 50)
        shutil.copy(other / f"{FILE_NAME}-journal", path.with_name(f"{FILE_NAME}-journal"))
        there.execute("ROLLBACK")


def _bytes_in(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


NEWER = {
    "the next schema": [f"PRAGMA user_version = {SCHEMA + 1}"],
    "a much newer one": ["PRAGMA user_version = 9999"],
    "with another table": [
        f"PRAGMA user_version = {SCHEMA + 1}",
        "ALTER TABLE highlights ADD COLUMN mood TEXT",
        "CREATE TABLE moods (id INTEGER PRIMARY KEY)",
    ],
}
"""What a newer ClipReader may have left."""

STALE: dict[str, Callable[[Trial, Path], object]] = {
    "a log of an hour ago": _of_an_hour_ago,
    "a log of another library": _of_another,
    "a journal of another library": _journal_of_another,
    "a log of nothing": lambda _, path: path.with_name(LOG).write_bytes(b"\x00" * 9000),
}
"""What may lie beside a library and belongs to none or another state of it."""

CONFLICTS = (
    "library (1).sqlite",
    "library (conflicted copy 2026-01-02).sqlite",
    "library.sync-conflict-20260102-030405-ABCDEFG.sqlite",
)
"""Names that synchronizers give to a second state."""
