"""A typed quote means one place or is refused."""

from __future__ import annotations

import pytest

from clipreader.library import Library
from clipreader.model import (
    AmbiguousQuote,
    Article,
    QuoteMissing,
    Role,
)
from clipreader.operations import highlighting
from tests import records
from tests.operations.marked import (
    marked,
    stored,
)


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


TWINS = records.article(
    (
        (Role.HEADLINE, "The ferry leaves at nine"),
        (Role.CAPTION, "The ferry leaves at nine / Harbour Authority"),
        (Role.PARAGRAPH, "“The ferry leaves at nine”, says the board. The ferry leaves at nine."),
    )
)


def test_a_quote_in_several_places_is_refused_with_the_list(library: Library) -> None:
    article = stored(library, TWINS)
    with pytest.raises(AmbiguousQuote, match="4 times") as refusal:
        highlighting.add_quote(library, article.id, "The ferry leaves at nine")
    roles = [role for role, _ in refusal.value.places]
    assert roles == ["headline", "caption", "paragraph", "paragraph"]
    assert "Harbour Authority" in refusal.value.places[1][1]
    assert marked(library, article) == ()


@pytest.mark.parametrize(
    ("quote", "role", "occurrence"),
    [
        ("The ferry stays", None, None),
        ("The ferry leaves at nine", Role.DECK, None),
        ("The ferry leaves at nine", Role.PARAGRAPH, 3),
        ("The ferry leaves at nine", None, 0),
        ("  ", None, None),
    ],
)
def test_a_quote_that_is_not_there_is_refused(
    library: Library, quote: str, role: Role | None, occurrence: int | None
) -> None:
    article = stored(library, TWINS)
    with pytest.raises(QuoteMissing):
        highlighting.add_quote(library, article.id, quote, role=role, occurrence=occurrence)


def test_typed_quotes_may_be_plainer_than_the_printed_ones(
    library: Library, article: Article
) -> None:
    made = highlighting.add_quote(library, article.id, "the PORT'S  director said, and then \"we")
    assert made.value.quote == "the port’s director said, and then “we"


@pytest.mark.parametrize(
    ("role", "occurrence", "start"),
    [(Role.CAPTION, None, 25), (None, 1, 0), (Role.PARAGRAPH, 2, 114), (Role.PARAGRAPH, 1, 71)],
)
def test_role_and_occurrence_say_which(
    library: Library, role: Role | None, occurrence: int | None, start: int
) -> None:
    article = stored(library, TWINS)
    words = "The ferry leaves at nine"
    made = highlighting.add_quote(library, article.id, words, role=role, occurrence=occurrence)
    assert made.value.selector.start == start
