"""What a second start finds as it was left."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.conftest import FERRY, Journey


def test_what_was_left_unread_is_unread_when_it_comes_back(start: Callable[[], Journey]) -> None:
    first = start()
    first.bring(FERRY)
    article = first.open("Night Ferry")
    first.until(lambda: not first.row(article.id).unread)
    first.do("unread")
    first.until(lambda: first.row(article.id).unread)
    again = start()
    again.until(lambda: again.desks.reading.article_id == article.id)
    again.settle()
    assert again.row(article.id).unread
