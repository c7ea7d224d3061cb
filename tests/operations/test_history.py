"""Undo gives back exactly what was there, whatever was done and however often."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import articles, highlights
from clipreader.library.arrival import Arrival
from clipreader.model import (
    Article,
    Changes,
    Colour,
    Progress,
    Query,
    Role,
    Source,
    UndoRefused,
)
from clipreader.operations import (
    Library,
    checking,
    history,
    importing,
    open_library,
    reading,
    searching,
    trash,
)
from tests import records
from tests.operations.person import Person, mark

DERIVED = {"article_index": "integrity-check", "note_index": "integrity-check"}
KEPT = (
    "articles",
    "texts",
    "recognitions",
    "shelf",
    "images",
    "highlights",
    "corrections",
    "rules",
)
TABLES = {
    **dict.fromkeys((*KEPT, *DERIVED), "rowid, *"),
    **dict.fromkeys(("names", "highlight_tags"), "*"),
}


def dumped(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Every row but those that record the actions; the indexes are asked whether they agree."""
    with sqlite3.connect(library.folder / "library.sqlite") as file:
        copy = sqlite3.connect(":memory:")
        file.backup(copy)
    file.close()
    for name, ask in DERIVED.items():
        copy.execute(f"INSERT INTO {name}({name}) VALUES(?)", (ask,))
    rows = {name: sorted(copy.execute(f"SELECT {columns} FROM {name}"), key=repr)
            for name, columns in TABLES.items()}  # fmt: skip
    copy.close()
    return rows


def put(library: Library, *made: Article) -> None:
    """Store articles without a record, as if they had been there for ever."""
    sources = [Source("a.txt", article.text.encode(), "text/plain") for article in made]
    library.originals.keep(source.data for source in sources)
    with library.writing() as work:
        pairs = zip(made, sources, strict=True)
        articles.add(work, [Arrival(replace(a, source_hash=s.sha256), s) for a, s in pairs])


def blocks(number: int) -> list[tuple[Role, str]]:
    words = [f"Paragraph {n} of article {number} tells of ferry {n * 7}." for n in range(4)]
    return [
        (Role.HEADLINE, f"Headline of article {number}"),
        (Role.CAPTION, f"A picture for article {number} / Harbour Authority"),
        *((Role.PARAGRAPH, line) for line in words),
    ]


@pytest.fixture
def made(library: Library) -> list[Article]:
    found = [records.article(blocks(number)) for number in range(3)]
    put(library, *found)
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_hundred_steps_back_are_the_beginning(
    tmp_path: Path, library: Library, made: list[Article], seed: int
) -> None:
    person = Person(library, made, seed)
    first = dumped(library)
    for _ in range(100):
        person.act()
    last = dumped(library)
    assert last != first
    library.close()
    with open_library(library.folder) as again:
        steps = 0
        while history.undo(again).value:
            steps += 1
        assert steps == 100
        assert dumped(again) == first
        while history.redo(again).value:
            steps -= 1
        assert steps == 0
        assert dumped(again) == last
        assert checking.check(again).problems == ()


def test_back_and_forth_at_random_keeps_to_the_states(
    library: Library, made: list[Article]
) -> None:
    """A stack of states is the oracle: undo and redo walk it, an action cuts it."""
    person, dice = Person(library, made, 9), random.Random(9)
    states, at = [dumped(library)], 0
    for _ in range(60):
        step = dice.choice(["act", "undo", "undo", "redo"])
        if step == "act":
            # highlights that were undone away cannot be changed; the person makes new ones
            person.marked.clear()
            person.act()
            states[at + 1 :] = [dumped(library)]
            at += 1
        elif step == "undo":
            at -= bool(history.undo(library).value)
        else:
            at += bool(history.redo(library).value)
        assert dumped(library) == states[at]
        state = history.state(library)
        assert bool(state.undo_label) == (at > 0)
        assert bool(state.redo_label) == (at < len(states) - 1)


def star(library: Library, article: Article, _: str) -> object:
    return reading.set_starred(library, [article.id], True)


def throw_away(library: Library, article: Article, _: str) -> object:
    return trash.move_to_trash(library, [article.id])


def add(library: Library, article: Article, _: str) -> object:
    return mark(library, article, "ferry 7", tags=["sea"])


def recolour(library: Library, article: Article, name: str) -> object:
    with library.writing("colour") as work:
        found = highlights.fetch(work.connection, [name])[name]
        changed = replace(found, colour=Colour.PINK)
        return highlights.change(work, [(changed, article.text)])


TOUCHES: Sequence[tuple[Callable[[Library, Article, str], object], bool, bool, bool]] = [
    # what was done, whether a highlight, the rows of lists, tags changed
    (star, False, False, False),
    (throw_away, False, True, True),
    (add, True, False, True),
    (recolour, True, False, False),
]


@pytest.mark.parametrize(("do", "marked", "rows", "tags"), TOUCHES)
def test_undo_says_what_it_touched(
    library: Library, made: list[Article], do, marked: bool, rows: bool, tags: bool
) -> None:
    name = mark(library, made[0], "ferry 14")
    do(library, made[0], name)
    for changes in (history.undo(library).changes, history.redo(library).changes):
        assert changes.articles == {made[0].id}
        assert bool(changes.highlights) == marked
        assert (changes.rows, changes.tags) == (rows, tags)


def test_names_and_index_follow_the_rows(library: Library, made: list[Article]) -> None:
    def translators() -> list[str]:
        return [name.name for name in reading.counts(library).translators]

    def found(words: str) -> int:
        return reading.count_articles(library, searching.parse(words))

    before = translators()
    with library.writing("field") as work:
        number = articles.number_of(work.connection, made[0].id)
        article = articles.fetch(work.connection, number)
        fields = replace(article.metadata, translators=("Zoë Quill",))
        articles.replace(work, number, replace(article, metadata=fields))
    assert "Zoë Quill" in translators()
    assert found("quill ") == found('translator:"zoe quill"') == 1
    history.undo(library)
    assert translators() == before
    assert found("quill ") == found('translator:"zoe quill"') == 0


def test_nothing_to_undo_is_no_failure(library: Library) -> None:
    assert history.state(library) == history.HistoryState()
    for step in (history.undo, history.redo):
        outcome = step(library)
        assert (outcome.value, outcome.changes) == ("", Changes())


def test_what_has_changed_since_is_not_overwritten(library: Library, made: list[Article]) -> None:
    reading.set_starred(library, [made[1].id], True)
    name = mark(library, made[0], "ferry 7", note="mine")
    with library.writing() as work:
        found = highlights.fetch(work.connection, [name])[name]
        highlights.change(work, [(replace(found, note="another program's"), made[0].text)])
    before = dumped(library)
    with pytest.raises(UndoRefused) as refused:
        history.undo(library)
    assert str(refused.value).endswith(".")
    assert dumped(library) == before
    assert history.undo(library).value == "star"
    assert reading.list_articles(library, Query())[0].starred is False


def test_an_import_that_is_undone_on_its_way_can_be_undone_to_its_end(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came in after the first undo is taken back by the second."""
    monkeypatch.setattr(importing, "_BATCH", 1)
    texts = [f"Headline {n} of the day\n\nThe ferry came in at {n}." for n in range(3)]
    sources = [Source("pasted text", words.encode(), "text/plain") for words in texts]

    def tell(progress: Progress) -> bool:
        if progress.done == 2:
            history.undo(library)
        return True

    importing.import_sources(library, sources, progress=tell)
    assert reading.counts(library).all == 1
    history.undo(library)
    assert reading.counts(library).all == 0
    history.redo(library)
    assert reading.counts(library).all == 1
