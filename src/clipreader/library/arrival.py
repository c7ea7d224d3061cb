"""An article that comes in, with the bytes it was read from, and the rows it makes."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from clipreader.library.article_rows import source_columns
from clipreader.library.written import Written, article_of, written
from clipreader.model import Article, Source


class Arrival:
    """An article that is to be stored, with the bytes it was read from.

    It may be given as it is, or written out already; the other of the two is made when it is
    asked for.
    """

    def __init__(self, found: Article | Written, source: Source) -> None:
        self.source: Final = source
        self._found: Final = found

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self._found.id

    @property
    def same_text(self) -> str:
        """Return what two files with the same words have in common."""
        return self.written.same_text

    @cached_property
    def written(self) -> Written:
        """Return the article written out."""
        found = self._found
        return found if isinstance(found, Written) else written(found, self.source.link)

    @cached_property
    def article(self) -> Article:
        """Return the article."""
        found = self._found
        return found if isinstance(found, Article) else article_of(found)


def article_row(number: int, arrival: Arrival, added: str) -> dict[str, Any]:
    """Return the row of ``articles``; ``added`` is when it came into the library."""
    made = arrival.written
    of_it = {"number": number, "id": made.id, "same_text": made.same_text}
    return of_it | source_columns(arrival.source, added) | dict(made.fields)


def parts_row(number: int, text: int, made: Written) -> dict[str, Any]:
    """Return the row of ``recognitions``; ``text`` is the number of the text's row."""
    parts = {"blocks": made.blocks, "marks": made.marks, "evidence": made.evidence}
    return {"article": number, "text": text, **parts}


def words_row(text: int, number: int, made: Written) -> dict[str, Any]:
    """Return the row of ``texts``."""
    return {"number": text, "article": number, "hash": made.text_hash, "text": made.text}
