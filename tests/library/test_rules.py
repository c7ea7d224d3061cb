"""Rules are kept, changed, removed, and come back with Undo to the letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clipreader.library import Library, checking, journal, open_library, rules
from clipreader.library.journal import Work
from clipreader.model import Match, Role, Rule

DAY = datetime(2024, 7, 5, 6, 30, tzinfo=UTC)
CUE = Rule("b", Match.BEGINS, "FOTO:", Role.CAPTION, "Puerto Diario", DAY)
APPEAL = Rule("a", Match.WHOLE, "¡Apóyanos!\n“Hoy”", Role.BOILERPLATE, None, DAY, is_on=False)


def kept(library: Library) -> tuple[Rule, ...]:
    with library.reading() as connection:
        assert list(checking.problems(connection, library.originals)) == []
        return rules.every(connection)


def raw(library: Library) -> list[tuple[object, ...]]:
    with library.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM rules ORDER BY id")]


@pytest.fixture
def both(library: Library) -> Library:
    with library.writing("Make a rule") as work:
        rules.add(work, CUE)
        rules.add(work, APPEAL)
    return library


def test_they_come_back_over_a_restart(both: Library) -> None:
    assert kept(both) == (APPEAL, CUE)
    both.close()
    with open_library(both.folder) as again:
        assert kept(again) == (APPEAL, CUE)


def test_a_rule_gets_the_time_of_its_making(library: Library) -> None:
    with library.writing("Make a rule") as work:
        made = rules.add(work, replace(CUE, made=None))
    assert made.made is not None
    assert abs((datetime.now(UTC) - made.made).total_seconds()) < 60
    assert kept(library) == (made,)


def test_what_cannot_be_stored_is_replaced(library: Library) -> None:
    with library.writing("Make a rule") as work:
        made = rules.add(work, replace(CUE, words="FO\0TO\ud800:", publisher="\udfffDiario"))
    assert (made.words, made.publisher) == ("FOTO\ufffd:", "\ufffdDiario")
    assert kept(library) == (made,)


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (lambda work: rules.remove(work, ["a", "x"]), (CUE,)),
        (lambda work: rules.change(work, replace(CUE, is_on=False, words="Bild:")),
         (APPEAL, replace(CUE, is_on=False, words="Bild:"))),
        (lambda work: rules.add(work, replace(CUE, id="c")), (APPEAL, CUE, replace(CUE, id="c"))),
    ],
    ids=["remove", "change", "add"],
)  # fmt: skip
def test_each_change_can_be_undone_and_done_again(
    both: Library, change: Callable[[Work], object], after: tuple[Rule, ...]
) -> None:
    before = raw(both)
    with both.writing("Change") as work:
        change(work)
    done = raw(both)
    assert kept(both) == after
    with both.writing() as work:
        label, touched = journal.step_back(work.connection)
    assert (label, {row.article for row in touched}) == ("Change", {None})
    assert raw(both) == before
    with both.writing() as work:
        journal.step_on(work.connection)
    assert raw(both) == done


def test_a_rule_that_is_not_there_is_not_changed(both: Library) -> None:
    with both.writing("Change") as work:
        assert not rules.change(work, replace(CUE, id="x"))
        assert rules.change(work, CUE)
        assert work.touched == ()


def test_a_row_that_means_nothing_is_left_out_and_told(both: Library) -> None:
    with both.writing() as work:
        work.connection.exec_driver_sql("UPDATE rules SET role = 'poem' WHERE id = 'a'")
    with both.reading() as connection:
        assert rules.every(connection) == (CUE,)
        (told,) = checking.problems(connection, both.originals)
    assert told.startswith("Your rule for")
