"""Lines of print are read in the order in which a person reads them."""

from __future__ import annotations

import pytest

from clipreader.importers import pdf
from clipreader.importers.pdf_order import ordered
from clipreader.importers.pdf_pages import PrintedLine, PrintedPage
from clipreader.model import Source
from tests.importers.documents.printing import Set, column, wrapped
from tests.importers.documents.printing import pdf as written

FIRST = (
    "The last boat came in at twenty past nine on Tuesday, with forty-one passengers, two dogs and "
    "a piano that nobody had announced to the harbour master of the town."
)
SECOND = (
    "“We were told that somebody must always be there”, said Mara Ellery, who is sixty-three and "
    "mends the nets of her neighbours by day. Nothing will be decided before the coming autumn."
)
THIRD = (
    "The harbour’s own register bears her out: not one night of all those forty years is missing, "
    "and on some of them, the handwriting says, no boat came in before the morning."
)
TEXT = [FIRST, SECOND, THIRD]
TITLE = Set("The night ferry", 60, 770, 24, True)


def read(data: bytes):
    return pdf.read(Source("a.pdf", data, pdf.MEDIA_TYPE))


def texts(*pages: list[Set]) -> list[str]:
    return [line.text for line in read(written(pages)).lines]


@pytest.mark.parametrize(
    ("initial", "rest", "expected"),
    [
        ("T", "he last boat", "The last boat"),
        ("T", "HE LAST boat", "THE LAST boat"),
        ("A", "boat", "A boat"),
        ("A", "ll boats", "All boats"),
        ("A", "Tuesday", "A Tuesday"),
        ("“T", "he last boat", "“The last boat"),
    ],
)
def test_a_large_initial_belongs_to_its_word(initial, rest, expected):
    size = 36
    beside = 60 + len(initial) * size * 0.6 + 3
    tail = " came in at last. " + THIRD.replace(".", ", said the keeper of the book, who knew.")
    narrow = wrapped(rest + tail, 540 - beside, 10)[:3]
    wide = wrapped((rest + tail).removeprefix(" ".join(narrow)).strip(), 480, 10)
    lines = [
        Set(initial, 60, 676, size),
        *(Set(text, beside, 700 - at * 12) for at, text in enumerate(narrow)),
        *(Set(text, 60, 664 - at * 12) for at, text in enumerate(wide)),
    ]
    found = texts([TITLE, *lines, *column([SECOND], top=600)])
    assert found[1] == expected + tail
    assert found[2:] == [SECOND]


def test_a_wide_blank_is_no_column_where_lines_run_across_it():
    across = [PrintedLine("a line across", 0, 100, 50 - at, 10) for at in (10, 20, 30)]
    parts = [PrintedLine("two", 0, 20, 10, 10), PrintedLine("words", 60, 100, 10, 10)]
    (lines,) = ordered([PrintedPage(100, [*across, *parts])]).pages
    assert [line.text for line in lines[3:]] == ["two words"]
    (lines,) = ordered([PrintedPage(100, parts)]).pages
    assert [line.text for line in lines] == ["two", "words"]


def test_columns_that_the_file_sets_across_are_read_one_by_one():
    left = column([FIRST, SECOND], room=210, gap=0, indent=2)
    right = column([THIRD, FIRST], room=210, gap=0, indent=2, x=330)
    mixed = sorted([*left, *right], key=lambda one: (-one.y, one.x))
    draft = read(written([[TITLE, *mixed]]))
    assert [line.text for line in draft.lines] == ["The night ferry", FIRST, SECOND, THIRD, FIRST]
    assert any("in no order" in note for note in draft.notes)


def test_words_across_the_columns_part_what_stands_above_and_below():
    left = column([FIRST, SECOND], room=210, gap=0, indent=2, top=640)
    right = column([THIRD, FIRST], room=210, gap=0, indent=2, top=640, x=330)
    mixed = sorted([*left, *right], key=lambda one: (-one.y, one.x))
    across = Set("This stands across both of the columns, and above them.", 60, 660, 13)
    found = texts([*mixed, across, Set("Above", 60, 680), TITLE])
    assert found == ["The night ferry", "Above", across.text, FIRST, SECOND, THIRD, FIRST]
