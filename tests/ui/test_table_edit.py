"""What mouse and keys do in a table."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest

from clipreader.model import Part, Role
from clipreader.ui import edge_handles
from tests.ui import hands, tables

R, KEY = Role, Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def article():
    return tables.around(tables.COSTS, tables.SAID)


@pytest.fixture
def shown(reader, opened, article):
    reader.show_article(opened(article))
    return reader


# -- the mouse


def test_a_drag_within_a_cell_selects_its_words(shown):
    tables.drag(shown, "five nights", "until October")
    assert tables.quoted(shown) == "five nights a week until October"


def test_a_drag_over_cells_selects_what_lies_between_in_the_text(shown):
    tables.drag(shown, "1,318.5", "South basin")
    assert tables.quoted(shown) == "1,318.5\nSouth basin"
    hands.drag(shown, tables.edge(shown, "basin", after=True), tables.edge(shown, "North"))
    assert tables.quoted(shown) == "North quay\t1,204\t1,318.5\nSouth basin"


def test_a_drag_goes_from_a_paragraph_into_a_table_and_out(shown):
    tables.drag(shown, "figures", "2022")
    assert tables.quoted(shown) == "figures in spring.\nLine\t2022"
    tables.drag(shown, "13\n", "They are")
    assert tables.quoted(shown) == "13\nThey are"
    shown.view.unselect()
    hands.drag(shown, tables.edge(shown, "They are"), tables.edge(shown, "shuttle"))
    assert tables.quoted(shown) == "shuttle\t12.5\t13\n"


def test_shift_and_a_click_extend_the_selection(shown):
    hands.click(shown, tables.edge(shown, "1,204"))
    page, point = shown.view.viewport(), tables.edge(shown, "1,318.5", after=True)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, SHIFT, point.toPoint())
    assert tables.quoted(shown) == "1,204\t1,318.5"


def double_click(reader, point):
    page = reader.view.viewport()
    hands.mouse(page, QEvent.Type.MouseButtonPress, point, held=True)
    hands.mouse(page, QEvent.Type.MouseButtonRelease, point, held=False)
    hands.mouse(page, QEvent.Type.MouseButtonDblClick, point, held=True)


def test_a_double_click_selects_a_word_and_a_drag_further_words(shown):
    page = shown.view.viewport()
    double_click(shown, hands.middle(shown, tables.span_of(shown, "nights")))
    assert tables.quoted(shown) == "nights"
    point = hands.middle(shown, tables.span_of(shown, "October"))
    hands.mouse(page, QEvent.Type.MouseMove, point, held=True)
    assert tables.quoted(shown) == "nights a week until October"
    point = hands.middle(shown, tables.span_of(shown, "service"))
    hands.mouse(page, QEvent.Type.MouseMove, point, held=True)
    assert tables.quoted(shown) == "service will run five nights"
    hands.mouse(page, QEvent.Type.MouseButtonRelease, point, held=False)


def test_the_third_click_selects_the_cell(shown):
    point = hands.middle(shown, tables.span_of(shown, "Port"))
    double_click(shown, point)
    hands.drag(shown, point)
    assert tables.quoted(shown) == "Port director"


def test_a_click_on_the_selection_takes_it_away(shown):
    tables.drag(shown, "five nights", "October")
    hands.click(shown, hands.middle(shown, tables.span_of(shown, "week")))
    assert tables.quoted(shown) == ""
    begin, stop = shown.view.content.map.range(tables.span_of(shown, "week"))
    assert begin <= shown.view.textCursor().position() <= stop


def test_links_in_cells_are_found_under_the_mouse(reader, opened, article):
    span = hands.span_of(article, "Second yard")
    link = Part(R.LINK, span, target="https://example.org/yard")
    reader.show_article(opened(replace(article, marks=(*article.marks, link))))
    view = reader.view
    assert view.anchorAt(hands.middle(reader, span).toPoint()) == "https://example.org/yard"
    assert view.anchorAt(tables.edge(reader, "Second").toPoint()) == "https://example.org/yard"
    assert view.anchorAt(hands.middle(reader, hands.span_of(article, "comment")).toPoint()) == ""


def test_a_click_finds_the_highlight_of_the_cell(shown, opened):
    article = shown._article
    made = [hands.mark(article, hands.span_of(article, w)) for w in ("Elena Duarte", "five nights")]
    shown.set_highlights(made)
    for highlight in made:
        hands.click(shown, hands.middle(shown, highlight.span))
        assert shown.marking.current == highlight.id


def test_an_edge_is_dragged_into_the_next_cell(shown, qtbot):
    made = hands.mark(shown._article, tables.span_of(shown, "North"))
    shown.set_highlights((made,))
    shown.marking.choose(made.id)
    (_, (top, bottom)) = edge_handles.ends(shown.view)
    with qtbot.waitSignal(shown.edges_moved) as moved:
        hands.drag(shown, (top + bottom) / 2, tables.edge(shown, "1,204", after=True))
    assert shown._article.quote(moved.args[1]) == "North quay\t1,204"


def test_copied_cells_are_separated_by_tabs(shown, qapp):
    tables.drag(shown, "North quay", "South basin")
    shown.act("copy")
    assert qapp.clipboard().text() == "North quay\t1,204\t1,318.5\nSouth basin"
    assert shown.view.createMimeDataFromSelection().text() == qapp.clipboard().text()


# -- the keys


def caret(reader, words):
    reader.view.set_caret(reader.view.content.map.position(tables.span_of(reader, words).start))
    reader.view.setFocus()


def at_caret(reader):
    text, view = reader._article.text, reader.view
    return text[view.content.map.point(view.textCursor().position()) :]


def test_down_and_up_stay_in_the_column(shown):
    caret(shown, "1,204")
    hands.press(shown, KEY.Key_Down)
    assert at_caret(shown).startswith("77")
    hands.press(shown, KEY.Key_Up)
    assert at_caret(shown).startswith("1,204")


def test_down_goes_through_the_lines_of_a_cell_before_it_leaves_it(shown):
    caret(shown, "The service")
    heights = []
    for _ in range(8):
        heights.append(shown.view.cursorRect().top())
        if at_caret(shown).startswith("We paid"):
            break
        hands.press(shown, KEY.Key_Down)
    assert at_caret(shown).startswith("We paid")
    assert heights == sorted(heights)
    assert len(heights) >= 3


def test_down_enters_a_table_and_leaves_it_at_the_same_side(shown):
    caret(shown, "The port")
    seen = []
    for _ in range(6):
        hands.press(shown, KEY.Key_Down)
        seen.append(at_caret(shown).split("\n")[0].split("\t")[0])
    assert seen[:5] == ["Line", "North quay", "South basin", "Island shuttle", tables.AFTER]
    hands.press(shown, KEY.Key_Up)
    hands.press(shown, KEY.Key_Up)
    assert at_caret(shown).startswith("Island")


def test_the_wished_side_is_kept_over_short_cells(shown):
    caret(shown, "1,318.5")
    first = shown.view.cursorRect().left()
    hands.press(shown, KEY.Key_Down)
    hands.press(shown, KEY.Key_Up)
    assert shown.view.cursorRect().left() == first


def test_shift_and_down_select_down_the_rows(shown):
    caret(shown, "North quay")
    hands.press(shown, KEY.Key_Down, SHIFT)
    assert tables.quoted(shown) == "North quay\t1,204\t1,318.5\n"


def test_every_letter_is_reached_by_keys(shown):
    caret(shown, "Line")
    last = shown.view.content.map.range(shown._article.blocks[1].span)[1]
    steps = 0
    while shown.view.textCursor().position() < last:
        hands.press(shown, KEY.Key_Right)
        steps += 1
        assert steps <= len(tables.COSTS)
    assert steps == len(tables.COSTS)


def test_pages_go_on_past_a_table_and_back(reader, opened):
    reader.resize(900, 300)
    reader.show_article(opened(tables.around(*[tables.SAID] * 6)))
    caret(reader, "The port")
    bar, values = reader.view.verticalScrollBar(), [0]
    for _ in range(4):
        hands.press(reader, KEY.Key_PageDown)
        values.append(bar.value())
        assert reader.view.viewport().rect().contains(reader.view.cursorRect().center())
    assert all(b - a > 150 for a, b in pairwise(values) if b < bar.maximum())
    for _ in range(8):
        hands.press(reader, KEY.Key_PageUp)
    assert bar.value() == 0
