"""Lists of names, cleaned and weighed."""

from __future__ import annotations

import pytest

from clipreader.anatomy.found import Names
from clipreader.anatomy.phrases import phrases_for
from clipreader.anatomy.told_names import weighed_names
from clipreader.model import Candidate, FieldName

ROSA, ANA = "Rosa Lund", "Ana Reyes"


def weighed(*lists: tuple[tuple[str, ...], float], text: Names | None = None, code: str = "en"):
    told = [Candidate(FieldName.AUTHORS, names, "data", weight) for names, weight in lists]
    told.append(Candidate(FieldName.PUBLISHER, "Salt Gull", "data", 0.9))
    told.append(Candidate(FieldName.URL, "https://www.brine.example/x", "data", 0.9))
    return weighed_names(told, FieldName.AUTHORS, text or Names(), phrases_for(code)).values


@pytest.mark.parametrize(
    ("code", "value", "names"),
    [
        ("en", "Rosa Lund", (ROSA,)),
        ("en", "By Rosa Lund", (ROSA,)),
        ("en", "Rosa Lund and Ana Reyes", (ROSA, ANA)),
        ("de", "Rosa Lund und Ana Reyes, Nordhafen", (ROSA, ANA)),
        ("de", "Rosa Lund und Ana Reyes, dpa", (ROSA, ANA, "dpa")),
        ("de", "Rosa Lund (rol)", (ROSA,)),
        ("en", "Rosa Lund For Harbourgull.com", (ROSA,)),
        ("en", "Lund, Rosa", ("Lund, Rosa",)),
        ("en", "Ministry of Ports and Harbours", ("Ministry of Ports and Harbours",)),
        ("en", "Rosa Lund; About Rosa Lund", (ROSA,)),
        ("ko", "신현주 기자", ("신현주",)),
        ("ja", "山田花子記者", ("山田花子",)),
    ],
)
def test_one_value(code: str, value: str, names: tuple[str, ...]) -> None:
    assert weighed((tuple(value.split("; ")), 0.9), code=code) == names


@pytest.mark.parametrize(
    "house", ["Salt Gull", "Salt Gull Online", "brine.example", "Brine Newsroom", "The Port Times"]
)
def test_a_person_counts_more_than_the_house(house: str) -> None:
    by_line = Names((ROSA,), "the line", 0.75)
    assert weighed(((house,), 0.95), text=by_line) == (ROSA,)
    assert weighed(((house, ROSA), 0.95)) == (ROSA,)
    assert weighed(((house,), 0.95)) == (house,)


def test_the_surest_list_counts() -> None:
    assert weighed(((ROSA,), 0.7), ((ANA,), 0.9)) == (ANA,)
    assert weighed(((ROSA,), 0.9), text=Names((ANA,), "the line", 0.93)) == (ANA,)


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ((ANA, ROSA), (ANA, ROSA)),
        ((ROSA, "Port Selby Harbour Board Office Of 1900"), (ROSA,)),
        ((ANA, "Dan Hart"), (ROSA,)),
    ],
)
def test_a_longer_list_completes_the_best(more: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert weighed(((ROSA,), 0.9), (more, 0.7)) == names
    assert weighed(((ROSA,), 0.9), (more, 0.3)) == (ROSA,)
