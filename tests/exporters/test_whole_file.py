from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.exporters import whole_file


class Full:
    """A disk that takes no more: fails as the system does, at the nth call."""

    def __init__(self, error: Exception, times: int = 1) -> None:
        self.error = error
        self.left = times
        self.calls = 0

    def in_place_of(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            self.calls += 1
            if self.left:
                self.left -= 1
                raise self.error
            return real(*given)

        return call


def held() -> PermissionError:
    """What Windows answers while another program has the file open."""
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(whole_file.time, "sleep", waited.append)
    return waited


def test_new_file(tmp_path: Path) -> None:
    whole_file.write(tmp_path / "a.md", "é\n".encode())
    assert (tmp_path / "a.md").read_bytes() == b"\xc3\xa9\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("name", ["fsync", "replace"])
@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "fault"), KeyboardInterrupt()],
    ids=["full", "fault", "interrupted"],
)
def test_old_file_is_whole_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> None:
    (tmp_path / "a.md").write_bytes(b"old and whole")
    disk = Full(error)
    monkeypatch.setattr(os, name, disk.in_place_of(getattr(os, name)))
    with pytest.raises(type(error)):
        whole_file.write(tmp_path / "a.md", b"new" * 100_000)
    assert disk.calls == 1
    assert (tmp_path / "a.md").read_bytes() == b"old and whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    real = Path.open

    def into_the_full(path: Path, mode: str = "r", **more: object) -> object:
        if "x" in mode:
            real(path, mode).close()
            return real(Path("/dev/full"), "wb")
        return real(path, mode, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", into_the_full)
    with pytest.raises(OSError, match="No space") as told:
        whole_file.write(tmp_path / "a.md", b"new" * 100_000)
    assert told.value.errno == errno.ENOSPC
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_bytes_are_flushed_before_the_name_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (order.append("fsync"), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda *both: (order.append("replace"), replace(*both)))
    whole_file.write(tmp_path / "a.md", b"words")
    whole_file.flush_folders([tmp_path])
    assert order == ["fsync", "replace", "fsync"]


def test_waits_for_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(os, "replace", Full(held(), times=3).in_place_of(os.replace))
    whole_file.write(tmp_path / "a.md", b"words")
    assert (tmp_path / "a.md").read_bytes() == b"words"
    assert waits == [0.05, 0.1, 0.2]


def test_gives_up_on_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    disk = Full(held(), times=99)
    monkeypatch.setattr(os, "replace", disk.in_place_of(os.replace))
    with pytest.raises(PermissionError):
        whole_file.write(tmp_path / "a.md", b"new")
    assert sum(waits) < 3
    assert waits[-1] == 0.8
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_no_permission_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    disk = Full(PermissionError(errno.EACCES, "no"), times=99)
    monkeypatch.setattr(os, "replace", disk.in_place_of(os.replace))
    with pytest.raises(PermissionError):
        whole_file.write(tmp_path / "a.md", b"new")
    assert waits == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_the_usual_or_those_of_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    whole_file.write(tmp_path / "a.md", b"new")
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == usual
    (tmp_path / "a.md").chmod(0o640)
    whole_file.write(tmp_path / "a.md", b"newer")
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "there" / "a.md")
    whole_file.write(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "there" / "a.md").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows flushes no folders")
@pytest.mark.parametrize("name", ["open", "fsync"])
@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_folder_that_cannot_be_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, is_told: bool
) -> None:
    monkeypatch.setattr(os, name, Full(OSError(number, "")).in_place_of(getattr(os, name)))
    try:
        whole_file.flush_folders([tmp_path])
    except OSError:
        assert is_told
    else:
        assert not is_told
