"""Bylines with a cue, and names alone."""

from __future__ import annotations

import pytest

from clipreader.anatomy.bylines import cue_alone, is_post, names_alone, with_cue
from clipreader.anatomy.phrases import folded, phrases_for

CUED = [
    ("en", "By Elena Duarte", ["Elena Duarte"], None),
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
    ("en", "Elena Duarte in Harbour Town", ["Elena Duarte"], None, False),
    ("en", "Victoria Vane Follow", ["Victoria Vane"], None, False),
    ("en", "Noa Villalta", ["Noa Villalta"], None, False),
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
    assert outlet is None or found.outlet == outlet
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
