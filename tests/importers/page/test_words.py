from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers.page.words import Words
from clipreader.model import Role


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["  One\n", "\ttwo "], "One two"),
        (["One ", " two"], "One two"),
        (["One", "two"], "Onetwo"),
        (["One\u00a0 ", "two"], "One\u00a0 two"),
        (["", " ", "\n"], ""),
    ],
)
def test_white_space_becomes_one_blank(pieces, text):
    words = Words()
    for piece in pieces:
        words.add(piece)
    assert words.finished()[0] == text


def test_line_breaks_become_blanks_and_two_end_a_paragraph():
    words = Words()
    words.line_break()
    assert not words.ends_in_break()
    words.add("One ")
    words.line_break()
    assert words.ends_in_break()
    words.add(" two")
    assert words.finished()[0].split() == ["One", "two"]


@pytest.mark.parametrize(
    ("line", "bold", "expected"),
    [
        ("word " * 20 + "end.", False, True),
        ("word " * 20 + "said so: “Yes.”", False, True),
        ("word " * 20 + "without an end", False, False),
        ("12 Quay Street.", False, False),
        ("Half a crane", True, True),
        ("", False, False),
    ],
)
def test_one_line_break_ends_what_is_a_paragraph(line, bold, expected):
    words = Words()
    words.add(line)
    if bold:
        words.mark(Role.STRONG, 0)
    assert words.ends_a_paragraph() is expected


def test_marks_move_with_the_text_and_lose_their_blanks():
    words = Words()
    words.add("  A ")
    start = words.length
    words.add("bold word ")
    words.mark(Role.STRONG, start)
    text, (mark,) = words.finished()
    assert text == "A bold word"
    assert text[mark.span.start : mark.span.end] == "bold word"


def test_a_link_without_an_address_counts_as_linked_but_is_no_mark():
    words = Words()
    words.add("here")
    words.mark(Role.LINK, 0, None)
    assert words.linked == 4
    assert words.finished() == ("here", ())


def test_text_that_changes_loses_its_marks_rather_than_shift_them():
    words = Words()
    words.add("so\u00adft")
    words.mark(Role.STRONG, 0)
    assert words.finished() == ("soft", ())
    assert words.changed == "so\u00adft"


@given(st.lists(st.text(alphabet="ab \n\u00a0é", max_size=6), max_size=8))
def test_marks_stay_inside(pieces):
    words = Words()
    for piece in pieces:
        start = words.length
        words.add(piece)
        words.mark(Role.EMPHASIS, start)
    text, marks = words.finished()
    assert "".join(text.split()) == "".join("".join(pieces).split())
    for mark in marks:
        assert text[mark.span.start : mark.span.end].strip()
