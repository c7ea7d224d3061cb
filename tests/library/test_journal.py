"""The journal: exact undo and redo, over restarts, refused where something else has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipreader.library import articles, highlights, journal, open_library, shelving
from clipreader.model import Colour, UndoRefused
from tests import records
from tests.library import stored

TABLES = ("articles", "recognitions", "shelf", "highlights", "corrections", "rules")


def state(library) -> dict[str, list[tuple[object, ...]]]:
    """Every row that the journal guards, without the moment of throwing away."""
    with library.reading() as connection:
        found = {
            name: sorted(tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}"))
            for name in TABLES
        }
    found["shelf"] = [(*row[:3], row[3] is not None, *row[4:]) for row in found["shelf"]]
    return found


def undo(library) -> str:
    with library.writing() as work:
        return journal.step_back(work.connection)[0]


def redo(library) -> str:
    with library.writing() as work:
        return journal.step_on(work.connection)[0]


def labels(library) -> tuple[str, str]:
    with library.reading() as connection:
        return journal.labels(connection)


def star(library, starred: bool, label: str = "Star", group: str | None = None) -> None:
    with library.writing(label, group=group) as work:
        shelving.set_starred(work, [1], starred)


def test_undo_and_redo_walk_through_the_states(folder):
    article = records.article()
    with open_library(folder) as library:
        states = [state(library)]

        def did() -> None:
            states.append(state(library))

        stored.put(library, article)
        made = records.highlight(article, "a piano", note="one", tags=["a"])
        (kept,) = stored.mark(library, article, made)
        did()
        with library.writing("Colour") as work:
            highlights.change(work, [(replace(kept, colour=Colour.PINK), article.text)])
        did()
        with library.writing("Remove") as work:
            highlights.remove(work, [kept.id])
        did()
        with library.writing("Trash") as work:
            shelving.throw_away(work, [1])
        did()
    with open_library(folder) as library:
        for label, before in zip(["Trash", "Remove", "Colour"], states[3::-1], strict=False):
            assert labels(library)[0] == label
            assert undo(library) == label
            assert state(library) == before
    with open_library(folder) as library:
        for label, after in zip(["Colour", "Remove", "Trash"], states[2:], strict=True):
            assert labels(library)[1] == label
            assert redo(library) == label
            assert state(library) == after
        assert labels(library) == ("Trash", "")
        assert redo(library) == ""


def test_undo_of_an_import_is_the_trash(library):
    stored.put(library, records.article(), records.article())
    assert undo(library) == "Import"
    assert [row[3] for row in state(library)["shelf"]] == [True, True]
    assert redo(library) == "Import"
    assert [row[3] for row in state(library)["shelf"]] == [False, False]


def test_transactions_of_one_group_are_one_action(library):
    stored.put(library, records.article(), records.article())
    for number in (1, 2):
        with library.writing("Star", group="together") as work:
            shelving.set_starred(work, [number], True)
    assert undo(library) == "Star"
    assert [row[2] for row in state(library)["shelf"]] == [0, 0]
    assert labels(library) == ("Import", "Star")


def test_nothing_changed_is_no_action(library, article):
    star(library, False)
    assert labels(library) == ("Import", "")


def test_what_has_no_label_is_no_action(library, article):
    star(library, True, label="")
    assert labels(library) == ("Import", "")


def test_a_new_action_drops_what_could_be_redone(library, article):
    star(library, True)
    undo(library)
    star(library, True, label="Star again")
    assert labels(library) == ("Star again", "")
    assert redo(library) == ""


@pytest.mark.parametrize("is_redo", [False, True], ids=["undo", "redo"])
def test_what_was_changed_since_is_not_overwritten(library, article, is_redo):
    star(library, True)
    if is_redo:
        undo(library)
    star(library, is_redo, label="")  # by another program
    before = state(library)
    with pytest.raises(UndoRefused, match="has been changed since"):
        (redo if is_redo else undo)(library)
    assert state(library) == before
    with library.writing() as work:
        journal.give_up(work.connection, redo=is_redo)
    assert labels(library) == ("Import", "")


def test_a_refused_undo_leaves_no_half(library):
    stored.put(library, records.article(), records.article())
    with library.writing("Star") as work:
        shelving.set_starred(work, [1, 2], True)
    with library.writing() as work:
        shelving.set_starred(work, [1], False)  # the last row that undo comes to
    before = state(library)
    with pytest.raises(UndoRefused):
        undo(library)
    assert state(library) == before


def test_a_damaged_record_brings_nothing_back(library, article):
    (kept,) = stored.mark(library, article, records.highlight(article, "a piano", note="loud"))
    with library.writing("Remove") as work:
        highlights.remove(work, [kept.id])
    with library.writing() as work:
        work.connection.exec_driver_sql(
            "UPDATE action_rows SET before = replace(before, 'loud', 'lewd')"
        )
    with pytest.raises(UndoRefused, match="the record of it is damaged"):
        undo(library)
    assert stored.marks(library, article) == ()


def test_an_action_that_fails_is_not_there(library, article):
    before = state(library)
    with pytest.raises(ZeroDivisionError), library.writing("Star") as work:
        shelving.set_starred(work, [1], True)
        raise ZeroDivisionError
    assert state(library) == before
    assert labels(library) == ("Import", "")


def test_touched_says_what_changed(library, article):
    with library.writing("Star") as work:
        shelving.set_starred(work, [1], True)
        (touched,) = work.touched
    assert (touched.kind, touched.article, touched.columns) == ("shelf", 1, {"starred"})
    with library.writing() as work:
        _, (back,) = journal.step_back(work.connection)
    assert back == touched


def test_many_rows_are_one_action(library):
    stored.put(library, *(records.article() for _ in range(620)))
    with library.writing("Star") as work:
        assert shelving.set_starred(work, range(1, 621), True) == 620
    undo(library)
    assert {row[2] for row in state(library)["shelf"]} == {0}


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["star", "trash", "mark", "remove", "field", "undo", "redo"]),
              st.integers(1, 3)),
    max_size=14,
)  # fmt: skip


@given(ACTIONS)
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_undoing_everything_leads_back(tmp_path_factory, actions):
    """Whatever was done, undone and redone: undo to the end is the first state, redo the last."""
    made = [records.article() for _ in range(3)]
    with open_library(tmp_path_factory.mktemp("library") / "l") as library:
        stored.put(library, *made, label="")
        first = state(library)
        for verb, number in actions:
            do(library, verb, number, made[number - 1])
        last = state(library)
        steps = 0
        while undo(library):
            steps += 1
        assert state(library) == first
        for _ in range(steps):
            redo(library)
        assert state(library) == last


def do(library, verb: str, number: int, article) -> None:
    if verb in ("undo", "redo"):
        (undo if verb == "undo" else redo)(library)
        return
    with library.writing(verb) as work:
        if verb == "star":
            now = shelving.standing(work.connection, number).starred
            shelving.set_starred(work, [number], not now)
        elif verb == "trash":
            gone = shelving.standing(work.connection, number).trashed
            (shelving.bring_back if gone else shelving.throw_away)(work, [number])
        elif verb == "mark":
            highlights.add(work, records.highlight(article, "a piano", note="x"), article.text)
        elif verb == "remove":
            there = highlights.of_article(work.connection, number, article.id)
            highlights.remove(work, [each.id for each in there[:1]])
        else:
            read = articles.fetch(work.connection, number)
            fields = replace(read.metadata, place=f"{read.metadata.place}!")
            articles.replace(work, number, replace(read, metadata=fields))
