"""Whatever a file does to its reader, the app lives and the next file is read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from clipreader.model import Source, UnreadableSource
from clipreader.operations.worker import Cancelled, Worker, attempted
from tests.operations import misbehaving

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")


def source(words: str) -> Source:
    return Source("file.html", words.encode(), "text/html")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(misbehaving.read, cpu_seconds=1, wall_seconds=4) as started:
        yield started


def test_reads_in_one_other_process_without_windows_and_database(worker: Worker) -> None:
    first = worker.read(source("modules"))
    process, *modules = first.article.text.split()
    assert int(process) == worker.pid != os.getpid()
    assert "clipreader.operations.worker" in modules
    assert not {name for name in modules if name.startswith(("PySide6", "sqlalchemy", "sqlite3"))}
    assert worker.read(source("more")).article.text.split()[0] == process
    assert first.draft.notes == ("a note",)
    assert first.draft.lines == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hang", "takes too long"),
        ("crash", "ended unexpectedly"),
        ("mistake", "a mistake in ClipReader"),
        ("refuse", "This is refused."),
        pytest.param("eat", "too large", marks=posix_only),
    ],
)
def test_refuses_that_file_only(worker: Worker, words: str, told: str) -> None:
    assert "before" in worker.read(source("before")).article.text
    with pytest.raises(UnreadableSource, match=told) as refused:
        worker.read(source(words))
    assert str(refused.value).endswith(".")
    assert "after" in worker.read(source("after")).article.text


def test_kills_what_waits_for_nothing() -> None:
    worker = Worker(misbehaving.read, wall_seconds=0.3)
    with worker, pytest.raises(UnreadableSource, match="takes too long"):
        worker.read(source("sleep"))
    assert worker.pid is None


def test_cancelling_kills_within_a_second(worker: Worker) -> None:
    worker.read(source("before"))
    began = time.monotonic()
    with pytest.raises(Cancelled):
        worker.read(source("sleep"), lambda: time.monotonic() - began < 0.2)
    assert time.monotonic() - began < 1
    assert worker.pid is None


def test_nothing_is_started_before_it_is_needed(worker: Worker) -> None:
    assert worker.pid is None


def test_reads_here_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("clipreader.operations.worker.SpawnProcess.start", refused)
    with Worker(misbehaving.read) as worker:
        assert worker.read(source("here")).article.text.split()[0] == str(os.getpid())


def test_a_mistake_of_ours_keeps_its_details() -> None:
    with pytest.raises(UnreadableSource) as refused:
        attempted(misbehaving.read, source("mistake"))
    assert "KeyError" in refused.value.details


@posix_only
def test_ends_with_the_app() -> None:
    told = (
        "import os, signal\n"
        "from clipreader.operations.worker import Worker\n"
        "from tests.operations import misbehaving\n"
        "from clipreader.model import Source\n"
        "worker = Worker(misbehaving.read)\n"
        "worker.read(Source('a', b'a', 'text/html'))\n"
        "print(worker.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    end = time.monotonic() + 5
    while time.monotonic() < end and is_running(pid):
        time.sleep(0.02)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process whose parent has not looked after it is still named.
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False)
    return not done.stdout.strip().startswith(b"Z") and bool(done.stdout.strip())
