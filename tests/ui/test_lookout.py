"""Each folder is looked into in its own time: one that does not answer keeps no other waiting."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from clipreader.operations.tally import Stamp
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.looking import Seen
from clipreader.operations.watching.watch import Sight
from clipreader.ui import lookout
from clipreader.ui.lookout import Lookout

_NEXT = count()

FERRY = Seen(Path("/in/ferry.txt"), Stamp(1, 1))


@dataclass(eq=False)
class FakeWatch:
    """A folder that answers with what it is given, when it may."""

    sights: list[Sight] = field(default_factory=lambda: [Sight(True)])
    may_answer: threading.Event = field(default_factory=threading.Event)
    looks: int = 0
    folder: WatchedFolder = field(default_factory=lambda: WatchedFolder(Path(f"/in/{next(_NEXT)}")))

    def look(self, now: float) -> Sight:
        self.may_answer.wait(10)
        self.looks += 1
        return self.sights.pop(0) if len(self.sights) > 1 else self.sights[0]


def answering(*sights: Sight) -> Any:
    made = FakeWatch(list(sights) or [Sight(True)])
    made.may_answer.set()
    return made


class Stumbling(FakeWatch):
    """A folder in which a look fails the first time."""

    def look(self, now: float) -> Sight:
        self.looks += 1
        if self.looks == 1:
            raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "half a letter")
        return Sight(True, (FERRY,))


@pytest.fixture
def eyes(qtbot: QtBot) -> Iterator[Lookout]:
    made = Lookout()
    yield made
    made.stop()


def test_what_is_ready_is_told(qtbot: QtBot, eyes: Lookout) -> None:
    watch = answering(Sight(True, (FERRY,)))
    with qtbot.waitSignal(eyes.found) as found:
        eyes.watch([watch])
    assert found.args == [(FERRY,)]
    assert eyes.sight(watch) == Sight(True, (FERRY,))


def test_a_look_that_fails_is_not_the_last(qtbot: QtBot, eyes: Lookout) -> None:
    watch: Any = Stumbling()
    with qtbot.waitSignal(eyes.looked):
        eyes.watch([watch])
    assert eyes.sight(watch) is None
    with qtbot.waitSignal(eyes.found) as found:
        eyes.look()
    assert found.args == [(FERRY,)]


def test_a_folder_that_does_not_answer_keeps_no_other_waiting(qtbot: QtBot, eyes: Lookout) -> None:
    silent: Any = FakeWatch()
    other = answering()
    eyes.watch([silent, other])
    qtbot.waitUntil(lambda: eyes.sight(other) is not None)
    assert eyes.sight(silent) is None
    eyes.look()
    eyes.look()
    qtbot.waitUntil(lambda: other.looks >= 2)
    assert silent.looks == 0
    silent.may_answer.set()
    qtbot.waitUntil(lambda: silent.looks == 2, timeout=3000)
    qtbot.wait(50)
    assert silent.looks == 2, "what was asked meanwhile is one look more"


def test_a_folder_that_hangs_holds_one_thread_however_it_is_watched(
    qtbot: QtBot, eyes: Lookout
) -> None:
    silent: Any = FakeWatch()
    before = threading.active_count()
    eyes.watch([silent])
    for number in range(8):
        changed: Any = FakeWatch([Sight(True, (FERRY,))])
        changed.folder = replace(silent.folder, inside=bool(number % 2))
        changed.may_answer.set()
        eyes.watch([])
        eyes.watch([changed])
    assert threading.active_count() == before + 1
    assert eyes.sight(changed) is None
    silent.may_answer.set()
    qtbot.waitUntil(lambda: eyes.sight(changed) is not None)
    assert changed.looks == 1


def test_folders_that_hang_do_not_add_up_at_the_end(qtbot: QtBot) -> None:
    eyes = Lookout()
    silent: list[Any] = [FakeWatch() for _ in range(20)]
    eyes.watch(silent)
    begun = time.monotonic()
    eyes.stop()
    assert time.monotonic() - begun < 5  # half a second for each would be ten
    for one in silent:
        one.may_answer.set()


def test_while_files_settle_it_looks_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookout, "SETTLING", 20)
    eyes = Lookout()
    watch = answering(Sight(True, waiting=1), Sight(True, waiting=1), Sight(True, (FERRY,)))
    with qtbot.waitSignal(eyes.found):
        eyes.watch([watch])
    qtbot.wait(60)
    assert watch.looks == 3
    eyes.stop()


def test_by_the_clock_it_looks_in_any_case(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookout, "LOOKS_EVERY", 20)
    eyes = Lookout()
    watch = answering(Sight(False))
    eyes.watch([watch])
    qtbot.waitUntil(lambda: watch.looks >= 3)
    eyes.watch([])
    qtbot.wait(50)
    looks = watch.looks
    qtbot.wait(60)
    assert watch.looks == looks


def test_a_notice_of_the_system_is_followed(qtbot: QtBot, tmp_path: Path) -> None:
    eyes = Lookout()
    watch = answering(Sight(True, folders=(tmp_path,)))
    eyes.watch([watch])
    qtbot.waitUntil(lambda: eyes.sight(watch) is not None)
    looks = watch.looks
    (tmp_path / "ferry.txt").write_text("Words.", encoding="utf-8")
    qtbot.waitUntil(lambda: watch.looks > looks)
    eyes.stop()


def test_what_comes_after_the_end_is_nothing(qtbot: QtBot, eyes: Lookout) -> None:
    slow: Any = FakeWatch([Sight(True, (FERRY,))])
    eyes.watch([slow])
    with qtbot.assertNotEmitted(eyes.found, wait=200):
        eyes.watch([])
        slow.may_answer.set()
    assert eyes.sight(slow) is None


def test_a_folder_watched_again_while_it_is_looked_into_is_seen(
    qtbot: QtBot, eyes: Lookout
) -> None:
    slow: Any = FakeWatch()
    eyes.watch([slow])
    eyes.stop()
    again = answering(Sight(True, (FERRY,)))
    again.folder = slow.folder
    eyes.watch([again])
    with qtbot.waitSignal(eyes.found):
        slow.may_answer.set()
