"""An import that ended early is gone on with: from its notice, its report, the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from clipreader.model import Progress
from clipreader.operations import importing, open_library, tally
from clipreader.ui import notices
from tests.journeys.conftest import Journey

MANY = 30


@pytest.fixture(autouse=True)
def lasting_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a notice is gone before it can be pressed."""
    monkeypatch.setattr(notices, "STAYS", 600_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Harbour <b>& co"
    made.mkdir()
    for number in range(MANY):
        words = f"Crossing {number} of the Night Ferry\n\nBoat {number} left the quay at noon.\n"
        (made / f"{number:03}.txt").write_text(words, encoding="utf-8")
    return made


@pytest.fixture
def interrupted(folder: Path, tmp_path: Path) -> Path:
    """The folder, of which twelve files are in, as an app leaves it that was ended."""

    def stop(here: Progress) -> bool:
        return here.total is None or here.done < 12

    with open_library(tmp_path / "library") as library:
        importing.import_sources(library, [folder], progress=stop)
    return folder


def cancel_early(journey: Journey, folder: Path) -> None:
    """Import a folder and press Cancel as soon as it has begun."""
    journey.background.progressed.connect(journey.background.cancel)
    journey.desks.importing.take([folder])
    journey.until(lambda: "was cancelled" in journey.notice)
    journey.background.progressed.disconnect(journey.background.cancel)
    journey.settle()


def button(parent: object, start: str) -> QPushButton:
    buttons = parent.findChildren(QPushButton)  # type: ignore[attr-defined]
    return next(one for one in buttons if one.text().startswith(start))


def test_after_cancel_the_notice_goes_on(journey: Journey, folder: Path) -> None:
    cancel_early(journey, folder)
    left = journey.desks.importing.last.left
    assert 0 < left <= MANY
    assert journey.window.unfinished_strip.words == "", "the notice offers it already"
    button(journey.window.notices, f"Go on with the other {left}").click()
    journey.until(lambda: len(journey.headlines) == MANY)
    journey.settle()
    assert "cancelled" not in journey.notice
    assert tally.all_in(journey.folder.parent / "library") == ()


def test_after_cancel_the_report_goes_on(journey: Journey, folder: Path) -> None:
    cancel_early(journey, folder)
    journey.do("import_report")
    report = journey.desks.importing.report
    assert report is not None
    button(report, "Go on with the other").click()
    assert not report.isVisible()
    journey.until(lambda: len(journey.headlines) == MANY)
    journey.until(lambda: len(journey.desks.importing.last.items) == MANY)
    journey.do("import_report")
    again = journey.desks.importing.report
    assert again is not None and again is not report
    assert not [one for one in again.findChildren(QPushButton) if one.text().startswith("Go on")]


def test_the_next_start_offers_it(start: Callable[[], Journey], interrupted: Path) -> None:
    journey = start()
    strip = journey.window.unfinished_strip
    journey.until(lambda: strip.words)
    assert strip.words == f"The import of “{interrupted.name}” was interrupted: 12 of 30 are in."
    button(strip, "Go on").click()
    assert strip.words == ""
    journey.until(lambda: len(journey.headlines) == MANY)
    journey.until(lambda: journey.notice == "18 added, 12 already in the library")
    journey = start()
    journey.settle()
    assert journey.window.unfinished_strip.words == ""


def test_it_can_be_forgotten(start: Callable[[], Journey], interrupted: Path) -> None:
    journey = start()
    journey.until(lambda: journey.window.unfinished_strip.words)
    button(journey.window.unfinished_strip, "Forget").click()
    journey.settle()
    assert journey.window.unfinished_strip.words == ""
    assert len(journey.headlines) == 12
    journey = start()
    journey.settle()
    assert journey.window.unfinished_strip.words == ""


def test_quitting_in_the_middle_loses_nothing(start: Callable[[], Journey], folder: Path) -> None:
    journey = start()
    journey.background.progressed.connect(journey.window.close)
    journey.desks.importing.take([folder])
    journey.until(lambda: not journey.window.isVisible())
    journey = start()
    strip = journey.window.unfinished_strip
    journey.until(lambda: strip.words)
    strip.pressed.emit()
    journey.until(lambda: len(journey.headlines) == MANY)


def test_dropping_the_folder_again_goes_on_too(
    start: Callable[[], Journey], interrupted: Path
) -> None:
    journey = start()
    journey.until(lambda: journey.window.unfinished_strip.words)
    journey.desks.importing.take([interrupted])
    journey.until(lambda: journey.notice == "18 added, 12 already in the library")
    journey.until(lambda: journey.window.unfinished_strip.words == "")


def test_the_report_goes_on_also_where_nothing_is_in(
    journey: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled_at_once(*given: object, **more: object) -> object:
        return import_sources(*given, **{**more, "progress": lambda here: here.total is None})  # type: ignore[arg-type]

    import_sources = importing.import_sources
    with monkeypatch.context() as patched:
        patched.setattr(importing, "import_sources", cancelled_at_once)
        journey.desks.importing.take([folder])
        journey.until(lambda: "was cancelled" in journey.notice)
        journey.settle()
    assert journey.desks.importing.last.items == ()
    journey.do("import_report")
    button(journey.desks.importing.report, "Go on with the other").click()
    journey.until(lambda: len(journey.headlines) == MANY)
