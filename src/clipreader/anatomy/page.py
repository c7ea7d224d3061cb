"""The lines of one draft with what is known of each so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from clipreader.anatomy.dateline import opening
from clipreader.anatomy.opening import Opening
from clipreader.anatomy.phrases import Phrases, folded
from clipreader.model import Hint, Line, Part, Role, Span

LOOKED_AT = 700
"""Lines longer than this (code points) are read at their beginning only."""

_ENDING = 6
_NEAR = 400
_STOPS = tuple(".!?…。！？؟۔")
_CLOSERS = "\"'”’»“)]）」』* \u00a0"
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SENTENCES = re.compile(r"[.!?…؟][\"'”’»)\]]* +(?=[\"'“‘«„(\[¿¡]*[^\Wa-zß-ÿ_])|[。！？]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line was found to be. ``marks`` hold spans in code points of the line."""

    role: Role
    confidence: float
    rule: str
    reasons: tuple[str, ...]
    marks: tuple[Part, ...] = ()
    level: int | None = None


class Page:
    """All lines, the words to look for, and the verdicts as they are reached.

    ``low`` holds the folded beginning of each line, ``bulk`` its length in code points (a character
    of Chinese, Japanese or Korean counts twice, because it says as much).
    """

    def __init__(self, lines: Sequence[Line], phrases: Phrases, language: str | None) -> None:
        self.lines = lines
        self.phrases = phrases
        self.language = language
        self.low = [folded(line.text[:LOOKED_AT]) for line in lines]
        self.bulk = [len(line.text) for line in lines]
        if language in ("zh", "ja", "ko"):
            self.bulk = [len(line.text) + len(_WIDE.findall(line.text)) for line in lines]
        self.verdicts: list[Verdict | None] = [None] * len(lines)
        self.hinted = any(line.hint != Hint.NONE for line in lines)
        self._prose: list[bool | None] = [None] * len(lines)
        self._openings: dict[int, Opening | None] = {}
        self._by_role: dict[Role, list[int]] | None = None
        self.spaced = any(line.blank_before for line in lines)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def text(self, at: int) -> str:
        """Return a line's text."""
        return self.lines[at].text

    def role(self, at: int) -> Role | None:
        """Return what a line was found to be, or None if that is open or no such line is there."""
        if not 0 <= at < len(self.lines):
            return None
        verdict = self.verdicts[at]
        return verdict.role if verdict else None

    def is_open(self, at: int) -> bool:
        """Say whether a line is there and nothing is known of it."""
        return 0 <= at < len(self.lines) and self.verdicts[at] is None

    def settle(self, at: int, verdict: Verdict) -> None:
        """Keep a verdict."""
        self.verdicts[at] = verdict
        self._by_role = None

    def words(self, at: int) -> int:
        """Return the number of words of a line; in scripts without blanks about its characters."""
        text = self.text(at)[:LOOKED_AT]
        return max(text.count(" ") + 1, (self.bulk[at] - len(self.text(at))) * 4 // 5)

    def stops(self, at: int) -> bool:
        """Say whether a line ends as a sentence does."""
        return stops(self.text(at))

    def sentences(self, at: int) -> int:
        """Return how many sentences begin in the first 700 code points of a line."""
        return sentences(self.text(at)[:LOOKED_AT])

    def is_prose(self, at: int) -> bool:
        """Say whether a line reads as a paragraph: sentences, not a label."""
        prose = self._prose[at]
        if prose is None:
            prose = self._prose[at] = self._reads_as_prose(at)
        return prose

    def opening(self, at: int) -> Opening | None:
        """Return the dateline that opens a line, or None; looked for once a line."""
        if at not in self._openings:
            self._openings[at] = opening(self.text(at), self.phrases, self.language)
        return self._openings[at]

    def _reads_as_prose(self, at: int) -> bool:
        bulk = self.bulk[at]
        if bulk < 60:
            return False
        if self.stops(at):
            return bulk >= 140 or (self.words(at) >= 12 and self.text(at)[-1] != "?")
        return bulk >= 260

    def is_sentence(self, at: int) -> bool:
        """Say whether a line is at least one short full sentence: no question, not broken off."""
        end = self.text(at)[-_ENDING:].rstrip(_CLOSERS)
        return self.words(at) >= 3 and end[-1:] in tuple(".!。！") and not end.endswith("..")

    def is_prose_like(self, at: int) -> bool:
        """Say whether a paragraph stands at a place, be it named already or not."""
        if not 0 <= at < len(self.lines):
            return False
        return self.role(at) in (None, Role.PARAGRAPH) and self.is_prose(at)

    def is_marked_paragraph(self, at: int) -> bool:
        """Say whether the mark-up calls a line a paragraph, and it is more than one link.

        Folding such a line away costs a reader more than a line too many.
        """
        line = self.lines[at]
        return line.hint == Hint.PARAGRAPH and not any(
            part.role == Role.LINK and 2 * len(part.span) > len(line.text) for part in line.marks
        )

    def reopen(self, at: int) -> None:
        """Take a verdict back: what the mark-up said of a line is not sure."""
        self.verdicts[at] = None
        self._by_role = None

    def first(self, role: Role) -> int | None:
        """Return the first line of a role among the first 400, or None."""
        for at, verdict in enumerate(self.verdicts[:_NEAR]):
            if verdict is not None and verdict.role is role:
                return at
        return None

    def all(self, roles: Iterable[Role]) -> list[int]:
        """Return the lines of some roles, in order."""
        by_role = self._by_role
        if by_role is None:
            by_role = self._by_role = {}
            for at, verdict in enumerate(self.verdicts):
                if verdict is not None:
                    by_role.setdefault(verdict.role, []).append(at)
        found = [by_role[role] for role in frozenset(roles) if role in by_role]
        return sorted(chain.from_iterable(found))

    def holding(self, words: Iterable[str]) -> frozenset[int]:
        """Return the lines whose folded beginnings hold one of some folded words.

        Most pages hold none of them, which one look at all lines together tells.
        """
        whole = "\n".join(self.low)
        starts = [0, *accumulate(len(low) + 1 for low in self.low)]
        found: set[int] = set()
        for word in words:
            place = whole.find(word)
            while place >= 0:
                at = bisect_right(starts, place)
                found.add(at - 1)
                place = whole.find(word, starts[at])
        return frozenset(found)


def stops(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return text[-1:] in ("」", "』") or text[-_ENDING:].rstrip(_CLOSERS)[-1:] in _STOPS


def sentences(text: str) -> int:
    """Return how many sentences a text has, at least one."""
    return 1 + len(_SENTENCES.findall(text.rstrip(_CLOSERS + ".!?。")))


def mark(role: Role, span: Span, confidence: float, rule: str, *reasons: str) -> Part:
    """Return a mark inside a line."""
    return Part(role, span, confidence, reasons, rule)
