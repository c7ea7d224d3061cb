"""Each note stands beside its passage, never over another, and is kept for its own highlight."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clipreader.model import Role, Span
from clipreader.ui.note_editor import PAUSE
from tests import records
from tests.ui import hands

ARTICLE = records.article()
ONE = records.highlight(ARTICLE, "ramp came up", note="Half.", tags=("sea",))
OTHER = records.highlight(ARTICLE, "They will move", note="Where to?")
LONG = hands.blocks(*((Role.PARAGRAPH, f"Paragraph {n}: " + "words " * 40) for n in range(80)))


@pytest.fixture
def told(reader, opened):
    found = []
    reader.note_changed.connect(lambda id_, note: found.append((id_, note)))
    reader.show_article(opened(ARTICLE, (ONE, OTHER)))
    return found


def writing(reader, made, words):
    reader.edit_note(made.id)
    QTest.keyClicks(reader.notes.cards[made.id].editor, words)


def shown(reader):
    return [card.geometry() for card in reader.notes.cards.values() if card.isVisible()]


def apart(boxes):
    return not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


NOTES = st.lists(
    st.tuples(st.integers(0, 700), st.integers(1, 40), st.sampled_from(["a", "line\n" * 9, ""])),
    min_size=1,
    max_size=14,
)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(notes=NOTES, scroll=st.integers(0, 900))
def test_cards_never_overlap(reader, opened, notes, scroll):
    made = [
        hands.mark(LONG, Span(start, start + length), note=note, tags=("t",))
        for start, length, note in notes
    ]
    reader.show_article(opened(LONG, tuple(made)))
    reader.view.verticalScrollBar().setValue(scroll)
    assert apart(shown(reader))
    column = reader.view.column()
    assert all(box.left() >= column.right() for box in shown(reader)), "beside the page"
    assert all(box.right() <= reader.view.width() for box in shown(reader))


def test_a_card_stands_beside_its_passage(reader, told):
    for made in (ONE, OTHER):
        top = hands.rects(reader, made.span)[0].top()
        assert abs(reader.notes.cards[made.id].y() - top) < 20


def test_cards_move_with_the_page(reader, opened):
    made = hands.mark(LONG, Span(900, 910), note="n")
    reader.show_article(opened(LONG, (made,)))
    before = reader.notes.cards[made.id].y()
    reader.view.verticalScrollBar().setValue(50)
    assert reader.notes.cards[made.id].y() == before - 50


def test_a_highlight_without_note_and_tags_has_no_card(reader, opened):
    reader.show_article(opened(ARTICLE, (records.highlight(ARTICLE, "ramp came up"),)))
    assert reader.notes.cards == {}


def test_only_what_can_be_seen_is_a_widget(reader, opened):
    made = [
        hands.mark(LONG, Span(block.span.start, block.span.start + 9), note=f"note {n}")
        for n, block in enumerate(LONG.blocks)
    ]
    reader.show_article(opened(LONG, tuple(made)))
    assert 0 < len(reader.notes.cards) < 30
    reader.view.verticalScrollBar().setValue(reader.view.verticalScrollBar().maximum())
    assert made[-1].id in reader.notes.cards
    assert made[0].id not in reader.notes.cards


# -- kept, and for the right highlight


def test_half_a_second_of_rest_keeps_the_note(qtbot, reader, told):
    writing(reader, ONE, " More")
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=PAUSE * 4)
    assert told == [(ONE.id, "Half. More")]


def another_article(reader, opened):
    reader.show_article(opened(records.article(), (OTHER,)))


LEAVINGS = {
    "another article": another_article,
    "no article": lambda reader, opened: reader.show_article(None),
    "hidden": lambda reader, opened: reader.hide(),
    "escape": lambda reader, opened: QTest.keyClick(
        reader.notes.cards[ONE.id].editor, Qt.Key.Key_Escape
    ),
    "kept by the window": lambda reader, opened: reader.keep(),
    "another note": lambda reader, opened: reader.edit_note(OTHER.id),
    "highlight gone": lambda reader, opened: reader.set_highlights((OTHER,)),
}


@pytest.mark.parametrize("name", list(LEAVINGS))
def test_leaving_keeps_what_is_written_for_its_highlight(reader, opened, told, name):
    reader.activateWindow()
    writing(reader, ONE, "!")
    LEAVINGS[name](reader, opened)
    assert told == [(ONE.id, "Half.!")]


@pytest.mark.parametrize("size", [(300, 800), (1200, 500), (560, 700)])
def test_a_window_of_another_size_loses_nothing_of_a_note(reader, told, size):
    writing(reader, ONE, "!")
    reader.resize(*size)
    reader.set_typography(24, 480, 1.4)
    reader._theme.set_choice("dark")
    assert reader.notes.cards[ONE.id].editor.toPlainText() == "Half.!"
    reader.keep()
    assert told == [(ONE.id, "Half.!")]


def test_scrolling_away_loses_nothing_of_a_note(reader, opened, told):
    made = hands.mark(LONG, Span(0, 9), note="Half.")
    reader.show_article(opened(LONG, (made,)))
    writing(reader, made, "!")
    reader.view.verticalScrollBar().setValue(reader.view.verticalScrollBar().maximum())
    reader.keep()
    assert told == [(made.id, "Half.!")]


def test_after_escape_the_page_has_the_keyboard(qtbot, reader, told):
    reader.activateWindow()
    writing(reader, ONE, "!")
    qtbot.waitUntil(reader.notes.cards[ONE.id].editor.hasFocus)
    QTest.keyClick(reader.notes.cards[ONE.id].editor, Qt.Key.Key_Escape)
    assert reader.view.hasFocus()


def test_an_empty_new_note_leaves_no_card(reader, opened):
    bare = records.highlight(ARTICLE, "ramp came up")
    reader.show_article(opened(ARTICLE, (bare,)))
    reader.edit_note(bare.id)
    assert reader.notes.cards[bare.id].is_edited()
    QTest.keyClick(reader.notes.cards[bare.id].editor, Qt.Key.Key_Escape)
    assert bare.id not in reader.notes.cards


def test_a_click_on_a_card_chooses_its_highlight(reader, told):
    QTest.mouseClick(reader.notes.cards[OTHER.id], Qt.MouseButton.LeftButton)
    assert reader.marking.current == OTHER.id


# -- where there is no room


@pytest.fixture
def narrow(reader, told):
    reader.resize(480, 700)
    return reader.notes


def test_notes_fold_into_marks(narrow):
    assert narrow.cards == {}
    assert set(narrow.marks) == {ONE.id, OTHER.id}
    assert narrow.marks[ONE.id].accessibleName() == "Note: Half."


def test_a_wide_window_brings_the_cards_back(reader, narrow):
    reader.resize(900, 800)
    assert narrow.marks == {}
    assert set(narrow.cards) == {ONE.id, OTHER.id}


def test_a_click_on_a_mark_opens_its_card_inside_the_pane(reader, narrow):
    narrow.marks[ONE.id].click()
    assert set(narrow.cards) == {ONE.id}
    assert reader.rect().contains(narrow.cards[ONE.id].geometry())
    assert reader.marking.current == ONE.id
    narrow.marks[OTHER.id].click()
    assert set(narrow.cards) == {OTHER.id}
    narrow.marks[OTHER.id].click()
    assert narrow.cards == {}


def test_marks_of_one_line_lie_under_each_other(reader, opened):
    made = [records.highlight(ARTICLE, w, note=w) for w in ("ramp", "came up", "first time")]
    reader.resize(480, 700)
    reader.show_article(opened(ARTICLE, tuple(made)))
    boxes = [mark.geometry() for mark in reader.notes.marks.values()]
    assert len(boxes) == 3
    assert apart(boxes)


def test_a_note_can_be_written_where_there_is_no_room(reader, narrow, told):
    writing(reader, OTHER, "!")
    assert narrow.cards[OTHER.id].isVisible()
    reader.keep()
    assert told == [(OTHER.id, "Where to?!")]


def test_a_mark_of_tags_only_says_them(reader, opened):
    reader.resize(480, 700)
    reader.show_article(opened(ARTICLE, (records.highlight(ARTICLE, "ramp", tags=("a", "b")),)))
    (mark,) = reader.notes.marks.values()
    assert mark.accessibleName() == "Note: a, b"


def test_marks_hold_the_note_as_it_was_typed(reader, opened):
    reader.resize(480, 700)
    made = records.highlight(ARTICLE, "ramp", note="<b>R&D</b>")
    reader.show_article(opened(ARTICLE, (made,)))
    assert "&lt;b&gt;R&amp;D" in reader.notes.marks[made.id].toolTip()


def test_the_card_of_a_mark_near_the_foot_can_be_read(reader, opened):
    made = hands.mark(LONG, Span(700, 720), note="line\n" * 8)
    reader.resize(480, 400)
    reader.show_article(opened(LONG, (made,)))
    top = hands.rects(reader, made.span)[0].top()
    reader.view.verticalScrollBar().setValue(round(top - 370))
    reader.notes.marks[made.id].click()
    card = reader.notes.cards[made.id].geometry()
    assert reader.view.rect().contains(card)
    reader.view.verticalScrollBar().setValue(0)
    assert not reader.view.rect().intersects(reader.notes.cards[made.id].geometry())
