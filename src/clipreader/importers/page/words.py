"""Running words with their marks, as they grow; white space becomes one blank, as in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from clipreader.model import Part, Role, Span
from clipreader.text.normal import canonical

_BLANK = " \t\n\r\f"
_BLANKS = re.compile(rf"[{_BLANK}]+")
_SURELY = ("the page marks it so",)
_LONG = 80
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", '."', '?"', '!"', "。", "」")
BREAK = "\n"
"""Stands for ``<br>`` while a line grows."""

_AT_BLANK = frozenset({"", " ", BREAK})

Marked: TypeAlias = tuple[Role, int, int, str | None]
"""A mark in the making: its role, where it begins and ends, where it leads to."""


@dataclass(slots=True)
class Words:
    """One line in the making.

    Offsets are code points of what was added so far. A mark is opened and closed by the caller,
    who keeps its start; a line break stands in the text as a line feed until ``finished``, after
    which ``changed`` holds the text as it was if its canonical form is another. ``begun`` is the
    number of the first piece after the last line break.
    """

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    last: str = ""
    marks: list[Marked] = field(default_factory=list[Marked])
    linked: int = 0
    changed: str = ""
    begun: int = 0

    def add(self, raw: str) -> None:
        """Add words of the page, at least one character; runs of white space become one blank."""
        if not raw.strip(_BLANK):
            if self.last in _AT_BLANK:
                return
            words = " "
        elif "\n" in raw or "  " in raw or "\t" in raw or "\r" in raw or "\f" in raw:
            words = _BLANKS.sub(" ", raw)
        else:
            words = raw
        if words[0] == " " and self.last in _AT_BLANK:
            words = words[1:]
        self._push(words)

    def line_break(self) -> None:
        """Add a line break, unless the line has not begun."""
        if self.last:
            self._push(BREAK)
            self.begun = len(self.pieces)

    def ends_in_break(self) -> bool:
        """Say whether the last thing added was a line break, so that one more ends a paragraph."""
        return self.last == BREAK

    def ends_a_paragraph(self) -> bool:
        """Say whether the line in hand is a paragraph, so that one line break ends it.

        That is a long line which ends like a sentence, or one that is bold as a whole: old pages
        write crossheads so.
        """
        line = "".join(self.pieces[self.begun :]).strip()
        if len(line) >= _LONG:
            return line.endswith(_SENTENCE_ENDS)
        if not self.marks:
            return False
        role, start, end, _ = self.marks[-1]
        return role == Role.STRONG and end - start >= len(line) > 1

    def mark(self, role: Role, start: int, target: str | None = None) -> None:
        """Mark what was added since ``start``."""
        if self.length > start:
            if role == Role.LINK:
                self.linked += self.length - start
            if role != Role.LINK or target:
                self.marks.append((role, start, self.length, target))

    def _push(self, words: str) -> None:
        if words:
            self.pieces.append(words)
            self.length += len(words)
            self.last = words[-1]

    def finished(self) -> tuple[str, tuple[Part, ...]]:
        """Return the text in canonical form and its marks, blanks cut off at both ends.

        Where the canonical form is another text, which broken entities only can bring about, the
        marks are left out rather than put in the wrong place.
        """
        whole = "".join(self.pieces).replace(BREAK, " ")
        begun = whole.lstrip()
        text = begun.rstrip()
        cut = len(whole) - len(begun)
        form = canonical(text).text
        if form != text:
            self.changed = text
            return form.strip(), ()
        return text, _parts(self.marks, -cut, text)


def fitted(marks: Iterable[Part], by: int, text: str) -> tuple[Part, ...]:
    """Return the marks moved ``by`` code points, cut to the words of ``text``, in order."""
    kept: list[Part] = []
    for mark in marks:
        start, end = _cut(mark.span.start + by, mark.span.end + by, text)
        if start < end:
            kept.append(replace(mark, span=Span(start, end)))
    kept.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return tuple(kept)


def _parts(marks: Sequence[Marked], by: int, text: str) -> tuple[Part, ...]:
    """Return the marks as parts, fitted."""
    if not marks:
        return ()
    kept = [(*_cut(start + by, end + by, text), role, to) for role, start, end, to in marks]
    kept.sort(key=lambda mark: (mark[0], -mark[1]))
    return tuple(
        Part(role, Span(start, end), 1.0, _SURELY, "markup", target=target)
        for start, end, role, target in kept
        if start < end
    )


def _cut(start: int, end: int, text: str) -> tuple[int, int]:
    """Return a stretch without what lies outside a text and without blanks at its ends."""
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
