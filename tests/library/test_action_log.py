"""The log says what was told, loses no whole line to a broken one, and knows which line follows."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clipreader.library import action_log
from clipreader.library.action_log import NEW, UNKNOWN, ActionLog

SOME = [("UPDATE shelf SET unread = ?", [1])]


@pytest.fixture
def log(tmp_path: Path) -> ActionLog:
    return ActionLog(tmp_path)


def told(log: ActionLog, after: str, label: str) -> str:
    mark = log.add(after, label, 3, SOME)
    log.confirm(mark)
    return mark


def labels(log: ActionLog, mark: str | None, *, told_only: bool = False) -> list[str] | None:
    found = log.since(mark, told_only=told_only)
    return None if found is None else [entry.label for entry in found]


def files(folder: Path) -> list[Path]:
    return sorted((folder / "log").iterdir())


def test_what_follows_a_state_comes_in_order(log: ActionLog) -> None:
    one = told(log, NEW, "one")
    two = told(log, one, "two")
    three = told(log, two, "three")
    assert labels(log, None) == ["one", "two", "three"]
    assert labels(log, one) == ["two", "three"]
    assert labels(log, three) == []
    assert labels(log, "f" * 15) is None
    assert log.last_told() == three


def test_an_empty_log_knows_nothing(log: ActionLog) -> None:
    assert labels(log, None) is None
    assert labels(log, "f" * 15) is None
    assert log.last_told() is None
    assert log.later(None) == ()


def test_what_was_left_behind_is_in_no_later_state(log: ActionLog) -> None:
    one = told(log, NEW, "one")
    told(log, one, "left behind")
    three = told(log, one, "three")
    assert labels(log, one) == ["three"]
    assert labels(log, three) == []


def test_what_was_refused_or_not_told_is_known(log: ActionLog) -> None:
    one = told(log, NEW, "one")
    log.withdraw(log.add(one, "refused", 3, SOME))
    assert labels(log, one) == []
    log.add(one, "in hand", 3, SOME)
    assert labels(log, one, told_only=True) == []
    assert labels(log, one) == ["in hand"]


def test_a_library_without_a_beginning_is_not_made_from_nothing(log: ActionLog) -> None:
    one = told(log, UNKNOWN, "one")
    told(log, one, "two")
    assert labels(log, None) is None
    assert labels(log, one) == ["two"]


@pytest.mark.parametrize("bad", [b"half a li", b"\x00" * 90, b"\xff\xfe\n\n", b"+ab"])
def test_a_broken_end_costs_no_whole_line(tmp_path: Path, log: ActionLog, bad: bytes) -> None:
    one = told(log, NEW, "one")
    with files(tmp_path)[0].open("ab") as file:
        file.write(bad)
    two = told(log, one, "two")
    assert labels(log, None) == ["one", "two"]
    assert log.last_told() == two


def test_a_changed_line_is_none(tmp_path: Path, log: ActionLog) -> None:
    one = told(log, NEW, "one")
    two = told(log, one, "two")
    three = told(log, two, "three")
    path = files(tmp_path)[0]
    path.write_bytes(path.read_bytes().replace(b'"two"', b'"tvo"'))
    assert labels(log, None) is None
    assert labels(log, two) == ["three"]
    assert [entry.label for entry in log.later(None) or ()] == ["one", "three"]
    assert labels(log, three) == []


def test_a_full_file_is_followed_by_another(
    tmp_path: Path, log: ActionLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(action_log, "FULL", 400)
    mark = NEW
    for number in range(12):
        mark = told(log, mark, str(number))
    assert len(files(tmp_path)) > 2
    assert labels(log, None) == [str(number) for number in range(12)]
    os.utime(files(tmp_path)[0], (0, 0))
    log.clear_before(datetime.now(UTC) - timedelta(days=1))
    assert labels(log, None) is None
    assert log.last_told() == mark


def test_a_forgotten_past_leaves_no_words(tmp_path: Path, log: ActionLog) -> None:
    one = told(log, NEW, "a secret")
    log.forget(one)
    assert b"secret" not in b"".join(path.read_bytes() for path in files(tmp_path))
    assert labels(log, one) == []
    assert labels(log, None) is None
    told(log, one, "two")
    assert labels(log, one) == ["two"]


def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, log: ActionLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = told(log, NEW, "one")
    before = files(tmp_path)[0].read_bytes()
    write = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "full")
        return write(handle, data[: len(data) // 2])

    with monkeypatch.context() as patched:
        patched.setattr(action_log.os, "write", full)
        with pytest.raises(OSError, match="full"):
            log.add(one, "two", 3, SOME)
        log.confirm(one)
    assert files(tmp_path)[0].read_bytes() == before
    assert labels(log, one) == []
