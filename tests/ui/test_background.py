from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from clipreader.model import Changes, ClipreaderError, Outcome, Progress
from clipreader.operations import Library
from clipreader.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot, tmp_path: Path) -> Iterator[Background]:
    made = Background()
    opened: list[Library] = []
    made.open(tmp_path / "library", then=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    made.close()


def test_operation_gets_library_on_another_thread(qtbot: QtBot, background: Background) -> None:
    found: list[tuple[Library, int, str]] = []

    def operation(library: Library, words: str) -> tuple[Library, int, str]:
        return library, threading.get_ident(), words

    background.run(operation, "words", then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    library, thread, words = found[0]
    assert library.folder.name == "library"
    assert thread != threading.get_ident()
    assert words == "words"


def test_changes_are_announced_before_then(qtbot: QtBot, background: Background) -> None:
    heard: list[str] = []
    changes = Changes(articles=frozenset({"a"}))
    background.library_changed.connect(lambda found: heard.append(f"changed {found == changes}"))
    background.run(lambda _: Outcome(1, changes), then=lambda outcome: heard.append("then"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["changed True", "then"]


@pytest.mark.parametrize(
    ("error", "words", "has_details"),
    [
        (ClipreaderError("The disk is full."), "The disk is full.", False),
        (ValueError("odd"), "Something went wrong: odd", True),
        (RecursionError(), "Something went wrong: RecursionError", True),
    ],
)
def test_what_fails_is_told(
    qtbot: QtBot, background: Background, error: Exception, words: str, has_details: bool
) -> None:
    def operation(_: Library) -> None:
        raise error

    with qtbot.waitSignal(background.mishap) as told:
        background.run(operation)
    assert told.args is not None
    assert told.args[0] == words
    assert bool(told.args[1]) == has_details


def test_failure_goes_to_who_asked(qtbot: QtBot, background: Background) -> None:
    taken: list[ClipreaderError] = []
    told: list[str] = []
    background.mishap.connect(lambda words, _: told.append(words))

    def operation(_: Library) -> None:
        raise ClipreaderError("no")

    background.run(operation, failed=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert str(taken[0]) == "no"
    assert not told


def test_what_waits_is_replaced(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    shown: list[int] = []
    ran: list[int] = []

    def read(_: Library, number: int) -> int:
        ran.append(number)
        return number

    background.run(lambda _: gate.wait(5))
    for number in range(5):
        background.run(read, number, then=shown.append, replaces="rows")
    gate.set()
    qtbot.waitUntil(lambda: bool(shown) and not background.is_busy)
    assert shown == [4]
    assert ran == [4]


def _slow(library: Library, items: int, *, progress: Callable[[Progress], bool]) -> int:
    for done in range(items):
        threading.Event().wait(0.03)
        if not progress(Progress(done, items)):
            return done
    return items


def test_short_jobs_get_in_while_a_long_one_reports(qtbot: QtBot, background: Background) -> None:
    order: list[Any] = []
    background.run_long(_slow, 40, then=lambda done: order.append(("long", done)))
    background.run(lambda _: "short", then=order.append)
    qtbot.waitUntil(lambda: "short" in order)
    assert order == ["short"]
    background.cancel()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order[1][1] < 40


def test_long_jobs_wait_for_each_other(qtbot: QtBot, background: Background) -> None:
    order: list[int] = []
    background.run_long(_slow, 6, then=order.append)
    background.run_long(_slow, 3, then=order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [6, 3]


def test_busy_and_idle_are_told_once(qtbot: QtBot, background: Background) -> None:
    told: list[bool] = []
    qtbot.waitUntil(lambda: not background.is_busy)
    background.busy_changed.connect(told.append)
    for _ in range(3):
        background.run(lambda _: None)
    qtbot.waitUntil(lambda: told == [True, False])


def test_closing_ends_a_long_job_early(qtbot: QtBot, tmp_path: Path) -> None:
    background = Background()
    background.open(tmp_path, then=lambda _: None)
    background.run_long(_slow, 10_000)
    with qtbot.waitSignal(background.progressed):
        pass
    background.close()


def test_nothing_runs_without_a_library(qtbot: QtBot) -> None:
    background = Background()
    with qtbot.waitSignal(background.mishap) as told:
        background.run(lambda library: library)
    assert told.args == ["The library is not open.", ""]
    background.close()


def test_what_is_asked_for_after_closing_is_passed_over(qtbot: QtBot) -> None:
    background = Background()
    background.close()
    told: list[bool] = []
    background.busy_changed.connect(told.append)
    background.run(lambda library: library, replaces="rows")
    background.run(lambda library: library, replaces="rows")
    assert not background.is_busy
    assert told == []


def test_a_library_is_not_closed_under_a_long_operation(
    qtbot: QtBot, background: Background
) -> None:
    asked, heard = threading.Event(), list[str]()

    def operation(library: Library, *, progress: Callable[[Progress], bool]) -> str:
        asked.wait(10)
        time.sleep(0.1)  # as long as it takes until progress is reported again
        progress(Progress(0, 1))
        with library.reading():
            return "ended well"

    background.run_long(operation, then=heard.append, failed=lambda error: heard.append(str(error)))
    background.call_closed(lambda: "closed", then=heard.append)
    asked.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["ended well", "closed"]
