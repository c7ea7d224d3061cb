"""Where the lines of a table stand, and what is painted on and under them."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from clipreader.model import Colour, Role, Span
from clipreader.ui.theme import Theme
from tests.ui import hands, tables

R = Role
CELLS = st.text(st.sampled_from("ab 1,é漢😀ש"), max_size=24)
RANDOM = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=5).map(
    lambda rows: "\n".join("\t".join(row) for row in rows)
)


@pytest.fixture
def article():
    return tables.around(tables.COSTS, tables.SAID)


@pytest.fixture
def shown(reader, opened, article):
    reader.show_article(opened(article))
    return reader


def places(reader, index):
    """Every caret position of a table with the middle of the caret in the viewport."""
    view = reader.view
    begin, stop = view.content.map.range(reader._article.blocks[index].span)
    for place in range(begin, stop + 1):
        yield place, QPointF(view.caret_rect(place).center())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(RANDOM)
def test_every_offset_of_a_table_has_a_place_and_comes_back(reader, opened, words):
    article = tables.around(words, head=False)
    reader.show_article(opened(article))
    block, found = article.blocks[1], reader.view.content.map
    for point in range(block.span.start, block.span.end + 1):
        assert found.point(found.position(point)) == point
    for start in range(block.span.start, block.span.end):
        assert found.span(*found.range(Span(start, block.span.end))) == Span(start, block.span.end)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(RANDOM, st.sampled_from([480, 900]))
def test_rows_hold_their_lines_and_stand_one_under_the_other(reader, opened, words, width):
    reader.resize(width, 800)
    reader.show_article(opened(tables.around(words, head=False)))
    view = reader.view
    document, rows = view.document(), view.content.table_rows
    for number, row in rows.items():
        block = document.findBlockByNumber(number)
        top = block.layout().position().y()
        lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
        assert all(line.y() >= 0 and line.y() + line.height() <= row.height + 1 for line in lines)
        under = block.next().layout().position().y()
        assert under - top >= row.height - 0.5
        told = [(line.textStart(), line.textStart() + line.textLength()) for line in lines]
        assert told[0][0] == 0
        assert all(one[1] == after[0] for one, after in pairwise(told))
        assert told[-1][1] >= block.length() - 1


@pytest.mark.parametrize(
    ("words", "off"),
    [(tables.COSTS, 0), (tables.SAID, 0), (tables.CITIES, 4)],  # Arabic joins two letters to one
)
@pytest.mark.parametrize("width", [480, 900])
def test_a_point_gives_the_letter_that_is_there(reader, opened, words, off, width):
    reader.resize(width, 1200)
    reader.show_article(opened(tables.around(words)))
    for place, point in places(reader, 1):
        found = reader.view.position_at(point)
        # Where directions meet, two places of the text are one on the page.
        seen = QPointF(reader.view.caret_rect(found).center())
        assert found == place or (seen - point).manhattanLength() <= off


def test_a_highlight_over_cells_is_painted_on_their_words_only(reader, opened, theme):
    article = tables.around(tables.COSTS)
    span = Span(hands.span_of(article, "1,318.5").start, hands.span_of(article, "South").end)
    reader.show_article(opened(article, (hands.mark(article, span, colour=Colour.GREEN),)))
    boxes = hands.rects(reader, span)
    assert len(boxes) == 2
    image, fill = hands.page_image(reader), theme.palette.fill(Colour.GREEN)
    assert all(hands.pixels(image, fill, box) > box.width() * box.height() / 3 for box in boxes)
    for words in ("North quay", "1,204", "77"):
        assert not hands.pixels(image, fill, hands.rects(reader, hands.span_of(article, words))[0])


def test_found_words_in_a_cell_are_marked_and_brought_into_view(reader, opened):
    reader.resize(900, 300)
    article = tables.around(*[tables.COSTS] * 9)
    reader.show_article(opened(article))
    start = article.text.rindex("1,318.5")
    reader.set_hits((Span(start, start + 7),))
    reader.go_to(Span(start, start + 7))
    (box,) = hands.rects(reader, Span(start, start + 7))
    assert reader.view.viewport().rect().contains(box.toAlignedRect())


def lefts(reader):
    return [hands.rects(reader, tables.span_of(reader, w))[0].left() for w in ("Line", "2023")]


def test_columns_stand_again_after_qt_has_laid_the_document_out_anew(shown):
    before = lefts(shown)
    document: QTextDocument = shown.view.document()
    document.markContentsDirty(0, document.characterCount())
    QApplication.processEvents()
    hands.page_image(shown)
    assert lefts(shown) == before


@pytest.mark.parametrize("width", [420, 700, 1300])
def test_columns_follow_the_width_and_the_size_of_the_letters(shown, width):
    shown.resize(width, 800)
    shown.set_typography(22, 620, 1.5)
    box = hands.rects(shown, tables.span_of(shown, "1,318.5"))[0]
    column = shown.view.content.measure
    assert box.right() <= 28 + column + 1
    assert box.right() == pytest.approx(28 + column, abs=2)


def test_rules_lie_under_the_rows_in_the_colours_of_the_theme(reader, opened):
    article = tables.around("a\tb\nc\td")
    for name in ("light", "dark"):
        reader._theme.set_choice(name)
        reader.show_article(opened(article))
        palette = Theme(name).palette
        image, top = hands.page_image(reader), hands.rects(reader, hands.span_of(article, "a"))[0]
        under = top.adjusted(0, 0, 500, 12)
        assert hands.rows_of(image, palette.faint, under), "no line under the head"
        second = hands.rects(
            reader, Span(article.text.index("c\td"), article.text.index("c\td") + 1)
        )
        assert hands.rows_of(image, palette.line, second[0].adjusted(0, 0, 500, 12))
