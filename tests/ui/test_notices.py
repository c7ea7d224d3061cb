from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipreader.ui import notices as module
from clipreader.ui.notices import Notices
from clipreader.ui.theme import Theme


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_action_is_done_once_and_the_notice_goes(room: QWidget, theme: Theme) -> None:
    done: list[str] = []
    notices = Notices(theme, room)
    notices.tell("3 articles moved to the trash", (("Undo", lambda: done.append("undone")),))
    assert notices.words == "3 articles moved to the trash"
    notices.press("Undo")
    assert done == ["undone"]
    assert notices.words == ""
    with pytest.raises(LookupError):
        notices.press("Redo")


def test_notice_leaves_unless_kept(
    qtbot: QtBot, room: QWidget, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STAYS", 30)
    notices = Notices(theme, room)
    notices.tell("Copied")
    qtbot.waitUntil(lambda: notices.words == "", timeout=1000)
    notices.tell("A failure", keep=True)
    qtbot.wait(80)
    assert notices.words == "A failure"


def test_foreign_words_are_shown_as_typed(room: QWidget, theme: Theme) -> None:
    notices = Notices(theme, room)
    words = '<img src="file:///etc/passwd"> R&D'
    notices.tell(words)
    assert notices.words == words


def test_long_notice_stays_inside_the_window(room: QWidget, theme: Theme) -> None:
    notices = Notices(theme, room)
    notices.tell("Many words about it. " * 20, (("Copy details", lambda: None),), keep=True)
    assert room.rect().contains(notices.geometry())
    room.resize(430, 400)
    notices.place()
    assert notices.width() <= 430
