from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from clipreader.model import Role
from tests import records
from tests.ui import hands

SURE = records.article()
UNSURE = replace(
    SURE,
    blocks=tuple(replace(b, confidence=0.6) if n == 2 else b for n, b in enumerate(SURE.blocks)),
)


@pytest.fixture
def handle(reader, opened):
    reader.show_article(opened(UNSURE))
    return reader.handle


def over(reader, index):
    hands.hover(reader, hands.middle(reader, UNSURE.blocks[index].span))


@pytest.mark.parametrize("index", [0, 1, 3, 5])
def test_it_stands_left_of_the_block_under_the_mouse(reader, handle, index):
    over(reader, index)
    assert handle.button.isVisible()
    first = hands.rects(reader, UNSURE.blocks[index].span)[0]
    box = handle.button.geometry()
    assert box.right() < first.left()
    assert first.top() - 2 <= box.center().y() <= first.bottom() + 2


def test_a_click_opens_the_menu_of_its_block(reader, handle):
    over(reader, 1)
    QTest.mouseClick(handle.button, Qt.MouseButton.LeftButton)
    assert "a deck" in reader.menus.menu.why()
    reader.menus.menu.close()


def test_one_click_accepts_what_is_offered(qtbot, reader, handle):
    over(reader, 2)
    assert handle.accept.isVisible()
    assert not handle.accept.geometry().intersects(handle.button.geometry())
    with qtbot.waitSignal(reader.accept_asked) as told:
        QTest.mouseClick(handle.accept, Qt.MouseButton.LeftButton)
    assert told.args == [2]


def test_what_is_sure_has_no_check_mark(reader, handle):
    over(reader, 2)
    over(reader, 3)
    assert handle.button.isVisible()
    assert not handle.accept.isVisible()


def test_it_goes_when_the_page_moves_or_another_article_comes(reader, handle, opened):
    over(reader, 2)
    reader.show_article(opened(SURE))
    assert not handle.button.isVisible()
    assert not handle.accept.isVisible()
    over(reader, 3)
    reader.view.verticalScrollBar().setValue(20)
    assert not handle.button.isVisible()


def test_rows_that_are_no_block_have_none(reader, handle):
    over(reader, 2)
    rect = reader.view.caret_rect(reader.view.document().toPlainText().index("By Elena"))
    hands.hover(reader, QPointF(rect.center()) + QPointF(8, 0))
    assert not handle.button.isVisible()


def test_names_for_screen_readers(handle):
    assert handle.button.accessibleName() == "What is this block?"
    assert handle.accept.accessibleName()


def test_an_offered_part_is_called_by_its_name(reader, opened):
    article = hands.blocks((Role.EDITORS_NOTE, "Words of the editor"))
    reader.show_article(
        opened(replace(article, blocks=(replace(article.blocks[0], confidence=0.6),)))
    )
    hands.hover(reader, hands.middle(reader, article.blocks[0].span))
    assert "Read as editor’s note, not quite sure" in reader.handle.accept.toolTip()


def test_an_empty_block_has_one_too(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, ""), (Role.PARAGRAPH, "x"))
    reader.show_article(opened(article))
    for y in range(10, 200, 15):
        hands.hover(reader, QPointF(60, y))
    assert reader.view.content is not None
