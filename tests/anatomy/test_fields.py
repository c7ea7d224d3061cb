"""The text and the file's own data, weighed against each other."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Candidate, Draft, FieldName, Hint, Line
from tests.anatomy.drafts import DECK, FIRST, HEADLINE, SECOND, read

TOLD = "“title” in the file’s front matter"


def test_every_value_says_where_it_comes_from() -> None:
    article = read(
        *("COASTS", HEADLINE, DECK, "By Elena Duarte", "28 June 2024"),
        *(f"PORT SELBY (AFP) — {FIRST}", SECOND),
        *("Translated from the Spanish by Ana Reyes", "© 2024 The Gull. All rights reserved."),
    )
    data = article.metadata
    assert (data.kicker, data.headline, data.deck) == ("COASTS", HEADLINE, DECK)
    assert (data.authors, data.translators) == (("Elena Duarte",), ("Ana Reyes",))
    assert (data.agency, data.place, data.published) == ("AFP", "PORT SELBY", "2024-06-28")
    assert (data.publisher, data.language, data.translated_from) == ("The Gull", "en", "es")
    for name in FieldName:
        assert bool(data.value(name)) == bool(data.why(name)), name


def test_what_the_text_shows_is_the_headline() -> None:
    told = Candidate(FieldName.HEADLINE, "Ferry returns | The Gull", TOLD, 0.9)
    assert read(HEADLINE, FIRST, SECOND, candidates=(told,)).metadata.headline == HEADLINE


def test_the_file_names_the_line_that_is_the_headline() -> None:
    told = Candidate(FieldName.HEADLINE, "What the chart says", TOLD, 0.9)
    article = read(
        "Harbour Town News and Views Daily", "What the chart says", FIRST, candidates=(told,)
    )
    assert article.metadata.headline == "What the chart says"
    assert TOLD in article.metadata.why(FieldName.HEADLINE)


def test_a_sure_candidate_wins_over_a_guess() -> None:
    names = Candidate(FieldName.AUTHORS, ("Piers Lund",), TOLD, 0.95)
    date = Candidate(FieldName.PUBLISHED, "2024-05-30T06:30:00+02:00", TOLD, 0.95)
    data = read(HEADLINE, "Noa Villalta", "28 June 2024", FIRST, candidates=(names, date)).metadata
    assert data.authors == ("Piers Lund",)
    assert data.published == "2024-05-30T06:30:00+02:00"


def test_a_weak_candidate_loses_against_the_text() -> None:
    weak = Candidate(FieldName.AUTHORS, "admin", "the page’s data", 0.3)
    data = read(HEADLINE, "By Elena Duarte", FIRST, SECOND, candidates=(weak,)).metadata
    assert data.authors == ("Elena Duarte",)


def test_the_language_is_that_of_the_words() -> None:
    wrong = Candidate(FieldName.LANGUAGE, "de", "the page’s data", 0.6)
    british = Candidate(FieldName.LANGUAGE, "en-GB", "the page’s data", 0.6)
    assert read(HEADLINE, FIRST, SECOND, candidates=(wrong,)).metadata.language == "en"
    assert read(HEADLINE, FIRST, SECOND, candidates=(british,)).metadata.language == "en-GB"


def test_the_link_is_the_address_unless_the_file_names_one() -> None:
    draft = Draft((Line(HEADLINE), Line(FIRST)))
    own = Candidate(FieldName.URL, "https://gull.example/own", "the page’s data", 0.9)
    link = "https://gull.example/link"
    assert recognise(draft, article_id="a", link=link).metadata.url == link
    with_own = Draft(draft.lines, candidates=(own,))
    assert recognise(with_own, article_id="a", link=link).metadata.url == own.value


def test_a_kicker_on_the_line_of_the_headline_is_left_out() -> None:
    told = Candidate(FieldName.HEADLINE, HEADLINE, TOLD, 0.9)
    for shown, expected in (
        (f"On the Coast – {HEADLINE}", HEADLINE),
        (f"On the Coast: {HEADLINE}", f"On the Coast: {HEADLINE}"),
    ):
        draft = Draft((Line(shown, Hint.TITLE), Line(FIRST), Line(SECOND)), candidates=(told,))
        assert recognise(draft, article_id="a").metadata.headline == expected


@pytest.mark.parametrize(
    ("other", "weight", "published"),
    [
        ("2024-07-04T09:00:00Z", 0.85, "2024-07-04T09:00:00Z"),
        ("2024-07-04", 0.85, "2024-07-04"),
        ("2024-07-04T09:00:00Z", 0.5, "2024-07-05T20:00:00Z"),
        ("2022-07-04T09:00:00Z", 0.85, "2024-07-05T20:00:00Z"),
        ("2024-07-05T22:00:00+02:00", 0.85, "2024-07-05T20:00:00Z"),
        ("in July", 0.85, "2024-07-05T20:00:00Z"),
    ],
)
def test_the_first_day_of_several_counts(other: str, weight: float, published: str) -> None:
    dates = (
        Candidate(FieldName.PUBLISHED, "2024-07-05T20:00:00Z", TOLD, 0.9),
        Candidate(FieldName.PUBLISHED, other, TOLD, weight),
    )
    assert read(HEADLINE, FIRST, candidates=dates).metadata.published == published
