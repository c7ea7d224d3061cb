"""Bytes in, one article out that is ready to be stored: written out as its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clipreader.library.written import Written, written
from clipreader.model import Draft, Source
from clipreader.operations.parsing import Reading, read_article

_UNSURE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that was read; ``notes`` are what is to be said of how it was read."""

    written: Written
    notes: tuple[str, ...]


def read_ready(source: Source) -> Ready:
    """Read one article in this process. Raises UnreadableSource with a sentence for the person."""
    return made_ready(read_article(source), source)


def made_ready(reading: Reading, source: Source) -> Ready:
    """Return what was read of a source, ready to be stored."""
    return Ready(written(reading.article, source.link), _notes(reading.draft))


def _notes(draft: Draft) -> tuple[str, ...]:
    if draft.encoding_certainty >= _UNSURE:
        return draft.notes
    return (
        *draft.notes,
        f"The encoding of its letters was guessed ({draft.encoding}): some may be wrong.",
    )
