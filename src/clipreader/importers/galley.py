"""A document's paragraphs become the lines of a draft, as they are read.

Word's, OpenDocument's and rich text files say the same things in other words: a paragraph's style,
a run's face, a picture, a note. Their readers tell them here, so that the same article comes out
the same from each of them. White space, line breaks and marks are treated as in a saved page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from clipreader.importers.page.pictures import media_type_of
from clipreader.importers.paragraph import PLAIN, Face, Paragraph
from clipreader.model import Hint, Image, Line, Part, Role, Span, UnreadableSource
from clipreader.text.normal import canonical

MOST_PARAGRAPHS = 60_000
"""Paragraphs beyond which a document is no article; empty ones count too."""

MOST_PICTURES = 200
"""Pictures that are kept of one document."""

_MOST_PICTURE_BYTES = 64_000_000
_SMALLEST_PICTURE = 60
_LONGEST_CELL = 400
_LONGEST_CAPTION = 250
_TITLED = (Hint.TITLE, Hint.HEADING)
_LARGER = 1.2
"""How much larger than the body a headline is set at least."""

_NEAR_TOP = 12
_NEAR_PICTURE = 6
"""Blocks below a picture without a caption, above one of which it stands."""

_LONGEST_HEADLINE = 300


class LeftOut(StrEnum):
    """What a document holds beside its text, as it is told to the person."""

    DELETED = "Passages that an editor has deleted (tracked changes)"
    HIDDEN = "Passages that are set as hidden"
    COMMENTS = "Comments in the margin"
    HEADERS = "Headers and footers of the pages"


class Galley:
    """Takes a document's parts in order; ``lines`` and ``images`` are what came of them.

    ``name`` is what the person calls the file. Raises UnreadableSource if it is far too long.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._begun = 0
        self.lines: list[Line] = []
        self.images: list[Image] = []
        self.unshown = 0
        self._left_out: set[LeftOut] = set()
        self._sizes: list[float | None] = []
        self._paragraph = Paragraph()
        self.is_begun = False
        self._waiting: str | None = None
        self._since = 0
        self._bare: list[tuple[str, int]] = []
        self._bytes = 0
        self._blank = False

    def begin(
        self, hint: Hint = Hint.PARAGRAPH, level: int | None = None, number: int | None = None
    ) -> None:
        """Begin a paragraph, or an item of a list by its number; one in hand is ended."""
        self._begun += 1
        if self._begun > MOST_PARAGRAPHS:
            raise UnreadableSource(f"“{self._name}” is too long to be an article.")
        self.end()
        self._paragraph = Paragraph(hint, level, number)
        self.is_begun = True

    def add(self, words: str, face: Face = PLAIN) -> None:
        """Add words to the paragraph in hand."""
        self._paragraph.add(words, face)

    def line_break(self) -> None:
        """Break the line: two breaks, or one behind a long sentence, end the paragraph."""
        paragraph = self._paragraph
        if paragraph.length and (paragraph.begun == paragraph.length or paragraph.ends_at_break()):
            self.begin(paragraph.hint, paragraph.level, paragraph.number)
        elif paragraph.length:
            paragraph.break_line()

    def end(self, *, leaves_room: bool = True) -> None:
        """End the paragraph in hand; one without words leaves an empty line, unless told not to."""
        paragraph, self._paragraph = self._paragraph, Paragraph()
        was_begun, self.is_begun = self.is_begun, False
        line = paragraph.line()
        if line is None:
            self._blank = self._blank or (leaves_room and was_begun and self._waiting is None)
            return
        sizes = paragraph.sizes
        self._take(line, max(sizes, key=lambda size: sizes[size]) if sizes else None)

    @property
    def takes_pictures(self) -> bool:
        """Say whether there is room for more pictures; each costs its unpacking."""
        return len(self.images) + self.unshown < MOST_PICTURES

    def picture(self, data: bytes | None, alt: str = "") -> None:
        """Take a picture at this place; forms that are not shown are counted only."""
        kind = media_type_of(data) if data else None
        if data is None or kind is None or self._bytes + len(data) > _MOST_PICTURE_BYTES:
            self.unshown += 1
            return
        if len(data) < _SMALLEST_PICTURE or len(self.images) >= MOST_PICTURES:
            return
        key = f"picture-{len(self.images) + 1}"
        self._bytes += len(data)
        self.images.append(Image(key, kind, data, None, " ".join(canonical(alt).text.split())))
        self._settle()
        self._waiting, self._since = key, len(self.lines)

    def table(self, rows: Sequence[Sequence[str]]) -> bool:
        """Take a table of data as one line; False if it only lays words out or holds one cell."""
        squeezed = [[" ".join(canonical(cell).text.split()) for cell in row] for row in rows]
        squeezed = [row for row in squeezed if any(row)]
        wide = sum(len(row) > 1 for row in squeezed)
        if len(squeezed) < 2 or wide * 2 < len(squeezed):
            return False
        if any(len(cell) > _LONGEST_CELL for row in squeezed for cell in row):
            return False
        self.end()
        self._take(Line("\n".join("\t".join(row) for row in squeezed), Hint.TABLE), None)
        return True

    def leave_out(self, what: LeftOut) -> None:
        """Keep in mind that something was left out."""
        self._left_out.add(what)

    def notes(self) -> tuple[str, ...]:
        """Return what is to be said to the person about what was left out."""
        told = [f"{what.value} were left out." for what in LeftOut if what in self._left_out]
        if self.unshown:
            count = "1 picture" if self.unshown == 1 else f"{self.unshown:,} pictures"
            told.append(f"{count} of the file cannot be shown.")
        if len(self.images) == MOST_PICTURES:
            told.append(f"No more than {MOST_PICTURES} pictures were taken.")
        return tuple(told)

    def finished(self) -> tuple[Line, ...]:
        """Return the lines: headings settled, and no hint where the file tells nothing."""
        self.end()
        self._settle()
        self._place_bare()
        lines = list(self.lines)
        if not any(line.hint == Hint.TITLE for line in lines):
            _find_title(lines, self._sizes)
        if any(line.hint == Hint.TITLE for line in lines):
            _shift_headings(lines)
        if not any(line.hint in _TITLED for line in lines):
            lines = [
                replace(line, hint=Hint.NONE) if line.hint == Hint.PARAGRAPH else line
                for line in lines
            ]
        return tuple(lines)

    def _take(self, line: Line, size: float | None) -> None:
        if line.hint in _TITLED:
            whole = Span(0, len(line.text))
            line = replace(line, marks=tuple(m for m in line.marks if not _is_face(m, whole)))
        key = self._waiting
        if key is not None and _may_be_caption(line):
            hint = Hint.CAPTION if _is_set_apart(line) else line.hint
            above = self._caption_above()
            if hint == Hint.CAPTION or above is None:
                line = replace(line, hint=hint, image=key)
                self._waiting = None
        if self._waiting is not None and (len(self.lines) > self._since or line.hint in _TITLED):
            self._settle()
        self.lines.append(replace(line, blank_before=self._blank))
        self._sizes.append(size)
        self._blank = False

    def _settle(self) -> None:
        """Give a picture that found no caption below it to the one right above, if there is one."""
        key, self._waiting = self._waiting, None
        above = self._caption_above()
        if key is not None and above is not None:
            self.lines[above] = replace(self.lines[above], image=key)
        elif key is not None:
            self._bare.append((key, self._since))

    def _place_bare(self) -> None:
        """Put each picture without a caption above the block that follows it."""
        for key, since in self._bare:
            free = (at for at in range(since, len(self.lines)) if not self.lines[at].image)
            at = next(free, None)
            if at is not None and at < since + _NEAR_PICTURE:
                self.lines[at] = replace(self.lines[at], image=key)

    def _caption_above(self) -> int | None:
        """Return the caption right above the picture in hand that has no picture, or None."""
        at = self._since - 1
        if at < 0 or self.lines[at].hint != Hint.CAPTION or self.lines[at].image:
            return None
        return at


def _is_face(mark: Part, whole: Span) -> bool:
    """Say whether a mark only says how a whole line is set, as headings are."""
    return mark.role != Role.LINK and mark.span == whole


def _may_be_caption(line: Line) -> bool:
    """Say whether a line right below a picture may be about it: a caption, or short words."""
    short = line.hint == Hint.PARAGRAPH and len(line.text) <= _LONGEST_CAPTION
    return short or line.hint == Hint.CAPTION


def _is_set_apart(line: Line) -> bool:
    """Say whether words below a picture are called its caption, or are italic as a whole."""
    return line.hint == Hint.CAPTION or any(
        mark.role == Role.EMPHASIS and len(mark.span) == len(line.text) for mark in line.marks
    )


def _find_title(lines: list[Line], sizes: Sequence[float | None]) -> None:
    """Find the headline: a first heading of the first level, or the largest line near the top."""
    first = next((at for at, line in enumerate(lines) if line.hint == Hint.HEADING), None)
    if first is not None and lines[first].level == 1:
        if sum(line.level == 1 and line.hint == Hint.HEADING for line in lines) == 1 or not first:
            lines[first] = replace(lines[first], hint=Hint.TITLE, level=None)
        return
    weight: dict[float, int] = {}
    for line, size in zip(lines, sizes, strict=True):
        if size is not None:
            weight[size] = weight.get(size, 0) + len(line.text)
    if not weight:
        return
    body = max(weight, key=lambda size: weight[size])
    near = [at for at in range(min(len(lines), _NEAR_TOP)) if (sizes[at] or 0) >= body * _LARGER]
    near = [at for at in near if lines[at].hint in (Hint.PARAGRAPH, Hint.HEADING)]
    if near:
        at = max(near, key=lambda place: sizes[place] or 0)
        if len(lines[at].text) <= _LONGEST_HEADLINE:
            lines[at] = replace(lines[at], hint=Hint.TITLE, level=None)


def _shift_headings(lines: list[Line]) -> None:
    """Make room for the title: if it is not a heading of its own, the first level is below it."""
    headings = [line.level or 2 for line in lines if line.hint == Hint.HEADING]
    by = 1 if headings and min(headings) == 1 else 0
    for at, line in enumerate(lines):
        if line.hint == Hint.HEADING:
            lines[at] = replace(line, level=min(6, (line.level or 2) + by))
        elif line.hint == Hint.TITLE:
            lines[at] = replace(line, level=None)
