"""Each form of a translator's credit, and what only looks like one."""

from __future__ import annotations

import pytest

from clipreader.anatomy.phrases import folded, phrases_for
from clipreader.anatomy.translators import (
    Translation,
    cue_alone,
    in_last_brackets,
    in_last_words,
    names_below,
    original_address,
    translation,
)

FORMS = [
    # language of the article, the line, names, language of the original
    ("en", "Translated by Ana Reyes", ["Ana Reyes"], None),
    ("en", "Translated by Ana Reyes.", ["Ana Reyes"], None),
    ("en", "Translated by mlk.", ["mlk"], None),
    ("en", "Translated from the Spanish by Ana Reyes and J. M.", ["Ana Reyes", "J. M."], "es"),
    ("en", "Translated by M. Okafor; edited by Priya Santangelo", ["M. Okafor"], None),
    (
        "en",
        "Translated from the Portuguese by Ana Reyes. Edited by Cora Whitlow",
        ["Ana Reyes"],
        "pt",
    ),
    ("en", "Official translation by Diane Hart.", ["Diane Hart"], None),
    ("en", "TRANSLATION BY CHIHIRO HART", ["CHIHIRO HART"], None),
    ("en", "Translation: J. Lindqvist", ["J. Lindqvist"], None),
    (
        "en",
        "Source: The Gull (Telegram), 12 January 2023. Photo by V. Lund. Translated by Hecks",
        ["Hecks"],
        None,
    ),
    (
        "en",
        "Source: The Gull, 11 April 2023. Translated by TRR. The article linked to says more.",
        ["TRR"],
        None,
    ),
    ("en", "Ad Policy Translated by Charles Hart", ["Charles Hart"], None),
    ("en", "Original text in English", [], "en"),
    ("es", "Traducido del inglés para El Faro por J. M.", ["J. M."], "en"),
    ("es", "Traducido para El Faro y La Vereda por Caty R.", ["Caty R."], None),
    ("es", "Traducido por Mar Reyes y revisado por Manuel Ugarte", ["Mar Reyes"], None),
    (
        "es",
        "Traducción: Lola R. y Simón Ugarte. Revisión: Candela Prats",
        ["Lola R.", "Simón Ugarte"],
        None,
    ),
    ("fr", "Traduit de l’espagnol par Solène Marchais", ["Solène Marchais"], "es"),
    ("fr", "Traduction de CaitlinHart.com par Aube Digitale", ["Aube Digitale"], None),
    ("fr", "Traduit par les lecteurs du site La-Vigie", ["les lecteurs du site La-Vigie"], None),
    (
        "fr",
        "Traduction\u00a0: Hugo Lemercier et Inès Vautrin",
        ["Hugo Lemercier", "Inès Vautrin"],
        None,
    ),
    ("fr", "Traduit de l’anglais", [], "en"),
    ("de", "Aus dem Spanischen von Lene Harms", ["Lene Harms"], "es"),
    (
        "de",
        "Übersetzung: Jonas Wiebe, Redaktion: Karla Thoms, Audioversion: D und E",
        ["Jonas Wiebe"],
        None,
    ),
    ("de", "Übersetzung Sarah-Indra Harms, 12.12.22", ["Sarah-Indra Harms"], None),
    ("de", "Übersetzung und Adaptierung: AFP Deutschland", ["AFP Deutschland"], None),
    ("de", "übersetzt von Alexander Harms", ["Alexander Harms"], None),
    ("pt", "Tradução de Rita Salgueiro", ["Rita Salgueiro"], None),
    ("it", "Traduzione dal francese di Ettore Malaspada", ["Ettore Malaspada"], "fr"),
    ("fr", "Traduit de l’anglais (Etats-Unis) par Ana Reyes", ["Ana Reyes"], "en"),
    ("de", "Übersetzt vonMonica Harms", ["Monica Harms"], None),
    ("pl", "Wolne tłumaczenie, Eternity;", ["Eternity"], None),
    ("en", "Translated by Ana Reyes for The Gull", ["Ana Reyes"], None),
    ("en", "Translated by A. Reyes, M.D.", ["A. Reyes"], None),
    ("en", "(Translated by Ana Reyes)", ["Ana Reyes"], None),
    ("es", "Traducción: Ana Reyes / La Vereda", ["Ana Reyes"], None),
    ("zh", "撰稿丨某某；翻译丨王立秋", ["王立秋"], None),
    ("zh", "翻译：纽约时报中文网", ["纽约时报中文网"], None),
    ("nl", "Vertaald uit het Engels door Sanne de Wit", ["Sanne de Wit"], "en"),
]


def found_in(language: str, text: str) -> Translation | None:
    return translation(text, folded(text), phrases_for(language))


@pytest.mark.parametrize(
    ("language", "text", "names", "tongue"), FORMS, ids=[f[1][:45] for f in FORMS]
)
def test_form(language: str, text: str, names: list[str], tongue: str | None) -> None:
    found = found_in(language, text)
    assert found is not None
    assert [name for name, _ in found.names] == names
    assert found.tongue == tongue
    assert all(text[span.start : span.end] == name for name, span in found.names)


NONE = [
    "According to a translation by the harbour office, the plan is older than the quay.",
    "The message, translated by CNN, named no date.",
    "received a chance for peace, she said, in a statement translated by TASS, the agency",
    "is on the needle, write the editors of the paper (translated by BBC Monitoring)",
    "Speaking Spanish, which was translated by one of her friends, Tejeda said no",
    "Read the Spanish version of this article translated by Yesica Hart",
    "For those translated articles sign up",
    "Translator",
    "Translated by",
    "Edited by Cora Whitlow",
    "Translated by the author",
    "Translated into many tongues, the book sold well.",
]


@pytest.mark.parametrize("text", NONE)
def test_is_none(text: str) -> None:
    assert found_in("en", text) is None


def test_glued_to_a_button_is_only_offered() -> None:
    found = found_in("en", "Ad Policy Translated by Charles Hart")
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "研究结果发表在科学刊物上。（编译/王小明）", ["王小明"]),
        ("en", "Nobody has claimed the piano since. (Translated by Ana Reyes)", ["Ana Reyes"]),
        ("en", "write the editors of the paper (translated by BBC Monitoring)", []),
        ("en", "Nobody has claimed the piano (see below)", []),
    ],
)
def test_brackets_at_the_end(language: str, text: str, names: list[str]) -> None:
    found = in_last_brackets(text, phrases_for(language))
    assert [name for name, _ in found.names] if found else names == []


def test_glued_to_the_end_of_a_paragraph() -> None:
    text = "Nobody thinks that the war is justified. Ad Policy Translated by Charles Hart"
    found = in_last_words(text, phrases_for("en"))
    assert found is not None
    assert [text[span.start : span.end] for _, span in found.names] == ["Charles Hart"]
    assert not found.sure
    prose = "Nobody thinks so. The book was translated by Charles Hart"
    assert in_last_words(prose, phrases_for("en")) is None


def test_a_cue_alone_has_its_names_below() -> None:
    japanese = phrases_for("ja")
    assert cue_alone("翻訳者", japanese)
    assert not cue_alone("translated by ana reyes", japanese)
    assert [name for name, _ in names_below("Ana Reyes and J. M.", phrases_for("en"))] == [
        "Ana Reyes",
        "J. M.",
    ]
    assert names_below("Ana Reyes and the mayor of the town", phrases_for("en")) == ()


def test_original_address() -> None:
    text = "Originally published at https://gull.example/ferry."
    assert original_address(text, folded(text), phrases_for("en")) == "https://gull.example/ferry"
    assert original_address("Seen at https://gull.example", "seen at", phrases_for("en")) is None
