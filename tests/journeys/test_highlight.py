"""Select words, and the highlight is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from clipreader.model import Colour, Role
from tests.journeys.conftest import FERRY, Journey

QUOTE = "the province pays two thirds of the fuel"


@pytest.fixture
def reading(journey: Journey) -> Journey:
    journey.bring(FERRY)
    journey.open("Night Ferry")
    return journey


def test_highlight_is_kept_over_a_restart(start: Callable[[], Journey]) -> None:
    first = start()
    first.bring(FERRY)
    article = first.open("Night Ferry")
    first.window.reader.highlight_asked.emit(first.span(QUOTE), Colour.GREEN)
    first.until(lambda: first.highlights)
    again = start()
    again.until(lambda: again.desks.reading.article_id == article.id)
    (kept,) = again.highlights
    assert (kept.quote, kept.colour) == (QUOTE, Colour.GREEN)
    assert again.article.quote(kept.selector.span) == QUOTE
    assert again.window.sidebar.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Clippings, 1"
    )


def test_keys_highlight_a_selection(reading: Journey) -> None:
    span = reading.span(QUOTE)
    view = reading.window.reader.view
    content = view.content
    assert content is not None
    begin, end = content.map.range(span) or (0, 0)
    cursor = view.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_3)
    reading.until(lambda: reading.highlights)
    (made,) = reading.highlights
    assert (made.quote, made.colour) == (QUOTE, Colour.BLUE)
    reading.settle()
    QTest.keyClick(view, Qt.Key.Key_5)
    reading.until(lambda: reading.highlights[0].colour == Colour.VIOLET)
    reading.settle()
    QTest.keyClick(view, Qt.Key.Key_N)
    reading.until(lambda: reading.window.reader.notes.cards)
    (card,) = reading.window.reader.notes.cards.values()
    assert card.editor is not None
    QTest.keyClicks(card.editor, "Ask for the timetable.")
    reading.until(lambda: reading.highlights[0].note == "Ask for the timetable.")
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    reading.settle()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    reading.until(lambda: not reading.highlights)


@pytest.mark.parametrize(
    ("words", "role"),
    [("leaves the north quay", Role.CAPTION), ("Harbour Authority", Role.CREDIT)],
)
def test_captions_and_credits_can_be_highlighted(reading: Journey, words: str, role: Role) -> None:
    reading.window.reader.highlight_asked.emit(reading.span(words), Colour.PINK)
    reading.until(lambda: reading.highlights)
    assert reading.highlights[0].selector.role == role


def test_every_change_can_be_undone(reading: Journey) -> None:
    reader = reading.window.reader
    reader.highlight_asked.emit(reading.span(QUOTE), Colour.YELLOW)
    reading.until(lambda: reading.highlights)
    one = reading.highlights[0].id
    reader.colour_chosen.emit((one,), Colour.VIOLET)
    reader.note_changed.emit(one, "Half, not two thirds.")
    reader.tags_changed.emit(one, ("public money", "to quote"))
    reading.until(lambda: reading.highlights[0].tags)
    made = reading.highlights[0]
    assert (made.colour, made.note) == (Colour.VIOLET, "Half, not two thirds.")
    reader.removal_asked.emit((one,))
    reading.until(lambda: not reading.highlights)
    reading.settle()
    for holds in (
        lambda: reading.highlights and reading.highlights[0].tags == made.tags,
        lambda: reading.highlights[0].tags == (),
        lambda: reading.highlights[0].note == "",
        lambda: reading.highlights[0].colour == Colour.YELLOW,
        lambda: not reading.highlights,
    ):
        reading.do("undo")
        reading.until(holds)


def test_undo_in_a_field_takes_back_what_was_written_there(reading: Journey) -> None:
    reading.window.reader.highlight_asked.emit(reading.span(QUOTE), Colour.YELLOW)
    reading.until(lambda: reading.highlights)
    field = reading.window.toolbar.search
    field.setFocus()
    QTest.keyClicks(field, "fuel")
    reading.do("undo")
    assert field.text() == ""
    reading.do("undo")
    assert reading.highlights, "whoever presses once too often loses nothing"


def test_undo_in_a_field_where_nothing_was_written_is_that_of_the_library(
    reading: Journey,
) -> None:
    reading.window.reader.tags_asked.emit(reading.span(QUOTE))
    reading.until(lambda: reading.highlights)
    reading.settle()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    reading.do("undo")
    reading.until(lambda: not reading.highlights)


def test_undo_is_named_after_what_it_undoes(reading: Journey) -> None:
    reading.window.reader.highlight_asked.emit(reading.span(QUOTE), Colour.YELLOW)
    reading.until(lambda: reading.highlights)
    reading.until(lambda: "highlight" in reading.window.verbs["undo"].text().casefold())
    reading.do("undo")
    reading.until(lambda: "Undone" in reading.notice)
    assert "highlight" in reading.notice.casefold()


def test_note_on_a_fresh_selection_opens_its_editor(reading: Journey) -> None:
    reading.window.reader.note_asked.emit(reading.span(QUOTE))
    reading.until(lambda: reading.highlights)
    assert reading.highlights[0].colour == Colour.YELLOW


def test_block_can_be_corrected(reading: Journey) -> None:
    article = reading.article
    number = next(n for n, b in enumerate(article.blocks) if "contract" in article.quote(b.span))
    reading.window.reader.role_chosen.emit(number, Role.QUOTE, None)
    reading.until(lambda: reading.article.blocks[number].role == Role.QUOTE)
    assert reading.article.text == article.text
    reading.do("undo")
    reading.until(lambda: reading.article.blocks[number].role == article.blocks[number].role)


def test_note_that_is_being_written_survives_the_window(start: Callable[[], Journey]) -> None:
    first = start()
    first.bring(FERRY)
    article = first.open("Night Ferry")
    first.window.reader.note_asked.emit(first.span(QUOTE))
    first.until(lambda: first.window.reader.notes.cards)
    (card,) = first.window.reader.notes.cards.values()
    assert card.editor is not None
    QTest.keyClicks(card.editor, "Half a thought")
    again = start()
    again.until(lambda: again.desks.reading.article_id == article.id)
    assert again.highlights[0].note == "Half a thought"


def test_after_a_tag_the_next_key_is_a_verb_again(reading: Journey) -> None:
    reader = reading.window.reader
    reading.window.activateWindow()
    place = reader.view.content.map.range(reading.span(QUOTE))
    assert place is not None
    reader.view.select(*place)
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_T)
    field = reader.tagging.editor.field
    reading.until(field.hasFocus)
    QTest.keyClicks(field, "public money")
    QTest.keyClick(field, Qt.Key.Key_Return)
    reading.until(lambda: [one.tags for one in reading.highlights] == [("public money",)])
    assert reader.tagging.editor.isHidden()
    reading.until(reader.view.hasFocus)
    reading.settle()
    QTest.keyClick(reader.view, Qt.Key.Key_N)
    reading.until(lambda: reader.notes.cards)
    assert reading.highlights[0].tags == ("public money",)
