"""The trash gives everything back until it is emptied; then nothing is left."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import pytest

from clipreader.library.originals import Originals
from clipreader.model import NotFound, Query, Shelf, Source
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
from tests.operations.conftest import BELL, CRANE, FERRY


@pytest.fixture
def ids(library: Library) -> list[str]:
    sources = [Source(f"{n}", words.encode(), "text/plain") for n, words in enumerate(
        (FERRY, CRANE, BELL)
    )]  # fmt: skip
    items = importing.import_sources(library, sources).value.items
    return [item.article_id or "" for item in items]


def listed(library: Library, shelf: Shelf = Shelf.ALL) -> set[str]:
    return {row.id for row in reading.list_articles(library, Query(shelf=shelf))}


def test_there_and_back(library: Library, ids: list[str]) -> None:
    before = reading.counts(library)
    thrown = trash.move_to_trash(library, ids[:2])
    assert thrown.changes.articles == set(ids[:2])
    assert thrown.changes.rows
    assert thrown.label
    assert listed(library) == {ids[2]}
    assert listed(library, Shelf.TRASH) == set(ids[:2])
    assert reading.open_article(library, ids[0]).trashed
    assert searching.search(library, searching.parse("crane")) == ()
    restored = trash.restore(library, ids[:2])
    assert restored.changes == thrown.changes
    assert reading.counts(library) == before


def test_both_ways_are_undone(library: Library, ids: list[str]) -> None:
    trash.move_to_trash(library, ids[:1])
    trash.restore(library, ids[:1])
    history.undo(library)
    assert listed(library, Shelf.TRASH) == {ids[0]}
    history.undo(library)
    assert listed(library, Shelf.TRASH) == set()


def test_what_changes_nothing_leaves_no_trace(library: Library, ids: list[str]) -> None:
    before = history.state(library)
    assert not trash.restore(library, ids).changes
    assert trash.empty_trash(library).value == 0
    assert history.state(library) == before
    trash.move_to_trash(library, ids[:1])
    when = history.state(library)
    assert trash.move_to_trash(library, ids[:1]).label == ""
    assert history.state(library) == when


def test_unknown_articles_change_nothing(library: Library, ids: list[str]) -> None:
    for move in (trash.move_to_trash, trash.restore):
        with pytest.raises(NotFound):
            move(library, [ids[0], "nothing"])
    assert listed(library) == set(ids)


def test_an_emptied_trash_leaves_nothing_behind(library: Library, ids: list[str]) -> None:
    reading.set_starred(library, [ids[0]], True)
    trash.move_to_trash(library, [ids[0]])
    emptied = trash.empty_trash(library)
    assert emptied.value == 1
    assert emptied.changes.articles == {ids[0]}
    assert emptied.label == ""
    with pytest.raises(NotFound):
        reading.open_article(library, ids[0])
    kept = {Source("", words.encode(), "").sha256 for words in (CRANE, BELL)}
    assert set(library.originals.present()) == kept
    assert checking.check(library).problems == ()
    # what was done to the others can still be undone, what was done to it is forgotten
    assert history.undo(library).value == "import"
    assert listed(library, Shelf.TRASH) == set(ids[1:])
    assert history.undo(library).value == ""


def test_the_words_are_gone_from_the_disk(library: Library, ids: list[str]) -> None:
    trash.move_to_trash(library, ids)
    trash.empty_trash(library)
    library.close()
    left = b"".join(path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
    for words in (b"subsidy lapsed", b"keeps the oil", b"long frost", b"Ana Reyes"):
        assert words not in left


def test_an_emptied_article_can_be_imported_anew(library: Library, ids: list[str]) -> None:
    trash.move_to_trash(library, ids[:1])
    trash.empty_trash(library)
    source = Source("again", FERRY.encode(), "text/plain")
    (item,) = importing.import_sources(library, [source]).value.items
    assert item.fate.value == "added"
    assert item.article_id not in ids


def test_what_another_program_brings_in_meanwhile_keeps_its_original(
    library: Library, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between forgetting an article and removing its file, the same bytes are imported again."""
    source = Source("again", FERRY.encode(), "text/plain")
    forget = Originals.forget

    def bring_in() -> None:
        with open_library(library.folder) as other:
            importing.import_sources(other, [source])

    meanwhile = threading.Thread(target=bring_in)

    def late(originals: Originals, digests: Iterable[str]) -> None:
        meanwhile.start()
        meanwhile.join(0.3)
        forget(originals, digests)

    monkeypatch.setattr(Originals, "forget", late)
    trash.move_to_trash(library, ids[:1])
    trash.empty_trash(library)
    meanwhile.join()
    assert reading.counts(library).all == 3
    assert checking.check(library).problems == ()
