"""A highlight is put where its words went, or the person is told; it is never put elsewhere."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import strategies as st

from clipreader.anchoring import describe, resolve
from clipreader.model import Article, Certainty
from tests import records
from tests.anchoring.changed_articles import CHANGES, SEEDS, changed, of_seed, spans_of, with_twins
from tests.anchoring.test_resolve import judged
from tests.fuzz.target import Target

EACH = sorted({change for changes in CHANGES.values() for change in changes}, key=str)


@cache
def articles() -> tuple[Article, ...]:
    """The project’s own articles, plain and with captions that repeat their sentences."""
    plain = [of_seed(path) for path in sorted(SEEDS.glob("*.txt"))]
    return (*plain, *(with_twins(article) for article in plain), with_twins(records.article()))


def is_never_elsewhere(made: tuple[int, list[int], int]) -> None:
    """Change an article by up to six changes in any order and ask for a passage of it."""
    which, steps, chance = made
    article = articles()[which % len(articles())]
    rng = random.Random(chance)
    span = rng.choice(spans_of(article, rng, 3))
    selector = describe(article, span)
    found = resolve(article, selector)
    assert found.certainty == Certainty.PLACED
    assert found.span == span
    traced = changed(article, tuple(EACH[step % len(EACH)] for step in steps), rng)
    anchor = resolve(traced.article, selector)
    placed = anchor.certainty == Certainty.PLACED
    assert placed or anchor.why
    assert judged(selector, traced, anchor.span, placed) != "wrong", (selector, anchor)


TARGETS = (
    Target(
        "anchor",
        st.tuples(
            st.integers(0, 1 << 10),
            st.lists(st.integers(0, len(EACH) - 1), min_size=1, max_size=6),
            st.integers(0, 1 << 40),
        ),
        is_never_elsewhere,
    ),
)
