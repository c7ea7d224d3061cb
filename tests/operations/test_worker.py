"""Whatever a file does to its reader, the app lives and the next file is read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipreader.model import Source, UnreadableSource
from clipreader.operations.parsing import Reading
from clipreader.operations.worker import Worker, answered, read_apart
from tests.operations import misbehaving

ROOT = Path(__file__).parents[2]
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")


def source(words: str) -> Source:
    return Source("file.html", words.encode(), "text/html")


def answer(worker: Worker, words: str) -> Reading | UnreadableSource:
    """What the worker says in the end."""
    worker.begin(source(words))
    end = time.monotonic() + 20
    while (told := worker.answer()) is None:
        assert time.monotonic() < end
        time.sleep(0.005)
    assert not worker.is_busy
    return told


def read(worker: Worker, words: str) -> str:
    """The article's words, or the sentence why there is none."""
    told = answer(worker, words)
    return told.article.text if isinstance(told, Reading) else str(told)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(misbehaving.read, cpu_seconds=1, wall_seconds=4)
    yield made
    made.close()


def test_reads_in_one_other_process_without_windows_and_database(worker: Worker) -> None:
    assert worker.pid is None
    process, *modules = read(worker, "modules").split()
    assert int(process) == worker.pid != os.getpid()
    assert "clipreader.operations.worker" in modules
    assert not {name for name in modules if name.startswith(("PySide6", "sqlalchemy", "sqlite3"))}
    assert read(worker, "a") == f"{process} a"


@posix_only
def test_is_less_urgent_than_the_app(worker: Worker) -> None:
    assert int(read(worker, "urgency").split()[1]) > os.nice(0)


def test_an_answer_brings_the_notes_and_no_lines(worker: Worker) -> None:
    found = answer(worker, "words")
    assert isinstance(found, Reading)
    assert found.draft.notes == ("a note",)
    assert found.draft.lines == ()


MISHAPS = [
    ("hang", "takes too long"),
    ("crash", "ended unexpectedly"),
    ("mistake", "a mistake in ClipReader"),
    ("refuse", "This is refused."),
    pytest.param("eat", "too large", marks=posix_only),
]


@pytest.mark.parametrize(("words", "told"), MISHAPS)
def test_refuses_that_file_only(worker: Worker, words: str, told: str) -> None:
    assert "before" in read(worker, "before")
    refused = read(worker, words)
    assert told in refused
    assert refused.endswith(".")
    assert "after" in read(worker, "after")


@posix_only
def test_a_process_that_ended_meanwhile_is_replaced(worker: Worker) -> None:
    first = read(worker, "words")
    assert worker.pid
    os.kill(worker.pid, signal.SIGKILL)
    while is_running(worker.pid):
        time.sleep(0.02)
    second = read(worker, "words")
    assert second.endswith("words")
    assert second != first
    assert str(os.getpid()) not in second


def test_kills_what_waits_for_nothing() -> None:
    worker = Worker(misbehaving.read, wall_seconds=0.3)
    assert "takes too long" in read(worker, "sleep")
    assert worker.pid is None


def test_reads_here_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("clipreader.operations.own_process.SpawnProcess.start", refused)
    assert read(Worker(misbehaving.read), "here") == f"{os.getpid()} here"


def test_reads_here_where_every_process_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A main program that starts anew when it is imported never gets as far as to say "ready"."""
    monkeypatch.setattr("clipreader.operations.worker.serve", misbehaving.serve_nothing)
    worker = Worker(misbehaving.read)
    assert read(worker, "here") == f"{os.getpid()} here"
    assert read(worker, "again") == f"{os.getpid()} again"


def test_a_mistake_of_ours_keeps_its_details() -> None:
    refused = answered(misbehaving.read, source("mistake"))
    assert isinstance(refused, UnreadableSource)
    assert "KeyError" in refused.details


KILLED = """
import os, signal, time
from clipreader.model import Source
from clipreader.operations.worker import Worker
from tests.operations import misbehaving
worker = Worker(misbehaving.read, cpu_seconds=0)
worker.begin(Source("a", b"a", "text/html"))
while worker.answer() is None:
    time.sleep(0.01)
worker.begin(Source("a", {words!r}, "text/html"))
print(worker.pid, flush=True)
time.sleep(0.1)
os.kill(os.getpid(), signal.SIGKILL)
"""


@posix_only
@pytest.mark.parametrize("words", [b"a", b"hang"], ids=["idle", "busy"])
def test_ends_with_the_app(words: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(words=words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    pid = int(done.stdout)
    end = time.monotonic() + 10
    while time.monotonic() < end and is_running(pid):
        time.sleep(0.02)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    """Say whether a process runs; one that ended and was not looked after does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:  # no such folder on macOS, or the process has just ended
        return not Path("/proc").exists()


def test_one_source_is_read_apart():
    words = read_apart(misbehaving.read, source("words")).article.text.split()
    assert words[1:] == ["words"]
    assert int(words[0]) != os.getpid()


@posix_only
@pytest.mark.parametrize(
    ("words", "sentence"), [("crash", "ended unexpectedly"), ("refuse", "This is refused.")]
)
def test_what_cannot_be_read_apart_is_one_sentence(words, sentence):
    with pytest.raises(UnreadableSource, match=sentence):
        read_apart(misbehaving.read, source(words))
