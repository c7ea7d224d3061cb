"""Things go into a pipe in their order, and nobody waits for it."""

from __future__ import annotations

from multiprocessing import Pipe

from clipreader.operations.outgoing import Outgoing

LARGE = b"x" * 3_000_000


def test_sends_in_order_without_waiting() -> None:
    here, there = Pipe()
    outgoing = Outgoing(here, ["first"])
    outgoing.put(LARGE)  # nobody reads yet, and more than a pipe holds
    outgoing.put("last")
    assert [there.recv() for _ in range(3)] == ["first", LARGE, "last"]
    outgoing.end()
    assert not there.poll()
    here.close()
    there.close()


def test_ends_when_the_other_end_does() -> None:
    here, there = Pipe()
    outgoing = Outgoing(here, [LARGE, "never heard"])
    there.close()
    outgoing.end()
    assert not outgoing.is_sending
    here.close()
