from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.fuzzy import find, likeness, ratio

TEXT = (
    "The line was closed when its subsidy lapsed. According to the contract, signed in March, the "
    "province pays two thirds of the fuel and the company keeps the fares. On the quay the "
    "crossing was watched by the crews of the cargo boats that had taken its berth."
)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("province pays two thirds of the fuel", "province pays two thirds of the fuel"),
        ("the province pay two thirds of its fuel", "the province pays two thirds of the fuel"),
        ("watched by the crew of the cargo boat", "watched by the crews of the cargo boats"),
    ],
)
def test_small_changes_do_not_hide_a_phrase(phrase: str, found: str) -> None:
    best = find(phrase, TEXT)[0]
    words = TEXT[slice(*best.span)]
    assert found[:-1] in words or words in found
    assert abs(len(words) - len(found)) <= 2


def test_another_sentence_is_not_found() -> None:
    assert find("a lighthouse keeper painted the northern door green", TEXT) == ()


@given(st.integers(0, len(TEXT) - 12), st.integers(12, 60))
def test_what_stands_there_is_found_there(start: int, length: int) -> None:
    phrase = TEXT[start : start + length]
    assert any(match.likeness == 1 and match.span[0] == start for match in find(phrase, TEXT))


@given(st.text(max_size=40), st.text(max_size=200))
def test_places_never_overlap(phrase: str, text: str) -> None:
    spans = sorted(match.span for match in find(phrase, text, at_least=0.5))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("phrase", "text", "alike"),
    [("two thirds", TEXT, 1.0), ("", "anything", 1.0), ("abc", "", 0.0), ("abc", "xyz", 0.0)],
)
def test_likeness_is_that_of_the_best_stretch(phrase: str, text: str, alike: float) -> None:
    assert likeness(phrase, text) == alike


def test_ratio_compares_whole_texts() -> None:
    assert ratio("two thirds", "two thirds") == 1.0
    assert 0.1 < ratio("two thirds", "two thirds of the fuel") < 0.7
