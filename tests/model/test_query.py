from __future__ import annotations

from clipreader.model import Query, Shelf


def test_an_empty_query_asks_for_everything() -> None:
    assert Query().is_everything
    assert not Query(shelf=Shelf.UNREAD).is_everything
