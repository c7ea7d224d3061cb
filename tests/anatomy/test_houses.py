"""What is told for a medium's name, and what is not."""

from __future__ import annotations

import pytest

from clipreader.anatomy.houses import has_article, is_house, is_outlet, is_station
from clipreader.anatomy.phrases import phrases_for


@pytest.mark.parametrize(
    "name",
    [
        "Puerto Diario",
        "The Daily Length",
        "AFP",
        "12norte",
        "la-vigie.org",
        "Norderhafener Zeitung",
    ],
)
def test_an_outlet_tells_of_itself(name: str) -> None:
    assert is_outlet(name, phrases_for("en"))


@pytest.mark.parametrize("name", ["Ana Duarte", "Harbour Town", "La Vereda", "Le Phare de Brume"])
def test_a_name_that_tells_nothing(name: str) -> None:
    assert not is_outlet(name, phrases_for("en"))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("CBC", True), ("TPN", True), ("USA", False), ("PARIS", False), ("Ana", False), ("A", False)],
)
def test_a_station(name: str, is_one: bool) -> None:
    assert is_station(name) == is_one


def test_a_house_may_begin_with_an_article() -> None:
    assert is_house("The Saltmarsh")
    assert has_article("La Vereda")
    assert not has_article("Puerto Diario")
    assert not is_house("nobody knows")
