"""Corrections, kept in the order they were made."""

from __future__ import annotations

import pytest

from clipreader.library import corrections, journal
from clipreader.library.corrections import Correction
from clipreader.model import Role, Selector

PLACE = Selector(Role.CAPTION, "“words”", "before", "", 3, 10)
MADE = [
    Correction("role", PLACE, ["headline", None]),
    Correction("credit", PLACE, [4, 9, "EPA"]),
    Correction("credit", PLACE, None),
    Correction("field", None, ["authors", ["A", "B"]]),
    Correction("field", None, ["place", None]),
    Correction("accept", PLACE, None),
]


def kept(library) -> list[Correction]:
    with library.reading() as connection:
        return list(corrections.of_article(connection, 1))


def test_come_back_in_their_order(library, article):
    for made in MADE:
        with library.writing("Correct") as work:
            corrections.add(work, 1, made)
    assert kept(library) == MADE


@pytest.mark.parametrize("made", MADE)
def test_are_undone(library, article, made):
    with library.writing("Correct") as work:
        corrections.add(work, 1, made)
    with library.writing() as work:
        journal.step_back(work.connection)
    assert kept(library) == []
    with library.writing() as work:
        journal.step_on(work.connection)
    assert kept(library) == [made]
