"""Running words with their marks, as they grow; white space becomes one blank, as in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clipreader.model import Part, Role, Span
from clipreader.text.normal import canonical

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SURELY = ("the page marks it so",)
_LONG = 80
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", '."', '?"', '!"', "。", "」")
BREAK = "\n"
"""Stands for ``<br>`` while a line grows."""


@dataclass
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
    marks: list[Part] = field(default_factory=list[Part])
    linked: int = 0
    changed: str = ""
    begun: int = 0

    def add(self, raw: str) -> None:
        """Add words of the page; runs of white space become one blank."""
        words = _BLANKS.sub(" ", raw)
        if words.startswith(" ") and self.last in ("", " ", BREAK):
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
        mark = self.marks[-1] if self.marks else None
        return mark is not None and mark.role == Role.STRONG and len(mark.span) >= len(line) > 1

    def mark(self, role: Role, start: int, target: str | None = None) -> None:
        """Mark what was added since ``start``."""
        if self.length > start:
            if role == Role.LINK:
                self.linked += self.length - start
            if role != Role.LINK or target:
                span = Span(start, self.length)
                self.marks.append(Part(role, span, 1.0, _SURELY, "markup", target=target))

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
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        form = canonical(text).text
        if form != text:
            self.changed = text
            return form.strip(), ()
        return text, fitted(self.marks, -cut, text)


def fitted(marks: list[Part], by: int, text: str) -> tuple[Part, ...]:
    """Return the marks moved ``by`` code points, cut to the words of ``text``, in order."""
    kept: list[Part] = []
    for mark in marks:
        start = min(max(mark.span.start + by, 0), len(text))
        end = min(max(mark.span.end + by, start), len(text))
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            span = Span(start, end)
            kept.append(Part(mark.role, span, 1.0, mark.reasons, mark.rule, target=mark.target))
    kept.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return tuple(kept)
