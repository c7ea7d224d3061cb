"""Stretches make up both texts, and name what a reader would mark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.text.differences import differences
from tests.stories import story


def marked(old: str, new: str) -> str:
    """The two as one, with [-gone-] and {+new+}."""
    told = ""
    for one in differences(old, new):
        gone, come = old[one.old_start : one.old_end], new[one.new_start : one.new_end]
        told += gone if one.same else f"[-{gone}-]{{+{come}+}}"
    return told


CASES = [
    ("the same", "the same", "the same"),
    ("", "new", "[--]{+new+}"),
    ("pays two thirds of it", "pays half of it", "pays [-two thirds-]{+half+} of it"),
    ("A “b” c", 'A "b" c', 'A [-“-]{+"+}b[-”-]{+"+} c'),
    ("One.\nThree.", "One.\nTwo.\nThree.", "One.\n[--]{+Two.\n+}Three."),
    ("One.\nTwo.\nThree.", "One.\nThree.", "One.\n[-Two.\n-]{++}Three."),
    ("港を出発した", "港を到着した", "港を[-出発-]{+到着+}した"),
    ("don’t go", "do go", "[-don’t-]{+do+} go"),
]


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_marks_what_a_reader_would(old: str, new: str, told: str) -> None:
    assert marked(old, new) == told


def covers(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(old[one.old_start : one.old_end] for one in found) == old
    assert "".join(new[one.new_start : one.new_end] for one in found) == new
    for one in found:
        gone, come = old[one.old_start : one.old_end], new[one.new_start : one.new_end]
        assert gone or come
        assert not one.same or gone == come
    assert all(one.same != other.same for one, other in pairwise(found))


WORD = st.sampled_from(["the", "a", "quay.", "ferry", "\n", " ", "“x”", "船"])
WORDS = st.lists(WORD, max_size=40)


@settings(max_examples=200, deadline=None)
@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_stretches_make_up_both_texts(old: str, new: str) -> None:
    covers(old, new)


def test_long_texts_with_nothing_in_common_are_told_at_once() -> None:
    old, new = (story(seed, 300).replace("\n\n", "\n") for seed in (1, 2))
    covers(old, new)
    assert sum(one.same for one in differences(old, new)) <= 1
