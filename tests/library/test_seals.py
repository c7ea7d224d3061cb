"""Seals notice what changed an article's fields or parts from outside, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import articles, checking, journal, open_library, schema, seals
from clipreader.library.opening import FILE_NAME
from clipreader.model import LibraryUnavailable
from tests import records
from tests.library import stored

OUTSIDE = (
    "UPDATE articles SET published = '1999-01-01'",
    "UPDATE articles SET headline_sorting = 'z'",
    "UPDATE articles SET received = '2020-01-01T00:00:00.000+00:00'",
    "UPDATE articles SET link = 'https://else.example/'",
    "UPDATE articles SET link = ''",
    "UPDATE recognitions SET evidence = replace(evidence, ' ', '  ') || ' '",
    "DELETE FROM seals",
    "UPDATE seals SET hash = 'x' || hash",
)


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        stored.put(library, records.article(), records.article([(records.Role.HEADLINE, "Two")]))
    return folder


def problems(folder: Path) -> list[str]:
    with open_library(folder) as library, library.reading() as connection:
        return list(checking.problems(connection, library.originals))


def outside(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as there:
        there.execute(statement)
        there.commit()


def correct(folder: Path, **fields: str) -> None:
    with open_library(folder) as library, library.writing("change field") as work:
        article = articles.fetch(work.connection, 1)
        changed = replace(article, metadata=replace(article.metadata, **fields))
        articles.replace(work, 1, changed)


@pytest.mark.parametrize("statement", OUTSIDE)
def test_what_changed_from_outside_is_noticed(filled: Path, statement: str) -> None:
    assert problems(filled) == []
    outside(filled, statement)
    assert any("is not what it was" in problem for problem in problems(filled))


def test_what_the_person_changes_is_sealed_again_also_after_undo(filled: Path) -> None:
    correct(filled, place="Elsewhere")
    assert problems(filled) == []
    for step in (journal.step_back, journal.step_on):
        with open_library(filled) as library, library.writing() as work:
            step(work.connection)
            articles.refresh(work.connection, [1])
        assert problems(filled) == []


def test_what_something_else_changed_stays_noticed_after_a_correction(filled: Path) -> None:
    outside(filled, "UPDATE articles SET published = '1999-01-01' WHERE number = 1")
    correct(filled, place="Elsewhere")
    assert len(problems(filled)) == 1
    with open_library(filled) as library, library.writing() as work:
        journal.step_back(work.connection)
        articles.refresh(work.connection, [1])
    assert len(problems(filled)) == 1


def test_a_change_that_fails_leaves_the_seals_as_they_were(filled: Path) -> None:
    with (
        open_library(filled) as library,
        pytest.raises(LibraryUnavailable),
        library.writing("change field") as work,
    ):
        article = articles.fetch(work.connection, 1)
        articles.replace(work, 1, replace(article, metadata=replace(article.metadata, place="X")))
        work.connection.exec_driver_sql("INSERT INTO nothing VALUES (1)")
    assert problems(filled) == []


def test_nothing_and_an_empty_text_are_sealed_apart() -> None:
    row = {
        **dict.fromkeys(seals._ARTICLE),
        "text": 1,
        "blocks": "",
        "marks": "",
        "evidence": "",
    }
    assert seals.seal_of(row) != seals.seal_of({**row, "link": ""})
    assert seals.seal_of({**row, "link": "ab"}) != seals.seal_of({**row, "link": "a", "deck": "b"})


def test_the_seals_are_over_all_that_schema_3_knows() -> None:
    known = {column.name for column in schema.articles.columns}
    assert schema.SCHEMA > 3 or known == set(seals._ARTICLE)
