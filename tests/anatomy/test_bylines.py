"""Bylines with a cue, and names alone."""

from __future__ import annotations

import pytest

from clipreader.anatomy.bylines import cue_alone, is_post, names_alone, with_cue
from clipreader.anatomy.phrases import folded, phrases_for

CUED = [
    ("en", "By Elena Duarte", ["Elena Duarte"], None),
    ("en", "Interview by Rosa Lund", ["Rosa Lund"], None),
    (
        "en",
        "By Takeo Lund and Tatsuya Hart / Harbour Gazette Staff Writers",
        ["Takeo Lund", "Tatsuya Hart"],
        "Harbour Gazette",
    ),
    ("en", "By Piers Hallam, coastal affairs correspondent", ["Piers Hallam"], None),
    ("en", "By Silvio Hart (La Vereda)", ["Silvio Hart"], "La Vereda"),
    ("en", "By TPN, in News, Portugal, Business · 31 Jan 2025, 20:02 · 0 Comments", ["TPN"], None),
    ("de", "Von: Bill MCHART, Marisha GOLD", ["Bill MCHART", "Marisha GOLD"], None),
    ("es", "Por Elena Duarte", ["Elena Duarte"], None),
    ("fr", "Par Anouk Corvin avec AFP", ["Anouk Corvin"], None),
    ("fr", "Par Bastien Corvin", ["Bastien Corvin"], None),
    ("it", "di Livia Sarrocchi", ["Livia Sarrocchi"], None),
    ("en", "By A. Reyes, The Daily Length, 1 January 2024", ["A. Reyes"], "The Daily Length"),
    ("en", "By Ana Duarte, Associated Press", ["Ana Duarte"], "Associated Press"),
    ("en", "By Ana Duarte for The Harbour Gazette", ["Ana Duarte"], "The Harbour Gazette"),
    ("en", "By Ana Duarte, Special to the Gull Herald", ["Ana Duarte"], "Gull Herald"),
    ("en", "By Ana Duarte For Harbourgull.com", ["Ana Duarte"], "Harbourgull.com"),
    ("en", "By Ana Duarte/The Harbour Gazette", ["Ana Duarte"], "The Harbour Gazette"),
    ("en", "By Ana Duarte Published 4 July 2024 The Gull", ["Ana Duarte"], "The Gull"),
    ("en", "By J. M. Coe | La Vereda | 4 July 2024", ["J. M. Coe"], "La Vereda"),
    ("en", "By Ana Duarte with Reuters", ["Ana Duarte"], None),
    (
        "en",
        "By Eva Lund and Rosa Hart The Associated Press",
        ["Eva Lund", "Rosa Hart"],
        "The Associated Press",
    ),
    ("es", "Por Elena Duarte para Puerto Diario", ["Elena Duarte"], "Puerto Diario"),
    ("fr", "Par Anouk Corvin pour Le Phare de Brume", ["Anouk Corvin"], "Le Phare de Brume"),
    ("de", "Von Jette Harms für den Seeboten", ["Jette Harms"], None),
    ("de", "Von Jette Harms für die Sill Zeitung", ["Jette Harms"], "Sill Zeitung"),
    ("nl", "Door onze verslaggever Joris Laan", ["Joris Laan"], None),
    ("en", "By our correspondent Ana Duarte, The Gull", ["Ana Duarte"], "The Gull"),
    ("it", "di Livia Sarrocchi per Il Molo", ["Livia Sarrocchi"], "Il Molo"),
    ("en", "By Ana Duarte January 18, 2017 11:00 PM", ["Ana Duarte"], None),
    ("en", "By Ana Duarte and Dan Hart July 4, 2024", ["Ana Duarte", "Dan Hart"], None),
    ("en", "By Theresa May July 4, 2024", ["Theresa May"], None),
    ("en", "By Theresa May, 4 July 2024", ["Theresa May"], None),
    ("en", "By Theresa May on July 4, 2024", ["Theresa May"], None),
    ("en", "By Eva Lund Eva Lund", ["Eva Lund"], None),
    ("en", "By Eva Lund\u00a0July 4, 2024", ["Eva Lund"], None),
    ("es", "Por Elena Duarte 4 de julio de 2024", ["Elena Duarte"], None),
]


@pytest.mark.parametrize(("code", "text", "names", "outlet"), CUED, ids=[c[1][:40] for c in CUED])
def test_with_cue(code: str, text: str, names: list[str], outlet: str | None) -> None:
    found = with_cue(text, folded(text), phrases_for(code))
    assert found is not None
    assert [name for name, _ in found.names] == names
    assert all(text[span.start : span.end] == name for name, span in found.names)
    assert outlet is None or found.outlet == outlet


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "By the time the ferry left, nobody was watching it."),
        ("en", "Byron Lund"),
        ("fr", "Par ailleurs, le maire n’a rien dit"),
        ("it", "Di Maio ha detto di no"),
        ("it", "Di Maio, il sindaco, non ha voluto commentare. «Suonano», ha detto."),
        ("de", "Von hier aus sieht man das Meer"),
        ("en", "By Order of The King"),
    ],
)
def test_prose_is_no_byline(code: str, text: str) -> None:
    assert with_cue(text, folded(text), phrases_for(code)) is None


ALONE = [
    (
        "en",
        "Elena Duarte and Tomasz Brill | Puerto Diario",
        ["Elena Duarte", "Tomasz Brill"],
        "Puerto Diario",
        False,
    ),
    ("en", "Amy Hart Political Correspondent", ["Amy Hart"], None, True),
    ("en", "Denis Hart China Correspondent, in Seoul", ["Denis Hart"], None, True),
    (
        "en",
        "Yasmine Hart · CBC News · Posted: Aug 08, 2024 4:00 AM EDT",
        ["Yasmine Hart"],
        "CBC News",
        False,
    ),
    ("de", "Jette Rönnefeld, Redaktion Obersill", ["Jette Rönnefeld"], None, True),
    ("pt", "Iraci Tavares, da Folha do Sino", ["Iraci Tavares"], "Folha do Sino", False),
    (
        "en",
        "Dan Hart-LundThe West Gull",
        ["Dan Hart-Lund"],
        "The West Gull",
        False,
    ),
    ("en", "Eva LundNews Reporter", ["Eva Lund"], None, True),
    ("en", "Elena Duarte in Harbour Town", ["Elena Duarte"], None, False),
    ("en", "Victoria Vane Follow", ["Victoria Vane"], None, False),
    ("en", "Noa Villalta", ["Noa Villalta"], None, False),
    ("en", "Ana Duarte Associated Press", ["Ana Duarte"], "Associated Press", False),
    ("en", "Ana Duarte – The Gull", ["Ana Duarte"], "The Gull", False),
    ("en", "Por Elena Duarte para Puerto Diario", ["Elena Duarte"], "Puerto Diario", False),
    ("pl", "Zofia Łęcka, „Głos Portu”, 4 lipca 2024 r.", ["Zofia Łęcka"], "Głos Portu", False),
    ("en", "Ana Duarte | Politics Reporter", ["Ana Duarte"], None, True),
    ("en", "Ana Duarte · The Gull · 4 July 2024", ["Ana Duarte"], "The Gull", False),
]


@pytest.mark.parametrize(
    ("code", "text", "names", "outlet", "post"), ALONE, ids=[a[1][:40] for a in ALONE]
)
def test_names_alone(
    code: str, text: str, names: list[str], outlet: str | None, post: bool
) -> None:
    found = names_alone(text, folded(text), phrases_for(code))
    assert found is not None
    assert [name for name, _ in found.names] == names
    assert found.outlet == outlet
    assert found.has_post == post


@pytest.mark.parametrize(
    "text",
    [
        "HomeWorld News",
        "Ann Keir,",
        "HARBOUR POWER IN NORWAY AND WORLDWIDE",
        "The Night Ferry Returns",
        "A tower in three parts",
        "noa villalta",
    ],
)
def test_a_label_holds_no_names(text: str) -> None:
    assert names_alone(text, folded(text), phrases_for("en")) is None


def test_a_place_behind_the_names_is_no_outlet() -> None:
    text = "Von Jette Harms und Piet Aalborg, Norderhafen"
    found = with_cue(text, folded(text), phrases_for("de"))
    assert found is not None
    assert found.outlet is None


def test_a_cue_or_a_post_on_its_own_line() -> None:
    english, spanish = phrases_for("en"), phrases_for("es")
    assert cue_alone("article by", english)
    assert not cue_alone("article by elena duarte", english)
    assert is_post("Reporter", "reporter", english)
    assert is_post("Corresponsal en Monte Quieto", "corresponsal en monte quieto", spanish)
    assert not is_post("Reporters went home.", "reporters went home.", english)


def test_outlet_place_and_date_behind_the_name() -> None:
    text = "Marcos Ibarra / Diario del Muelle, La Habana, 4 de julio de 2024"
    found = names_alone(text, folded(text), phrases_for("es"))
    assert found is not None
    assert [name for name, _ in found.names] == ["Marcos Ibarra"]
    assert (found.outlet, found.place, found.has_date) == ("Diario del Muelle", "La Habana", True)


def test_two_names_before_a_date_are_outlet_and_place() -> None:
    text = "Por Ana Duarte, La Vereda, La Habana, 4 de julio de 2024"
    found = with_cue(text, folded(text), phrases_for("es"))
    assert found is not None
    assert [name for name, _ in found.names] == ["Ana Duarte"]
    assert (found.outlet, found.place) == ("La Vereda", "La Habana")


def test_what_may_be_a_place_before_a_date_is_no_author() -> None:
    text = "By Ana Duarte, Port Selby, 4 July 2024"
    found = with_cue(text, folded(text), phrases_for("en"))
    assert found is not None
    assert [name for name, _ in found.names] == ["Ana Duarte"]
    assert (found.outlet, found.place) == (None, None)


@pytest.mark.parametrize("text", ["Ana Duarte / Tom Brill", "Ana Duarte | Harbour Street"])
def test_a_name_behind_a_bar_is_perhaps_an_outlet(text: str) -> None:
    found = names_alone(text, folded(text), phrases_for("en"))
    assert found is not None
    assert found.outlet is None
    assert found.maybe == text.split(" ", 3)[-1].removeprefix("/ ").removeprefix("| ")


def test_an_outlet_before_a_bar_is_no_author() -> None:
    text = "The Harbour Gazette / Ana Duarte"
    assert names_alone(text, folded(text), phrases_for("en")) is None
