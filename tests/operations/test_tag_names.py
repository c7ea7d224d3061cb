"""Tags are written in one way."""

from __future__ import annotations

import pytest

from clipreader.library import Library
from clipreader.model import (
    Article,
    Outcome,
)
from clipreader.operations import checking, highlighting
from tests import records
from tests.operations.marked import (
    QUOTE,
    add,
    marked,
    stored,
)


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((" public  money ", ""), ("public money",)),
        (("/ports//ferries/",), ("ports/ferries",)),
        (("Subsidy", "subsidy"), ("Subsidy",)),
        (("PORTS/ships",), ("ports/ships",)),
        (("b", "a"), ("b", "a")),
    ],
)
def test_tags_are_normalised(
    library: Library, article: Article, given: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    add(library, article, "a piano", tags=("ports",))
    made = add(library, article, QUOTE, tags=given)
    assert made.tags == kept


def test_renaming_a_tag_takes_what_nests_below_along(library: Library, article: Article) -> None:
    for words, names in (
        (QUOTE, ("ports", "money")),
        ("a piano", ("ports/Ferries", "harbours")),
        ("Ana Reyes", ("portside",)),
    ):
        add(library, article, words, tags=names)
    assert highlighting.rename_tag(library, "Ports", " harbours ").value == 2
    names = {tag.name: tag.count for tag in highlighting.tags(library)}
    assert names == {"harbours": 2, "harbours/Ferries": 1, "money": 1, "portside": 1}
    assert highlighting.remove_tag(library, "harbours").value == 2
    assert [tag.name for tag in highlighting.tags(library)] == ["money", "portside"]
    assert len(marked(library, article)) == 3


@pytest.mark.parametrize("new", ["", "/", " / "])
def test_a_tag_is_never_renamed_to_nothing(library: Library, article: Article, new: str) -> None:
    add(library, article, QUOTE, tags=("ports",))
    assert highlighting.rename_tag(library, "ports", new) == Outcome(0)
    assert [tag.name for tag in highlighting.tags(library)] == ["ports"]


def test_a_tag_can_change_its_case(library: Library, article: Article) -> None:
    add(library, article, QUOTE, tags=("ports",))
    assert highlighting.rename_tag(library, "ports", "Ports").value == 1
    assert highlighting.tags(library)[0].name == "Ports"


def test_renaming_to_a_tag_that_counts_as_the_same_leaves_one(library: Library) -> None:
    article = stored(library, records.article())
    add(library, article, QUOTE, tags=("money", "ano"))
    assert highlighting.rename_tag(library, "money", "año").value == 1
    (kept,) = marked(library, article)
    assert kept.tags == ("año",)
    assert checking.check(library).problems == ()
