"""Opening: made if missing, read if it cannot be written, refused and left alone if not ours."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.library import connecting, index, listing, open_library, opening
from clipreader.library.opening import FILE_NAME
from clipreader.library.schema import APPLICATION_ID, SCHEMA
from clipreader.library.shelving import set_starred
from clipreader.model import LibraryUnavailable, Query
from tests import records
from tests.library import stored


def state_of(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, except SQLite's shared memory."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("-shm")
    }


def sql(folder: Path, *statements: str) -> None:
    driver = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    for statement in statements:
        driver.execute(statement)
    driver.close()


def filled(folder: Path) -> None:
    with open_library(folder) as library:
        article = records.article()
        stored.put(library, article)
        stored.mark(library, article, records.highlight(article, "a piano", note="nice"))


def test_makes_folder_and_file(tmp_path):
    with open_library(tmp_path / "a" / "b") as library:
        assert not library.is_read_only
        with library.reading() as connection:
            number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            assert (number, ours) == (SCHEMA, APPLICATION_ID)


@pytest.mark.parametrize("name", ["What is this?", "100%41", "O'Neil; #1", "Ünïcødé 東京", "a&b=c"])
def test_any_folder_name_is_a_folder(tmp_path, name):
    with open_library(tmp_path / name) as library:
        stored.put(library, records.article())
    assert (tmp_path / name / FILE_NAME).stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with open_library(tmp_path / name, read_only=True) as library, library.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one()
        assert count == 1


def put_directory(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)


def put_text(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_text("Dear diary")


def put_short(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"SQLite format 3\x00")


def put_truncated(folder: Path) -> None:
    filled(folder)
    os.truncate(folder / FILE_NAME, 9000)


def put_garbled(folder: Path) -> None:
    filled(folder)
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(16)
        file.write(os.urandom(84))


def put_empty_beside_originals(folder: Path) -> None:
    filled(folder)
    (folder / FILE_NAME).write_bytes(b"")


def put_originals_alone(folder: Path) -> None:
    filled(folder)
    (folder / FILE_NAME).unlink()


def put_log_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{FILE_NAME}-wal").write_bytes(b"7" * 4000)


def put_other_program(folder: Path) -> None:
    folder.mkdir()
    sql(folder, "CREATE TABLE their (data)", "INSERT INTO their VALUES ('precious')")


def put_other_program_with_log(folder: Path) -> None:
    put_other_program(folder)
    sql(folder, "PRAGMA journal_mode = wal")


def put_newer(folder: Path) -> None:
    filled(folder)
    sql(folder, "ALTER TABLE shelf ADD COLUMN mood TEXT", f"PRAGMA user_version = {SCHEMA + 1}")


def put_newer_with_log(folder: Path) -> None:
    put_newer(folder)
    sql(folder, "PRAGMA journal_mode = wal")


REFUSED: list[tuple[Callable[[Path], None], str]] = [
    (put_directory, "is not a file"),
    (put_text, "is not a ClipReader library or is damaged"),
    (put_short, "is not a ClipReader library or is damaged"),
    (put_truncated, "damaged"),
    (put_garbled, "damaged"),
    (put_empty_beside_originals, "is empty, although"),
    (put_originals_alone, "is missing, although"),
    (put_log_alone, "is missing, although"),
    (put_other_program, "belongs to another program"),
    (put_other_program_with_log, "belongs to another program"),
    (put_newer, "written by a newer ClipReader"),
    (put_newer_with_log, "written by a newer ClipReader"),
]


@pytest.mark.parametrize(("put", "sentence"), REFUSED, ids=[put.__name__ for put, _ in REFUSED])
@pytest.mark.parametrize("oldest", [(99, 0, 0), (3, 0, 0)], ids=["rollback", "write-ahead"])
def test_refuses_and_leaves_alone(folder, monkeypatch, put, sentence, oldest):
    put(folder)
    monkeypatch.setattr(connecting, "SAFE_WAL", oldest)
    before = state_of(folder)
    with pytest.raises(LibraryUnavailable, match=sentence) as told:
        open_library(folder)
    assert "\n" not in str(told.value)
    after = state_of(folder)
    after = {name: data for name, data in after.items() if name in before or "-wal" not in name}
    assert after == before


def test_a_newer_library_whose_log_is_not_written_back_stays_as_it_is(tmp_path):
    filled(tmp_path / "there")
    sql(tmp_path / "there", "PRAGMA journal_mode = wal")
    driver = sqlite3.connect(tmp_path / "there" / FILE_NAME, isolation_level=None)
    driver.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    shutil.copytree(tmp_path / "there", tmp_path / "crashed")  # as a kill would leave it
    driver.close()
    (tmp_path / "crashed" / f"{FILE_NAME}-shm").unlink()
    before = state_of(tmp_path / "crashed")
    assert before[f"{FILE_NAME}-wal"]
    with pytest.raises(LibraryUnavailable, match="newer ClipReader"):
        open_library(tmp_path / "crashed")
    assert state_of(tmp_path / "crashed") == before


def test_a_place_that_is_no_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(LibraryUnavailable, match="not a folder"):
            open_library(place)


def test_an_empty_file_without_originals_becomes_a_library(folder):
    folder.mkdir()
    (folder / FILE_NAME).touch()
    with open_library(folder) as library:
        stored.put(library, records.article())


def test_reading_only_makes_nothing(tmp_path):
    with pytest.raises(LibraryUnavailable, match="There is no library"):
        open_library(tmp_path / "none", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_read_only_refuses_every_change(folder):
    filled(folder)
    before = state_of(folder)
    with open_library(folder, read_only=True) as library:
        assert library.is_read_only
        with pytest.raises(LibraryUnavailable, match="can only be read"), library.writing("Star"):
            pass
    assert state_of(folder) == before


def looked_at(folder: Path) -> str:
    """What a program without the right to write to a folder says of the library in it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0 and hasattr(os, "setresuid")  # who may write everywhere
    if is_root:
        os.setresuid(65534, 65534, 0)
    try:
        with open_library(folder) as library, library.reading() as connection:
            return f"{library.is_read_only} {listing.count(connection, Query())}"
    except LibraryUnavailable as error:
        return str(error)
    finally:
        if is_root:
            os.setresuid(0, 0, 0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)


@pytest.fixture
def open_to_all():
    """A folder that every user of the machine may look into."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place / "library"
    shutil.rmtree(place)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such bits on folders")
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_folder_that_cannot_be_written_to_is_read(open_to_all, mode):
    filled(open_to_all)
    sql(open_to_all, f"PRAGMA journal_mode = {mode}")
    assert looked_at(open_to_all) == "True 1"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such bits on folders")
def test_a_crashed_library_that_cannot_be_written_to_is_not_read_by_halves(open_to_all):
    filled(open_to_all)
    sql(open_to_all, "PRAGMA journal_mode = wal")
    driver = sqlite3.connect(open_to_all / FILE_NAME, isolation_level=None)
    driver.execute("UPDATE shelf SET starred = 1")
    crashed = open_to_all.with_name("crashed")
    shutil.copytree(open_to_all, crashed)
    driver.close()
    (crashed / f"{FILE_NAME}-shm").unlink()
    assert "was not closed properly" in looked_at(crashed)
    with open_library(crashed) as library, library.reading() as connection:
        assert connection.exec_driver_sql("SELECT starred FROM shelf").scalar_one() == 1


def test_a_missing_index_is_made_again(folder):
    filled(folder)
    sql(folder, "DROP TABLE article_index", "DROP TABLE note_index")
    with open_library(folder) as library, library.reading() as connection:
        assert list(index.faults(connection)) == []
        words = connection.exec_driver_sql("SELECT count(*) FROM note_index('nice')").scalar_one()
        assert words == 1


def test_another_program_s_changes_are_noticed(folder):
    filled(folder)
    with open_library(folder) as one, open_library(folder) as other:
        assert not one.changed_elsewhere()
        with one.writing("Star") as work:
            set_starred(work, [1], True)
        assert not one.changed_elsewhere()
        with other.writing("Star") as work:
            set_starred(work, [1], False)
        assert one.changed_elsewhere()
        assert not one.changed_elsewhere()


def test_two_programs_may_make_a_library_at_once(folder, monkeypatch):
    """The second finds the first one's tables where it was about to make its own."""
    raced: list[bool] = []

    def look(_folder: Path, _path: Path) -> bool:
        if not raced:
            raced.append(True)
            open_library(folder).close()
        return False

    monkeypatch.setattr(opening, "_is_there", look)
    with open_library(folder) as library:
        stored.put(library, records.article())
