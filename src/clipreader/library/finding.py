"""Terms as a statement: the articles in which every one of them stands.

A term may stand in the article or in what the person wrote about it. Most searches find nothing
in the notes; then one match over the article index answers, ranked by FTS5 itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    TableClause,
    exists,
    select,
    union,
)

from clipreader.library.index import article_index, note_index
from clipreader.library.indexed import as_indexed
from clipreader.model import Term

_WORD: Final = re.compile(r"[^\W_]")
_MOST: Final = 64

Found = Select[*tuple[Any, ...]] | CompoundSelect[Any]


def usable(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the terms that hold a letter or a digit; the others stand nowhere in the index.

    Of a whole page that was pasted into the search field, the first 64.
    """
    return tuple(term for term in terms if _WORD.search(term.text))[:_MOST]


def expression(term: Term) -> str:
    """Return a term as FTS5 reads it: always a string, so that nothing in it is an operator."""
    words = as_indexed(term.text).strip().replace('"', '""')
    return f'"{words}" *' if term.prefix else f'"{words}"'


def numbers_with(connection: Connection, terms: Sequence[Term]) -> Found | None:
    """Return a statement for the row numbers of the articles that hold the terms.

    None if there is no usable term, so that nothing is asked.
    """
    wanted = [term for term in usable(terms) if not term.excluded]
    unwanted = [term for term in usable(terms) if term.excluded]
    if not wanted and not unwanted:
        return None
    if not wanted:
        every = select(article_index.c.rowid)
        return every.where(article_index.c.rowid.not_in(_anywhere(unwanted, any_of=True)))
    if not _in_notes(connection, [*wanted, *unwanted]):
        return select(article_index.c.rowid).where(_matches(article_index, whole(terms)))
    found = select(article_index.c.rowid)
    for term in wanted:
        found = found.where(article_index.c.rowid.in_(_anywhere([term])))
    if unwanted:
        found = found.where(article_index.c.rowid.not_in(_anywhere(unwanted, any_of=True)))
    return found


def whole(terms: Sequence[Term]) -> str:
    """Return all terms as one FTS5 expression for a table that holds everything."""
    wanted = " AND ".join(expression(term) for term in usable(terms) if not term.excluded)
    unwanted = [expression(term) for term in usable(terms) if term.excluded]
    return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted


def ranks(terms: Sequence[Term]) -> Select[int, float]:
    """Return a statement of row number and rank (less is better) for articles with any term."""
    any_of = " OR ".join(expression(term) for term in usable(terms) if not term.excluded)
    return select(article_index.c.rowid, article_index.c.rank).where(
        _matches(article_index, any_of)
    )


def ranked(terms: Sequence[Term]) -> Select[int, float]:
    """Return a statement of row number and rank for articles with all terms, if ``is_plain``."""
    return select(article_index.c.rowid, article_index.c.rank).where(
        _matches(article_index, whole(terms))
    )


def is_plain(connection: Connection, terms: Sequence[Term]) -> bool:
    """Say whether the article index alone answers: words wanted, and none of them in notes."""
    some = usable(terms)
    return any(not term.excluded for term in some) and not _in_notes(connection, some)


def _in_notes(connection: Connection, terms: Sequence[Term]) -> bool:
    any_of = " OR ".join(expression(term) for term in terms)
    asked = exists().select_from(note_index).where(_matches(note_index, any_of))
    return bool(connection.execute(select(asked)).scalar())


def _anywhere(terms: Sequence[Term], *, any_of: bool = False) -> CompoundSelect[Any]:
    joined = (" OR " if any_of else " AND ").join(expression(term) for term in terms)
    return union(
        select(article_index.c.rowid).where(_matches(article_index, joined)),
        select(note_index.c.rowid).where(_matches(note_index, joined)),
    )


def _matches(index: TableClause, words: str) -> ColumnElement[bool]:
    return index.c[index.name].op("MATCH")(words)
