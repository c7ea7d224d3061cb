from __future__ import annotations

import re

import pytest

from clipreader.importers.page import tags, vocabulary

SETS = {
    name: value
    for module in (vocabulary, tags)
    for name, value in vars(module).items()
    if isinstance(value, frozenset)
}


@pytest.mark.parametrize("name", SETS)
def test_words_have_a_form_that_can_be_found(name):
    """A class is cut into words and pairs of words: what is longer would never be met."""
    form = r"[a-z]+(-[a-z]+)?" if name.endswith("WORDS") or "WORD_" in name else r"[a-z0-9-]+"
    assert [word for word in SETS[name] if not re.fullmatch(form, word)] == []


def test_no_word_is_both_an_articles_and_a_sites():
    own = vocabulary.CAPTION_WORDS | vocabulary.CREDIT_WORDS | vocabulary.DECK_WORDS
    own |= vocabulary.BYLINE_WORDS | vocabulary.KICKER_WORDS | vocabulary.TIME_WORDS
    own |= vocabulary.BODY_WORDS | vocabulary.FIGURE_WORDS
    assert not own & vocabulary.FURNITURE_WORDS
