"""Folding: no accents, no case, and every character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.library.folding import folded, folded_name, storable

CASES = [
    ("Álvaro López", "alvaro lopez"),
    ("Łódź, Ærø, Đoković", "lodz, æro, dokovic"),
    ("STRASSE Straße", "strasse straße"),
    ("İstanbul ısı", "istanbul isi"),
    ("Ελλάς", "ελλασ"),
    ("Ёлка и йод", "елка и иод"),
    ("Nguyễn Thị Ơn", "nguyen thi on"),
    ("한국 학생", "한국 학생"),
    ("がか パハ", "がか パハ"),
    ("हिन्दी क़", "हिन्दी क़"),
    ("“Quotes” — and 1½", "“quotes” — and 1½"),
    ("👩🏽‍🚒 fire", "👩🏽‍🚒 fire"),
]


@pytest.mark.parametrize(("text", "bare"), CASES)
def test_takes_accents_and_case_away(text, bare):
    assert folded(text) == bare


@given(st.text())
def test_keeps_every_place(text):
    assert len(folded(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("  Ana   REYES ", "ana reyes"), ("Jose\u0301 Mari\u0301a", "josé maría"), ("", " ")],
)
def test_names_are_compared_without_needless_spaces(one, other):
    assert folded_name(one) == folded_name(other)


@given(st.text(alphabet=st.characters(categories=["Lu", "Mn", "Cs", "Cc"])))
def test_whatever_is_stored_can_be_written(text):
    kept = storable(text)
    kept.encode()
    assert "\0" not in kept
    assert storable(kept) == kept
