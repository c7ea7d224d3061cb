"""What is said of a damaged library: that nothing is missing only where that was proved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clipreader.model import Backup, Deed, Rescue
from clipreader.ui.rescue_dialog import RescueDialog, words_for

BACKUP = Backup(Path("x"), 3, datetime(2026, 11, 24, 12, tzinfo=UTC), 1204, 310, 1 << 20)
DEEDS = (
    Deed(datetime(2026, 11, 24, 13, tzinfo=UTC), "import", "<b>Night Ferry</b> & more"),
    Deed(datetime(2026, 11, 24, 14, tzinfo=UTC), "change tags"),
)

SAID = [
    (None, ["No backup and no action log"], ["Nothing is missing", "kept in a file"]),
    (Rescue(BACKUP, again=DEEDS, is_whole=True), ["do again: 2", "Nothing is missing"], ["newest"]),
    (Rescue(None, again=DEEDS, is_whole=True), ["be mended", "Nothing is missing"], ["backup of"]),
    (
        Rescue(None, from_log=True, again=DEEDS, is_whole=True),
        ["made again from the action log", "Nothing is missing"],
        ["backup of"],
    ),
    (Rescue(BACKUP, lost=DEEDS), ["1,204 articles", "known: 2 changes"], ["Nothing is missing"]),
    (Rescue(BACKUP), ["What was done since is missing"], ["Nothing is missing", "known"]),
    (Rescue(None), ["may be older"], ["Nothing is missing", "backup of"]),
]


@pytest.mark.parametrize(("rescue", "said", "unsaid"), SAID)
def test_what_is_said(rescue: Rescue | None, said: list[str], unsaid: list[str]) -> None:
    words = words_for(rescue)
    assert [one for one in said if one not in words] == []
    assert [one for one in unsaid if one in words] == []


def test_the_last_change_stands_first_and_words_are_no_markup(qtbot: QtBot) -> None:
    dialog = RescueDialog("It is <b>damaged</b>.", Rescue(BACKUP, lost=DEEDS))
    qtbot.addWidget(dialog)
    item = dialog.table.item(1, 2)
    assert item is not None
    assert item.text() == "<b>Night Ferry</b> & more"
    assert "&lt;b&gt;" in item.toolTip()
    assert dialog.told.text().startswith("It is <b>damaged</b>.")


def test_the_backups_can_be_chosen_from(qtbot: QtBot) -> None:
    dialog = RescueDialog("It is damaged.", None)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.backups_asked):
        dialog.backups.click()
    assert dialog.restore.isHidden()
