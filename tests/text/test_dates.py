from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.dates import find_dates, parse_date

PRINTED: list[tuple[str, str, tuple[str, ...]]] = [
    ("4 July 2024", "2024-07-04", ()),
    ("July 4, 2024", "2024-07-04", ()),
    ("Thursday, Nov. 3rd, 2022", "2022-11-03", ()),
    ("1st of May 2020", "2020-05-01", ()),
    ("4 de julio de 2024", "2024-07-04", ()),
    ("12 de septiembre del 2019", "2019-09-12", ()),
    ("1er juillet 2023", "2023-07-01", ()),
    ("22 février 2021", "2021-02-22", ()),
    ("4. Juli 2024", "2024-07-04", ()),
    ("9. März 2018", "2018-03-09", ()),
    ("3 de março de 2022", "2022-03-03", ()),
    ("22 agosto 2023", "2023-08-22", ()),
    ("4 lipca 2024", "2024-07-04", ()),
    ("4 июля 2024", "2024-07-04", ()),
    ("2024-07-04", "2024-07-04", ()),
    ("2024年7月4日", "2024-07-04", ()),
    ("2024/7/4 21:17", "2024-07-04", ()),
    ("07.24.2024 08:00 AM", "2024-07-24", ()),
    ("04.07.2024", "2024-07-04", ()),
    ("27.08.2022", "2022-08-27", ()),
    ("13/07/2024", "2024-07-13", ()),
    ("07/13/2024", "2024-07-13", ()),
    ("04/07/2024", "2024-07-04", ("es",)),
]


@pytest.mark.parametrize(("printed", "iso", "languages"), PRINTED, ids=[p for p, *_ in PRINTED])
def test_a_printed_date(printed: str, iso: str, languages: tuple[str, ...]) -> None:
    text = f"Harbour Town, {printed} — The ramp came up."
    (found,) = find_dates(text, languages)
    assert found.iso == iso
    assert text[found.start : found.end] in printed


@pytest.mark.parametrize(
    "words",
    ["July 4", "04/07/2024", "31 February 2024", "in 2024", "4 Wednesday 2024", "120.08.2022", ""],
)
def test_what_is_no_date_or_can_be_read_in_two_ways(words: str) -> None:
    assert parse_date(words) is None


@given(
    st.dates(
        min_value=date(1900, 1, 1),
        max_value=date(2099, 12, 31),
    )
)
def test_every_day_comes_back(day) -> None:
    assert parse_date(f"on {day.day} {day:%B} {day.year}.") == day.isoformat()


@given(st.text(max_size=80))
def test_nothing_is_refused(text: str) -> None:
    find_dates(text)


OTHER_WRITINGS = [
    ("4 Temmuz 2024", "2024-07-04"),
    ("KASIM 3, 2022", "2022-11-03"),
    ("3 KASIM 2022", "2022-11-03"),
    ("12 NİSAN 2021", "2021-04-12"),
    ("4 липня 2024", "2024-07-04"),
    ("4 يوليو 2024", "2024-07-04"),
    ("4 تموز/يوليو 2024", "2024-07-04"),
    ("4 تموز (يوليو) 2024", "2024-07-04"),
    ("2 تشرين الأول 2023", "2023-10-02"),
    ("١٥ كانون الثاني ٢٠٢٢", "2022-01-15"),
    ("7 جويلية 2020", "2020-07-07"),
    ("٠٤/٠٧/٢٠٢٤", "2024-07-04"),
]


@pytest.mark.parametrize(("printed", "iso"), OTHER_WRITINGS, ids=[p for p, _ in OTHER_WRITINGS])
def test_a_date_in_other_letters_and_figures(printed: str, iso: str) -> None:
    text = f"… {printed} – …"
    (found,) = find_dates(text, ("ar", "tr", "uk"))
    assert found.iso == iso
    assert text[found.start : found.end] in printed
