"""Typed words find the printed ones."""

from __future__ import annotations

import pytest

from clipreader.anchoring import spans_of_quote
from clipreader.model import Role
from tests import records


@pytest.mark.parametrize(
    ("quote", "role", "found"),
    [
        ("the fuel", None, ["the fuel"]),
        ("  the fuel\n", None, ["the fuel"]),
        ("THE FUEL", None, ["the fuel"]),
        ("port's  director", None, ["port’s director"]),
        ('"we shall see', None, ["“we shall see"]),
        ("the", Role.CAPTION, ["the"]),
        ("the", Role.CREDIT, []),
        ("Harbour Authority", Role.CREDIT, ["Harbour Authority"]),
        ("Harbour Authority", Role.CAPTION, []),
        ("lighthouse", None, []),
        ("", None, []),
        (" \n ", None, []),
    ],
)
def test_places_of_a_quote(quote: str, role: Role | None, found: list[str]) -> None:
    article = records.article()
    assert [article.quote(span) for span in spans_of_quote(article, quote, role)] == found


def test_exact_words_hide_the_similar_ones() -> None:
    article = records.article(((Role.PARAGRAPH, "The ferry. the ferry. THE FERRY."),))
    assert [span.start for span in spans_of_quote(article, "the ferry")] == [11]
    assert [span.start for span in spans_of_quote(article, "The Ferry")] == [0, 11, 22]
