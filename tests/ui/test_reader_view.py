"""The page keeps its place, its exact words and its colours, whatever happens around it."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QTextDocument

from clipreader.model import Metadata, Role, Span
from clipreader.ui.margin_notes import ROOM
from clipreader.ui.reader_spacing import GUTTER
from tests import records
from tests.ui import hands

R = Role
LONG = hands.blocks(
    (R.HEADLINE, "<b>Bold</b> & more"),
    *((R.PARAGRAPH, f"Paragraph {n}: " + "words that go on and on " * 12) for n in range(60)),
    (R.BOILERPLATE, "Support us <i>now</i>"),
)


def block_of(position):
    return LONG.blocks.index(LONG.block_at(position))


@pytest.fixture
def reading(reader, opened):
    """A long article, read to its thirtieth paragraph."""
    reader.show_article(opened(LONG, position=LONG.blocks[30].span.start))
    return reader


CHANGES = {
    "larger": lambda reader: reader.set_typography(26, 560, 1.62),
    "smaller": lambda reader: reader.set_typography(12, 560, 1.62),
    "narrow measure": lambda reader: reader.set_typography(17.5, 330, 1.62),
    "tall lines": lambda reader: reader.set_typography(17.5, 560, 2.4),
    "narrow window": lambda reader: reader.resize(340, 800),
    "wide window": lambda reader: reader.resize(1_500, 600),
    "dark": lambda reader: reader._theme.set_choice("dark"),
    "corrected": lambda reader: reader.set_article(LONG),
    "fold opened": lambda reader: reader.toggle_fold(61),
    "all at once": lambda reader: (
        reader.set_typography(30, 400, 1.2),
        reader.resize(500, 500),
        reader._theme.set_choice("dark"),
        reader.set_typography(17.5, 560, 1.62),
    ),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_the_reading_position_is_kept(reading, name):
    assert block_of(reading.position()) == 30
    CHANGES[name](reading)
    assert block_of(reading.position()) == 30
    assert reading.view.verticalScrollBar().value() > 0


def test_many_steps_of_the_text_size_do_not_creep_away(reading):
    start = reading.position()
    for size in (*range(18, 30), *range(30, 18, -1)):
        reading.set_typography(float(size), 560, 1.62)
    assert abs(reading.position() - start) < 300


@pytest.mark.parametrize("number", [0, 1, 17, 59])
def test_the_position_that_is_told_brings_the_page_back(qtbot, reader, opened, number):
    reader.show_article(opened(LONG))
    with qtbot.waitSignal(reader.position_changed, timeout=3_000) as told:
        reader.view.scroll_to(reader.view.content.map.position(LONG.blocks[30].span.start))
        reader.view.scroll_to(reader.view.content.map.position(LONG.blocks[number].span.start))
    kept = told.args[0]
    value = reader.view.verticalScrollBar().value()
    reader.show_article(None)
    reader.show_article(opened(LONG, position=kept))
    assert abs(reader.view.verticalScrollBar().value() - value) <= 40


@pytest.mark.parametrize("position", [-1, 0, 10**9, len(LONG.text)])
def test_a_position_beyond_the_text_does_no_harm(reader, opened, position):
    reader.show_article(opened(LONG, position=position))
    assert 0 <= reader.position() <= len(LONG.text)


def test_an_article_opens_without_telling_a_position(qtbot, reader, opened):
    told = []
    reader.position_changed.connect(told.append)
    reader.show_article(opened(LONG, position=LONG.blocks[30].span.start))
    reader.show_article(opened(records.article()))
    qtbot.wait(500)
    assert told in ([], [0])


def test_light_and_dark_repaint_the_whole_page(reader, opened, theme):
    reader.show_article(opened(records.article()))
    for choice in ("dark", "light", "dark"):
        theme.set_choice(choice)
        look, image = theme.palette, reader.grab().toImage()
        whole = image.width() * image.height()
        assert hands.pixels(image, look.page) > 0.6 * whole
        assert hands.pixels(image, look.ink) > 200, "the words turn with it"
        assert hands.pixels(image, look.frame) > 10_000
        assert hands.pixels(image, look.accent) > 20, "the kicker line too"


def test_the_column_stands_in_the_middle_and_leaves_room_for_notes(reader, opened):
    reader.show_article(opened(LONG))
    column = reader.view.column()
    assert column.width() == 560 + 2 * GUTTER
    assert reader.width() - column.right() >= ROOM
    reader.resize(1_600, 800)
    column = reader.view.column()
    assert column.width() == 560 + 2 * GUTTER
    assert abs(column.left() - (reader.width() - ROOM - column.right())) < 30


@pytest.mark.parametrize("width", [900, 620, 480, 340, 300])
def test_no_word_is_cut_off_in_a_narrow_pane(reader, opened, width):
    reader.resize(width, 600)
    reader.show_article(opened(LONG))
    assert reader.view.column().right() <= reader.width()
    boxes = hands.rects(reader, LONG.blocks[1].span)
    assert all(box.left() > 0 and box.right() <= reader.view.viewport().width() for box in boxes)


def test_site_text_opens_and_closes_by_a_click(reader, opened):
    reader.show_article(opened(LONG))
    words = "Support us <i>now</i>"

    def shown():
        return words in reader.view.toPlainText()

    for state in (True, False, True):
        place = reader.view.toPlainText().index("Site text")
        reader.view.scroll_to(place, above=200)
        hands.click(reader, reader.view.caret_rect(place + 3).center().toPointF())
        assert shown() == state


def test_going_to_folded_words_opens_the_fold(reader, opened):
    span = hands.span_of(LONG, "Support us")
    made = records.highlight(LONG, "Support us")
    reader.show_article(opened(LONG, (made,)))
    assert hands.rects(reader, span) == []
    reader.go_to_highlight(made.id)
    (box,) = hands.rects(reader, span)
    assert reader.view.viewport().rect().contains(box.toAlignedRect())
    assert reader.marking.current == made.id


def test_going_to_a_passage_brings_it_into_view(reader, opened):
    reader.show_article(opened(LONG))
    for number in (59, 1, 33):
        span = Span(LONG.blocks[number].span.start + 20, LONG.blocks[number].span.start + 30)
        reader.go_to(span)
        (box,) = hands.rects(reader, span)
        assert reader.view.viewport().rect().contains(box.toAlignedRect())
        assert reader.view.textCursor().position() == reader.view.content.map.position(span.start)


def test_markup_in_a_headline_is_shown_as_typed(reader, opened):
    reader.show_article(opened(LONG))
    assert reader.view.toPlainText().count("<b>Bold</b> & more") == 1
    face = QAccessible.queryAccessibleInterface(reader.view)
    assert "<b>Bold</b> & more" in face.textInterface().text(0, 400)


def test_markup_in_every_field_is_shown_as_typed(reader, opened):
    words = "<b>R&D</b>"
    metadata = Metadata(publisher=words, place=words, authors=(words,), translators=(words,))
    reader.show_article(opened(records.article(metadata=metadata)))
    shown = reader.view.toPlainText()
    assert f"{words} · {words}" in shown
    assert f"By {words}\u2003Translated by {words}" in shown


def test_the_page_is_never_changed(reader, opened):
    reader.show_article(opened(records.article()))
    before = reader.view.toPlainText()
    for key in ("Key_X", "Key_Space", "Key_Delete", "Key_Return", "Key_1"):
        hands.press(reader, getattr(hands.Qt.Key, key))
    reader.view.paste()
    reader.view.cut()
    assert reader.view.toPlainText() == before
    assert not reader.view.acceptDrops()


def test_nothing_is_loaded_for_a_document(reader, opened):
    reader.show_article(opened(records.article()))
    kind = QTextDocument.ResourceType.ImageResource
    found = reader.view.loadResource(kind.value, QUrl("file:///etc/hostname"))
    assert (found.width(), found.height()) == (1, 1)


EDGES = {
    "empty": [(R.PARAGRAPH, "")],
    "a blank": [(R.PARAGRAPH, " ")],
    "one invisible letter": [(R.HEADLINE, "\u200b")],
    "site text only": [(R.BOILERPLATE, "Menu")],
    "caption only": [(R.CAPTION, "")],
    "line feeds": [(R.CODE, "\n\n\n")],
    "tabs": [(R.TABLE, "\t" * 60)],
}


@pytest.mark.parametrize("name", list(EDGES))
def test_next_to_nothing_can_be_read_like_anything_else(reader, opened, name):
    article = hands.blocks(*EDGES[name])
    made = hands.mark(article, Span(0, min(1, len(article.text))))
    reader.show_article(opened(article, (made,)))
    reader.set_hits((Span(0, len(article.text)),))
    reader.go_to_highlight(made.id)
    reader.view.selectAll()
    for wish in (
        "yellow",
        "tag",
        "note",
        "copy",
        "delete",
        "next",
        "end-on",
        "start-back",
        "leave",
    ):
        reader.act(wish)
    hands.click(reader, hands.QPointF(60, 60))
    hands.hover(reader, hands.QPointF(60, 60))
    for first in (0, 0):
        reader.toggle_fold(first)
    reader.set_typography(30, 300, 2.0)
    reader._theme.set_choice("dark")
    reader.resize(300, 200)
    assert not reader.grab().isNull()
    assert reader.position() in (0, len(article.text))
