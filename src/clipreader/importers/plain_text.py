"""Articles pasted or saved as text: by browsers, mail programs, editors and word processors.

The lines are handed on as they stand. Whether they are paragraphs or pieces of hard-wrapped ones
is decided by the anatomy, which sees the whole. Only rows of cells between tabs are put together:
so browsers and spreadsheets write a table as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clipreader.model import Draft, Hint, Line, Source
from clipreader.text.encodings import decode
from clipreader.text.normal import canonical


def read(source: Source) -> Draft:
    """Make a draft of plain text. Never raises; a text of nothing gives no lines."""
    decoded = decode(source.data)
    form = canonical(decoded.text)
    lines: list[Line] = []
    blank = False
    for text in form.text.split("\n"):
        words = text.strip()
        if words:
            lines.append(Line(words, blank_before=blank))
        blank = not words
    return Draft(
        tuple(_with_tables(lines)),
        media_type="text/plain",
        encoding=decoded.encoding,
        encoding_certainty=decoded.certainty,
        notes=(*decoded.notes, *form.notes),
    )


def _with_tables(lines: Iterable[Line]) -> Iterator[Line]:
    """Put together rows of as many cells that follow one another, two at the least."""
    rows: list[Line] = []
    for line in lines:
        if rows and (line.blank_before or line.text.count("\t") != rows[0].text.count("\t")):
            yield from _table(rows)
            rows = []
        rows.append(line)
    yield from _table(rows)


def _table(rows: list[Line]) -> Iterator[Line]:
    if len(rows) < 2 or "\t" not in rows[0].text:
        yield from rows
    else:
        yield replace(rows[0], text="\n".join(row.text for row in rows), hint=Hint.TABLE)
