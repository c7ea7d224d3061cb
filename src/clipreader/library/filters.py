"""A query's filters as conditions on articles and on highlights."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select, true

from clipreader.library.folding import folded_name, storable
from clipreader.library.highlights import is_below
from clipreader.library.schema import articles, highlight_tags, highlights, names, shelf
from clipreader.library.version_tables import versions
from clipreader.model import WHOLE, Query, Shelf, VersionState

Condition = ColumnElement[bool]


def of_articles(query: Query) -> list[Condition]:
    """Return what an article has to be, for a statement that joins ``articles`` and ``shelf``.

    Words are not among them. Every tag has to be on one of the article's highlights; colours,
    roles and notes have to come together on one.
    """
    return [*_of_shelf(query.shelf), *_narrowing_articles(query)]


def of_highlights(query: Query) -> list[Condition]:
    """Return what a highlight and its article have to be; words are not among it.

    For a statement that joins ``highlights``, ``articles`` and ``shelf``.
    """
    return [*_of_shelf(query.shelf), *_narrowing_highlights(query)]


def _narrowing_articles(query: Query) -> list[Condition]:
    found = _of_fields(query)
    for tag in query.tags:
        tagged = select(highlights.c.article).join(
            highlight_tags, highlight_tags.c.highlight == highlights.c.id
        )
        found.append(articles.c.number.in_(tagged.where(_is_tag(tag))))
    marked = _of_marks(query)
    if marked or query.has_highlight:
        found.append(articles.c.number.in_(select(highlights.c.article).where(*marked)))
    return found + [_no(each, _narrowing_articles(each)) for each in query.excluded]


def _narrowing_highlights(query: Query) -> list[Condition]:
    found = [*_of_fields(query), *_of_marks(query)]
    for tag in query.tags:
        found.append(highlights.c.id.in_(select(highlight_tags.c.highlight).where(_is_tag(tag))))
    return found + [_no(each, _narrowing_highlights(each)) for each in query.excluded]


def _no(excluded: Query, narrowing: list[Condition]) -> Condition:
    """Return that not all of this holds; what is not known (a missing date) does not hold."""
    shelved = [] if excluded.shelf == Shelf.ALL else _of_shelf(excluded.shelf)
    return not_(func.coalesce(and_(true(), *shelved, *narrowing), false()))


def _of_shelf(place: Shelf) -> list[Condition]:
    if place == Shelf.TRASH:
        return [shelf.c.trashed.is_not(None)]
    found: list[Condition] = [shelf.c.trashed.is_(None)]
    if place == Shelf.WAITING:
        found.append(articles.c.number.in_(waited_for()))
    elif place == Shelf.UNREAD:
        found.append(shelf.c.unread == 1)
    elif place == Shelf.STARRED:
        found.append(shelf.c.starred == 1)
    elif place == Shelf.CLIPPINGS:
        found.append(articles.c.number.in_(select(highlights.c.article)))
    return found


def waited_for() -> Select[Any]:
    """Return the articles of which a version waits to be looked at."""
    waiting = versions.c.state == VersionState.WAITING.value
    return select(versions.c.article).where(waiting)


def _of_fields(query: Query) -> list[Condition]:
    found: list[Condition] = []
    named = (
        ("translator", query.translators),
        ("author", query.authors),
        ("publisher", query.publishers),
        ("agency", query.agencies),
        ("place", query.places),
        ("credit", query.credits),
    )
    for kind, wanted in named:
        found += [articles.c.number.in_(_named(kind, name)) for name in wanted]
    if query.languages:
        found.append(or_(*(_is_language(code) for code in query.languages)))
    day = func.substr(articles.c.published, 1, 10)
    if query.before:
        found.append(day < query.before)
    if query.after:
        found.append(day >= query.after)
    if query.article_ids:
        found.append(articles.c.id.in_(listed(query.article_ids)))
    return found


def _of_marks(query: Query) -> list[Condition]:
    found: list[Condition] = []
    if query.colours:
        found.append(highlights.c.colour.in_([colour.value for colour in query.colours]))
    if query.roles:
        found.append(highlights.c.role.in_(_lowered(query.roles)))
    if query.has_note:
        found.append(highlights.c.note != "")
    return found


def _named(kind: str, name: str) -> Select[Any]:
    """Return the articles with a name; an agency counts as a publisher as well.

    A whole name is the very one that is counted, and then an agency is no publisher.
    """
    if name.startswith(WHOLE):
        whole = " ".join(storable(name.removeprefix(WHOLE)).split())
        return select(names.c.article).where(names.c.kind == kind, names.c.name == whole)
    kinds: Sequence[str] = ("publisher", "agency") if kind == "publisher" else (kind,)
    return select(names.c.article).where(
        names.c.kind.in_(kinds), func.instr(names.c.folded, folded_name(name)) > 0
    )


def listed(ids: Iterable[str]) -> Select[Any]:
    """Return texts as one value, because SQLite takes 32,766 of them at most."""
    values = json.dumps([storable(each) for each in ids])
    return select(func.json_each(values).table_valued("value").c.value)


def _is_tag(name: str) -> Condition:
    folded = folded_name(name)
    return or_(highlight_tags.c.folded == folded, is_below(folded))


def _is_language(code: str) -> Condition:
    wanted = code.casefold()
    column = func.lower(articles.c.language)
    return or_(column == wanted, and_(column > f"{wanted}-", column < f"{wanted}."))


def _lowered(values: Iterable[str]) -> list[str]:
    return [value.casefold() for value in values]
