"""Printed lines become paragraphs again, over columns and pages.

A PDF knows no paragraphs. What tells their ends is what told it to the printer: a wider gap, an
indent, another face, or a line that ends although the next word would have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from clipreader.importers.pdf_pages import PrintedLine

_STOPS = (".", "!", "?", "…", "。", "！", "？", ".”", ".»", '."', "!”", "?”", "!»", "?»", ".)", ":")
_SAME_SIZE = 0.08
_GAP = 1.35
_CLOSE = (0.9, 1.5)
"""How far, in sizes, lines of one paragraph are apart where nothing is set wide."""

_INDENT = 0.7
_DEEPEST_INDENT = 4.5
_LARGER = 1.15
_BULLET = re.compile(r"[•‣▪◦●■–]\s")
_FIRST_WORD = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, in order. ``page`` counts from 0."""

    lines: list[PrintedLine]
    page: int
    size: float
    bold: bool
    turned: bool


@dataclass(slots=True)
class _Run:
    """Lines below each other in one column and one size."""

    page: int
    lines: list[PrintedLine] = field(default_factory=list[PrintedLine])

    @property
    def start(self) -> float:
        """Return the left edge."""
        return min(line.left for line in self.lines)

    @property
    def edge(self) -> float:
        """Return the right edge."""
        return max(line.right for line in self.lines)

    @property
    def leading(self) -> float:
        """Return the usual distance from one line to the next, in points.

        Most gaps may be those between paragraphs, where these are of one or two lines.
        """
        pairs = pairwise(self.lines)
        gaps = [one.base - other.base for one, other in pairs if one.base > other.base]
        if len(gaps) < 2:
            return self.lines[0].size * 1.25
        set_close = [gap for gap in gaps if _CLOSE[0] < gap / self.lines[0].size < _CLOSE[1]]
        return min(median(gaps), median(set_close or gaps))

    @property
    def is_justified(self) -> bool:
        """Say whether lines are stretched to the right edge, all but the last of a paragraph."""
        edge = self.edge
        full = sum(edge - line.right < line.size * 0.15 for line in self.lines)
        return len(self.lines) > 4 and full > len(self.lines) * 0.6


def paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> list[Paragraph]:
    """Return the paragraphs of lines that stand in the order of reading."""
    runs = [run for number, lines in enumerate(pages) for run in _runs(number, lines)]
    body = body_size(line for page in pages for line in page)
    indents = _uses_indents(runs)
    made: list[Paragraph] = []
    for run in runs:
        pieces = list(_cut(run, body))
        before = _unfinished(made, run, body, indents=indents) if pieces else None
        if before is not None:
            before.lines.extend(pieces.pop(0).lines)
        made.extend(pieces)
    return made


def body_size(lines: Iterable[PrintedLine]) -> float:
    """Return the size in which most letters are set, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _runs(page: int, lines: Sequence[PrintedLine]) -> Iterator[_Run]:
    run = _Run(page)
    for line in lines:
        if run.lines and not _goes_on(run.lines[-1], line):
            yield run
            run = _Run(page)
        run.lines.append(line)
    if run.lines:
        yield run


def _goes_on(one: PrintedLine, other: PrintedLine) -> bool:
    """Say whether a line stands below another in the same column, set alike."""
    if one.turned != other.turned or one.bold != other.bold:
        return False
    if not _alike(one.size, other.size):
        return False
    below = -0.5 * one.size <= one.base - other.base < one.size * 4
    return below and other.left < one.right and one.left < other.right


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def _uses_indents(runs: Sequence[_Run]) -> bool:
    """Say whether paragraphs begin with an indent."""
    lines = indented = 0
    for run in runs:
        if len(run.lines) > 2:
            start = run.start
            lines += len(run.lines)
            indented += sum(_is_indented(line, start) for line in run.lines)
    return 0.02 < indented / max(1, lines) < 0.6


def _is_indented(line: PrintedLine, start: float) -> bool:
    return _INDENT < (line.left - start) / line.size < _DEEPEST_INDENT


def _cut(run: _Run, body: float) -> Iterator[Paragraph]:
    """Cut a run where its paragraphs end."""
    first = run.lines[0]
    whole = first.size > body * _LARGER
    leading = run.leading
    edge = run.edge
    start = run.start
    justified = run.is_justified
    part = [first]
    for one, other in pairwise(run.lines):
        ends = one.base - other.base > leading * _GAP or bool(_BULLET.match(other.text))
        if not ends and not whole and not one.hyphen:
            short = _is_short(one, edge) if justified else _has_room(one, other, edge)
            ends = _turns(part[0], one, other, start) or short
        if ends:
            yield _paragraph(part, run)
            part = []
        part.append(other)
    yield _paragraph(part, run)


def _turns(first: PrintedLine, one: PrintedLine, other: PrintedLine, start: float) -> bool:
    """Say whether a line begins a paragraph by its indent, or ends the item of a list by its own.

    ``first`` is the first line of the paragraph in hand, ``start`` the left edge.
    """
    if _BULLET.match(first.text):
        hangs = one is not first and one.left > first.left + other.size * 0.4
        return hangs and other.left <= first.left + other.size * 0.4
    indent = (other.left - start) / other.size
    return _INDENT < indent < _DEEPEST_INDENT and one.left - start < _INDENT * one.size


def _is_short(line: PrintedLine, edge: float) -> bool:
    """Say whether a line of justified text ends before the edge: the last of a paragraph does."""
    return edge - line.right > line.size * 0.6


def _has_room(one: PrintedLine, other: PrintedLine, edge: float) -> bool:
    """Say whether the next word would have fitted on the line."""
    word = _FIRST_WORD.match(other.text)
    needed = (len(word[0]) if word else 1) * other.wide + other.wide
    return edge - one.right > needed + one.size * (0.2 if one.text.endswith(_STOPS) else 1.5)


def _paragraph(lines: list[PrintedLine], run: _Run) -> Paragraph:
    first = lines[0]
    return Paragraph(lines, run.page, first.size, first.bold, first.turned)


def _unfinished(
    made: Sequence[Paragraph], run: _Run, body: float, *, indents: bool
) -> Paragraph | None:
    """Return the paragraph that a run in the next column or on the next page goes on with."""
    first = run.lines[0]
    if not _alike(first.size, body) or first.turned or first.bold or _BULLET.match(first.text):
        return None
    for before in reversed(made[-6:]):
        if _alike(before.size, body) and not before.bold and not before.turned:
            last = before.lines[-1]
            ends = last.text.endswith(_STOPS)
            room = max(line.right for line in before.lines) - last.right
            if last.hyphen or (first.text[:1].islower() and not ends and room < last.size * 6):
                return before
            if before is not made[-1] or len(before.lines) < 2:
                return None
            full = room < last.size
            flush = indents and len(run.lines) > 1 and not _is_indented(first, run.start)
            return before if full and (flush or not ends) else None
    return None


@dataclass(slots=True)
class Mended:
    """Counts words that were put together again over a line's end."""

    whole: frozenset[str]
    count: int = 0

    def text(self, lines: Sequence[PrintedLine]) -> str:
        """Return lines as one text, with words that were broken at a hyphen made whole.

        The hyphen stays before a capital or a number, and where the text writes the word so
        elsewhere.
        """
        text = lines[0].text
        for one, other in pairwise(lines):
            if one.hyphen or _ends_broken(one.text):
                text = self._joined(text.removesuffix("-"), other.text)
            else:
                text = f"{text}{'' if _is_unspaced(text, other.text) else ' '}{other.text}"
        return text + ("-" if lines[-1].hyphen else "")

    def _joined(self, text: str, more: str) -> str:
        head, tail = re.search(r"[^\W_]*$", text), re.match(r"[^\W_]*", more)
        first, second = head[0] if head else "", tail[0] if tail else ""
        written = f"{first}-{second}".casefold()
        together = (first + second).casefold()
        keeps = not second[:1].islower() or not first[-1:].isalpha()
        keeps = keeps or (written in self.whole and together not in self.whole)
        if keeps:
            return f"{text}-{more}"
        self.count += together not in self.whole
        return text + more


def mended(lines: Iterable[PrintedLine]) -> Mended:
    """Return what mends words by how a text writes them where they are whole."""
    words: set[str] = set()
    for line in lines:
        found = _WORD.findall(line.text.casefold())
        words.update(found[:-1] if line.hyphen else found)
    return Mended(frozenset(words))


def _ends_broken(text: str) -> bool:
    return len(text) > 2 and text[-1] in "-\u2010\u00ad" and text[-2].isalpha()


def _is_unspaced(one: str, other: str) -> bool:
    """Say whether two lines are of a script without blanks between words."""
    return one[-1:] >= "\u3000" and other[:1] >= "\u3000"
