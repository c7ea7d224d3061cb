"""The process that fetches: what it brings, how it is ended, how it is started again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from clipreader.model import Fetched, NotFetched
from clipreader.operations.errand import Brought, Errand

ADDRESS = "https://diario.example/a"


def fetch(address: str) -> Fetched:
    """Fetch nothing: do what the last part of the address says."""
    what = address.rpartition("/")[2]
    if what == "hangs":
        time.sleep(60)
    if what == "dies":
        os._exit(3)
    if what == "fails":
        raise NotFetched("“diario.example” is closed.", "on Sundays")
    if what == "blunders":
        raise ZeroDivisionError
    return Fetched(address, str(os.getpid()).encode())


@pytest.fixture
def errand() -> Iterator[Errand]:
    made = Errand(fetch, seconds=1.5)
    yield made
    made.close()


def brought(errand: Errand, what: str) -> Brought:
    errand.begin(f"https://diario.example/{what}")
    until = time.monotonic() + 60
    while (found := errand.answer()) is None:
        assert time.monotonic() < until
        time.sleep(0.02)
    return found


def test_one_process_fetches_one_page_after_another(errand: Errand) -> None:
    first, second = brought(errand, "a"), brought(errand, "b")
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert first.data == second.data == str(errand.pid).encode()
    assert int(first.data) != os.getpid()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("fails", "“diario.example” is closed."),
        ("blunders", "“diario.example” could not be asked, because fetching ended unexpectedly."),
        ("dies", "“diario.example” could not be asked, because fetching ended unexpectedly."),
        ("hangs", "“diario.example” takes too long to send the page."),
    ],
)
def test_what_goes_wrong_is_told_and_the_next_page_is_fetched(
    errand: Errand, what: str, told: str
) -> None:
    failed = brought(errand, what)
    assert isinstance(failed, NotFetched)
    assert str(failed) == told
    assert isinstance(brought(errand, "a"), Fetched)


def test_it_can_be_ended_at_any_time(errand: Errand) -> None:
    errand.begin("https://diario.example/hangs")
    assert errand.pid is not None
    errand.close()
    assert errand.pid is None
    errand.close()
    assert isinstance(brought(errand, "a"), Fetched)
