"""An invitation shows all its words, and its button is what it says."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clipreader.ui.invitation import Invitation
from clipreader.ui.theme import Theme

HEADLINE = "Let articles come in by themselves"
WORDS = "Choose a folder, such as that of your downloads. " * 3


def test_no_line_is_cut_off(qtbot: QtBot, theme: Theme) -> None:
    made = Invitation("folder-sync", HEADLINE, WORDS, "Choose…")
    qtbot.addWidget(made)
    made.resize(840, 580)
    made.show()
    labels = {label.text(): label for label in made.findChildren(QLabel) if label.text()}
    assert set(labels) == {HEADLINE, WORDS}
    for label in labels.values():
        height = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= max(height, QFontMetrics(label.font()).height())
    title = labels[HEADLINE]
    assert title.width() >= QFontMetrics(title.font()).horizontalAdvance(HEADLINE)
    with qtbot.waitSignal(made.accepted):
        made.button.click()
    assert made.button.accessibleName() == "Choose"
