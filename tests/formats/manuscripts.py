"""The ten articles that are written into every format, with what an editor finds in them.

They lie in ``tests/truth/articles``: what is known of the article, three hyphens, then one line a
block: its kind and its words, with ``**strong**``, ``*emphasis*`` and ``[link](address)``. In a
caption ``{…}`` are its words and, last, its credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from clipreader.model import Role
from tests.importers.documents.manuscript import Piece, Run, png

FOLDER = Path(__file__).parents[1] / "truth" / "articles"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
ROLES = {
    "title": Role.HEADLINE,
    "deck": Role.DECK,
    "byline": Role.BYLINE,
    "date": Role.DATELINE,
    "heading": Role.CROSSHEAD,
    "quote": Role.QUOTE,
    "item": Role.LIST_ITEM,
    "number": Role.LIST_ITEM,
    "table": Role.TABLE,
    "caption": Role.CAPTION,
    "translator": Role.TRANSLATOR,
    "note": Role.EDITORS_NOTE,
    "text": Role.PARAGRAPH,
}
"""The role of every kind of block."""

LISTS = ("authors", "translators")
_RUN = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((\S+?)\)")
_BRACED = re.compile(r"\{(.+?)\}")


@dataclass(frozen=True)
class Manuscript:
    """One article: its blocks, what is known of it, and its captions with their credits."""

    name: str
    pieces: tuple[Piece, ...]
    fields: dict[str, object] = field(default_factory=dict)
    captions: tuple[tuple[str, str], ...] = ()

    @property
    def roles(self) -> list[Role]:
        return [ROLES[one.kind] for one in self.pieces]

    @property
    def words(self) -> list[str]:
        """The words of the blocks as a page shows them, with what stands before an item."""
        return [_lead(one) + one.text for one in self.pieces]


@cache
def manuscript(name: str) -> Manuscript:
    """Read one of the ten."""
    head, _, body = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("---\n")
    known: dict[str, object] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(": ")
        if colon and not line.startswith("#"):
            known[key] = tuple(value.split("; ")) if key in LISTS else value
    captions: list[tuple[str, str]] = []
    pieces = tuple(_pieces(body, captions))
    return Manuscript(name, pieces, known, tuple(captions))


def _pieces(body: str, captions: list[tuple[str, str]]) -> Iterator[Piece]:
    number = 0
    for line in body.splitlines():
        kind, _, words = line.partition(": ")
        number = number + 1 if kind in ("number", "item") else 0
        if kind == "table":
            rows = tuple(tuple(row.split("\\t")) for row in words.split(" / "))
            yield Piece("table", rows=rows)
            continue
        if kind == "caption":
            said, credit = _BRACED.findall(words)
            captions.append((said, credit))
            words = words.replace("{", "").replace("}", "")
        one = Piece(kind, tuple(_runs(words)), level=number or 2)
        yield replace(one, picture=png(20 * len(captions))) if kind == "caption" else one


def _runs(words: str) -> Iterator[Run]:
    at = 0
    for found in _RUN.finditer(words):
        if found.start() > at:
            yield Run(words[at : found.start()])
        strong, emphasis, link, target = found.groups()
        yield Run(strong or emphasis or link, bool(strong), bool(emphasis), target)
        at = found.end()
    if at < len(words):
        yield Run(words[at:])


def _lead(one: Piece) -> str:
    return {"item": "• ", "number": f"{one.level}. "}.get(one.kind, "")
