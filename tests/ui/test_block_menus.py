import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from clipreader.model import Role
from tests import records
from tests.ui import hands

ARTICLE = records.article()
REASON = QContextMenuEvent.Reason


@pytest.fixture
def menus(reader, opened):
    reader.show_article(opened(ARTICLE))
    yield reader.menus
    if reader.menus.menu is not None:
        reader.menus.menu.close()


def right_click(reader, span, reason=REASON.Mouse):
    page = reader.view.viewport()
    place = hands.middle(reader, span).toPoint()
    event = QContextMenuEvent(reason, place, page.mapToGlobal(place))
    QApplication.sendEvent(page, event)


@pytest.mark.parametrize("index", [0, 2, 4])
def test_a_right_click_opens_the_menu_of_that_block(reader, menus, index):
    right_click(reader, ARTICLE.blocks[index].span)
    assert menus.menu.isVisible()
    assert ARTICLE.blocks[index].role.value.split("_")[0] in menus.menu.why()


def test_the_menu_key_opens_the_menu_of_the_block_with_the_caret(reader, menus):
    reader.view.set_caret(reader.view.content.map.position(ARTICLE.blocks[1].span.start + 3))
    right_click(reader, ARTICLE.blocks[4].span, REASON.Keyboard)
    assert "a deck" in menus.menu.why()


def test_a_selection_survives_the_menu_and_can_become_the_credit(qtbot, reader, menus):
    span = hands.span_of(ARTICLE, records.CREDIT)
    hands.select(reader, span)
    right_click(reader, ARTICLE.blocks[2].span)
    found = [a for a in menus.menu.actions() if "Selected words" in a.text()]
    with qtbot.waitSignal(reader.credit_chosen) as told:
        found[0].trigger()
    assert told.args == [2, span]


def test_the_readers_signals_carry_the_choice(qtbot, reader, menus):
    right_click(reader, ARTICLE.blocks[3].span)
    choice = next(a for a in menus.menu.actions() if a.data() == Role.CROSSHEAD)
    with qtbot.waitSignal(reader.role_chosen) as told:
        choice.trigger()
    assert told.args == [3, Role.CROSSHEAD, 2]


def test_a_row_of_fields_asks_for_the_fields(qtbot, reader, menus):
    row = reader.view.document().toPlainText().index("By Elena")
    with qtbot.waitSignal(reader.fields_asked):
        menus.open_at(row)
    assert menus.menu is None


def test_without_an_article_there_is_no_menu(reader):
    reader.menus.open(0, QPoint(0, 0))
    assert reader.menus.menu is None
