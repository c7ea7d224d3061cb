from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from clipreader.model import Counts, Progress
from clipreader.ui import status_line
from clipreader.ui.plain import ElidedLabel
from clipreader.ui.status_line import StatusLine
from clipreader.ui.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> StatusLine:
    made = StatusLine(theme)
    qtbot.addWidget(made)
    made.resize(1200, 26)
    made.show()
    return made


def words(line: StatusLine) -> str:
    return " | ".join(label.text() for label in line.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(all=1204, clippings=412), "1,204 articles · 412 clippings"),
        (Counts(all=1, clippings=1), "1 article · 1 clipping"),
        (Counts(), "0 articles · 0 clippings"),
    ],
)
def test_totals_are_told(line: StatusLine, counts: Counts, said: str) -> None:
    line.show_counts(counts)
    assert said in words(line)


def test_progress_comes_and_goes(qtbot: QtBot, line: StatusLine) -> None:
    line.show_progress(Progress(640, 1000, "a file.txt"))
    assert "Importing 640 of 1,000 files" in words(line)
    assert "a file.txt" in words(line)
    bar = line.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (640, 1000)
    cancel = line.findChild(QPushButton)
    assert cancel is not None
    with qtbot.waitSignal(line.cancel_asked):
        cancel.click()
    line.show_progress(None)
    assert "Importing" not in words(line)
    assert not cancel.isVisible()


def test_speed_and_time_left_are_told(line: StatusLine, monkeypatch: pytest.MonkeyPatch) -> None:
    for second in range(5):
        monkeypatch.setattr(status_line, "monotonic", lambda second=second: 100.0 + second)
        line.show_progress(Progress(second * 200, 2000, "x"))
    assert "200 a second · about 6 s left" in words(line)
    line.show_progress(None)
    line.show_progress(Progress(0, 10, "x"))
    assert "second" not in words(line)


def test_pages_that_are_fetched_are_counted_as_such(line: StatusLine) -> None:
    for _ in range(3):
        line.show_progress(Progress(1, 3, "diario.example", is_fetch=True))
    assert "Fetching 1 of 3 pages" in words(line)
    assert "diario.example" in words(line)
    assert "a second" not in words(line)


def test_rules_that_are_applied_are_counted_as_such(line: StatusLine) -> None:
    line.show_progress(Progress(100, 1_204, is_rule=True))
    assert "Applying rules: 100 of 1,204 articles" in words(line)


@pytest.mark.parametrize("width", [430, 640, 700, 880, 1400])
def test_no_words_are_cut_while_importing(
    line: StatusLine, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    line.show_counts(Counts(all=1204, clippings=412))
    line.resize(width, 26)
    for second in range(5):
        monkeypatch.setattr(status_line, "monotonic", lambda second=second: 100.0 + second)
        line.show_progress(Progress(second * 200, 12000, "a file with a long name.txt"))
    QApplication.processEvents()
    shown = [one for one in line.findChildren(QLabel) if one.isVisible() and one.text()]
    assert any("Importing" in one.text() for one in shown)
    assert ("left" in words(line)) is (width >= 620)
    for one in shown:
        if not isinstance(one, ElidedLabel):
            assert one.width() >= one.sizeHint().width(), one.text()


def test_counting_has_no_end_yet(line: StatusLine) -> None:
    line.show_progress(Progress(12, None, "x"))
    bar = line.findChild(QProgressBar)
    assert bar is not None
    assert bar.maximum() == 0


def test_a_library_that_is_not_open_is_told_instead_of_saved(line: StatusLine) -> None:
    for saved in (False, True):
        line.show_words("The library is not open")
        line.show_saved(saved)
        assert words(line).split(" | ")[0] == "The library is not open"
        assert not {"Saved", "Saving…", "·"} & set(words(line).split(" | "))
    line.show_words("")
    assert "Saved" in words(line)
    assert "library" not in words(line)


def test_saved_and_saving(line: StatusLine) -> None:
    line.show_saved(False)
    assert "Saving…" in words(line)
    line.show_saved(True)
    assert "Saved" in words(line)


def test_what_happened_by_itself_is_said_for_a_while(
    qtbot: QtBot, line: StatusLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    line._passing.setInterval(30)
    line.show_passing("2 articles came")
    assert "2 articles came" in words(line)
    qtbot.waitUntil(lambda: "2 articles came" not in words(line))
    assert "Saved" in words(line)


def test_passing_words_end_no_others(qtbot: QtBot, line: StatusLine) -> None:
    line._passing.setInterval(30)
    line.show_passing("2 articles came")
    line.show_progress(Progress(1, 2, "a.txt"))
    qtbot.wait(80)
    assert "Importing 1 of 2 files" in words(line)
    line.show_passing("2 articles came")
    line.show_words("The library is not open")
    qtbot.wait(80)
    assert "The library is not open" in words(line)
