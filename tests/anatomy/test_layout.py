"""Hard-wrapped lines are joined, all others stay."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.anatomy.layout import joined
from clipreader.model import Hint, Line

PARAGRAPHS = [
    "The lamp on the point has been lit every night for a hundred and thirty-one years, and for "
    "the last four of them nobody has been responsible for it, as both ministries agree.",
    "The ministry of culture says that it took over the walls and not the light. The ministry of "
    "the sea was founded in 2021 and has not found the file, nor has it looked for it.",
    "A decision is expected in the autumn from a working group that has met once, by telephone.",
]


def lines_of(*blocks: str) -> tuple[Line, ...]:
    """Lines as a pasted text has them, an empty line between the blocks."""
    return tuple(
        Line(text, blank_before=at == 0 and number > 0)
        for number, block in enumerate(blocks)
        for at, text in enumerate(block.split("\n"))
    )


def test_a_table_between_wrapped_paragraphs_stays_whole() -> None:
    wrapped = lines_of(*(textwrap.fill(text, 72) for text in PARAGRAPHS))
    table = Line("Year\tLamps\n2021\t3", Hint.TABLE)
    assert [line.text for line in joined((*wrapped, table, *wrapped))] == [
        *PARAGRAPHS,
        table.text,
        *PARAGRAPHS,
    ]


@pytest.mark.parametrize("width", [60, 72, 78])
def test_wrapped_paragraphs_become_whole(width: int) -> None:
    wrapped = [textwrap.fill(text, width) for text in PARAGRAPHS]
    lines = joined(lines_of("Who Owns the Lamp?", "By Piers Lund\n28 June 2024", *wrapped))
    assert [line.text for line in lines] == [
        *("Who Owns the Lamp?", "By Piers Lund", "28 June 2024"),
        *PARAGRAPHS,
    ]


def test_a_paragraph_a_line_stays() -> None:
    lines = tuple(Line(text) for text in ("The Lamp", *PARAGRAPHS))
    assert joined(lines) == lines


def test_marked_up_lines_are_never_joined() -> None:
    wrapped = lines_of(*(textwrap.fill(text, 72) for text in PARAGRAPHS))
    hinted = (Line("The Lamp", Hint.TITLE), *wrapped)
    assert joined(hinted) == hinted


def test_line_feeds_stay_in_tables_and_code_only() -> None:
    lines = joined((Line("a\nb", Hint.TABLE), Line("a\nb", Hint.CODE), Line("a\nb"), Line(" ")))
    assert [line.text for line in lines] == ["a\nb", "a\nb", "a b"]


@settings(deadline=None)
@given(st.lists(st.builds(Line, text=st.text(max_size=90), blank_before=st.booleans())))
def test_no_visible_character_changes(lines: list[Line]) -> None:
    came = "".join("".join(line.text.split()) for line in lines)
    assert "".join("".join(line.text.split()) for line in joined(lines)) == came
