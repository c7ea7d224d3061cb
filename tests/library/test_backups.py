"""Backups are whole, thinned with care, and can be put back."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.library import backups, checking, copying, open_library
from clipreader.library.opening import FILE_NAME
from clipreader.model import Backup, LibraryUnavailable
from clipreader.operations import history
from tests import records
from tests.library import stored

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        made = records.article(article_id="first")
        stored.put(library, made)
        stored.mark(library, made, records.highlight(made, "a piano"))
    return folder


def backed_up(folder: Path, now: datetime = NOW) -> Backup:
    with open_library(folder) as library:
        return backups.make(library, now)


def at(hours_ago: float, number: int, articles: int = 10, highlights: int = 10) -> Backup:
    made = NOW - timedelta(hours=hours_ago)
    return Backup(Path(f"{number}"), number, made, articles, highlights, 1)


def test_a_backup_is_a_whole_library_and_its_name_says_what_is_in_it(filled: Path) -> None:
    made = backed_up(filled)
    assert made.path.name == "library-000001-20261124-120000-1-1.sqlite"
    assert (made.number, made.made, made.articles, made.highlights) == (1, NOW, 1, 1)
    assert made.size == made.path.stat().st_size
    assert backups.in_folder(filled) == (made,)
    assert copying.look_at(made.path)[1:3] == (1, 1)
    assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]


def test_numbers_grow_whatever_the_clock_says(filled: Path) -> None:
    made = [backed_up(filled, NOW - timedelta(days=400 * n)) for n in range(3)]
    assert [one.number for one in made] == [1, 2, 3]
    assert backups.in_folder(filled) == tuple(reversed(made))


@pytest.mark.parametrize(
    "name",
    [
        "library-000001-20261324-120000-1-1.sqlite",
        "library-000001-20261124-120000-1-1.sqlite.0a1b2c3d.part",
        "library.sqlite",
        "notes.txt",
    ],
)
def test_other_files_are_no_backups(filled: Path, name: str) -> None:
    made = backed_up(filled)
    (made.path.parent / name).write_bytes(b"x")
    assert backups.in_folder(filled) == (made,)


def test_a_folder_without_backups_has_none(tmp_path: Path) -> None:
    assert backups.in_folder(tmp_path / "nowhere") == ()


def test_what_was_done_since_is_noticed(filled: Path) -> None:
    made = backed_up(filled)
    with open_library(filled) as library:
        assert backups.is_as_in(library, made)
        stored.mark(library, records.article(article_id="first"), highlight("Santa Marta"))
        assert not backups.is_as_in(library, made)
    made.path.write_bytes(b"no library")
    with open_library(filled) as library:
        assert not backups.is_as_in(library, made)


def highlight(words: str):
    return records.highlight(records.article(article_id="first"), words)


def test_a_backup_that_was_cut_off_never_gets_its_name(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "flush", full)
    with pytest.raises(LibraryUnavailable, match="The disk is full"):
        backed_up(filled)
    assert list((filled / backups.FOLDER).iterdir()) == []


def test_a_backup_is_put_back_and_what_was_there_is_kept(filled: Path) -> None:
    made = backed_up(filled)
    with open_library(filled) as library:
        stored.mark(library, records.article(article_id="first"), highlight("Santa Marta"))
    aside = backups.put_back(filled, made, NOW)
    with open_library(filled) as library, library.reading() as connection:
        assert dict(checking.counted(connection))["highlights"] == 1
        assert list(checking.problems(connection, library.originals)) == []
    with sqlite3.connect(aside) as kept:
        assert kept.execute("SELECT count(*) FROM highlights").fetchone() == (2,)


def test_two_restores_in_one_second_keep_both_libraries(filled: Path) -> None:
    made = backed_up(filled)
    with open_library(filled) as library:
        stored.mark(library, records.article(article_id="first"), highlight("Santa Marta"))
    aside = [backups.put_back(filled, made, NOW) for _ in range(3)]
    assert len(set(aside)) == 3
    assert [copying.look_at(one)[2] for one in aside] == [2, 1, 1]


def test_what_a_killed_backup_left_is_cleared_and_one_in_hand_is_not(filled: Path) -> None:
    made = backed_up(filled)
    old, fresh = (made.path.with_name(f"{made.path.name}.{n * 8}.part") for n in "ab")
    for part, age in ((old, timedelta(hours=2)), (fresh, timedelta(minutes=5))):
        part.write_bytes(b"half")
        then = (NOW - age).timestamp()
        os.utime(part, (then, then))
    backups.thin(filled, NOW)
    assert not old.exists()
    assert fresh.exists()
    assert made.path.exists()


def test_a_damaged_library_is_kept_with_its_journal(filled: Path) -> None:
    made = backed_up(filled)
    (filled / FILE_NAME).write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    (filled / f"{FILE_NAME}-journal").write_bytes(b"half a journal")
    aside = backups.put_back(filled, made, NOW)
    assert aside.read_bytes().endswith(b"\xff" * 5000)
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"half a journal"
    assert not (filled / f"{FILE_NAME}-journal").exists()
    with open_library(filled) as library, library.reading() as connection:
        assert list(checking.problems(connection, library.originals)) == []


def test_a_library_that_is_gone_comes_back(filled: Path) -> None:
    made = backed_up(filled)
    (filled / FILE_NAME).unlink()
    with pytest.raises(LibraryUnavailable, match="missing"):
        open_library(filled)
    backups.put_back(filled, made, NOW)
    with open_library(filled) as library, library.reading() as connection:
        assert dict(checking.counted(connection))["articles"] == 1


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data[:100], "damaged"),
        (lambda _: b"", "damaged"),
        (lambda data: data[:4096] + b"\xff" * (len(data) - 4096), "damaged"),
        (lambda data: data[:60] + (999).to_bytes(4, "big") + data[64:], "newer ClipReader"),
        (lambda data: data[:68] + bytes(4) + data[72:], "no library of ours"),
    ],
)
def test_a_backup_that_is_not_sound_is_not_put_back(filled: Path, spoil, told: str) -> None:
    made = backed_up(filled)
    made.path.write_bytes(spoil(made.path.read_bytes()))
    before = (filled / FILE_NAME).read_bytes()
    with pytest.raises(LibraryUnavailable, match=told):
        backups.put_back(filled, made, NOW)
    assert (filled / FILE_NAME).read_bytes() == before
    there = sorted(one.name for one in filled.iterdir())
    assert there == ["backups", FILE_NAME, "log", "originals"]


THINNING = [
    ([0.1, 1, 30, 47], []),
    ([1, 50, 51, 52], [51, 52]),
    ([1, 24 * 13, 24 * 14.5, 24 * 15, 24 * 23], [24 * 15]),
    ([1, 24 * 100, 24 * 101, 24 * 140], [24 * 101]),
    ([1, 24 * 380, 24 * 400], [24 * 380, 24 * 400]),
    ([24 * 400], []),
    ([1, -5, -1000], []),
]


@pytest.mark.parametrize(("ages", "gone"), THINNING, ids=lambda each: str(each)[:40])
def test_thinning(ages: list[float], gone: list[float]) -> None:
    made = [at(age, len(ages) - n) for n, age in enumerate(ages)]
    needless = backups.needless_among(made, NOW)
    assert [round((NOW - one.made) / timedelta(hours=1), 1) for one in needless] == gone


@pytest.mark.parametrize(
    ("articles", "highlights", "stays"), [(12, 10, True), (10, 100, True), (11, 11, False)]
)
def test_what_holds_much_more_than_the_newest_stays(
    articles: int, highlights: int, stays: bool
) -> None:
    old = at(24 * 500, 1, articles, highlights)
    assert (backups.needless_among([at(1, 2), old], NOW) == ()) is stays


@given(st.lists(st.floats(-50, 24 * 800), max_size=60), st.integers(0, 20))
def test_the_newest_and_two_days_always_stay(ages: list[float], rows: int) -> None:
    made = [at(age, len(ages) - n, 10 + (n * rows) % 7) for n, age in enumerate(sorted(ages))]
    needless = set(backups.needless_among(made, NOW))
    assert not needless & {one for one in made[:1]}
    assert all(NOW - one.made > backups.KEPT_ALL for one in needless)
    kept = [one for one in made if one not in needless]
    assert backups.needless_among(kept, NOW) == ()


FULLER = [
    ("one a month, for good", [(1, 5), (24 * 500, 12), (24 * 501, 12), (24 * 560, 12)], [24 * 501]),
    ("the fullest of them", [(1, 5), (24 * 500, 12), (24 * 501, 13), (24 * 502, 12)], None),
    ("beside the daily one", [(1, 10), (24 * 5, 10), (24 * 5.2, 12)], []),
]


@pytest.mark.parametrize(("ages", "gone"), [one[1:] for one in FULLER], ids=[n[0] for n in FULLER])
def test_what_holds_more_is_thinned_by_itself(
    ages: list[tuple[float, int]], gone: list[float] | None
) -> None:
    made = [at(age, len(ages) - n, rows, rows) for n, (age, rows) in enumerate(ages)]
    needless = backups.needless_among(made, NOW)
    hours = [round((NOW - one.made) / timedelta(hours=1), 1) for one in needless]
    assert hours == ([24 * 500, 24 * 502] if gone is None else gone)


def test_only_what_is_gone_is_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backed_up(filled, NOW - timedelta(days=500))
    backed_up(filled)
    monkeypatch.setattr(Path, "unlink", Mock(side_effect=PermissionError))
    assert backups.thin(filled, NOW) == ()
    assert len(backups.in_folder(filled)) == 2


def test_a_library_that_cannot_be_replaced_keeps_its_journal(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(filled)
    (filled / FILE_NAME).write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    journal = filled / f"{FILE_NAME}-journal"
    journal.write_bytes(b"half a journal")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if Path(target).name == FILE_NAME:
            raise PermissionError(13, "Permission denied", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LibraryUnavailable):
        backups.put_back(filled, made, NOW)
    assert journal.read_bytes() == b"half a journal"
    assert (filled / FILE_NAME).read_bytes().endswith(b"\xff" * 5000)


def test_thinning_removes_files_but_the_newest_and_nothing_else(filled: Path) -> None:
    old = [backed_up(filled, NOW - timedelta(days=500 + n)) for n in range(3)]
    new = [backed_up(filled, NOW - timedelta(days=499)) for _ in range(backups.KEPT_ALWAYS)]
    (filled / backups.FOLDER / "mine.txt").write_text("mine", encoding="utf-8")
    assert set(backups.thin(filled, NOW)) == set(old)
    assert set(backups.in_folder(filled)) == set(new)
    assert (filled / backups.FOLDER / "mine.txt").exists()


def test_an_undo_is_something_that_was_done(filled: Path) -> None:
    made = backed_up(filled)
    with open_library(filled) as library:
        history.undo(library)
        assert not backups.is_as_in(library, made)


def test_nothing_is_put_back_under_a_program_that_is_writing(filled: Path) -> None:
    made = backed_up(filled)
    with open_library(filled) as other, other.writing("") as work:
        work.connection.exec_driver_sql("UPDATE shelf SET starred = 1")
        with pytest.raises(LibraryUnavailable, match="Another program is using the library"):
            backups.put_back(filled, made, NOW)
    assert not list(filled.glob("library-replaced-*"))
    with open_library(filled) as library, library.reading() as connection:
        assert connection.exec_driver_sql("SELECT starred FROM shelf").scalar() == 1


def test_no_copy_of_a_library_takes_the_place_of_another(tmp_path: Path) -> None:
    wanted = ["old.sqlite", "old-2.sqlite", "old-3.sqlite"]
    for name in wanted:
        place = copying.unused(tmp_path, "old")
        assert place.name == name
        place.with_name(f"{name}-journal" if name == wanted[1] else name).touch()
