"""An import that ended early is gone on with: each file once, and only what is left is read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.model import Fate, ImportReport, LibraryUnavailable, NotFound, Progress, Query
from clipreader.operations import (
    Library,
    checking,
    history,
    importing,
    open_library,
    reading,
    storing,
    tally,
    trash,
    unfinished,
)
from clipreader.operations.importing import IN_ALREADY

MANY = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files" / "Harbour"
    made.mkdir(parents=True)
    for number in range(MANY):
        write(made, number)
    return made


def write(folder: Path, number: int, more: str = "") -> Path:
    words = f"Crossing {number} of the Night Ferry\n\nThe {number}th boat left the quay at noon."
    path = folder / f"{number:03}.txt"
    path.write_text(f"{words} {more}\n\nNobody waved.\n", encoding="utf-8")
    return path


def stop_at(number: int) -> Callable[[Progress], bool]:
    return lambda here: here.total is None or here.done < number


def cancelled(library: Library, folder: Path, at: int = 15) -> ImportReport:
    return importing.import_sources(library, [folder], progress=stop_at(at)).value


def fates(report: ImportReport) -> dict[str, int]:
    found = [item.fate.value for item in report.items]
    return {name: found.count(name) for name in dict.fromkeys(found)}


def headlines(library: Library) -> list[str]:
    return sorted(row.headline for row in reading.list_articles(library, Query()))


def test_what_is_left_after_cancel_is_told_and_read(library: Library, folder: Path) -> None:
    report = cancelled(library, folder)
    assert (report.cancelled, report.left, fates(report)) == (True, MANY - 15, {"added": 15})
    (there,) = unfinished.unfinished(library)
    assert (there.id, there.name, there.more) == (report.rest, "Harbour", 0)
    assert (there.done, there.total) == (15, MANY)
    rest = importing.go_on(library, report.rest).value
    assert fates(rest) == {"duplicate": 15, "added": MANY - 15}
    assert [item.reason for item in rest.of(Fate.DUPLICATE)] == [IN_ALREADY] * 15
    assert [item.path for item in rest.items] == [str(file) for file in sorted(folder.iterdir())]
    assert (rest.left, rest.rest) == (0, "")
    assert unfinished.unfinished(library) == ()
    assert len(set(headlines(library))) == len(headlines(library)) == MANY
    assert checking.check(library).problems == ()


def test_what_is_in_is_not_opened(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = cancelled(library, folder)
    opened: list[str] = []
    original = importing.source_from_path

    def noted(path: Path) -> object:
        opened.append(path.name)
        return original(path)

    monkeypatch.setattr(importing, "source_from_path", noted)
    importing.go_on(library, report.rest)
    assert opened == [f"{number:03}.txt" for number in range(15, MANY)]


def test_what_changed_came_or_went_meanwhile_is_seen(library: Library, folder: Path) -> None:
    report = cancelled(library, folder)
    write(folder, 3, more="It came back at night.")
    write(folder, 77)
    (folder / "020.txt").unlink()
    rest = importing.go_on(library, report.rest).value
    assert fates(rest) == {"duplicate": 14, "version": 1, "added": (MANY - 15 - 1) + 1}


def test_it_can_be_interrupted_again_and_again(library: Library, folder: Path) -> None:
    report = cancelled(library, folder, 10)
    for at in (20, 30):
        report = importing.go_on(library, report.rest, progress=stop_at(at)).value
        assert report.left == MANY - at
    assert fates(importing.go_on(library, report.rest).value)["duplicate"] == 30
    assert len(headlines(library)) == MANY


def test_the_same_import_goes_on_by_itself(library: Library, folder: Path) -> None:
    cancelled(library, folder)
    report = importing.import_sources(library, [folder]).value
    assert fates(report) == {"duplicate": 15, "added": MANY - 15}
    assert unfinished.unfinished(library) == ()


def test_another_import_leaves_it_alone(library: Library, folder: Path) -> None:
    report = cancelled(library, folder)
    other = write(folder.parent, 99)
    importing.import_sources(library, [folder, other])
    assert [one.id for one in unfinished.unfinished(library)] == [report.rest]


def test_an_import_that_ends_well_or_is_small_leaves_nothing(
    library: Library, folder: Path
) -> None:
    importing.import_sources(library, [folder])
    importing.import_sources(library, [write(folder, 98)], progress=stop_at(0))
    assert unfinished.unfinished(library) == ()
    assert tally.all_in(library.folder) == ()


def test_what_failed_is_tried_again(library: Library, folder: Path) -> None:
    (folder / "000.txt").write_bytes(b"")
    report = cancelled(library, folder)
    assert fates(report) == {"failed": 1, "added": 14}
    assert unfinished.unfinished(library)[0].done == 14
    write(folder, 0)
    assert fates(importing.go_on(library, report.rest).value) == {"added": 26, "duplicate": 14}


def test_the_trash_is_the_persons(library: Library, folder: Path) -> None:
    report = cancelled(library, folder)
    gone = report.items[3].article_id
    assert gone is not None
    trash.move_to_trash(library, [gone])
    rest = importing.go_on(library, report.rest, progress=stop_at(20)).value
    assert rest.items[3].reason == IN_ALREADY
    assert reading.counts(library).trash == 1
    report = importing.import_sources(library, [folder]).value
    assert report.came_back == 1, "who imports it again wants it back"


def test_an_import_that_was_undone_is_forgotten_or_begun_anew(
    library: Library, folder: Path
) -> None:
    report = cancelled(library, folder)
    history.undo(library)
    rest = importing.go_on(library, report.rest, progress=stop_at(30)).value
    assert rest.came_back == 15
    history.undo(library)
    assert unfinished.unfinished(library) == ()
    assert tally.all_in(library.folder) == ()


def test_it_is_held_against_the_library(tmp_path: Path, folder: Path) -> None:
    with open_library(tmp_path / "library") as library:
        report = cancelled(library, folder)
    shutil.copytree(tmp_path / "library" / tally.FOLDER, tmp_path / "other" / tally.FOLDER)
    with open_library(tmp_path / "other") as other:
        assert unfinished.unfinished(other)[0].done == 0, "as after an older backup was put back"
        assert fates(importing.go_on(other, report.rest).value) == {"added": MANY}


def test_two_programs_do_not_go_on_with_the_same(tmp_path: Path, folder: Path) -> None:
    with open_library(tmp_path / "library") as one, open_library(tmp_path / "library") as other:
        report = cancelled(one, folder)
        seen: list[object] = []

        def look(here: Progress) -> bool:
            if here.done == 20:
                seen.append(unfinished.unfinished(other))
                unfinished.forget(other, report.rest)
                with pytest.raises(NotFound, match="under way"):
                    importing.go_on(other, report.rest)
            return True

        importing.go_on(one, report.rest, progress=look)
        assert seen == [()]
        with pytest.raises(NotFound, match="nothing left"):
            importing.go_on(other, report.rest)
        assert len(headlines(other)) == MANY


def test_forgotten_is_forgotten(library: Library, folder: Path) -> None:
    report = cancelled(library, folder)
    unfinished.forget(library, report.rest)
    assert unfinished.unfinished(library) == ()
    assert len(headlines(library)) == 15
    with pytest.raises(NotFound, match="nothing left"):
        importing.go_on(library, report.rest)


@pytest.mark.parametrize("rest", ["", "../library", "..", "no such id", "a/b"])
def test_a_name_leads_to_no_other_file(library: Library, rest: str) -> None:
    before = sorted(library.folder.rglob("*"))
    with pytest.raises(NotFound):
        importing.go_on(library, rest)
    unfinished.forget(library, rest)
    assert sorted(library.folder.rglob("*")) == before


def test_a_full_disk_leaves_it_to_be_gone_on_with(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, batches = storing.store, [0]

    def full(*args: object) -> object:
        batches[0] += 1
        if batches[0] > 1:
            raise LibraryUnavailable("The disk is full.")
        return original(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "store", full)
    monkeypatch.setattr(importing, "_BATCH", 10)
    report = importing.import_sources(library, [folder]).value
    assert fates(report) == {"added": 10, "failed": MANY - 10}
    monkeypatch.undo()
    assert unfinished.unfinished(library)[0].done == 10
    assert fates(importing.go_on(library, report.rest).value) == {
        "duplicate": 10,
        "added": MANY - 10,
    }


def test_a_library_that_can_only_be_read_offers_nothing(tmp_path: Path, folder: Path) -> None:
    with open_library(tmp_path / "library") as library:
        report = cancelled(library, folder)
    with open_library(tmp_path / "library", read_only=True) as library:
        assert unfinished.unfinished(library) == ()
        unfinished.forget(library, report.rest)
        with pytest.raises(LibraryUnavailable):
            importing.go_on(library, report.rest)
    assert len(tally.all_in(tmp_path / "library")) == 1
