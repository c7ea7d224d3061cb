"""What stands behind the names of a byline."""

from __future__ import annotations

import pytest

from clipreader.anatomy.outlets import following
from clipreader.anatomy.phrases import folded, phrases_for

BEHIND = [
    # what follows the names, outlet, place, whether there is a post, whether there is a date
    (", The Daily Length, 1 January 2024", "The Daily Length", None, False, True),
    (" / Puerto Diario, La Habana, 4 July 2024", "Puerto Diario", "La Habana", False, True),
    (" | CBC | Posted: Aug 08, 2024 4:00 AM", "CBC", None, False, True),
    (", coastal affairs correspondent", None, None, True, False),
    (", Harbour Gazette Staff Writers", "Harbour Gazette", None, True, False),
    (" in Harbour Town", None, None, False, False),
    (", The Hague, 4 July 2024", None, None, False, True),
    (" for The Gull", "The Gull", None, False, False),
    (" of the Harbour Gazette", "Harbour Gazette", None, False, False),
    ("", None, None, False, False),
]


@pytest.mark.parametrize(
    ("text", "outlet", "place", "post", "date"), BEHIND, ids=[b[0][:30] for b in BEHIND]
)
def test_following(
    text: str, outlet: str | None, place: str | None, post: bool, date: bool
) -> None:
    found = following(text, folded(text), 0, phrases_for("en"))
    assert (found.outlet, found.place) == (outlet, place)
    assert (found.has_post, found.has_date) == (post, date)
    assert found.spare == 0


def test_words_that_nothing_is_known_of_are_counted() -> None:
    text = ", who once sailed the night ferry"
    assert following(text, folded(text), 0, phrases_for("en")).spare == 6
