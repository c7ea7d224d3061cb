"""What a transaction writes is heard, and done again only where it is ours."""

from __future__ import annotations

import pytest

from clipreader.library import open_library, recording
from clipreader.library.shelving import keep_position, set_starred
from clipreader.model import LibraryUnavailable
from tests import records
from tests.library import stored

HOSTILE = (
    "ATTACH DATABASE '/tmp/theirs.sqlite' AS theirs",
    "UPDATE sqlite_master SET sql = ''",
    "INSERT INTO theirs.articles VALUES (1)",
    "DROP TABLE articles",
    "PRAGMA writable_schema = ON",
    "SELECT 1",
)


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_log_of_somebody_else_does_no_more_than_ours(library, article, statement):
    with library.preparing() as connection, pytest.raises(ValueError, match=statement[:6]):
        recording.play(connection, [(statement, [])])


def test_every_change_moves_the_mark_and_is_told(library, article):
    marks = []
    for change in (
        lambda work: set_starred(work, [1], True),
        lambda work: keep_position(work.connection, 1, 7),
    ):
        with library.writing() as work:
            change(work)
        with library.reading() as connection:
            marks.append(recording.mark_of(connection))
        assert library.log.last_told() == marks[-1]
    assert len(set(marks)) == 2


def test_what_changed_nothing_is_not_told(library, article):
    before = library.log.last_told()
    with library.writing("Star") as work:
        set_starred(work, [1], False)
    assert library.log.last_told() == before


def test_what_failed_is_in_no_state(library, article):
    with library.reading() as connection:
        before = recording.mark_of(connection)
    with pytest.raises(RuntimeError), library.writing("Star") as work:
        set_starred(work, [1], True)
        raise RuntimeError
    assert library.log.since(before) == ()


def test_a_log_that_cannot_be_written_stops_the_change(folder, article, library, monkeypatch):
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library.log, "add", full, raising=False)
    with pytest.raises(LibraryUnavailable, match="disk is full"), library.writing("Star") as work:
        set_starred(work, [1], True)
    with library.reading() as connection:
        ask = "SELECT starred FROM shelf"
        assert connection.exec_driver_sql(ask).scalar_one() == 0


def test_a_copy_of_the_rows_is_not_the_log_s_to_make(folder):
    with open_library(folder) as library:
        stored.put(library, records.article())
    log = (folder / "log" / "000001.ndjson").read_text(encoding="utf-8")
    assert "INSERT INTO texts" in log
    assert "article_index" not in log
