"""The shelf: unread, starred, the trash, and forgetting for good."""

from __future__ import annotations

import pytest

from clipreader.library import articles, checking, journal, open_library, shelving
from clipreader.library.recording import forget_log
from clipreader.library.shelving import Standing
from clipreader.model import Image, Role
from tests import records
from tests.library import stored

SECRET = "Quillfeather"


def standing(library, number: int) -> Standing:
    with library.reading() as connection:
        return shelving.standing(connection, number)


def test_a_new_article_is_unread(library, article):
    assert standing(library, 1) == Standing(True, False, False, 0)


@pytest.mark.parametrize(
    ("put", "back", "expected"),
    [
        (
            lambda work: shelving.set_unread(work, [1], False),
            lambda work: shelving.set_unread(work, [1], True),
            Standing(False, False, False, 0),
        ),
        (
            lambda work: shelving.set_starred(work, [1], True),
            lambda work: shelving.set_starred(work, [1], False),
            Standing(True, True, False, 0),
        ),
        (
            lambda work: shelving.throw_away(work, [1]),
            lambda work: shelving.bring_back(work, [1]),
            Standing(True, False, True, 0),
        ),
    ],
    ids=["read", "starred", "trash"],
)
def test_moves_there_and_back(library, article, put, back, expected):
    before = standing(library, 1)
    with library.writing("there") as work:
        assert put(work) == 1
        assert put(work) == 0
    assert standing(library, 1) == expected
    with library.writing("back") as work:
        assert back(work) == 1
        assert back(work) == 0
    assert standing(library, 1) == before


def test_a_position_is_no_action(library, article):
    with library.writing() as work:
        shelving.keep_position(work.connection, 1, 77)
    assert standing(library, 1).position == 77
    with library.reading() as connection:
        assert journal.labels(connection) == ("Import", "")


def told_of(library) -> list[str]:
    with library.reading() as connection:
        return list(checking.problems(connection, library.originals))


def forget(library, *numbers: int) -> frozenset[str]:
    with library.writing() as work:
        digests = shelving.forget(work.connection, numbers)
    with library.writing() as work:
        shelving.clear_away(work.connection, library.originals, digests)
        forget_log(library.log, work.connection)
    return digests


def test_forgetting_leaves_nothing(folder):
    blocks = [(Role.HEADLINE, SECRET), (Role.PARAGRAPH, f"{SECRET} said so. " * 900)]
    secret, other = records.article(blocks), records.article()
    with open_library(folder) as library:
        stored.put(library, secret, other)
        stored.mark(
            library, secret, records.highlight(secret, "said so", note=SECRET, tags=[SECRET])
        )
        assert len(forget(library, 1)) == 1
        assert told_of(library) == []
        with library.reading() as connection:
            assert journal.labels(connection) == ("Import", "")
            assert articles.ids_of(connection, [1, 2]) == {2: other.id}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            assert SECRET.lower().encode() not in data, path.name


def test_an_original_stays_while_another_article_needs_it(library):
    picture = Image("one", "image/png", b"the same picture")
    first, second = records.article(), records.article([(Role.HEADLINE, "Other")])
    with_picture = [type(a)(a.id, a.text, a.blocks, images=(picture,)) for a in (first, second)]
    stored.put(library, *with_picture)
    assert len(forget(library, 1)) == 1
    assert stored.fetched(library, second.id).images == (picture,)
    assert len(forget(library, 2)) == 2
    assert list(library.originals.present()) == []


def test_forgetting_nothing_is_nothing(library, article):
    assert forget(library) == frozenset()
    assert forget(library, 99) == frozenset()
    assert stored.fetched(library, article.id).text == article.text


def test_a_number_is_never_used_twice(library):
    stored.put(library, records.article(), records.article())
    forget(library, 1, 2)
    assert stored.put(library, records.article()) == [3]


def test_the_trash_is_told_by_ids(library, article):
    with library.writing("trash") as work:
        shelving.throw_away(work, [1])
    with library.reading() as connection:
        assert shelving.in_trash(connection, [article.id, "unknown"]) == {article.id: True}
        assert shelving.in_trash(connection, []) == {}
