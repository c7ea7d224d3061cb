"""A library of a newer ClipReader is read where it can be, and never changed."""

from __future__ import annotations

import hashlib

import pytest

from clipreader.library import connecting, listing, open_library
from clipreader.model import LibraryTooNew, LibraryUnavailable, Query
from tests.library.test_opening import put_newer, put_newer_with_log, sql, state_of

EMPTY = hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize("put", [put_newer, put_newer_with_log])
@pytest.mark.parametrize("oldest", [(99, 0, 0), (3, 0, 0)], ids=["rollback", "write-ahead"])
def test_a_newer_library_is_read_and_not_one_byte_changes(folder, monkeypatch, put, oldest):
    monkeypatch.setattr(connecting, "SAFE_WAL", oldest)
    put(folder)
    before = state_of(folder)
    with open_library(folder, read_only=True) as library:
        with library.reading() as connection:
            assert listing.count(connection, Query()) == 1
        with pytest.raises(LibraryUnavailable, match="only be read"), library.writing():
            pass
    # SQLite may leave an empty log beside one that it has read
    assert {name: state for name, state in state_of(folder).items() if state != EMPTY} == before


def test_a_newer_library_that_lacks_what_we_read_is_not_read(folder):
    put_newer(folder)
    sql(folder, "ALTER TABLE shelf RENAME COLUMN position TO place")
    before = state_of(folder)
    with pytest.raises(LibraryTooNew, match="newer ClipReader"):
        open_library(folder, read_only=True)
    assert state_of(folder) == before
