from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.exporters.tags import hashed, safe_name
from tests.exporters.any_text import unhurried


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ferries", "ferries"),
        ("public money", "public-money"),
        ("ferries/time tables", "ferries/time-tables"),
        ("R&D, plans!", "R-D-plans"),
        ("2024", "_2024"),
        ("2024/07", "_2024/07"),
        ("year 2024", "year-2024"),
        ("/a//b/", "a/b"),
        ("Économie", "Économie"),
        ("हिन्दी", "हिन्दी"),
        ("#already", "already"),
        ("!?", ""),
    ],
)
def test_name_for_a_text(tag: str, name: str) -> None:
    assert safe_name(tag) == name


@unhurried
@given(st.text())
def test_any_name_is_one_word(tag: str) -> None:
    name = safe_name(tag)
    assert not re.search(r"[\s#.,]|//", name)
    assert safe_name(name) == name


def test_tags_stand_on_one_line_each_once() -> None:
    assert hashed(("public money", "public-money", "to quote", "?")) == "#public-money #to-quote"
    assert hashed(()) == ""
