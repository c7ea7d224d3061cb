"""A process of its own answers, ends when it is told to, and can be started again."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

import pytest

from clipreader.operations.own_process import OwnProcess


def echo(pipe: Connection, greeting: str) -> None:
    pipe.send((greeting, os.getpid()))
    while True:
        pipe.send(pipe.recv())


def leave(pipe: Connection) -> None:
    raise SystemExit(7)


def test_it_answers_and_ends_and_starts_again() -> None:
    own = OwnProcess("clipreader-echo", echo, "hello")
    own.end()
    pids: list[int] = []
    for _ in range(2):
        pipe = own.start()
        greeting, pid = pipe.recv()
        assert (greeting, pid) == ("hello", own.pid)
        assert pid != os.getpid()
        pipe.send("again")
        assert pipe.recv() == "again"
        own.end()
        assert own.pipe is None
        assert own.pid is None
        with pytest.raises(OSError, match="closed"):
            pipe.send("nobody")
        pids.append(pid)
    assert pids[0] != pids[1]


def test_it_tells_how_it_ended() -> None:
    own = OwnProcess("clipreader-leave", leave)
    assert own.exit_code(0) is None
    own.start()
    assert own.exit_code(30) == 7
    own.end()


def test_a_process_that_goes_on_keeps_nobody_waiting() -> None:
    own = OwnProcess("clipreader-echo", echo, "hello")
    own.start().recv()
    begun = time.monotonic()
    assert own.exit_code(0.05) is None
    own.end()
    assert time.monotonic() - begun < 20
