"""What the person typed becomes a query; the query becomes hits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from clipreader.library import Library, listing, passages
from clipreader.model import Article, Colour, Hit, Query, Role, Shelf, Span, Term

MOST_PARTS: Final = 60
"""How many words and fields of a query count; SQLite refuses expressions without end."""

_PART: Final = re.compile(
    r"""(?P<minus>-?)
    (?:(?P<field>[A-Za-z]+):)?
    (?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]*))""",
    re.VERBOSE,
)
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_BROKEN: Final = re.compile(r"[\x00\ud800-\udfff]")
_WORD: Final = re.compile(r"[^\W_]")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")

_LISTS: Final = {
    "tag": "tags",
    "translator": "translators",
    "author": "authors",
    "publisher": "publishers",
    "agency": "agencies",
    "place": "places",
    "credit": "credits",
    "lang": "languages",
}
_DAYS: Final = "a year, a month or a day, as in 2024, 2024-07 or 2024-07-04"
_COLOURS: Final = "one of " + ", ".join(Colour)
_WANTED: Final = {
    "before": _DAYS,
    "after": _DAYS,
    "colour": _COLOURS,
    "color": _COLOURS,
    "role": "the name of a part, as in role:caption",
    "has": "note or highlight",
    "is": "unread, starred, waiting or trash",
}
"""What the fields take that do not take every word, as the person is told."""

_LOGIC: Final = {
    "OR": "a search finds what has all of its words",
    "AND": "a search finds what has all of its words anyway",
    "NOT": "a word is left out with a minus before it",
}
_FLAGS: Final = {
    ("has", "note"): Query(has_note=True),
    ("has", "highlight"): Query(has_highlight=True),
    ("is", "unread"): Query(shelf=Shelf.UNREAD),
    ("is", "starred"): Query(shelf=Shelf.STARRED),
    ("is", "waiting"): Query(shelf=Shelf.WAITING),
    ("is", "trash"): Query(shelf=Shelf.TRASH),
}


def parse(text: str) -> Query:
    """Read what was typed; never fails, only finds nothing.

    Words, "phrases", -word, and the fields tag: translator: author: publisher: agency: place:
    credit: lang: colour: role: before: after: has:note has:highlight is:unread is:starred
    is:waiting is:trash.
    A value with spaces stands in quotes; -field: leaves out what the field would find. What is
    no field is looked for as words.

    The last word is a prefix as long as nothing follows it, because it may still be being typed.
    Dates are years, months or days: "before:2024" is before the first day of 2024. A field that
    has no value yet narrows nothing.
    """
    query = Query()
    for count, part in enumerate(_parts(_BROKEN.sub(" ", text).translate(_QUOTES))):
        if count == MOST_PARTS:
            break
        query = _with_part(query, part)
    return query


def doubts(text: str) -> tuple[str, ...]:
    """Return a sentence for each part of what was typed that may have been meant otherwise.

    A field with a value that it cannot read, and the OR, AND and NOT of other programs, are
    looked for as words, which seldom finds anything.
    """
    found: list[str] = []
    for part in _parts(_BROKEN.sub(" ", text).translate(_QUOTES)):
        field, value = (part["field"] or "").lower(), _value(part)
        if field in _WANTED and value and _narrowed(Query(), field, value) is None:
            found.append(f"“{field}:” is followed by {_WANTED[field]}, not by “{value}”.")
        elif not field and part["bare"] in _LOGIC:
            found.append(f"“{part['bare']}” was looked for as a word: {_LOGIC[part['bare']]}.")
    return tuple(dict.fromkeys(found))


def search(library: Library, query: Query, *, limit: int | None = None) -> tuple[Hit, ...]:
    """Return the found articles, best first, each with the places of the words.

    ``limit`` is how many at most; without it all are returned, whole texts read for each.
    """
    with library.reading() as connection:
        return listing.hits(connection, query, limit)


def spans_in(article: Article, query: Query) -> tuple[Span, ...]:
    """Return where the query's words stand in an article, in order, for the reader to mark."""
    return passages.spans_of(article.text, query.terms)


def _parts(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        found = _PART.match(text, position)
        if found is None or found.end() == position:
            return
        yield found
        position = found.end()


def _with_part(query: Query, part: re.Match[str]) -> Query:
    field = (part["field"] or "").lower()
    if field:
        narrowed = _narrowed(Query() if part["minus"] else query, field, _value(part))
        if narrowed is not None and part["minus"]:
            return _without(query, narrowed)
        if narrowed is not None:
            return narrowed
    term = _term(part)
    return query if term is None else replace(query, terms=(*query.terms, term))


def _value(part: re.Match[str]) -> str:
    value = part["bare"] if part["quoted"] is None else part["quoted"]
    return " ".join(value.split())


def _without(query: Query, excluded: Query) -> Query:
    if excluded == Query() or excluded in query.excluded:
        return query
    return replace(query, excluded=(*query.excluded, excluded))


def _term(part: re.Match[str]) -> Term | None:
    """Return the words of a part; None if no letter or digit is in them."""
    quoted = part["quoted"] is not None
    words = part["quoted"] if quoted else part["bare"]
    if part["field"]:
        words = f"{part['field']}:{words}"
    if not _WORD.search(words):
        return None
    is_open = part.end() == len(part.string) and not part["closed"]
    excluded = bool(part["minus"])
    return Term(
        " ".join(words.split()),
        phrase=quoted,
        prefix=is_open and not excluded and len(words) > 1,
        excluded=excluded,
    )


def _narrowed(query: Query, field: str, value: str) -> Query | None:
    """Return the query with a field; None if there is no such field or value."""
    if field in _LISTS:
        name = _LISTS[field]
        return replace(query, **{name: _added(getattr(query, name), value)})
    read = _READ.get(field)
    if read is None:
        return None
    return query if not value else read(query, field, value)


def _added(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return (*values, value) if value and value not in values else values


def _with_flag(query: Query, field: str, value: str) -> Query | None:
    flag = _FLAGS.get((field, value.lower()))
    if flag is None:
        return None
    return replace(
        query,
        shelf=flag.shelf if field == "is" else query.shelf,
        has_note=query.has_note or flag.has_note,
        has_highlight=query.has_highlight or flag.has_highlight,
    )


def _with_colour(query: Query, _: str, value: str) -> Query | None:
    if value.lower() not in set(Colour):
        return None
    return replace(query, colours=(*query.colours, Colour(value.lower())))


def _with_role(query: Query, _: str, value: str) -> Query | None:
    name = re.sub(r"[\s-]", "_", value.lower())
    return replace(query, roles=_added(query.roles, name)) if name in set(Role) else None


def _with_day(query: Query, field: str, value: str) -> Query | None:
    found = _DAY.fullmatch(value)
    if not found:
        return None
    try:
        day = datetime.date(*(int(number or 1) for number in found.groups())).isoformat()
    except ValueError:
        return None
    return replace(query, before=day) if field == "before" else replace(query, after=day)


_READ: Final[dict[str, Callable[[Query, str, str], Query | None]]] = {
    "has": _with_flag,
    "is": _with_flag,
    "colour": _with_colour,
    "color": _with_colour,
    "role": _with_role,
    "before": _with_day,
    "after": _with_day,
}
