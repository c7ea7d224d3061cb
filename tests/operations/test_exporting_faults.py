"""What can go wrong while clippings are written, and what is still there then."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.model import ExportFailed
from clipreader.operations import exporting
from clipreader.operations.exporting import ExportFile
from tests.operations.exports import article, files, names


@pytest.fixture
def file() -> ExportFile:
    (made,) = files(article(0))
    return made


FAULTS = (
    (errno.ENOSPC, "the disk is full"),
    (errno.EACCES, "there is no permission to write there"),
    (errno.EROFS, "the disk can only be read"),
    (errno.EIO, "the disk reported a fault"),
    (errno.EMLINK, "the system refused it"),
)


@pytest.mark.parametrize("name", ["fsync", "replace"])
@pytest.mark.parametrize(("number", "reason"), FAULTS)
def test_failure_is_one_sentence_and_the_old_file_is_whole(
    tmp_path: Path,
    file: ExportFile,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    reason: str,
) -> None:
    (path,) = exporting.write((file,), tmp_path)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(ExportFailed) as told:
        exporting.write((replace(file, text=file.text + "new"),), tmp_path)
    assert str(told.value) == f"“{path.name}” could not be written: {reason}."
    assert str(path) in told.value.details
    assert path.read_text(encoding="utf-8") == file.text
    assert names(tmp_path) == [path.name]


def test_folder_in_its_place(tmp_path: Path, file: ExportFile) -> None:
    (tmp_path / file.name).mkdir()
    with pytest.raises(ExportFailed, match="a folder of that name is in its place"):
        exporting.write((file,), tmp_path)


def test_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("mine", encoding="utf-8")
    for to in (tmp_path / "vault", tmp_path / "vault" / "deeper"):
        with pytest.raises(ExportFailed, match="a file is where a folder should be"):
            exporting.write(files(article(0), article(1)), to)
    assert (tmp_path / "vault").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["n" * 300 + ".md", "nul\0.md"])
def test_name_that_the_system_does_not_take(tmp_path: Path, file: ExportFile, name: str) -> None:
    with pytest.raises(ExportFailed, match="could not be written: the name"):
        exporting.write((file,), tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="this person may write everywhere",
)
def test_folder_that_may_not_be_written(tmp_path: Path, file: ExportFile) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportFailed, match="no permission"):
        exporting.write((file,), tmp_path)
    tmp_path.chmod(0o700)
    assert names(tmp_path) == []


def test_files_before_the_failing_one_are_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = files(article(0), article(1))
    (tmp_path / two.name).mkdir()
    with pytest.raises(ExportFailed):
        exporting.write((one, two), tmp_path)
    assert (tmp_path / one.name).read_text(encoding="utf-8") == one.text


def test_what_is_no_text_is_not_replaced(tmp_path: Path, file: ExportFile) -> None:
    """A library's own file, say, that was chosen by mistake."""
    theirs = tmp_path / "library.sqlite"
    theirs.write_bytes(b"SQLite format 3\0 and all articles")
    with pytest.raises(ExportFailed, match="is not a text"):
        exporting.write((file,), theirs)
    assert theirs.read_bytes() == b"SQLite format 3\0 and all articles"
