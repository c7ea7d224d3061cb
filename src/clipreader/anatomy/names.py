"""What looks like a name, and where one ends.

A name is never cut or made up: what does not look like one in every word is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.model import Span

_WORD = re.compile(r"[^\W_][\w.'’‘\-]*", re.UNICODE)
UPPER = "A-ZÀ-ÞĄĆĘŁŃŚŹŻČŠŽĞİŞŐŰŘĚŮȘȚА-ЯЁІЇЄҐЎ"
LOWER = "a-zß-ÿąćęłńśźżčšžğışőűřěůșțа-яёіїєґў"
"""The letters of the scripts that have capitals, for classes of patterns."""

WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of scripts that do not part every word by a blank."""

_PARTED = re.compile(r"[\s/|,]+")
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
_SENTENCE_MARK = re.compile(r"[。！？؟!?]|[،,]\s\S+\s\S+\s\S+\s\S+\s")
_STOPPED = re.compile(r"(?<=[^\W_]{3})[.!?] +(?=[^\W\d_])|(?<=[^\W_]{3})\.$")


def is_name(text: str, *, most: int = 4, least: int = 2) -> bool:
    """Say whether every word looks like part of a person's or a house's name.

    In scripts without capitals a name is one run of at most 12 characters, or, where blanks part
    the words as in Arabic, at most five words.
    """
    words = text.split()
    if not words or len(text) > 60:
        return False
    if not has_capitals(text):
        return _is_uncased_name(text, words)
    if (
        not least
        <= len(words)
        <= most + sum(word in shared("names", "particles") for word in words)
    ):
        return False
    if folded(words[0]) in shared("names", "never_first") or not (
        _is_capital(words[0]) and _is_capital(words[-1])
    ):
        return False
    return all(word in shared("names", "particles") or _is_capital(word) for word in words)


def has_capitals(text: str) -> bool:
    """Say whether a text is in a script that has capitals."""
    return any(c.lower() != c.upper() for c in text)


def _is_uncased_name(text: str, words: list[str]) -> bool:
    if not all(c.isalpha() or c in " ·•." for c in text):
        return False
    if WIDE.search(text):
        return len(words) <= 2 and 2 <= len(text) <= 12
    return len(words) <= 5 and 2 <= len(text) <= 40


def _is_capital(word: str) -> bool:
    return (word[0].isupper() or word[:2] in ("d'", "d’", "l'", "l’")) and bool(
        _WORD.fullmatch(word)
    )


def is_credit(text: str, *, share: float = 0.6) -> bool:
    """Say whether a text may be what stands in a credit: names, houses, an archive.

    ``share`` is how much of its words (small ones left out) must begin with a capital.
    """
    if not 2 <= len(text) <= 90 or text[-1] in ":!?" or text.count("|") > 3:
        return False
    words = [word for word in _PARTED.split(text) if word]
    if not has_capitals(text):
        return len(words) <= 7 and not _SENTENCE_MARK.search(text)
    if not words or len(words) > 10 or _STOPPED.search(text) or not _may_begin(words):
        return False
    named = [word for word in words if word.lower() not in shared("names", "small_words")]
    return bool(named) and sum(_is_named(word) for word in named) >= share * len(named)


def _may_begin(words: list[str]) -> bool:
    """Say whether a credit may begin so: "iStock", "dpa", "12norte", "the Harbour Museum"."""
    first = words[0]
    if folded(first) in shared("names", "never_first_in_credit") or not first[0].isalnum():
        return False
    if first == "the":
        return len(words) > 1 and words[1][0].isupper()
    house = folded(" ".join(words[:2])) in shared("agencies", "names")
    return house or _is_named(first) or first.isdigit()


def _is_named(word: str) -> bool:
    """Say whether a word of a credit is a name: with a capital near its front, or a house."""
    if word[0].isdigit():
        return not word.isdigit()
    return not word[:2].islower() or folded(word) in shared("agencies", "names")


def end_of_name(text: str) -> int:
    """Return where a name ends that may be followed by points or commas.

    The point of an initial belongs to the name ("Caty R."), that of a sentence does not ("mlk.").
    """
    end = len(text.rstrip(" \u00a0,;:|/·–—-"))
    while end and text[end - 1] in ".)]" and not _INITIAL.search(text[:end]):
        end = len(text[: end - 1].rstrip(" ,;:"))
    return end


def split_names(text: str, phrases: Phrases, start: int = 0) -> Iterator[tuple[str, Span]]:
    """Yield what stands between the joiners of a list of names, each with its span.

    ``start`` is where ``text`` begins in its line.
    """
    low = folded(text)
    at = 0
    for joint in (*phrases.joiner.finditer(low), None):
        end = joint.start() if joint else len(text)
        piece = text[at:end]
        lead = len(piece) - len(piece.lstrip(" «“\"'"))
        stop = end_of_name(piece)
        if stop > lead:
            yield piece[lead:stop], Span(start + at + lead, start + at + stop)
        at = joint.end() if joint else at


def sentence_end(text: str) -> int:
    """Return where the first sentence of a list of names ends, its point left out."""
    found = _STOPPED.search(text)
    return found.start() if found else len(text)
