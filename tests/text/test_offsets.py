from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.offsets import Utf16Map, utf16_length

texts = st.text(st.sampled_from("aé漢😀🇨🇺\u0301\u00a0\n"), max_size=60)


@given(texts)
def test_every_code_point_comes_back_from_its_unit(text: str) -> None:
    units = Utf16Map(text)
    assert [units.points(units.units(p)) for p in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )


@given(texts)
def test_a_unit_is_what_the_characters_before_take(text: str) -> None:
    units = Utf16Map(text)
    assert all(units.units(p) == utf16_length(text[:p]) for p in range(len(text) + 1))


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert Utf16Map("a😀b").points(2) == 1
