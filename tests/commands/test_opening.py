"""A library is made by what writes, and never by what reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipreader import paths
from clipreader.commands.opening import (
    existing_library,
    folder_of,
    library_to_read,
    library_to_write,
)
from clipreader.model import LibraryUnavailable


def test_reading_a_missing_library_leaves_nothing_behind(tmp_path: Path, capsys):
    with library_to_read(tmp_path / "not" / "there") as library:
        assert library is None
    assert list(tmp_path.iterdir()) == []
    assert "There is no library in" in capsys.readouterr().err


def test_reading_a_folder_of_something_else_leaves_it_alone(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine")
    with library_to_read(tmp_path) as library:
        assert library is None
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_writing_makes_the_library_and_reading_finds_it(tmp_path: Path):
    with library_to_write(tmp_path / "library"):
        pass
    for opening in (library_to_read, existing_library):
        with opening(tmp_path / "library") as library:
            assert library.folder == tmp_path / "library"


def test_what_needs_a_library_says_that_there_is_none(tmp_path: Path):
    with pytest.raises(LibraryUnavailable, match="There is no library"), existing_library(tmp_path):
        pass


@pytest.mark.parametrize("opening", [library_to_read, existing_library, library_to_write])
def test_originals_without_their_library_are_no_empty_library(tmp_path: Path, opening):
    (tmp_path / "originals" / "ab").mkdir(parents=True)
    (tmp_path / "originals" / "ab" / "abc").write_bytes(b"kept")
    with pytest.raises(LibraryUnavailable, match="missing"), opening(tmp_path):
        pass


@pytest.mark.parametrize("opening", [library_to_read, existing_library, library_to_write])
def test_file_is_no_folder(tmp_path: Path, opening):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(LibraryUnavailable), opening(tmp_path / "file" / "library"):
        pass


def test_default_is_the_persons_own_library(tmp_path: Path):
    assert folder_of(None) == paths.default_library()
    assert folder_of(tmp_path) == tmp_path


def test_drive_that_is_not_there_is_no_library(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(Path, "exists", lambda path: False)
    with pytest.raises(LibraryUnavailable), existing_library(tmp_path / "there"):
        pass
