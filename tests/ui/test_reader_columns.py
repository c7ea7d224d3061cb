"""How a table's room is shared among its columns, and which of them hold numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.model import Span
from clipreader.ui.reader_columns import is_numbers, placed, rows_of, shared

WIDTHS = st.lists(st.floats(1, 900), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("\tb\n\n\t\t", [["", "b"], [""], ["", "", ""]]),
        ("alone", [["alone"]]),
        ("", [[""]]),
    ],
)
def test_cells_are_what_stands_between_tabs_and_line_feeds(words, cells):
    text = f"before\n{words}\nafter"
    block = Span(7, 7 + len(words))
    found = rows_of(text, block)
    assert [[text[c.start : c.end] for c in row] for row in found] == cells
    assert found[-1][-1].end == block.end


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "20", "300"],
        ["1,204", "1 318.5", "−7"],
        ["12 %", "0.4%", "–", ""],
        ["$3.5", "€ 12", "(40)"],
        ["3.5bn", "12 km", "4°"],
        ["2019–20", "14:05", "3/4"],
        ["n/a", "17"],
        ["٩٥٠٠", "١٢"],
    ],
)
def test_a_column_of_numbers_is_known(cells):
    assert is_numbers(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["–", ""],
        [],
        ["1", "two"],
        ["12 March 2024"],
        ["Line 3", "4"],
        ["A1", "B2"],
        ["3 ships and a tug"],
    ],
)
def test_a_column_of_words_is_no_column_of_numbers(cells):
    assert not is_numbers(cells)


@pytest.mark.parametrize(
    ("natural", "least", "elastic", "widths"),
    [
        ([100, 50, 50], [10, 10, 10], [0], [400, 50, 50]),
        ([100, 150], [10, 10], [], [200, 300]),
        ([100, 900], [10, 10], [0, 1], [100, 400]),
        ([1600, 400], [10, 10], [0], [333.33, 166.67]),
        ([100, 900], [60, 460], [1], None),
        ([100, 900], [60, 440], [1], [60, 440]),
    ],
)
def test_room_goes_where_the_words_are(natural, least, elastic, widths):
    found = shared(natural, least, 500, elastic)
    assert found == (pytest.approx(widths, abs=0.1) if widths else None)


@given(WIDTHS, st.floats(50, 900), st.data())
def test_columns_never_leave_their_room_nor_break_their_words(natural, room, data):
    least = [data.draw(st.floats(0.5, width)) for width in natural]
    found = shared(natural, least, room)
    if found is None:
        assert sum(least) > room
        return
    assert sum(found) <= room + 0.01
    assert all(width >= low - 0.01 for width, low in zip(found, least, strict=True))
    if sum(natural) > room:
        assert all(width <= wish + 0.01 for width, wish in zip(found, natural, strict=True))


@given(WIDTHS)
def test_columns_stand_apart_and_mirrored_from_the_other_side(widths):
    gap, room = 10.0, sum(widths) + 10.0 * (len(widths) - 1)
    there = placed(widths, gap, room, backwards=False)
    back = placed(widths, gap, room, backwards=True)
    assert there[0] == 0
    for width, left, right in zip(widths, there, back, strict=True):
        assert right == pytest.approx(room - left - width)
