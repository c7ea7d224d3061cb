"""A check sees every word that is not what it was, and changes nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.model import Source
from clipreader.operations import Library, checking, importing, open_library, reading
from tests.operations.conftest import BELL, FERRY
from tests.operations.person import mark


@pytest.fixture
def folder(library: Library) -> Path:
    """A library with two articles and a highlight, closed."""
    sources = [Source(f"{n}.txt", words.encode(), "text/plain") for n, words in enumerate(
        (FERRY, BELL)
    )]  # fmt: skip
    items = importing.import_sources(library, sources).value.items
    article = reading.open_article(library, items[0].article_id or "").article
    mark(library, article, "subsidy lapsed", tags=["sea"], note="why?")
    library.close()
    return library.folder


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_sound_library_has_no_problems(folder: Path) -> None:
    before = hashes(folder)
    with open_library(folder) as library:
        report = checking.check(library)
    assert report.problems == ()
    assert dict(report.counted) == {"articles": 2, "texts": 2, "highlights": 1, "pictures": 0}
    assert report.sqlite.startswith("SQLite 3.")
    assert hashes(folder) == before


SQL: list[tuple[str, str]] = [
    ("UPDATE texts SET text = replace(text, 'subsidy', 'Subsidy')", "is not what it was"),
    ("UPDATE highlights SET colour = 'pink'", "changed by something else"),
    ("UPDATE highlights SET anchor_start = anchor_start + 1", "does not stand where"),
    ("UPDATE highlights SET note = 'because'", "changed by something else"),
    ("UPDATE recognitions SET blocks = '[[]]'", "cannot be read"),
    ("UPDATE recognitions SET blocks = '[[\"headline\",0,3]]'", "do not cover"),
    ("DELETE FROM recognitions", "cannot be read"),
    ("DELETE FROM article_index WHERE rowid = 1", "search index"),
    ("DELETE FROM articles WHERE number = 1", "search index"),
]


@pytest.mark.parametrize(("sql", "told"), SQL, ids=[sql for sql, _ in SQL])
def test_a_change_by_another_hand_is_told(folder: Path, sql: str, told: str) -> None:
    file = sqlite3.connect(folder / "library.sqlite")
    file.execute(sql)
    file.commit()
    file.close()
    problems = problems_of(folder)
    assert any(told in problem for problem in problems), problems
    assert all(problem[-1] in ".”" and "\n" not in problem for problem in problems)


def first_original(folder: Path) -> Path:
    return next(iter(sorted(folder.glob("originals/??/*"))))


DAMAGES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", Path.unlink, "missing"),
    ("cut", lambda path: path.write_bytes(path.read_bytes()[:-1]), "damaged"),
    ("one bit", lambda path: path.write_bytes(b"\1" + path.read_bytes()[1:]), "damaged"),
]


@pytest.mark.parametrize(("what", "damage", "told"), DAMAGES, ids=[each[0] for each in DAMAGES])
def test_an_original_that_is_not_what_it_was_is_told(
    folder: Path, what: str, damage: Callable[[Path], object], told: str
) -> None:
    damage(first_original(folder))
    (problem,) = problems_of(folder)
    assert told in problem
    assert ".txt" in problem


def test_a_damaged_page_is_told_and_not_raised(folder: Path) -> None:
    path = folder / "library.sqlite"
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    start = data.index(b"subsidy lapsed") // size * size
    data[start : start + 16] = b"\xaa" * 16
    path.write_bytes(data)
    assert any("damaged" in problem for problem in problems_of(folder))


def problems_of(folder: Path) -> tuple[str, ...]:
    with open_library(folder) as library:
        return checking.check(library).problems
