"""How a table is set: sizes, columns, heights, and when it is set with tab stops."""

from dataclasses import replace
from itertools import pairwise

import pytest

from clipreader.model import Part, Role, Span
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.reader_styles import STYLES, Typesetter, Typography
from clipreader.ui.reader_tables import MOST_WORK, set_table, work_of
from clipreader.ui.theme import LIGHT
from tests.ui import hands, tables

R = Role
MEASURE = 560


def setter(measure=MEASURE, size=17.5):
    return Typesetter(LIGHT, Typography(font_size=size, measure=measure))


def put(words, *, head=True, **look):
    article = tables.around(words, head=head)
    return set_table(article, article.blocks[1], article.marks, setter(**look))


def rows(table):
    return [table.rows[start] for start in sorted(table.rows)]


@pytest.fixture(autouse=True)
def faces(qapp_fonts):
    """The faces with which the words are measured."""


@pytest.mark.parametrize("words", [tables.COSTS, tables.SAID, tables.CITIES])
@pytest.mark.parametrize("measure", [200, 352, MEASURE])
@pytest.mark.parametrize("size", [11, 17.5, 30])
def test_cells_stand_side_by_side_within_the_measure(words, measure, size):
    for row in rows(put(words, measure=measure, size=size)):
        cells = sorted(row.cells, key=lambda cell: cell.left)
        assert cells[0].left >= -0.01
        assert cells[-1].left + cells[-1].width <= row.of.width + 0.01
        assert row.of.hidden == 0 or measure == 200 or size == 30, "a usual table fits the page"
        for one, next_one in pairwise(cells):
            assert one.left + one.width < next_one.left


def test_numbers_stand_at_the_right_and_words_at_the_left():
    first = rows(put(tables.COSTS))[1]
    assert [cell.at_right for cell in first.cells] == [False, True, True]
    assert first.cells[-1].left + first.cells[-1].width == pytest.approx(MEASURE, abs=0.1)


def test_a_table_from_right_to_left_is_mirrored():
    first = rows(put(tables.CITIES))[1]
    assert all(cell.at_right for cell in first.cells)
    assert first.cells[0].left > first.cells[1].left
    assert first.cells[0].left + first.cells[0].width == pytest.approx(MEASURE, abs=0.1)


@pytest.mark.parametrize(("head", "heads"), [(True, [True, False]), (False, [False, False])])
def test_a_head_is_a_first_row_that_is_strong(head, heads):
    assert [row.is_head for row in rows(put("a\tb\nc\td", head=head))] == heads


def test_a_first_row_that_is_strong_in_part_is_no_head():
    article = tables.around("a\tb\nc\td", head=False)
    start = article.blocks[1].span.start
    article = replace(article, marks=(Part(R.STRONG, Span(start, start + 1)),))
    table = set_table(article, article.blocks[1], article.marks, setter())
    assert not any(row.is_head for row in rows(table))


def test_a_row_is_as_high_as_its_longest_cell():
    low, high = rows(put(tables.SAID))[0], rows(put(tables.SAID))[1]
    lines = [round((row.height - 2 * row.pad) / row.pitch, 3) for row in (low, high)]
    assert lines[0] == 1
    assert lines[1] >= 2
    assert lines[1] == int(lines[1])


def test_short_columns_keep_their_words_in_one_line():
    names, offices, said = rows(put(tables.SAID))[1].cells
    assert said.width > names.width + offices.width
    for cell, words in ((names, "Elena Duarte"), (offices, "Port director")):
        assert cell.width >= setter().advance(STYLES[R.TABLE], words)
    narrow = put(tables.SAID, measure=352)
    assert rows(narrow)[1].height > rows(put(tables.SAID))[1].height


def test_a_cell_alone_in_its_row_has_the_whole_row():
    heading = rows(put("a\tb\nIn the north quay and in the south basin\n1\t2"))[1]
    (cell,) = heading.cells
    assert (cell.left, cell.width) == (0, MEASURE)


def test_long_words_make_the_letters_smaller_before_they_break():
    words = "\t".join(["Responsibility", "Administration", "Infrastructure", "Communication"])
    usual = STYLES[R.TABLE].size
    assert put(f"{words}\n1\t2\t3\t4", measure=560).style.size == usual
    assert put(f"{words}\n1\t2\t3\t4", measure=440).style.size < usual


@pytest.mark.parametrize(
    "words",
    [
        "one column\nonly",
        "a\tb\u2028c\n1\t2",
        "a\tb\n" + "x" * 6_000 + "\t1",
    ],
)
def test_what_has_no_columns_or_no_end_is_set_with_tab_stops(words):
    assert put(words) is None


def test_a_table_with_parts_that_are_not_shown_is_set_with_tab_stops():
    article = tables.around("a\tb\nc\td", head=False)
    start = article.blocks[1].span.start
    left = (Part(R.LEFTOVER, Span(start, start + 1)),)
    assert set_table(article, article.blocks[1], left, setter()) is None


def test_the_text_of_the_article_is_in_the_document_unit_for_unit():
    article = tables.around(tables.SAID, tables.CITIES)
    document = ReaderDocument(article, setter())
    for block in article.parts(R.TABLE):
        begin, stop = document.map.range(block.span)
        raw = document.document.toRawText()[begin:stop]
        said = article.quote(block.span)
        assert raw.replace("\u2028", "\t").replace("\u2029", "\n") == said


def test_one_article_has_so_much_in_columns_and_the_rest_with_tab_stops():
    half = "\n".join(["a\tb\tc"] * (MOST_WORK // 5))
    article = tables.around(half, "a\tb\nc\td", half, "e\tf", head=False)
    document = ReaderDocument(article, setter())
    blocks = article.parts(R.TABLE)
    assert work_of(article, blocks[0]) > MOST_WORK / 2
    firsts = [document.map.range(block.span)[0] for block in blocks]
    rows = [document.row_of(document.document.findBlock(place)) for place in firsts]
    assert [row.cells is not None for row in rows] == [True, True, False, True]


@pytest.mark.parametrize(
    ("words", "measure"),
    [("漢字の表は長い\t" * 4 + "漢字", 300), ("a-long-word-with-dashes\tb\tc", 120)],
)
def test_words_without_spaces_are_broken_where_their_script_allows(words, measure):
    assert put(f"{words}\n1\t2\t3", measure=measure) is not None


def test_code_keeps_its_tabs():
    document = ReaderDocument(hands.blocks((R.TABLE, "a\tb\n1\t2"), (R.CODE, "c\td")), setter())
    last = document.document.lastBlock()
    assert last.text() == "c\td"
