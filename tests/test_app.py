"""The running app, from its first moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipreader.app import App
from clipreader.ui.incoming import read_mime

STORY = "Ferry Keeper Finds the Bell\n\nThe bell had been under the jetty since winter, he said.\n"


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    made = App(QApplication.instance(), tmp_path / "library", tmp_path / "settings.json")
    yield made
    made.window.close()
    QApplication.clipboard().clear()


def drop(app: App) -> None:
    mime = QMimeData()
    mime.setText(STORY)
    app.window.drop_area.received.emit(read_mime(mime, "dropped text"))


def paste(app: App) -> None:
    QApplication.clipboard().setText(STORY)
    app.window.verbs["paste"].trigger()


@pytest.mark.parametrize("act", [drop, paste])
def test_what_comes_before_the_verbs_is_done_once_they_are_there(
    qtbot: QtBot, app: App, act: Callable[[App], None]
) -> None:
    app.start()
    act(app)
    assert app.desks is None
    rows = app.window.articles.model
    qtbot.waitUntil(lambda: rows.rowCount() == 1, timeout=10_000)
    assert rows.rows[0].headline == "Ferry Keeper Finds the Bell"
    act(app)
    qtbot.waitUntil(lambda: "already" in app.window.notices.words, timeout=10_000)
    assert rows.rowCount() == 1


def test_files_of_the_command_line_are_imported(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    made = App(QApplication.instance(), tmp_path / "library", tmp_path / "settings.json", [file])
    made.start()
    qtbot.waitUntil(lambda: made.window.articles.model.rowCount() == 1, timeout=10_000)
    made.window.close()
