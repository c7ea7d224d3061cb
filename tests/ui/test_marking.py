"""What the person selects, clicks and presses becomes exactly the wish that was meant."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from clipreader.model import Colour, Part, Role, Span
from tests import records
from tests.ui import hands

K = Qt.Key
ARTICLE = records.article()


def heard(signal):
    """Everything that a signal tells from now on."""
    told = []
    signal.connect(lambda *of: told.append(of))
    return told


def span_between(first, last):
    start = ARTICLE.text.index(first)
    return Span(start, ARTICLE.text.index(last) + len(last))


PASSAGES = {
    "headline": hands.span_of(ARTICLE, "Ferry Returns"),
    "deck": hands.span_of(ARTICLE, "a piano and the mayor’s bicycle"),
    "caption": hands.span_of(ARTICLE, "leaves the north quay"),
    "credit": hands.span_of(ARTICLE, "Harbour Authority"),
    "caption and credit": hands.span_of(ARTICLE, "evening / Harbour"),
    "translator": hands.span_of(ARTICLE, "Ana Reyes"),
    "headline and deck": span_between("Eleven Years", "first crossing"),
    "caption to paragraph": span_between("Authority", "twenty past nine"),
    "three paragraphs": span_between("left Harbour Town", "On the quay"),
    "byline row between": span_between("bicycle", "Santa Marta"),
}


@pytest.mark.parametrize("name", list(PASSAGES))
def test_a_selection_gives_the_exact_span(reader, opened, name):
    told = heard(reader.highlight_asked)
    reader.show_article(opened(ARTICLE))
    hands.select(reader, PASSAGES[name])
    assert reader.selection() == PASSAGES[name]
    hands.press(reader, K.Key_1)
    assert told == [(PASSAGES[name], Colour.YELLOW)]
    assert reader.selection() is None


@pytest.mark.parametrize("name", list(PASSAGES))
def test_a_selection_by_mouse_gives_the_exact_span(reader, opened, name):
    reader.show_article(opened(ARTICLE))
    boxes = hands.rects(reader, PASSAGES[name])
    begin = QPointF(boxes[0].left(), boxes[0].center().y())
    stop = QPointF(boxes[-1].right(), boxes[-1].center().y())
    hands.drag(reader, begin, (begin + stop) / 2, stop)
    assert reader.selection() == PASSAGES[name]
    assert reader.bar.isVisible()


def test_rows_that_are_no_words_of_the_article_cannot_be_marked(reader, opened):
    told = heard(reader.highlight_asked)
    reader.show_article(opened(ARTICLE))
    row = reader.view.document().toPlainText().index("By Elena Duarte")
    reader.view.select(row, row + len("By Elena"))
    assert reader.selection() is None
    hands.press(reader, K.Key_2)
    assert told == []


@pytest.mark.parametrize(
    ("key", "signal", "more"),
    [
        *((getattr(K, f"Key_{n}"), "highlight_asked", (c,)) for n, c in enumerate(Colour, 1)),
        (K.Key_T, "tags_asked", ()),
        (K.Key_N, "note_asked", ()),
    ],
)
def test_keys_mean_the_selection(reader, opened, key, signal, more):
    span = PASSAGES["caption"]
    reader.show_article(opened(ARTICLE, (records.highlight(ARTICLE, "ramp came up"),)))
    told, recoloured = heard(getattr(reader, signal)), heard(reader.colour_chosen)
    hands.select(reader, span)
    hands.press(reader, key)
    assert told == [(span, *more)]
    assert recoloured == []


@pytest.fixture
def current(reader, opened):
    """A highlight that was clicked."""
    made = records.highlight(ARTICLE, "ramp came up", tags=("sea",))
    reader.show_article(opened(ARTICLE, (made,)))
    hands.click(reader, hands.middle(reader, made.span))
    assert reader.marking.current == made.id
    return made


@pytest.mark.parametrize(("number", "colour"), list(enumerate(Colour, 1)))
def test_digits_recolour_the_current_highlight(reader, current, number, colour):
    told = heard(reader.colour_chosen)
    hands.press(reader, getattr(K, f"Key_{number}"))
    assert told == [((current.id,), colour)]


@pytest.mark.parametrize("key", [K.Key_Delete, K.Key_Backspace])
def test_delete_asks_for_the_current_highlight(reader, current, key):
    told = heard(reader.removal_asked)
    hands.press(reader, key)
    assert told == [((current.id,),)]


def test_delete_with_a_selection_removes_nothing(reader, current):
    told = heard(reader.removal_asked)
    hands.select(reader, PASSAGES["deck"])
    hands.press(reader, K.Key_Delete)
    assert told == []


def test_t_opens_the_tags_and_n_the_note_of_the_current_highlight(reader, current):
    hands.press(reader, K.Key_T)
    assert reader.tagging.editor.isVisible()
    assert reader.tagging.editor.tags == ("sea",)
    reader.tagging.editor.finish()
    hands.press(reader, K.Key_N)
    assert reader.notes.cards[current.id].is_edited()


def test_escape_leaves_bar_selection_and_highlight(reader, current):
    hands.select(reader, PASSAGES["deck"])
    reader.marking.show_bar()
    hands.press(reader, K.Key_Escape)
    assert not reader.bar.isVisible()
    assert reader.selection() is None
    assert reader.marking.current == ""
    assert not reader.act("leave"), "nothing left to leave"


@pytest.mark.parametrize("wish", ["yellow", "tag", "note", "copy", "markdown", "delete", "next"])
def test_with_nothing_meant_a_wish_is_refused(reader, opened, wish):
    reader.show_article(opened(ARTICLE))
    assert not reader.act(wish)


def test_a_click_on_a_highlight_shows_its_bar(reader, current):
    assert reader.bar.isVisible()
    assert [dot.isChecked() for dot in reader.bar.dots] == [True, False, False, False, False]


def test_a_click_beside_forgets_the_highlight(reader, current):
    hands.click(reader, hands.middle(reader, PASSAGES["deck"]))
    assert reader.marking.current == ""
    assert not reader.bar.isVisible()


def test_a_click_where_several_lie_opens_a_chooser(reader, opened):
    wide = records.highlight(ARTICLE, "the ramp came up, and for the first time")
    narrow = records.highlight(ARTICLE, "came up", colour=Colour.BLUE)
    reader.show_article(opened(ARTICLE, (wide, narrow)))
    hands.click(reader, hands.middle(reader, narrow.span))
    chooser = reader.marking.chooser
    assert chooser is not None
    assert [action.text() for action in chooser.actions()] == [narrow.quote, wide.quote]
    assert reader.marking.current == ""
    chooser.actions()[1].trigger()
    chooser.close()
    assert reader.marking.current == wide.id
    assert reader.bar.isVisible()


def test_a_highlight_that_is_gone_is_not_current(reader, current):
    reader.set_highlights(())
    assert reader.marking.current == ""
    assert not reader.bar.isVisible()


def test_a_recoloured_highlight_shows_in_the_bar(reader, current):
    reader.set_highlights((replace(current, colour=Colour.BLUE),))
    assert [dot.isChecked() for dot in reader.bar.dots].index(True) == 2


def test_next_and_previous_go_round(reader, opened):
    made = [records.highlight(ARTICLE, words) for words in ("Ferry", "ramp came", "On the quay")]
    reader.show_article(opened(ARTICLE, tuple(reversed(made))))
    seen = []
    for wish in ("next", "next", "next", "next", "previous", "previous"):
        assert reader.act(wish)
        seen.append(reader.marking.current)
    order = [one.id for one in made]
    assert seen == [order[n] for n in (0, 1, 2, 0, 2, 1)]


def test_copy_gives_the_words_of_the_current_highlight(reader, current):
    assert reader.act("copy")
    assert QGuiApplication.clipboard().text() == "ramp came up"
    told = heard(reader.markdown_copy_asked)
    assert reader.act("markdown")
    assert told == [((current.id,),)]


def test_what_is_dragged_out_is_the_exact_text_and_nothing_else(reader, opened):
    reader.show_article(opened(ARTICLE))
    span = PASSAGES["caption to paragraph"]
    hands.select(reader, span)
    mime = reader.view.createMimeDataFromSelection()
    assert mime.text() == ARTICLE.quote(span)
    assert not mime.hasHtml()


def linked(address):
    link = Part(Role.LINK, Span(5, 9), target=address)
    return hands.blocks((Role.PARAGRAPH, "Look here now."), marks=(link,))


def test_a_click_on_a_link_asks_and_opens_nothing(reader, opened):
    told = heard(reader.link_asked)
    article = linked("https://example.org/a")
    reader.show_article(opened(article))
    hands.click(reader, hands.middle(reader, Span(5, 9)))
    assert told == [("https://example.org/a",)]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:,x", "//h"])
def test_what_must_not_be_opened_is_no_link(reader, opened, address):
    told = heard(reader.link_asked)
    reader.show_article(opened(linked(address)))
    hands.click(reader, hands.middle(reader, Span(5, 9)))
    assert told == []


def test_return_opens_the_link_under_the_caret(reader, opened):
    told = heard(reader.link_asked)
    article = linked("https://example.org/a")
    reader.show_article(opened(article))
    reader.view.set_caret(reader.view.content.map.position(7))
    hands.press(reader, K.Key_Return)
    assert told == [("https://example.org/a",)]


def test_the_keys_of_the_page_are_not_the_windows(reader, opened):
    reader.show_article(opened(ARTICLE))
    for key, taken in ((K.Key_1, True), (K.Key_N, True), (K.Key_F5, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, hands.NO_KEY)
        event.ignore()
        reader.view.event(event)
        assert event.isAccepted() == taken
