"""The data of the languages is whole and in the form in which it is matched."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.phrases import folded, known_codes, phrases_for, shared
from clipreader.paths import resource

SECTIONS = {"languages", "translator", "reviser", "byline", "photo", "editors_note", "boilerplate"}


def book(code: str) -> dict[str, object]:
    return tomllib.loads(resource("phrases", f"{code}.toml").read_text(encoding="utf-8"))


def test_the_promised_languages_are_there() -> None:
    assert {"en", "es", "fr", "de", "pt", "it"} <= set(known_codes())
    assert "shared" not in known_codes()


@pytest.mark.parametrize("code", known_codes())
def test_a_language_has_all_its_sections(code: str) -> None:
    found = book(code)
    assert found["code"] == code
    assert set(found) >= SECTIONS


@pytest.mark.parametrize("code", known_codes())
def test_phrases_are_lower_case_and_never_empty(code: str) -> None:
    for section in book(code).values():
        for words in section.values() if isinstance(section, dict) else ():
            for phrase in words if isinstance(words, list) else ():
                assert phrase
                assert phrase == phrase.lower()


def test_english_is_always_among_them() -> None:
    assert phrases_for("de-AT").codes == ("de", "en")
    assert phrases_for("en").codes == ("en",)
    assert phrases_for("xx").codes == phrases_for(None).codes == known_codes()


def test_names_of_languages_become_codes() -> None:
    assert phrases_for("fr").tongue_in("traduit de l'espagnol par") == "es"
    assert phrases_for("fr").tongue_in("traduit par") is None


def test_shared_words() -> None:
    assert "de" in shared("names", "particles")
    assert "reuters" in shared("agencies", "names")


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding_makes_apostrophes_and_blanks_alike() -> None:
    assert folded("L’Île\u00a0:") == "l'île :"


def test_folding_makes_letters_alike_that_the_press_writes_either_way() -> None:
    assert folded("İLGİLİ, kapalı") == "ilgili, kapali"
    assert folded("إقرأ أيضًا مجلة") == folded("اقرا ايضًا مجله")


@pytest.mark.parametrize("code", [*known_codes(), None])
def test_no_cue_of_a_translator_is_without_its_beginning(code: str | None) -> None:
    phrases = phrases_for(code)
    cues = [folded(cue) for cue in cues_of(phrases.codes)]
    assert cues
    for cue in cues:
        assert any(word in cue for word in phrases.translator_words), cue


def cues_of(codes: tuple[str, ...]) -> list[str]:
    """Return the cues as the files have them, without what stands for other words."""
    found: list[str] = []
    for code in codes:
        book = tomllib.loads(resource("phrases", f"{code}.toml").read_text(encoding="utf-8"))
        told = book.get("translator", {})
        found += [*told.get("cues", ()), *told.get("from", ())]
    return [cue.replace("*", "some words").replace("{language}", "Gullish") for cue in found]
