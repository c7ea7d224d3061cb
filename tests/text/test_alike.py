"""Lines that say the same are alike, and only they."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.alike import alike, parts_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 min read", "12  MIN\u00a0READ "),
        ("1,204 members", "86 members"),
        ("SÍGUENOS EN LA RED", "Síguenos en la red"),
        ("Siguenos", "Síguenos"),
        ("“Read also”", '"read also"'),
        ("Foto — EFE", "foto - efe"),
        ("The port’s paper", "the port's paper"),
        ("Updated 4.7.2024", "updated 12.11.2023"),
        ("٤ دقائق", "١٢ دقائق"),
        ("ＡＤ", "ad"),
        ("Mehr Straße", "MEHR STRASSE"),
    ],
)
def test_these_are_alike(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Foto: EFE", "Foto EFE"), ("4 min read", "min read"), ("a b", "ab"), ("cote", "code")],
)
def test_these_are_not(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@given(st.text())
def test_a_form_is_its_own_form(text: str) -> None:
    assert alike(alike(text)) == alike(text)


@given(st.text(alphabet="aé ß№½①ﷺ漢ｱİ٤7\u00a0\u200b"))
def test_space_at_the_ends_and_its_amount_do_not_count(text: str) -> None:
    assert alike(f" {text.replace(' ', '   ')}\t") == alike(text)


@pytest.mark.parametrize(
    ("text", "at", "is_cut_between"),
    [
        ("foto: efe", 5, True),
        ("fotos", 4, False),
        ("foto 0", 4, True),
        ("写真提供", 2, True),
        ("end", 3, True),
        ("end", 0, True),
    ],
)
def test_a_word_is_not_cut_in_two(text: str, at: int, is_cut_between: bool) -> None:
    assert parts_words(text, at) == is_cut_between
