"""A question to a drive is answered, or said to be unanswered; the window never waits."""

from __future__ import annotations

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from clipreader.ui import patience
from clipreader.ui.patience import Patience


def test_an_answer_comes_once(qtbot: QtBot) -> None:
    asking, told = Patience(), list[str | None]()
    asking.ask("a", lambda: "no", told.append)
    assert told == []
    qtbot.waitUntil(lambda: told == ["no"])
    asking.ask("a", lambda: "", told.append)
    qtbot.waitUntil(lambda: told == ["no", ""])


def test_a_question_that_fails_is_none(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    asking, told = Patience(), list[str | None]()

    def stumble() -> str:
        raise OSError("no such drive")

    asking.ask("a", stumble, told.append)
    qtbot.waitUntil(lambda: told == [None])
    assert "could not be asked" in caplog.text
    caplog.clear()


def test_a_drive_that_hangs_holds_one_thread_and_no_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LIMIT", 60)
    may, told, asking = threading.Event(), list[str | None](), Patience()
    before, begun = threading.active_count(), time.monotonic()

    def hang() -> str:
        may.wait(20)
        return "late"

    asking.ask("a", hang, told.append)
    qtbot.waitUntil(lambda: told == [None])
    for _ in range(5):
        asking.ask("a", hang, told.append)
    assert told == [None] * 6
    assert threading.active_count() == before + 1
    assert time.monotonic() - begun < 15
    asking.ask("b", lambda: "there", told.append)
    qtbot.waitUntil(lambda: told[-1] == "there")
    may.set()
    qtbot.waitUntil(lambda: threading.active_count() <= before)
    asking.ask("a", lambda: "again", told.append)
    qtbot.waitUntil(lambda: told[-1] == "again")
    assert "late" not in told
