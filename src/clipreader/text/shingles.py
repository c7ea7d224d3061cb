"""Runs of words by which near-equal texts are told from others.

A shingle is four words in a row (A. Broder, On the resemblance and containment of documents,
1997). Case, accents, quotation marks, dashes and spaces do not count; numbers do. A text's sample
is a few of its shingles, chosen by their hash, so that texts that share most of their words share
most of their sample, and one of ten thousand is found by looking up eight numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from zlib import crc32

from clipreader.text.alike import UNSPACED, flat

LENGTH: Final = 4
"""Words in a shingle; letters in scripts that write no spaces."""

SAMPLED: Final = 8
"""The most shingles in a sample. With half of the shingles alike, half of these are."""

_READ: Final = 2_400
"""The code points at a text's beginning that are sampled: enough to know it, and quick."""

_LONG: Final = 7
"""Letters of a long word."""

_ASCII_WORDS: Final = re.compile("[a-z0-9]+")
_WORDS: Final = re.compile(rf"{UNSPACED}|[^\W_]+")

Shingle = tuple[str, ...]
"""Words that follow each other."""


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared; each letter of a script without spaces."""
    return (_ASCII_WORDS if text.isascii() else _WORDS).findall(flat(text))


def sample(text: str) -> tuple[int, ...]:
    """Return up to ``SAMPLED`` numbers below 2**32 by which a text is found again.

    Shingles that begin with a long word come first, and where they are enough only they are
    looked at: they are a fifth of all, and say more.
    """
    words = words_of(text[:_READ])
    last = len(words) - LENGTH + 1
    found = _numbers(words, (at for at in range(last) if len(words[at]) >= _LONG))
    if len(found) < SAMPLED:
        found += [each for each in _numbers(words, range(last)) if each not in found]
    return tuple(found[:SAMPLED])


def shingles(words: Sequence[str]) -> frozenset[Shingle]:
    """Return all shingles of some words."""
    return frozenset(zip(*(words[at:] for at in range(LENGTH)), strict=False))


def resemblance(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """Return the share of the shingles of both that both have, from 0 to 1; 0 for none."""
    both = len(one | other)
    return len(one & other) / both if both else 0.0


def containment(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """Return the share of the shingles of ``one`` that ``other`` has too, from 0 to 1."""
    return len(one & other) / len(one) if one else 0.0


def _numbers(words: Sequence[str], places: Iterable[int]) -> list[int]:
    """Return the numbers of the shingles that begin at some places, the smallest first."""
    runs = (" ".join(words[at : at + LENGTH]) for at in places)
    return sorted({crc32(run.encode("utf-8", "surrogatepass")) for run in runs})
