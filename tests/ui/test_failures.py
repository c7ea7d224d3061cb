from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from clipreader.ui.failures import Failures, keep_log


@pytest.fixture
def failures() -> Iterator[Failures]:
    made = Failures()
    made.install()
    yield made
    made.uninstall()


def test_uncaught_exception_becomes_a_sentence(qtbot: QtBot, failures: Failures) -> None:
    told: list[tuple[str, str]] = []
    failures.failed.connect(lambda words, details: told.append((words, details)))
    try:
        raise ValueError("an odd value")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "an odd value" in told[0][0]
    assert "Traceback" in told[0][1]


def test_thread_that_fails_is_told_too(qtbot: QtBot, failures: Failures) -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    with qtbot.waitSignal(failures.failed) as told:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert told.args is not None
    assert "in a thread" in told.args[0]


def test_hooks_go_back(failures: Failures) -> None:
    failures.uninstall()
    assert sys.excepthook is sys.__excepthook__


@pytest.fixture
def clean_log() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    qInstallMessageHandler(None)


def test_log_takes_python_and_qt(
    tmp_path: Path, clean_log: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    keep_log(tmp_path / "logs")
    logging.getLogger("clipreader.test").info("a line of ours")
    qWarning("a line of Qt")
    words = (tmp_path / "logs" / "clipreader.log").read_text(encoding="utf-8")
    assert "a line of ours" in words
    assert "a line of Qt" in words


def test_log_folder_that_cannot_be_made_is_no_failure(tmp_path: Path, clean_log: None) -> None:
    (tmp_path / "file").write_text("in the way")
    keep_log(tmp_path / "file" / "logs")
    assert (tmp_path / "file").read_text() == "in the way"
