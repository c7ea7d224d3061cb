"""One paragraph of a document as it grows: words with their marks, white space as in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from clipreader.model import Hint, Line, Part, Role, Span
from clipreader.text.normal import canonical

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SURELY = ("the file marks it so",)
_LONG = 80
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", '."', '?"', '!"', "。", "」")


@dataclass(frozen=True, slots=True)
class Face:
    """How a run of words is set: its marks, the address it links to, its size in points."""

    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    size: float | None = None

    def roles(self) -> set[tuple[Role, str | None]]:
        """Return the marks that the face asks for, each with its target."""
        asked: set[tuple[Role, str | None]] = set()
        if self.strong:
            asked.add((Role.STRONG, None))
        if self.emphasis:
            asked.add((Role.EMPHASIS, None))
        if self.target:
            asked.add((Role.LINK, self.target))
        return asked


PLAIN = Face()
"""The face of words of which the file says nothing."""


@dataclass
class Paragraph:
    """A paragraph in the making. Offsets are code points of the pieces so far.

    ``begun`` is where the line begins that the last line break opened, ``first`` its first piece.
    """

    hint: Hint = Hint.PARAGRAPH
    level: int | None = None
    number: int | None = None
    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    last: str = ""
    begun: int = 0
    first: int = 0
    open: dict[tuple[Role, str | None], int] = field(
        default_factory=dict[tuple[Role, "str | None"], int]
    )
    marks: list[Part] = field(default_factory=list[Part])
    sizes: dict[float, int] = field(default_factory=dict[float, int])

    def add(self, raw: str, face: Face) -> None:
        """Add words in one face; runs of white space become one blank."""
        words = _BLANKS.sub(" ", raw)
        if words.startswith(" ") and self.last in ("", " "):
            words = words[1:]
        if not words:
            return
        asked = face.roles()
        for kind in [kind for kind in self.open if kind not in asked]:
            self._close(kind)
        for kind in asked:
            self.open.setdefault(kind, self.length)
        self.pieces.append(words)
        self.length += len(words)
        self.last = words[-1]
        if face.size:
            self.sizes[face.size] = self.sizes.get(face.size, 0) + len(words)

    def _close(self, kind: tuple[Role, str | None]) -> None:
        role, target = kind
        span = Span(self.open.pop(kind), self.length)
        self.marks.append(Part(role, span, 1.0, _SURELY, "markup", target=target))

    def ends_at_break(self) -> bool:
        """Say whether one line break ends the paragraph: behind a long sentence or bold words."""
        line = "".join(self.pieces[self.first :]).strip()
        if len(line) >= _LONG:
            return line.endswith(_SENTENCE_ENDS)
        bold = self.open.get((Role.STRONG, None))
        return bold is not None and bold <= self.begun and len(line) > 1

    def break_line(self) -> None:
        """Begin a new line of the same paragraph: a blank stands for the break."""
        self.add(" ", Face(strong=(Role.STRONG, None) in self.open))
        self.begun, self.first = self.length, len(self.pieces)

    def line(self) -> Line | None:
        """Return the paragraph as a line, or None if it holds no words.

        Where the canonical form is another text, marks are left out rather than misplaced.
        """
        for kind in list(self.open):
            self._close(kind)
        whole = "".join(self.pieces)
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        form = canonical(text).text
        if form != text:
            form = form.replace("\n", " ").strip()
            return Line(form, self.hint, self.level, number=self.number) if form else None
        marks = tuple(_fitted(self.marks, -cut, text))
        return Line(text, self.hint, self.level, marks, number=self.number) if text else None


def _fitted(marks: Iterable[Part], by: int, text: str) -> list[Part]:
    """Return the marks moved, cut to the words of ``text``, those over the same words joined."""
    kept: list[Part] = []
    for mark in marks:
        start = min(max(mark.span.start + by, 0), len(text))
        end = min(max(mark.span.end + by, start), len(text))
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            kept.append(replace(mark, span=Span(start, end)))
    kept.sort(key=lambda mark: (mark.span.start, -mark.span.end, mark.role))
    return kept
