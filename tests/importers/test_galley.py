from __future__ import annotations

import pytest

from clipreader.importers.aside import Aside, Rows
from clipreader.importers.galley import MOST_PARAGRAPHS, MOST_PICTURES, Galley, LeftOut
from clipreader.importers.paragraph import Face
from clipreader.importers.properties import candidates_of
from clipreader.importers.style_names import hint_of
from clipreader.model import Hint, Line, Role, UnreadableSource
from tests.importers.documents.manuscript import png

LONG = "The last boat came in at twenty past nine on Tuesday, with two dogs and a piano on board."
BOLD = Face(strong=True)


def galley(*paragraphs: tuple[Hint, str, int | None, float]) -> Galley:
    made = Galley("a.docx")
    for hint, words, level, size in paragraphs:
        made.begin(hint, level)
        made.add(words, Face(size=size))
        made.end()
    return made


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["One\t\n two ", " three"], ["One two three"]),
        (["One", None, "two"], ["One two"]),
        (["One", None, None, "two"], ["One", "two"]),
        ([LONG, None, "two"], [LONG, "two"]),
        ([LONG[:-1], None, "two"], [f"{LONG[:-1]} two"]),
        ([None, None, "two"], ["two"]),
        (["no\u00a0break", " "], ["no\u00a0break"]),
        (["NUL\0 and \ud800 half"], ["NUL and \ufffd half"]),
    ],
)
def test_white_space_and_line_breaks(runs, expected):
    made = Galley("a")
    made.begin()
    for run in runs:
        if run is None:
            made.line_break()
        else:
            made.add(run)
    assert [line.text for line in made.finished()] == expected


def test_bold_words_on_a_line_of_their_own_are_a_paragraph():
    made = Galley("a")
    made.begin()
    made.add("A promise", BOLD)
    made.line_break()
    made.add("made in winter")
    assert [line.text for line in made.finished()] == ["A promise", "made in winter"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 2, 3], [(Hint.TITLE, None), (Hint.HEADING, 2), (Hint.HEADING, 3)]),
        ([1, 1, 2], [(Hint.TITLE, None), (Hint.HEADING, 2), (Hint.HEADING, 3)]),
        ([2, 3], [(Hint.HEADING, 2), (Hint.HEADING, 3)]),
        ([0, 1, 2], [(Hint.TITLE, None), (Hint.HEADING, 2), (Hint.HEADING, 3)]),
        ([0, 2], [(Hint.TITLE, None), (Hint.HEADING, 2)]),
    ],
)
def test_levels_leave_room_for_the_title(levels, expected):
    """Level 0 stands for a paragraph that is called the title."""
    made = galley(
        *(
            (Hint.HEADING, "x", level, 9.0) if level else (Hint.TITLE, "x", None, 9.0)
            for level in levels
        )
    )
    assert [(line.hint, line.level) for line in made.finished()] == expected


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([20, 10, 10], 0), ([9, 20, 10], 1), ([11, 10, 10], None), ([10] * 20 + [30], None)],
)
def test_the_largest_line_near_the_top_is_the_title(sizes, expected):
    made = galley(*((Hint.PARAGRAPH, LONG, None, float(size)) for size in sizes))
    found = [at for at, line in enumerate(made.finished()) if line.hint == Hint.TITLE]
    assert found == ([] if expected is None else [expected])


def test_a_heading_is_not_bold_by_itself_but_its_link_stays():
    made = Galley("a")
    made.begin(Hint.TITLE)
    made.add("A title", Face(strong=True, emphasis=True, target="https://e.example"))
    (line,) = made.finished()
    assert [mark.role for mark in line.marks] == [Role.LINK]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["a", "b"], ["c", "d"]], "a\tb\nc\td"),
        ([["a", "b"], ["", " "], ["c\n", "d"]], "a\tb\nc\td"),
        ([["a", "b"]], None),
        ([["a"], ["b"], ["c", "d"]], None),
        ([["a", "b"], ["c", LONG * 5]], None),
    ],
)
def test_a_table_of_data_is_one_line(rows, expected):
    made = Galley("a")
    assert made.table(rows) == (expected is not None)
    assert [line.text for line in made.finished()] == ([expected] if expected else [])


def test_a_table_that_is_told_late_keeps_its_words():
    rows = Rows()
    rows.cell.begin()
    rows.cell.add(LONG)
    made = Galley("a")
    rows.told(made)
    rows.told(made)
    assert [line.text for line in made.finished()] == [LONG]


def test_what_was_set_aside_is_told_in_order():
    aside = Aside()
    aside.begin(Hint.LIST_ITEM, 1, 7)
    aside.add("a")
    aside.line_break()
    aside.add("b")
    aside.end()
    aside.picture(png())
    made = Galley("a")
    aside.told(made)
    (line,) = made.finished()
    assert (line.text, line.number, aside.words.split()) == ("a b", 7, ["a", "b"])
    assert len(made.images) == 1


def test_no_more_pictures_and_paragraphs_than_an_article_has():
    made = Galley("a.docx")
    for _ in range(MOST_PICTURES + 5):
        made.picture(png())
    assert len(made.images) == MOST_PICTURES
    assert not made.takes_pictures
    assert made.notes() == ("No more than 200 pictures were taken.",)
    with pytest.raises(UnreadableSource, match=r"“a\.docx” is too long to be an article\."):
        for _ in range(MOST_PARAGRAPHS + 1):
            made.begin()


def test_notes_stand_in_one_order():
    made = Galley("a")
    made.picture(b"no picture")
    made.leave_out(LeftOut.COMMENTS)
    made.leave_out(LeftOut.DELETED)
    made.leave_out(LeftOut.COMMENTS)
    assert [note.split()[0] for note in made.notes()] == ["Passages", "Comments", "1"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Title", (Hint.TITLE, None)),
        ("heading 3", (Hint.HEADING, 3)),
        ("Heading_20_2", (Hint.HEADING, 2)),
        ("List Bullet 2", (Hint.LIST_ITEM, 2)),
        ("caption", (Hint.CAPTION, None)),
        ("Byline", (Hint.BYLINE, None)),
        ("Normal", None),
        ("heading", None),
        ("My heading 2", None),
    ],
)
def test_what_the_name_of_a_style_says(name, expected):
    assert hint_of(name) == expected


@pytest.mark.parametrize(
    ("author", "text", "is_taken"),
    [
        ("Ana Ruiz", "By ANA RUIZ", True),
        ("Ana Ruíz", "By Ana Ruiz", True),
        ("Ana Ruiz", "By someone else", False),
        ("admin", "By admin", False),
    ],
)
def test_an_author_counts_if_the_text_names_the_same_person(author, text, is_taken):
    found = candidates_of([Line(text)], title=None, author=author, language=None)
    assert [one.value for one in found] == ([(author,)] if is_taken else [])
