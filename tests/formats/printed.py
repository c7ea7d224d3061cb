"""Sets an article as a page of print: one column, a picture above each caption on the first page.

Letters of Chinese are as wide as high; Arabic is set as printers set it, from right to left, so
that its letters lie in the file in the order in which they are seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.formats.manuscripts import Manuscript
from tests.importers.documents.manuscript import Piece
from tests.importers.documents.printing import HEIGHT, WIDE, Placed, Set, jpeg, pdf, wrapped

LEFT, ROOM, TOP, BOTTOM = 60, 475, 780, 60
PICTURE = 90
SIZES = {"title": 18.0, "deck": 13.0, "heading": 12.0, "caption": 8.0}
MIRRORED = str.maketrans("()«»[]", ")(»«][")


def printed(article: Manuscript) -> bytes:
    """An article as a PDF."""
    pages: list[list[Set]] = [[]]
    pictures: list[Placed] = []
    language = str(article.fields["language"])
    y = float(TOP)
    for before, one in zip((None, *article.pieces), article.pieces, strict=False):
        size = SIZES.get(one.kind, 10.0)
        lines = list(_lines(one, size, language))
        y -= 0 if before and before.kind == one.kind and one.kind in ("item", "number") else size
        tall = PICTURE if one.picture else 0
        if y - tall - len(lines) * size * 1.2 < BOTTOM and y < HEIGHT / 2:
            pages.append([])
            y = float(TOP)
        if tall and len(pages) == 1:
            y -= tall
            shade = len(pictures) + 1
            pictures.append(Placed(jpeg(shade), LEFT, y + size, PICTURE * 1.6, PICTURE - size))
        for line in lines:
            pages[-1].append(_placed(line, y, size, language))
            y -= size * 1.2
    return pdf(pages, pictures=pictures)


def _lines(one: Piece, size: float, language: str) -> Iterator[str]:
    if one.kind == "table":
        yield from ("   ".join(row) for row in one.rows)
        return
    lead = {"item": "• ", "number": f"{one.level}. "}.get(one.kind, "")
    yield from _broken(lead + one.text, size, language)


def _broken(text: str, size: float, language: str) -> Sequence[str]:
    if language == "zh":
        most = int(ROOM / size)
        return [text[at : at + most] for at in range(0, len(text), most)]
    return wrapped(text, ROOM, size if language != "ar" else size / WIDE)


def _placed(line: str, y: float, size: float, language: str) -> Set:
    if language != "ar":
        return Set(line, LEFT, y, size)
    seen = line.translate(MIRRORED)[::-1]
    return Set(seen, LEFT + ROOM - len(seen) * size, y, size)
