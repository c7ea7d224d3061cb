from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from clipreader.ui.theme import Theme
from clipreader.ui.tick_box import TickBox


def colours(box):
    picture = box.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(20) for y in range(picture.height())}


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_shows_by_its_colour_whether_it_is_ticked(qtbot, choice):
    theme = Theme(choice)
    box = TickBox(theme, "Always & <b>ever</b>")
    qtbot.addWidget(box)
    box.show()
    assert theme.palette.accent.name() not in colours(box)
    assert theme.palette.card.name() in colours(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert theme.palette.accent.name() in colours(box)
    assert box.text() == "Always && <b>ever</b>"
    assert box.accessibleName() == "Always & <b>ever</b>"
