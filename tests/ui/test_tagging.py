import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests import records

ARTICLE = records.article()
ONE = records.highlight(ARTICLE, "ramp came up", tags=("sea",))
OTHER = records.highlight(ARTICLE, "They will move", tags=("ports",))


@pytest.fixture
def told(reader, opened):
    found = []
    reader.tags_changed.connect(lambda id_, tags: found.append((id_, tags)))
    reader.show_article(opened(ARTICLE, (ONE, OTHER)))
    return found


def test_tags_are_told_with_their_highlight(reader, told):
    reader.edit_tags(ONE.id)
    reader.tagging.editor.add("harbour")
    assert told == [(ONE.id, ("sea", "harbour"))]


def test_what_is_half_written_goes_to_the_highlight_it_was_written_for(reader, told):
    reader.edit_tags(ONE.id)
    QTest.keyClicks(reader.tagging.editor.field, "harbour")
    reader.edit_tags(OTHER.id)
    assert told == [(ONE.id, ("sea", "harbour"))]
    assert reader.tagging.editor.tags == ("ports",)
    reader.tagging.editor.add("quay")
    assert told[1:] == [(OTHER.id, ("ports", "quay"))]


def test_another_article_keeps_what_is_half_written(reader, opened, told):
    reader.edit_tags(ONE.id)
    QTest.keyClicks(reader.tagging.editor.field, "harbour")
    reader.show_article(opened(records.article()))
    assert told == [(ONE.id, ("sea", "harbour"))]
    assert not reader.tagging.editor.isVisible()


@pytest.mark.parametrize("size", [(900, 800), (360, 320), (300, 200)])
@pytest.mark.parametrize("made", [ONE, OTHER])
def test_the_editor_stands_inside_the_pane(reader, told, size, made):
    reader.resize(*size)
    reader.go_to_highlight(made.id)
    reader.edit_tags(made.id)
    assert reader.rect().contains(reader.tagging.editor.geometry())


def test_tags_of_a_highlight_that_is_gone_cannot_be_edited(reader, told):
    reader.edit_tags("gone")
    assert not reader.tagging.editor.isVisible()


def test_closed_by_a_key_it_gives_the_keyboard_back_to_the_page(qtbot, reader, told):
    reader.activateWindow()
    reader.edit_tags(ONE.id)
    qtbot.waitUntil(reader.tagging.editor.field.hasFocus)
    QTest.keyClick(reader.tagging.editor.field, Qt.Key.Key_Escape)
    assert reader.view.hasFocus()


def test_left_for_another_field_it_does_not_take_the_keyboard_from_it(qtbot, reader, told):
    other = QLineEdit(reader)
    other.show()
    reader.activateWindow()
    reader.edit_tags(ONE.id)
    qtbot.waitUntil(reader.tagging.editor.field.hasFocus)
    other.setFocus()
    assert other.hasFocus()


def test_left_for_a_note_it_lets_the_note_be_written(qtbot, reader, told):
    reader.activateWindow()
    reader.edit_tags(ONE.id)
    qtbot.waitUntil(reader.tagging.editor.field.hasFocus)
    QTest.keyClicks(reader.tagging.editor.field, "harbour")
    reader.edit_note(OTHER.id)
    assert reader.notes.cards[OTHER.id].editor.hasFocus()
    assert told == [(ONE.id, ("sea", "harbour"))]
