"""Articles pasted or saved as text: by browsers, mail programs, editors and word processors.

The lines are handed on as they stand. Whether they are paragraphs or pieces of hard-wrapped ones
is decided by the anatomy, which sees the whole.
"""

from __future__ import annotations

from clipreader.model import Draft, Line, Source
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
        tuple(lines),
        media_type="text/plain",
        encoding=decoded.encoding,
        encoding_certainty=decoded.certainty,
        notes=form.notes,
    )
