"""What the text says of its fields, and what it leaves open."""

from __future__ import annotations

import pytest

from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, read


def test_a_name_that_may_be_an_author_is_no_agency() -> None:
    data = read(HEADLINE, f"Yoani Vane, Havana, 9 January 2019 — {FIRST}", SECOND).metadata
    assert (data.agency, data.place, data.published) == (None, "Havana", "2019-01-09")


def test_an_outlet_that_the_site_names_is_the_agency() -> None:
    site = "SUPPORT OUR WORKYoani Vane is written by people. Become a member today."
    data = read(HEADLINE, f"Yoani Vane, Havana, 9 January 2019 — {FIRST}", SECOND, site).metadata
    assert data.agency == data.publisher == "Yoani Vane"


def test_a_place_in_capitals_is_written_as_in_the_text() -> None:
    article = read(HEADLINE, f"PORT SELBY — {FIRST}", f"Port Selby has no quay. {SECOND}")
    assert article.metadata.place == "Port Selby"


def test_a_date_without_a_year_is_no_date() -> None:
    assert read(HEADLINE, f"PORT SELBY, June 17 (AFP) - {FIRST}").metadata.published is None


def test_the_date_of_the_head_comes_before_that_of_the_dateline() -> None:
    data = read(HEADLINE, "28 June 2024", f"PORT SELBY, 27 June 2024 — {FIRST}", SECOND).metadata
    assert data.published == "2024-06-28"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated 5 July 2024, published 4 July 2024", "2024-07-04"),
        ("5 July 20244 July 2024", "2024-07-05"),
        ("5 July 2024 4 July 2024", "2024-07-05"),
    ],
)
def test_of_two_days_the_first_counts_unless_a_word_says_otherwise(line, published):
    assert read(HEADLINE, line, FIRST).metadata.published == published


def test_an_author_inside_the_dateline() -> None:
    start = "12norte bigger12norte, Juan Diego Vane, Havana, 11 October 2022 —"
    data = read(HEADLINE, f"{start} {FIRST}", SECOND).metadata
    assert (data.authors, data.agency, data.place) == (("Juan Diego Vane",), "12norte", "Havana")


def test_the_same_translator_twice_is_one() -> None:
    line = "Translated by Ana Reyes"
    assert read(HEADLINE, line, FIRST, SECOND, line).metadata.translators == ("Ana Reyes",)


def test_the_publisher_of_a_notice_that_says_it_twice() -> None:
    assert read(HEADLINE, FIRST, SECOND, "© Copyright Il Molo").metadata.publisher == "Il Molo"


def test_the_publisher_of_a_byline() -> None:
    data = read(HEADLINE, "Elena Duarte | Puerto Diario", "28 June 2024", FIRST, SECOND).metadata
    assert (data.authors, data.publisher) == (("Elena Duarte",), "Puerto Diario")


def test_the_publisher_that_the_sites_words_name_twice() -> None:
    site = (
        "Subscribe to our newsletter and get The Gull Weekly in your inbox.",
        "The Gull Weekly is published by a trust.",
    )
    assert read(HEADLINE, FIRST, SECOND, *site).metadata.publisher == "The Gull Weekly"


def test_the_language_of_the_translation_is_not_that_of_the_original() -> None:
    data = read(HEADLINE, FIRST, SECOND, "English translation: Ana Reyes").metadata
    assert (data.translators, data.translated_from) == (("Ana Reyes",), None)


def test_the_address_of_the_original() -> None:
    line = "Originally published at https://gull.example/ferry"
    assert read(HEADLINE, FIRST, SECOND, line).metadata.original_url == "https://gull.example/ferry"


def test_a_line_that_tells_where_the_original_stands() -> None:
    line = "This article was originally published in Spanish at https://puerto.example/ferri."
    data = read(HEADLINE, FIRST, SECOND, THIRD, line).metadata
    assert data.original_url == "https://puerto.example/ferri"
