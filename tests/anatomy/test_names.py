"""What looks like a name, and where one ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.names import end_of_name, is_credit, is_name, sentence_end, split_names
from clipreader.anatomy.phrases import phrases_for

NAMES = [
    "Ana Reyes",
    "J. M.",
    "Caty R.",
    "Tomás de la Vega",
    "Sauli O’Hara",
    "DANICA KIRKA",
    "王小明",
]
NO_NAMES = [
    "",
    "the harbour office",
    "Ana",
    "The Ferry Left",
    "Ana said so",
    "Vega de",
    "Ana 2024",
    "a",
]


@pytest.mark.parametrize("text", NAMES)
def test_is_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Caty R.", "Caty R."),
        ("J. M.", "J. M."),
        ("mlk.", "mlk"),
        ("Ana Reyes,", "Ana Reyes"),
        ("Supplied Image;", "Supplied Image"),
        ("AFP).", "AFP"),
        ("", ""),
    ],
)
def test_the_point_of_an_initial_stays(text: str, name: str) -> None:
    assert text[: end_of_name(text)] == name


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "Ana Reyes and J. M.", ["Ana Reyes", "J. M."]),
        ("en", "Ana Reyes, Tom Brill & Eva Lund", ["Ana Reyes", "Tom Brill", "Eva Lund"]),
        ("es", "Ana Reyes e Inés Vega", ["Ana Reyes", "Inés Vega"]),
        ("en", "Alexandra Sandersen", ["Alexandra Sandersen"]),
        ("zh", "王小明、王立秋", ["王小明", "王立秋"]),
    ],
)
def test_split(code: str, text: str, names: list[str]) -> None:
    assert [name for name, _ in split_names(text, phrases_for(code))] == names


@given(st.text(max_size=60), st.integers(0, 9))
def test_spans_hold_the_names(text: str, start: int) -> None:
    for name, span in split_names(text, phrases_for("en"), start):
        assert text[span.start - start : span.end - start] == name
        assert name


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Harbours of Lirio",
        "iStock",
        "Handout / Handout / Gettyimages.ru",
        "AFP",
        "The Gull",
    ],
)
def test_is_credit(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize(
    "text", ["nobody cares", "A", "He said so. And left", "The End!", "x" * 91]
)
def test_is_no_credit(text: str) -> None:
    assert not is_credit(text)


def test_the_first_sentence_ends_at_its_point() -> None:
    assert sentence_end("TRR. The article says") == 3
    assert sentence_end("J. M. and Ana") == len("J. M. and Ana")
