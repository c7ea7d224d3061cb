"""The self-test proves the five journeys, and says so when something is amiss."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage

from clipreader import paths, selftest
from clipreader.selftest import contents
from clipreader.selftest.report import Amiss, Report, Step
from clipreader.selftest.visit import Visit
from clipreader.ui import fonts

STEPS = [
    *("resources", "libraries", "letters", "window", "import", "read", "highlight", "search"),
    *("export", "undo", "close"),
]


def test_a_sound_program_passes(tmp_path):
    to = tmp_path / "report.json"
    command = [sys.executable, "-m", "clipreader", "--self-test", "--report", str(to)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=180, check=False)
    report = json.loads(to.read_text(encoding="utf-8"))
    assert [(step["name"], step["is_well"]) for step in report["steps"]] == [
        (name, True) for name in STEPS
    ], done.stdout.decode()
    assert report["is_well"]
    assert done.returncode == 0
    assert "SQLite" in report["steps"][-1]["seen"]
    assert done.stdout.decode().count("\n") == len(STEPS) + 1


def test_failed_journey_ends_the_visit_and_the_window_is_closed(qapp, monkeypatch):
    def fail(visit):
        raise Amiss("not read")

    monkeypatch.setattr(Visit, "read", fail)
    made = selftest.run()
    assert [step.name for step in made.steps] == [*STEPS[: STEPS.index("read") + 1], "close"]
    assert [step.seen for step in made.steps if not step.is_well] == ["not read"]


def test_mistake_in_a_step_is_told_with_its_place(qapp, monkeypatch):
    monkeypatch.setattr(Visit, "steps", lambda visit: iter([("window", lambda: 1 // 0)]))
    (*_, step) = selftest.run().steps
    assert (step.name, step.is_well) == ("window", False)
    assert "ZeroDivisionError" in step.details


def report(*steps: Step) -> Report:
    return Report("0", "3", "6", "a system", False, steps)


@pytest.mark.parametrize(("second", "is_well"), [(True, True), (False, False)])
def test_one_failed_step_is_a_failure(second, is_well):
    made = report(Step("letters", True, "fine", 0.1), Step("read", second, "?", 0.1, "more"))
    assert made.is_well is is_well
    lines = list(selftest.told(made))
    assert lines[0].startswith("ok ")
    assert lines[1].startswith("FAILED") is not is_well
    assert "more" in lines


def test_report_keeps_what_was_seen(tmp_path):
    selftest.write(report(Step("letters", False, "“boxes”", 0.1)), tmp_path / "r.json")
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (told["is_well"], told["steps"][0]["seen"]) == (False, "“boxes”")


def test_missing_icons_are_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "resource", lambda *names: tmp_path)
    with pytest.raises(Amiss, match="fonts"):
        contents.find_resources()


def test_letters_of_another_face_are_noticed(qapp, monkeypatch):
    monkeypatch.setattr(contents, "load_fonts", lambda: ("Another",))
    with pytest.raises(Amiss, match=fonts.READING_FAMILY):
        contents.draw_letters()


def test_letters_that_look_alike_are_noticed(qapp, monkeypatch):
    box = QImage(4, 4, QImage.Format.Format_RGB32)
    monkeypatch.setattr(contents, "_drawn", lambda sign, font: box)
    with pytest.raises(Amiss, match="look alike"):
        contents.draw_letters()
