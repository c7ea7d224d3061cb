from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from clipreader.settings import Settings, load
from clipreader.ui.preferences import Preferences


def test_changes_are_told_and_written_when_they_rest(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    preferences = Preferences(path)
    assert preferences.value == Settings()
    told: list[Settings] = []
    preferences.changed.connect(told.append)
    preferences.change(theme="dark")
    preferences.change(theme="dark")
    preferences.change(font_size=21.5)
    assert [one.theme for one in told] == ["dark", "dark"]
    qtbot.waitUntil(path.exists)
    assert load(path) == preferences.value


def test_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    preferences = Preferences(tmp_path / "file" / "settings.json")
    preferences.change(theme="light")
    preferences.write()
    assert preferences.value.theme == "light"
