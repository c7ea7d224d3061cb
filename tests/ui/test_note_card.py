from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from clipreader.model import Colour
from clipreader.ui.note_card import LONGEST, WIDTH, NoteCard, card_height
from tests import records
from tests.ui import hands

K = Qt.Key
MADE = records.highlight(
    records.article(), "ramp came up", colour=Colour.PINK, note="Half. <b>R&D</b>", tags=("sea",)
)


@pytest.fixture
def card(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 400)
    parent.show()
    made = NoteCard(theme, MADE, parent)
    made.parent_kept = parent
    made.show()
    return made


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_F2])
def test_keys_edit_in_place(card, key):
    QTest.keyClick(card, key)
    assert card.is_edited()
    assert card.editor.toPlainText() == MADE.note


def test_a_double_click_edits(card):
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.is_edited()


@pytest.mark.parametrize(
    ("act", "signal"),
    [
        (lambda card: QTest.keyClick(card, K.Key_Space), "chosen"),
        (lambda card: QTest.mouseClick(card, Qt.MouseButton.LeftButton), "chosen"),
        (lambda card: QTest.keyClick(card, K.Key_T), "tags_asked"),
    ],
)
def test_it_tells_which_highlight_is_meant(qtbot, card, act, signal):
    with qtbot.waitSignal(getattr(card, signal)) as told:
        act(card)
    assert told.args == [MADE.id]


def test_what_is_written_is_told_with_its_highlight(qtbot, card):
    card.edit()
    card.editor.setPlainText("New words")
    with qtbot.waitSignal(card.written) as told:
        card.keep()
    assert told.args == [MADE.id, "New words"]
    assert not card.is_edited()


def test_news_of_the_highlight_do_not_disturb_what_is_being_written(card):
    card.edit()
    card.editor.setPlainText("Being written")
    card.show_highlight(replace(MADE, note="Kept before", colour=Colour.BLUE))
    assert card.editor.toPlainText() == "Being written"


def test_it_says_note_and_passage(card):
    assert "ramp came up" in card.accessibleName()
    assert "Half. <b>R&D</b>" in card.accessibleName()


def test_its_edge_has_the_highlights_colour(card, theme):
    left = QRect(0, 8, 3, card.height() - 16)
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        image = card.grab().toImage()
        assert hands.pixels(image, theme.palette.edge(Colour.PINK), left) > 3 * left.height() - 6
        assert hands.pixels(image, theme.palette.card) > WIDTH * card.height() / 3


def test_an_endless_note_is_cut_on_the_card_and_whole_in_the_editor(card):
    note = "words " * 50_000
    card.show_highlight(replace(MADE, note=note))
    assert card.height() < LONGEST + 80
    card.edit()
    assert card.editor.toPlainText() == note


@pytest.mark.parametrize(
    ("note", "tags"), [("", ()), ("a", ()), ("", ("t",)), ("a\nb", ("t", "u"))]
)
def test_the_height_is_known_before_there_is_a_card(card, note, tags):
    made = replace(MADE, note=note, tags=tags)
    card.show_highlight(made)
    assert card.height() == card_height(made)
