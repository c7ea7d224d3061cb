"""A table that is wider than the page is slid sideways, by itself."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from clipreader.model import Colour, Role, Span
from clipreader.ui import edge_handles
from clipreader.ui.reader_spacing import GUTTER
from tests.ui import hands, tables

R, KEY = Role, Qt.Key
WIDE = "\n".join("\t".join(f"Region{row}{column:02}" for column in range(20)) for row in range(4))
MIRRORED = "\n".join(
    "\t".join(f"منطقة{row}{column:02}" for column in range(20)) for row in range(4)
)


@pytest.fixture
def shown(reader, opened):
    reader.show_article(opened(tables.around(WIDE, tables.COSTS)))
    return reader


def box(reader, words):
    return hands.rects(reader, tables.span_of(reader, words))[0]


def slid(reader):
    """How far the first table is slid."""
    block = reader.view.content.text_block(1)
    return reader.view.wide.slid(reader.view.wide.row(block).of)


def is_seen(reader, words):
    found = box(reader, words)
    return found.left() >= GUTTER - 1 and found.right() <= GUTTER + reader.view.content.measure + 1


def turn(reader, point, across, down=0, keys=hands.NO_KEY):
    page = reader.view.viewport()
    turned = QPoint(across, down)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    seen = QPointF(page.mapToGlobal(point))
    QApplication.sendEvent(
        page, QWheelEvent(point, seen, QPoint(), turned, none, keys, phase, False)
    )


def test_it_begins_with_its_first_columns(shown):
    assert is_seen(shown, "Region000")
    assert not is_seen(shown, "Region019")
    assert slid(shown) == 0


def test_from_right_to_left_it_begins_at_the_right(reader, opened):
    reader.show_article(opened(tables.around(MIRRORED)))
    assert is_seen(reader, "منطقة000")
    assert not is_seen(reader, "منطقة019")
    assert slid(reader) > 0


@pytest.mark.parametrize(
    ("across", "down", "keys"),
    [(-240, 0, hands.NO_KEY), (0, -240, Qt.KeyboardModifier.ShiftModifier)],
)
def test_the_wheel_slides_it_and_nothing_else(shown, across, down, keys):
    other, words = box(shown, "1,318.5"), box(shown, "The port")
    before = box(shown, "Region101")
    turn(shown, box(shown, "Region102").center(), across, down, keys)
    assert box(shown, "Region101").left() == pytest.approx(before.left() - slid(shown), abs=0.1)
    assert slid(shown) > 50
    assert (box(shown, "1,318.5"), box(shown, "The port")) == (other, words)
    turn(shown, box(shown, "Region102").center(), 10_000)
    assert slid(shown) == 0


def test_the_wheel_over_a_paragraph_slides_nothing(shown):
    turn(shown, box(shown, "The port").center(), -240)
    assert slid(shown) == 0


def test_its_bar_is_dragged(shown):
    bar = shown.view.wide.bar(
        shown.view.document().findBlock(
            shown.view.content.map.position(tables.span_of(shown, "Region300").start)
        )
    )
    begin = bar.center() - shown.view.offset()
    hands.drag(shown, begin, begin + QPointF(60, 30), begin + QPointF(4_000, 0))
    assert is_seen(shown, "Region019")
    assert shown.selection() is None


def test_the_caret_is_always_seen(shown):
    start = tables.span_of(shown, "Region015").start
    shown.view.set_caret(shown.view.content.map.position(start))
    assert is_seen(shown, "Region014")
    shown.view.setFocus()
    hands.press(shown, KEY.Key_Home)
    for _ in range(30):
        hands.press(shown, KEY.Key_Left)
    assert shown.view.cursorRect().left() >= GUTTER - 2
    hands.press(shown, KEY.Key_Down)
    assert shown.view.cursorRect().left() >= GUTTER - 2


def test_found_words_slide_into_view(shown):
    span = tables.span_of(shown, "Region217")
    shown.set_hits((span,))
    shown.go_to(span)
    assert is_seen(shown, "Region217")
    shown.go_to(tables.span_of(shown, "Region200"))
    assert is_seen(shown, "Region200")


def test_slid_cells_are_selected_and_highlighted_where_they_are_seen(shown, theme):
    turn(shown, box(shown, "Region102").center(), -1_200)
    words = next(f"Region1{n:02}" for n in range(20) if is_seen(shown, f"Region1{n:02}") and n > 3)
    after = f"Region1{int(words[-2:]) + 1:02}"
    tables.drag(shown, words, after)
    assert tables.quoted(shown) == f"{words}\t{after}"
    made = hands.mark(shown.view.content.article, shown.selection(), colour=Colour.GREEN)
    shown.view.unselect()
    shown.set_highlights((made,))
    image = hands.page_image(shown)
    assert hands.pixels(image, theme.palette.fill(Colour.GREEN), box(shown, words)) > 100


def test_a_drag_beyond_the_edge_slides_on(shown):
    begin = box(shown, "Region104").center()
    further = [QPointF(GUTTER + shown.view.content.measure + 20, begin.y())] * 12
    hands.drag(shown, begin, *further)
    assert slid(shown) > 100
    assert tables.quoted(shown).count("\t") > 3
    assert "\n" not in tables.quoted(shown)


def test_the_margins_stay_clean(shown, theme):
    turn(shown, box(shown, "Region102").center(), -500)
    shown.view.select(*shown.view.content.map.range(shown.view.content.article.blocks[1].span))
    image, row = hands.page_image(shown), box(shown, "Region105")
    for left in (0, GUTTER + shown.view.content.measure + 2):
        margin = row.adjusted(0, 0, 0, 0)
        margin.setLeft(left)
        margin.setRight(left + GUTTER - 3)
        area = margin.toAlignedRect()
        assert hands.pixels(image, theme.palette.page, area) == area.width() * area.height()


def test_edges_out_of_sight_are_not_painted(shown, theme):
    span = Span(tables.span_of(shown, "Region101").start, tables.span_of(shown, "Region104").end)
    made = hands.mark(shown.view.content.article, span)
    shown.set_highlights((made,))
    shown.marking.choose(made.id)
    turn(shown, box(shown, "Region102").center(), -1_600)
    assert edge_handles.ends(shown.view)[0][0].x() < 0
    image, edge = hands.page_image(shown), theme.palette.edge(made.colour)
    left = box(shown, "Region105")
    left.setLeft(0)
    left.setRight(GUTTER - 2)
    assert hands.pixels(image, edge, left) == 0


def test_it_stands_where_it_was_slid_after_qt_has_laid_it_out_anew(shown):
    turn(shown, box(shown, "Region102").center(), -500)
    before = box(shown, "Region108")
    document = shown.view.document()
    document.markContentsDirty(0, document.characterCount())
    hands.page_image(shown)
    assert box(shown, "Region108") == before
