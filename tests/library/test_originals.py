"""Originals: by content, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import threading

import pytest

from clipreader.library import originals as module
from clipreader.library.originals import Originals
from clipreader.model import LibraryUnavailable

DATA = [b"", b"one", b"two" * 100_000, bytes(range(256))]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def originals(tmp_path):
    (tmp_path / "library").mkdir()
    return Originals(tmp_path / "library" / "originals")


def files(originals: Originals) -> list[str]:
    return sorted(path.name for path in originals._folder.rglob("*") if path.is_file())


def test_gives_back_what_it_was_given(originals):
    originals.keep([*DATA, DATA[1]])
    assert [originals.fetch(digest(data)) for data in DATA] == DATA
    assert sorted(originals.present()) == sorted(map(digest, DATA)) == files(originals)


def test_lies_under_its_hash_and_cannot_be_written_to(originals):
    originals.keep([b"one"])
    path = originals._folder / digest(b"one")[:2] / digest(b"one")
    assert path.read_bytes() == b"one"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_what_is_there_is_not_written_again(originals, monkeypatch):
    originals.keep([b"one"])
    monkeypatch.setattr(module, "_write_part", lambda *_: pytest.fail("written again"))
    originals.keep([b"one"])


@pytest.mark.parametrize("damage", [b"onf", b"on", b"", b"ones"])
def test_damage_is_noticed_and_mended(originals, damage):
    originals.keep([b"one"])
    path = originals._folder / digest(b"one")[:2] / digest(b"one")
    path.chmod(0o644)
    path.write_bytes(damage)
    with pytest.raises(LibraryUnavailable, match="is damaged"):
        originals.fetch(digest(b"one"))
    assert originals.fetch_if_there(digest(b"one")) is None
    originals.keep([b"one"])
    assert originals.fetch(digest(b"one")) == b"one"


def test_every_bit_counts(originals):
    originals.keep([b"one"])
    path = originals._folder / digest(b"one")[:2] / digest(b"one")
    path.chmod(0o644)
    for bit in range(24):
        flipped = int.from_bytes(b"one", "big") ^ (1 << bit)
        path.write_bytes(flipped.to_bytes(3, "big"))
        assert originals.fetch_if_there(digest(b"one")) is None


def test_what_is_missing_is_told(originals):
    with pytest.raises(LibraryUnavailable, match="is missing"):
        originals.fetch(digest(b"never"))


@pytest.mark.parametrize(
    "name", ["", "../library.sqlite", "..//../x", "/etc/passwd", "A" * 64, f"{'0' * 63}\n", "aa/bb"]
)
def test_a_name_that_is_no_hash_is_no_path(originals, tmp_path, name):
    precious = tmp_path / "x"
    precious.write_text("precious")
    originals.keep([b"one"])
    with pytest.raises(LibraryUnavailable, match="is missing"):
        originals.fetch(name)
    originals.forget([name])
    assert precious.read_text() == "precious"
    assert files(originals) == [digest(b"one")]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "cannot be used"),
        (errno.EROFS, "only be read"),
    ],
)
@pytest.mark.parametrize("at", ["flush", "write", "replace", "folder"])
def test_a_failing_disk_leaves_no_half_file(originals, monkeypatch, number, sentence, at):
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if at == "flush":
        monkeypatch.setattr(module, "flush", fail)
    elif at == "folder":
        monkeypatch.setattr(module, "flush_folder", fail)
    elif at == "replace":
        monkeypatch.setattr(module.Path, "replace", fail)
    else:
        write = module._write_part
        monkeypatch.setattr(
            module,
            "_write_part",
            lambda part, data: write(part, data) if data != b"two" else fail(),
        )
    with pytest.raises(LibraryUnavailable, match=sentence):
        originals.keep([b"one", b"two", b"three"])
    whole = {digest(b"one"), digest(b"two"), digest(b"three")} if at == "folder" else set()
    assert set(files(originals)) == whole
    monkeypatch.undo()
    originals.keep([b"one", b"two", b"three"])
    assert originals.fetch(digest(b"two")) == b"two"


def test_a_file_has_its_name_only_when_its_bytes_are_on_the_disk(originals, monkeypatch):
    steps: list[str] = []
    flush, replace, folder = module.flush, module.Path.replace, module.flush_folder
    monkeypatch.setattr(module, "flush", lambda handle: (steps.append("flush"), flush(handle)))
    monkeypatch.setattr(module, "flush_folder", lambda path: (steps.append("dir"), folder(path)))
    monkeypatch.setattr(
        module.Path, "replace", lambda self, to: (steps.append("rename"), replace(self, to))
    )
    originals.keep([b"one"])
    assert steps == ["flush", "rename", "dir", "dir", "dir"]


def test_macos_is_asked_for_a_full_flush(originals, monkeypatch):
    asked: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda handle, command: asked.append(command))
    originals.keep([b"one"])
    assert asked == [51]


def test_windows_lets_go_of_what_is_read_only(originals, monkeypatch):
    """There a read-only file can neither be replaced nor removed, and folders cannot be flushed."""
    originals.keep([b"one"])
    monkeypatch.setattr(sys, "platform", "win32")
    freed: list[str] = []
    chmod = module.Path.chmod
    monkeypatch.setattr(
        module.Path, "chmod", lambda self, mode: (freed.append(self.name), chmod(self, mode))
    )
    originals.forget([digest(b"one")])
    assert freed == [digest(b"one")]
    originals.keep([b"two"])
    assert list(originals.present()) == [digest(b"two")]


def test_two_threads_may_keep_the_same_bytes(originals):
    contents = [str(number % 20).encode() for number in range(60)]
    errors: list[BaseException] = []

    def keep() -> None:
        try:
            Originals(originals._folder).keep(contents)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=keep) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []
    assert files(originals) == sorted({digest(data) for data in contents})


def test_forgets(originals):
    originals.keep([b"one", b"two"])
    originals.forget([digest(b"one"), digest(b"never")])
    assert list(originals.present()) == [digest(b"two")]
