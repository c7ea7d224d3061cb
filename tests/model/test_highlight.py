from __future__ import annotations

import pytest

from clipreader.model import Tag
from tests import records


@pytest.mark.parametrize(("name", "parent"), [("a", None), ("a/b", "a"), ("a/b/c", "a/b")])
def test_a_tag_nests_under_what_stands_before_its_last_slash(name: str, parent: str | None) -> None:
    assert Tag(name).parent == parent


def test_a_highlight_keeps_its_words_and_its_place() -> None:
    article = records.article()
    made = records.highlight(article, "two thirds of the fuel")
    assert made.span is not None
    assert article.quote(made.span) == made.quote == "two thirds of the fuel"
