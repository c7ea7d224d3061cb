"""Where two texts are the same and where they differ, word by word.

Lines are compared first, as their words are (``shingles.words_of``), so that a paragraph that only
got other quotation marks stays with its like; inside lines the words are compared with difflib
(https://docs.python.org/3/library/difflib.html), whose matches read as people would mark them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from clipreader.text.alike import UNSPACED
from clipreader.text.shingles import words_of

_WORDS: Final = re.compile(rf"{UNSPACED}|[^\W_]+(?:['’][^\W_]+)*|\s+|.", re.DOTALL)
_MOST_WORDS: Final = 6_000
"""Words of paragraphs that are compared with each other; more are told as replaced."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in both texts, or in one of them where the other has something else or nothing.

    Half open, in code points of the old and of the new text. ``same`` stretches have the same
    code points in both.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the stretches that make up both texts, in order, same and different by turns."""
    return tuple(_joined(_calmed(old, _by_line(old, new))))


def _by_line(old: str, new: str) -> Iterator[Stretch]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = _starts(before), _starts(after)
    keys = [[" ".join(words_of(line)) or line.strip() for line in each] for each in (before, after)]
    matcher = SequenceMatcher(None, *keys, autojunk=len(before) > 2_000)
    for tag, at, end, there, until in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(range(at, end), range(there, until), strict=True):
                place = starts[0][one], starts[1][other]
                yield from _by_word(before[one], after[other], *place)
        else:
            place = starts[0][at], starts[1][there]
            yield from _by_word("".join(before[at:end]), "".join(after[there:until]), *place)


def _by_word(old: str, new: str, old_start: int, new_start: int) -> Iterator[Stretch]:
    if old == new:
        yield Stretch(old_start, old_start + len(old), new_start, new_start + len(new), True)
        return
    words = _WORDS.findall(old), _WORDS.findall(new)
    if not (old and new) or max(map(len, words)) > _MOST_WORDS:
        yield Stretch(old_start, old_start + len(old), new_start, new_start + len(new), False)
        return
    starts = _starts(words[0], old_start), _starts(words[1], new_start)
    for tag, at, end, there, until in SequenceMatcher(None, *words).get_opcodes():
        places = starts[0][at], starts[0][end], starts[1][there], starts[1][until]
        yield Stretch(*places, tag == "equal")


def _calmed(old: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches without blanks that stay between two words that do not."""
    found = list(stretches)
    calm: list[Stretch] = []
    for at, one in enumerate(found):
        beside = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
        is_blank = one.same and not old[one.old_start : one.old_end].strip()
        is_between = len(beside) == 2 and not any(other.same for other in beside)
        calm.append(replace(one, same=one.same and not (is_blank and is_between)))
    return calm


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches, those of a kind that follow each other as one."""
    last: Stretch | None = None
    for one in stretches:
        if one.old_start == one.old_end and one.new_start == one.new_end:
            continue
        if last is not None and last.same == one.same:
            last = Stretch(last.old_start, one.old_end, last.new_start, one.new_end, one.same)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _starts(pieces: Sequence[str], at: int = 0) -> list[int]:
    """Return where each piece begins, and where the last one ends."""
    return list(accumulate(map(len, pieces), initial=at))
