"""A small share of the damaged files that ``stress`` reads by thousands."""

from __future__ import annotations

import pytest

from tests.formats import stress
from tests.formats.damage import ENDINGS, damaged
from tests.formats.written import FORMATS

SHARE = 40


def test_every_format_is_damaged():
    assert set(ENDINGS) == set(FORMATS)


@pytest.fixture(scope="module")
def reader():
    with stress.worker() as one:
        yield one


@pytest.mark.parametrize("form", ENDINGS)
def test_a_damaged_file_gives_an_article_or_one_sentence(form, reader):
    tally = stress.tallied(form, range(SHARE), reader)
    assert not tally.broken
    assert tally.fates["article"] + tally.fates["sentence"] == SHARE
    assert tally.memory < stress.MEMORY


@pytest.mark.parametrize("form", ENDINGS)
def test_a_number_always_makes_the_same_file(form):
    numbers = range(4)
    assert [damaged(form, one) for one in numbers] == [damaged(form, one) for one in numbers]
    assert len({damaged(form, one).data for one in numbers}) > 1


@pytest.mark.parametrize(
    ("sentence", "is_right"),
    [
        ("“a.txt” is empty.", True),
        ("“a.txt” could not be read, because of a mistake in ClipReader.", False),
        ("“a.txt” takes too long to be read.", False),
        ("Traceback (most recent call last)\n  File", False),
    ],
)
def test_what_counts_as_one_sentence(sentence, is_right):
    assert (stress.wrong_with(sentence, "a.txt") == "") == is_right
