"""Near-equal texts share most of their sample, other texts nothing of it."""

from __future__ import annotations

import pytest

from clipreader.text.shingles import (
    SAMPLED,
    containment,
    resemblance,
    sample,
    shingles,
    words_of,
)
from tests.stories import paragraphs, story

TOKYO = "東京の港で十一年ぶりに夜のフェリーが出発した。乗客は四十一人で、ピアノも一台あった。"


@pytest.mark.parametrize("seed", range(20))
def test_typography_does_not_count(seed: int) -> None:
    text = story(seed)
    other = text.upper().replace(" ", "\u00a0\u2009").replace("'", "’").replace(".", " …")
    assert sample(other) == sample(text)
    assert words_of(other) == words_of(text)


@pytest.mark.parametrize("seed", range(20))
def test_a_paragraph_more_leaves_most_of_the_sample(seed: int) -> None:
    longer = "\n".join([*paragraphs(seed + 500, 1), *paragraphs(seed)])
    assert len(set(sample(longer)) & set(sample("\n".join(paragraphs(seed))))) >= 2


def test_different_stories_share_nothing() -> None:
    samples = [set(sample(story(seed))) for seed in range(60)]
    pairs = [(a, b) for a in range(60) for b in range(a)]
    assert sum(bool(samples[a] & samples[b]) for a, b in pairs) <= 2


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("one two three", 0), ("a b c d", 1), (TOKYO, SAMPLED)]
)
def test_short_texts_and_scripts_without_spaces(text: str, number: int) -> None:
    assert len(sample(text)) == number


def test_numbers_are_known_apart() -> None:
    one, other = (words_of(f"The index closed at {n} points today") for n in (1204, 1205))
    assert resemblance(shingles(one), shingles(other)) < 0.5


def test_shares() -> None:
    one, other = shingles(words_of("a b c d e f")), shingles(words_of("c d e f g h i"))
    assert resemblance(one, other) == pytest.approx(1 / 6)
    assert containment(one, other) == pytest.approx(1 / 3)
    assert resemblance(shingles([]), shingles([])) == containment(shingles([]), one) == 0
