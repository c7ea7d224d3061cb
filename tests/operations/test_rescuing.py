"""What happens to the library's file: what was told as done is there again, whatever it was."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipreader.model import LibraryUnavailable, Rescue
from clipreader.operations import (
    Library,
    backing_up,
    checking,
    history,
    importing,
    open_library,
    rescuing,
    trash,
)
from tests import records
from tests.operations.person import Person
from tests.operations.test_history import blocks, put

FILE = "library.sqlite"
DERIVED = ("article_index", "note_index", "sketches", "sqlite_sequence")


def rows_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, those that record the actions too; the index is made of them."""
    with closing(sqlite3.connect(folder / FILE)) as file:
        names = [
            row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        wanted = [name for name in names if not name.startswith(DERIVED)]
        return {name: sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for name in wanted}


def act(library: Library, person: Person, dice: random.Random, folder: Path) -> None:
    """Do anything that a person can do, be it an import or an undo."""
    kind = dice.choice(["act", "act", "act", "undo", "redo", "import", "again"])
    if kind == "undo":
        history.undo(library)
    elif kind == "redo":
        history.redo(library)
    elif kind == "import":
        file = folder / f"{dice.random()}.txt"
        file.write_text(f"Ferry {dice.random()} Leaves\n\nWords {dice.random()} and no more.\n")
        importing.import_sources(library, [file])
    elif kind == "again":
        importing.import_sources(library, sorted(folder.glob("*.txt"))[:1], quiet=True)
    else:
        person.marked = [one for one in person.marked if is_there(library, one[0])]
        person.act()


def is_there(library: Library, highlight: str) -> bool:
    with library.reading() as connection:
        ask = "SELECT count(*) FROM highlights WHERE id = ?"
        return bool(connection.exec_driver_sql(ask, (highlight,)).scalar())


def cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 3])


def make_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def flip(place: Path) -> None:
    data = bytearray(place.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 3000] = b"\x55" * 3000
    place.write_bytes(data)


def lay_stale_log(place: Path) -> None:
    place.with_name(FILE + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"7" * 9000)
    place.unlink()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": cut,
    "empty": lambda place: place.write_bytes(b""),
    "zeros": lambda place: place.write_bytes(bytes(40_000)),
    "a text": lambda place: place.write_text("Dear diary"),
    "a folder": make_folder,
    "gone": lambda place: place.unlink(),
    "overwritten": flip,
    "a log alone": lay_stale_log,
}


def rescued(folder: Path) -> Rescue:
    found = rescuing.find(folder)
    assert found is not None
    rescuing.carry_out(folder, found)
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 10**6),
    before=st.integers(0, 12),
    after=st.integers(0, 12),
    damage=st.sampled_from(sorted(DAMAGES)),
)
def test_a_backup_and_the_log_are_the_library(
    tmp_path_factory: pytest.TempPathFactory, seed: int, before: int, after: int, damage: str
) -> None:
    """Random actions, a backup between them, the file destroyed: all is as it was before."""
    folder, files = tmp_path_factory.mktemp("library"), tmp_path_factory.mktemp("files")
    dice = random.Random(seed)
    with open_library(folder) as library:
        made = [records.article(blocks(number)) for number in range(3)]
        put(library, *made)
        person = Person(library, made, seed)
        for _ in range(before):
            act(library, person, dice, files)
        backing_up.back_up(library)
        for _ in range(after):
            act(library, person, dice, files)
        steps = history.state(library)
    expected = rows_of(folder)
    DAMAGES[damage](folder / FILE)
    found = rescued(folder)
    assert found.is_whole
    assert not found.lost
    with open_library(folder) as library:
        assert checking.check(library).problems == ()
        assert history.state(library) == steps
    assert rows_of(folder) == expected


def filled(folder: Path, number: int = 3) -> Person:
    with open_library(folder) as library:
        made = [records.article(blocks(one)) for one in range(number)]
        put(library, *made)
        person = Person(library, made, 5)
        for _ in range(8):
            person.act()
    return person


def test_without_any_backup_the_log_is_enough(tmp_path: Path) -> None:
    filled(tmp_path)
    expected = rows_of(tmp_path)
    (tmp_path / FILE).write_bytes(b"gone")
    found = rescued(tmp_path)
    assert (found.backup, found.from_log, found.is_whole) == (None, True, True)
    with open_library(tmp_path) as library:
        assert checking.check(library).problems == ()
    assert rows_of(tmp_path) == expected


def test_without_log_the_newest_sound_backup_and_what_is_missing(tmp_path: Path) -> None:
    person = filled(tmp_path)
    with open_library(tmp_path) as library:
        older = backing_up.back_up(library)
        damaged = backing_up.back_up(library)
        person.library = library
        person.mark()
    expected = sum(1 for one in rows_of(tmp_path)["highlights"])
    log = tmp_path / "log" / "000001.ndjson"
    lines = log.read_bytes().split(b"\n")
    changed = next(at for at, line in enumerate(lines) if b"highlight" in line)
    lines[changed] = lines[changed].replace(b"e", b"i", 9)
    log.write_bytes(b"\n".join(lines))
    damaged.path.write_bytes(damaged.path.read_bytes()[:9000])
    (tmp_path / FILE).unlink()
    found = rescued(tmp_path)
    # the log leads from the older backup to the last action, whatever it says of earlier ones
    assert (found.backup, found.is_whole) == (older, True)
    assert len(rows_of(tmp_path)["highlights"]) == expected
    shutil.rmtree(tmp_path / "log")
    (tmp_path / FILE).unlink()
    found = rescued(tmp_path)
    assert (found.backup, found.is_whole, found.again) == (older, False, ())
    with open_library(tmp_path) as library:
        assert checking.check(library).problems == ()


def test_what_is_lost_is_named(tmp_path: Path) -> None:
    person = filled(tmp_path)
    with open_library(tmp_path) as library:
        backup = backing_up.back_up(library)
        person.library = library
        person.mark()
        person.mark()
    log = tmp_path / "log" / "000001.ndjson"
    lines = log.read_bytes().rstrip(b"\n").split(b"\n")
    del lines[-4:-2]  # the first of both and its confirmation
    log.write_bytes(b"\n".join(lines))
    (tmp_path / FILE).unlink()
    found = rescuing.find(tmp_path)
    assert found is not None
    assert (found.backup, found.is_whole) == (backup, False)
    assert [deed.label for deed in found.lost] == ["highlight"]
    assert found.lost[0].words


def test_a_file_that_is_behind_its_log_is_noticed_and_brought_forward(tmp_path: Path) -> None:
    person = filled(tmp_path)
    older = tmp_path.with_name("older.sqlite")
    shutil.copyfile(tmp_path / FILE, older)
    with open_library(tmp_path) as library:
        person.library = library
        person.mark()
        person.mark()
    expected = rows_of(tmp_path)
    shutil.copyfile(older, tmp_path / FILE)
    with pytest.raises(LibraryUnavailable, match="2 changes are missing"):
        open_library(tmp_path)
    with open_library(tmp_path, read_only=True):
        pass
    found = rescued(tmp_path)
    assert found.backup is None
    assert [deed.label for deed in found.again] == ["highlight", "highlight"]
    assert all(deed.words for deed in found.again)
    with open_library(tmp_path) as library:
        assert checking.check(library).problems == ()
    assert rows_of(tmp_path) == expected


def test_going_back_to_a_backup_is_no_damage(tmp_path: Path) -> None:
    person = filled(tmp_path)
    with open_library(tmp_path) as library:
        backup = backing_up.back_up(library)
        expected = rows_of(tmp_path)
        person.library = library
        person.mark()
    backing_up.restore(tmp_path, backup)
    with open_library(tmp_path) as library:
        assert checking.check(library).problems == ()
    (tmp_path / FILE).unlink()
    assert rescued(tmp_path).is_whole
    assert rows_of(tmp_path) == expected


def test_what_was_there_is_kept_as_evidence(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / FILE).write_bytes(b"some words that are no library")
    found = rescuing.find(tmp_path)
    assert found is not None
    before = sorted(one.name for one in tmp_path.iterdir())
    assert before == [FILE, "log", "originals"]
    aside = rescuing.carry_out(tmp_path, found)
    assert aside.name.startswith("library-damaged-")
    assert aside.read_bytes() == b"some words that are no library"


def test_of_nothing_comes_nothing(tmp_path: Path) -> None:
    assert rescuing.find(tmp_path) is None
    (tmp_path / FILE).write_bytes(b"some words that are no library")
    assert rescuing.find(tmp_path) is None
    with pytest.raises(LibraryUnavailable, match="no good state"):
        rescuing.carry_out(tmp_path, Rescue(None))


def test_what_the_trash_was_emptied_of_is_in_no_log(tmp_path: Path) -> None:
    person = filled(tmp_path)
    with open_library(tmp_path) as library:
        trash.restore(library, [one.id for one in person.made])
        trash.move_to_trash(library, [person.made[0].id])
        trash.empty_trash(library)
        assert backing_up.back_up_if_due(library) is not None
        person.library, person.made = library, person.made[1:]
        person.mark()
    logs = b"".join(path.read_bytes() for path in (tmp_path / "log").iterdir())
    assert b"Headline of article 0" not in logs
    expected = rows_of(tmp_path)
    (tmp_path / FILE).unlink()
    assert rescued(tmp_path).is_whole
    assert rows_of(tmp_path) == expected


def test_a_library_from_before_the_log_has_one_from_its_next_opening(tmp_path: Path) -> None:
    person = filled(tmp_path)
    shutil.rmtree(tmp_path / "log")
    with closing(sqlite3.connect(tmp_path / FILE)) as there:
        there.execute("DELETE FROM sqlite_sequence WHERE name = 'action log'")
        there.commit()
    with open_library(tmp_path) as library:
        backing_up.back_up(library)
        person.library = library
        person.mark()
    expected = rows_of(tmp_path)
    (tmp_path / FILE).unlink()
    assert rescued(tmp_path).is_whole
    assert rows_of(tmp_path) == expected
