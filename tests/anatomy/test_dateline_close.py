"""Datelines that the press of other languages writes without blanks, dash or capitals."""

from __future__ import annotations

import pytest

from clipreader.anatomy.dateline import opening, own_line
from clipreader.anatomy.dateline_close import written_close
from clipreader.anatomy.phrases import phrases_for

OPENINGS = [
    # language, the paragraph's beginning, agency, author, place, date
    ("zh", "新华社新港2024年7月4日电 九点二十分", "新华社", None, "新港", "2024-07-04"),
    ("zh", "新华社北京7月4日电（记者 李明）九点", "新华社", "李明", "北京", None),
    ("zh", "海湾网 10月14日报道", "海湾网", None, None, None),
    ("ja", "【ロンドン＝山田花子】午後九時", None, "山田花子", "ロンドン", None),
    ("ja", "【ワシントン時事】午後九時", "時事", None, "ワシントン", None),
    ("ja", "［東京　４日　ロイター］午後九時", "ロイター", None, "東京", None),
    ("ar", "القاهرة (أ ف ب) - عادت العبارة", "أ ف ب", None, "القاهرة", None),
    ("ar", "بيروت، ٤ تموز ٢٠٢٤ (رويترز) – عادت", "رويترز", None, "بيروت", "2024-07-04"),
    ("tr", "İSTANBUL (DHA)- Vapur limana döndü", "DHA", None, "İSTANBUL", None),
    ("uk", "КИЇВ, 4 липня (Укрінформ) – Пором", "Укрінформ", None, "КИЇВ", None),
    ("ru", "МОСКВА, 4 июля 2024. /ТАСС/. Паром", "ТАСС", None, "МОСКВА", "2024-07-04"),
    ("ru", "МОСКВА, 4 июл – РИА Новости. Паром", "РИА Новости", None, "МОСКВА", None),
    ("uk", "ЛЬВІВ. 4 липня. УНІАН. Електричка", "УНІАН", None, "ЛЬВІВ", None),
    ("uk", "Київ. 4 липня 2024. УНІАН – Пором", "УНІАН", None, "Київ", "2024-07-04"),
    ("it", "(ANSA) - ROMA, 4 LUG - Il traghetto", "ANSA", None, "ROMA", None),
]


@pytest.mark.parametrize(
    ("language", "text", "agency", "author", "place", "iso"),
    OPENINGS,
    ids=[o[1][:30] for o in OPENINGS],
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


@pytest.mark.parametrize(
    ("language", "text", "agency", "place"),
    [
        ("ar", "دمشق - سانا", "سانا", "دمشق"),
        ("ar", "دمشق-سانا", "سانا", "دمشق"),
        ("en", "AFP – Paris", "AFP", "Paris"),
        ("en", "London / Reuters", "Reuters", "London"),
    ],
)
def test_agency_and_place_alone(language: str, text: str, agency: str, place: str) -> None:
    found = own_line(text, phrases_for(language), language)
    assert found is not None
    assert (found.agency, found.place) == (agency, place)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "他在7月4日的消息中说，渡轮将会返回。"),
        ("zh", "自2013年以来第一次有客运渡轮在夜色中离开港口。"),
        ("ja", "【写真】夜のフェリー"),
        ("ja", "［東京］午後九時"),
        ("en", "新华社新港7月4日电 九点二十分"),
    ],
)
def test_what_is_no_dateline(language: str, text: str) -> None:
    assert written_close(text, phrases_for(language)) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قالت المديرة (رئيسة الشركة) - وهي من المدينة - إن العبارة عادت"),
        ("ar", "العبارة الليلية - صورة"),
        ("en", "Reuters / AFP"),
    ],
)
def test_dashes_and_brackets_alone_make_no_dateline(language: str, text: str) -> None:
    assert opening(text, phrases_for(language), language) is None
    assert own_line(text, phrases_for(language), language) is None
