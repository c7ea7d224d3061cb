import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from clipreader.ui.tag_chips import CHIP, TagChips, height_for, placed
from tests.ui import hands

TAGS = ("sea", "public money/fuel", "<b>R&D</b>")


@pytest.fixture
def chips(qtbot, theme):
    made = TagChips(theme, removable=True)
    qtbot.addWidget(made)
    made.set_tags(TAGS)
    made.resize(200, made.heightForWidth(200))
    made.show()
    return made


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=90), max_size=12), st.integers(40, 400))
def test_chips_never_overlap_and_never_leave_their_width(qapp_fonts, tags, width):
    boxes = placed(tags, width)
    assert len(boxes) == len(tags)
    for number, box in enumerate(boxes):
        assert box.left() >= 0
        assert box.right() <= width + 0.01
        assert not any(box.intersects(other) for other in boxes[:number])
    assert height_for(tags, width) == (round(boxes[-1].bottom()) if boxes else 0)


def test_a_cross_takes_its_tag_off(qtbot, chips):
    boxes = placed(TAGS, chips.width(), 13.0)
    for tag, box in zip(TAGS, boxes, strict=True):
        at = QPoint(round(box.right()) - 9, round(box.center().y()))
        with qtbot.waitSignal(chips.removed) as told:
            QTest.mouseClick(chips, Qt.MouseButton.LeftButton, pos=at)
        assert told.args == [tag]


def test_a_click_on_the_name_removes_nothing(chips):
    told = []
    chips.removed.connect(told.append)
    QTest.mouseClick(chips, Qt.MouseButton.LeftButton, pos=QPoint(8, CHIP // 2))
    assert told == []


def test_a_screen_reader_hears_all_tags(chips):
    assert chips.accessibleName() == f"Tags: {', '.join(TAGS)}"
    chips.set_tags(())
    assert chips.accessibleName() == ""


def test_a_cut_tag_is_told_in_full_and_as_typed(chips):
    box = placed(TAGS, chips.width(), 13.0)[2]
    place = QPointF(box.center()).toPoint()
    chips.event(QHelpEvent(QEvent.Type.ToolTip, place, chips.mapToGlobal(place)))
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()
    QApplication.processEvents()


def test_the_chosen_chip_has_a_ring(chips, theme):
    before = hands.pixels(chips.grab().toImage(), theme.palette.accent)
    chips.choose(1)
    assert hands.pixels(chips.grab().toImage(), theme.palette.accent) > before + 20
    chips.set_tags(TAGS)
    assert chips.chosen == -1
