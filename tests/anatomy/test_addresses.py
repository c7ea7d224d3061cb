"""Bylines that end in an address."""

from __future__ import annotations

import pytest

from clipreader.anatomy.addresses import without_address
from clipreader.model import Role
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, read


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Elena Duarte - elena@puerto.example", "Elena Duarte"),
        ("Elena Duarte | [email protected]", "Elena Duarte"),
        ("Elena Duarte (e.duarte@mail.puerto.example)", "Elena Duarte"),
        ("elena@puerto.example", None),
        ("Elena Duarte", None),
        ("Write to elena@puerto.example today", None),
    ],
)
def test_without_address(line: str, who: str | None) -> None:
    assert without_address(line) == who


def test_a_name_and_an_address_are_a_byline() -> None:
    article = read(HEADLINE, "Elena Duarte - elena@puerto.example", FIRST, SECOND)
    assert article.metadata.authors == ("Elena Duarte",)
    assert article.blocks[1].role == Role.BYLINE


def test_an_agency_and_the_paper_that_prints_it() -> None:
    article = read(HEADLINE, "AFP/The Gull - [email\u00a0protected]", FIRST, SECOND)
    assert article.metadata.authors == ()
    assert article.metadata.agency == "AFP/The Gull"


@pytest.mark.parametrize("line", ["Contact us: desk@gull.example", "desk@gull.example"])
def test_the_sites_own_address_is_no_byline(line: str) -> None:
    article = read(HEADLINE, line, FIRST, SECOND, THIRD)
    assert article.metadata.authors == ()
    assert article.blocks[1].role == Role.BOILERPLATE
