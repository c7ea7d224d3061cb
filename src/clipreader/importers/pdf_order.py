"""Printed lines in the order in which they are read, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clipreader.importers.pdf_pages import PrintedLine, PrintedPage

_MARGIN = 0.11
"""Share of a page's height, at its head and foot, in which running heads stand."""

_FEW = 3
"""Lines at the head and at the foot of a page that may be running heads."""

_NUMBER = re.compile(
    r"(?:page|seite|p[áa]gina|pagina|p[áa]g\.?|strona|стр\.?|p\.|s\.)?\s*[-–—|]?\s*\d{1,4}\s*"
    r"(?:(?:/|of|von|de|di|van|z|из)\s*\d{1,4})?\s*[-–—|]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_WORDS_OF_ONE = frozenset("AÀÁEÈÉIOÒÓUÙYZKSW")
"""Letters that are a word by themselves in some language."""

_SIGNS = ",.;:!?”»"
_WIDEST_BLANK = 12
"""Sizes that a blank in justified text may be wide."""

_NEAR = 12
_MOST_JUMPS = 14
_SCRAMBLED = 0.3
_SPANNING = 0.6


@dataclass(frozen=True, slots=True)
class Ordered:
    """Lines by page in the order of reading, and what stood around them on the pages.

    ``sure`` is no where the file's own order made no sense and the place on the page decided.
    """

    pages: tuple[tuple[PrintedLine, ...], ...]
    around: tuple[str, ...] = ()
    sure: bool = True


def ordered(pages: Sequence[PrintedPage]) -> Ordered:
    """Return what is to be read, in order."""
    repeated = _repeated(pages)
    around: list[str] = []
    sure = True
    kept: list[tuple[PrintedLine, ...]] = []
    for page in pages:
        margins = {id(line) for line in _margins(page)}
        lines: list[PrintedLine] = []
        for line in _with_initials(_rejoined(page.lines)):
            if id(line) in margins and (_key(line) in repeated or _NUMBER.fullmatch(line.text)):
                around.append(line.text)
            else:
                lines.append(line)
        if _is_scrambled(lines):
            sure = False
            lines = list(_by_place(lines))
        kept.append(tuple(lines))
    return Ordered(tuple(kept), tuple(dict.fromkeys(around)), sure)


def _rejoined(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Join lines that only a wide blank parts: other lines near by run across it."""
    made: list[PrintedLine] = []
    for at, line in enumerate(lines):
        one = made[-1] if made else None
        if one is None or not _is_beside(one, line) or not _is_crossed(one, line, lines, at):
            made.append(line)
        else:
            made[-1] = replace(line, text=f"{one.text} {line.text}", left=one.left)
    return made


def _with_initials(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Put large initials back to their words, and the lines beside them to the left edge."""
    made: list[PrintedLine] = []
    initial: PrintedLine | None = None
    edge = 0.0
    is_first = False
    written: Counter[str] = Counter()
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is not None and _is_initial(line, below):
            initial, edge, is_first = line, below.left, True
        elif initial is not None and _stands_beside(initial, line, edge):
            written = written or Counter(_bare(w) for one in lines for w in one.text.split())
            text = _begun(initial.text, line.text, written) if is_first else line.text
            made.append(replace(line, text=text, left=initial.left))
            is_first = False
        else:
            initial = None
            made.append(line)
    return made


def _is_initial(line: PrintedLine, below: PrintedLine) -> bool:
    """Say whether a line is one large letter that the next line goes on with."""
    letters = [character for character in line.text if character.isalpha()]
    if len(letters) != 1 or len(line.text) > 2 or line.turned or below.size > line.size * 0.6:
        return False
    return _stands_beside(line, below, below.left) and below.text[:1].isalpha()


def _stands_beside(initial: PrintedLine, line: PrintedLine, edge: float) -> bool:
    height = -0.2 * line.size <= line.base - initial.base < initial.size
    near = -0.5 * line.size < line.left - initial.right < line.size * 2
    return height and near and abs(line.left - edge) < line.size and line.size < initial.size


def _begun(initial: str, words: str, written: Counter[str]) -> str:
    """Return words with their initial: a letter that may be a word is one if the page says so.

    ``written`` counts the words of the page.
    """
    first = words.partition(" ")[0].strip(_SIGNS)
    parted = first[:1].isupper() and not (len(first) > 1 and first.isupper())
    if initial[-1] in _WORDS_OF_ONE and not parted:
        parted = not written[_bare(initial[-1] + first)] and written[_bare(first)] > 1
    return f"{initial}{' ' if parted else ''}{words}"


def _bare(word: str) -> str:
    return word.strip(_SIGNS).casefold()


def _is_beside(one: PrintedLine, other: PrintedLine) -> bool:
    if one.turned or other.turned or one.hyphen:
        return False
    gap = other.left - one.right
    return abs(one.base - other.base) < one.size * 0.3 and 0 < gap < one.size * _WIDEST_BLANK


def _is_crossed(
    one: PrintedLine, other: PrintedLine, lines: Sequence[PrintedLine], at: int
) -> bool:
    near = lines[max(0, at - _NEAR) : at + _NEAR]
    return sum(line.left < one.right and line.right > other.left for line in near) > 1


def _key(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text).casefold(), round(line.size)


def _margins(page: PrintedPage) -> list[PrintedLine]:
    """Return the lines at the head and foot of a page."""
    lines = sorted((line for line in page.lines if not line.turned), key=lambda line: -line.base)
    head = [line for line in lines[:_FEW] if line.base > page.height * (1 - _MARGIN)]
    foot = [line for line in lines[-_FEW:] if line.base < page.height * _MARGIN]
    return head + foot


def _repeated(pages: Sequence[PrintedPage]) -> set[tuple[str, int]]:
    """Return what stands in the margins of several pages; numbers in it may count."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _margins(page)})
    least = max(2, round(len(pages) * 0.3))
    return {key for key, count in counts.items() if count >= least}


def _is_scrambled(lines: Sequence[PrintedLine]) -> bool:
    """Say whether the file sets lines now here, now there, or across the columns."""
    jumps = across = 0
    for one, other in pairwise(lines):
        if other.base > one.base + one.size:
            jumps += 1
        elif abs(other.base - one.base) < 1 and other.left > one.right and len(other.text) > 25:
            across += 1
    return jumps > max(_MOST_JUMPS, len(lines) * _SCRAMBLED) or across > len(lines) * _SCRAMBLED


def _by_place(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield lines from top to bottom, column by column between those that span the columns."""
    left = min(line.left for line in lines)
    width = max(line.right for line in lines) - left
    section: list[PrintedLine] = []
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if line.right - line.left > width * _SPANNING:
            yield from _by_column(section)
            section = []
            yield line
        else:
            section.append(line)
    yield from _by_column(section)


def _by_column(lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    columns: list[list[PrintedLine]] = []
    edges: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: (line.left, -line.base)):
        if columns and line.left < edges[-1][0] + (edges[-1][1] - edges[-1][0]) * 0.5:
            columns[-1].append(line)
            edges[-1] = (edges[-1][0], max(edges[-1][1], line.right))
        else:
            columns.append([line])
            edges.append((line.left, line.right))
    for column in columns:
        yield from sorted(column, key=lambda line: -line.base)
