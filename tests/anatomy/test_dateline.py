"""Datelines as wires, papers and blogs print them."""

from __future__ import annotations

import pytest

from clipreader.anatomy.date_lines import dates_in, is_date_line
from clipreader.anatomy.dateline import opening, own_line
from clipreader.anatomy.phrases import phrases_for

OPENINGS = [
    # language, the paragraph's beginning, agency, author, place, date
    (
        "en",
        "Puerto Diario, Harbour Town, 4 July 2024 — At nine",
        "Puerto Diario",
        None,
        "Harbour Town",
        "2024-07-04",
    ),
    (
        "en",
        "Puerto Diario, Mireia Solandt, Cape Selby, 21 June 2024 – The choir",
        "Puerto Diario",
        "Mireia Solandt",
        "Cape Selby",
        "2024-06-21",
    ),
    ("en", "12norte, Havana | 9 January 2019 — The", "12norte", None, "Havana", "2019-01-09"),
    ("en", "MEXICO CITY (AP) — The", "AP", None, "MEXICO CITY", None),
    ("en", "KATHMANDU, April 25 (Reuters) - The", "Reuters", None, "KATHMANDU", None),
    ("en", "BEIRUT/THE HAGUE, March 7 (Reuters) - An", "Reuters", None, "BEIRUT/THE HAGUE", None),
    ("en", "SEOUL, Aug. 20 (Yonhap) -- North", "Yonhap", None, "SEOUL", None),
    ("en", "MINSK, 17 August (BelTA) – The", "BelTA", None, "MINSK", None),
    ("en", "PUTRAJAYA, Nov 22 — Private", None, None, "PUTRAJAYA", None),
    ("en", "PORT SELBY — The crane", None, None, "PORT SELBY", None),
    ("en", "HAVANA._ The", None, None, "HAVANA", None),
    ("en", "HARBOUR TIMES -This article", "HARBOUR TIMES", None, None, None),
    ("en", "LINDI: Residents of the Lindi region", None, None, "LINDI", None),
    ("de", "Norderhafen (npa) – Sie ist", "npa", None, "Norderhafen", None),
    ("de", "MINSK, 9. Mai (BelTA) – Der", "BelTA", None, "MINSK", None),
    ("fr", "Saint-Évran, le 12 mars 2024 — Il a fallu", None, None, "Saint-Évran", "2024-03-12"),
    (
        "fr",
        "PORT-AUBIN, 8 octobre 2021 (Agence du Littoral) – Sur",
        "Agence du Littoral",
        None,
        "PORT-AUBIN",
        "2021-10-08",
    ),
    (
        "es",
        "Puerto Diario, Puerto del Norte, 4 de julio de 2024 — A",
        "Puerto Diario",
        None,
        "Puerto del Norte",
        "2024-07-04",
    ),
    (
        "pt",
        "BARRA DO SINO (Agência Ribeirinha) — Na",
        "Agência Ribeirinha",
        None,
        "BARRA DO SINO",
        None,
    ),
    ("it", "Castelvento, 22 agosto 2023 — La banda", None, None, "Castelvento", "2023-08-22"),
]


@pytest.mark.parametrize(
    ("language", "text", "agency", "author", "place", "iso"),
    OPENINGS,
    ids=[o[1][:40] for o in OPENINGS],
)
def test_opening(
    language: str,
    text: str,
    agency: str | None,
    author: str | None,
    place: str | None,
    iso: str | None,
) -> None:
    found = opening(text, phrases_for(language), language)
    assert found is not None
    assert (found.agency, found.author, found.place, found.iso) == (agency, author, place, iso)
    assert found.leftover is None
    assert text[found.span.end :].lstrip()[0] in "—–-._:"


LEFTOVERS = [
    ("12norte bigger12norte, Havana, 4 July 2024 — A", "12norte bigger", "12norte"),
    (
        "Agencia Norte logoAgencia Norte, Port Selby, 9 July 2024 — For",
        "Agencia Norte logo",
        "Agencia Norte",
    ),
    ("12norte biggerEFE (via 12norte), Miami, 6 June 2024 — A", "12norte bigger", "EFE"),
]


@pytest.mark.parametrize(("text", "leftover", "agency"), LEFTOVERS)
def test_leftover(text: str, leftover: str, agency: str) -> None:
    found = opening(text, phrases_for("en"), "en")
    assert found is not None
    assert found.leftover is not None
    assert text[found.leftover.start : found.leftover.end] == leftover
    assert found.agency == agency
    assert found.agency_sure


NONE = [
    "UPDATE — The ferry came back.",
    "The ferry – an old one – came back.",
    "France — Investigation into the quay",
    "Desaparecimento - Luana",
    "EDIT: the ferry",
    "In the meantime, on 4 July 2024 — a Thursday — it left.",
    "“HARBOUR TOWN — ",
    "— Господин министр, — сказал он",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_is_no_opening(text: str) -> None:
    assert opening(text, phrases_for("en"), "en") is None


def test_a_first_name_of_two_is_not_sure() -> None:
    found = opening("Yoani Vane, Havana, 9 January 2019 — The", phrases_for("en"), "en")
    assert found is not None
    assert not found.agency_sure


OWN_LINES = [
    ("es", "MONTE QUIETO, 11 de febrero de 2022", None, "MONTE QUIETO", "2022-02-11"),
    ("en", "AFP, MANILA", "AFP", "MANILA", None),
    ("en", "Associated Press in Valencia", "Associated Press", "Valencia", None),
    ("en", "Reuters, Washington,", "Reuters", "Washington", None),
    ("en", "AUBURN, Wash. — ", None, "AUBURN, Wash.", None),
    ("es", "Bruselas - 15 oct 2024 - 08:22", None, "Bruselas", "2024-10-15"),
    ("en", "21 October 2025 • Duqm", None, "Duqm", "2025-10-21"),
]


@pytest.mark.parametrize(("language", "text", "agency", "place", "iso"), OWN_LINES)
def test_own_line(
    language: str, text: str, agency: str | None, place: str, iso: str | None
) -> None:
    found = own_line(text, phrases_for(language), language)
    assert found is not None
    assert (found.agency, found.place, found.iso) == (agency, place, iso)


@pytest.mark.parametrize(
    "text", ["Posted on April 22, 2022", "Sunday, August 31, 2014", "ITV, ASSOCIATED PRESS"]
)
def test_own_line_names_no_place(text: str) -> None:
    assert own_line(text, phrases_for("en"), "en") is None


DATE_LINES = [
    ("de", "Stand: 12. November 2023, 16:20 Uhr", "2023-11-12"),
    ("fr", "Publié le 3 mai 2023 à 07h45", "2023-05-03"),
    ("en", "17:41 JST,\u2002October 13, 2024", "2024-10-13"),
    ("en", "March 7, 20247:55 AM UTCUpdated ago", "2024-03-07"),
    ("es", "27 abril, 202226 abril, 2022", "2022-04-27"),
    ("ja", "2019.04.25", "2019-04-25"),
    ("pl", "Dzisiaj, 02-11-2023 13:29", "2023-11-02"),
]


@pytest.mark.parametrize(("language", "text", "iso"), DATE_LINES)
def test_date_line(language: str, text: str, iso: str) -> None:
    assert is_date_line(text, language)[0] == iso
    assert dates_in(text, language)[0] == iso


@pytest.mark.parametrize(
    "text",
    [
        "The ferry that left on 4 July 2024 has not been seen at the quay since",
        "5 hours ago",
        "Tuesday",
    ],
)
def test_is_no_date_line(text: str) -> None:
    assert is_date_line(text, "en") == ()
