"""How many articles a tag finds: those with a clipping that carries it or what nests below it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from clipreader.library.folding import folded_name
from clipreader.library.highlights import tags
from clipreader.library.schema import highlight_tags, highlights, shelf
from clipreader.model import NameCount


def tag_counts(connection: Connection) -> tuple[NameCount, ...]:
    """Return the tags in use and those they nest below, by name; the trash is not counted.

    An article counts once for a tag, however many of its clippings carry it, as the list shows
    it once. A parent that no clipping carries itself is spelled as in its first child.
    """
    found = _articles_of(connection)
    used = tags(connection)
    named = {folded_name(tag.name): (tag.name, tag.colour) for tag in used}
    for tag in used:
        for name in _above(tag.name):
            named.setdefault(folded_name(name), (name, None))
    return tuple(
        NameCount(name, len(found.get(folded, ())), colour)
        for folded, (name, colour) in sorted(named.items())
    )


def _articles_of(connection: Connection) -> dict[str, set[int]]:
    """Return the articles of each folded tag, and of the tags above it."""
    rows = connection.execute(
        select(highlight_tags.c.folded, highlights.c.article)
        .distinct()
        .join(highlights, highlights.c.id == highlight_tags.c.highlight)
        .join(shelf, shelf.c.article == highlights.c.article)
        .where(shelf.c.trashed.is_(None))
    )
    found: dict[str, set[int]] = {}
    for folded, article in rows:
        for name in (folded, *_above(folded)):
            found.setdefault(name, set()).add(article)
    return found


def _above(name: str) -> Iterator[str]:
    """Yield "a/b" and "a" for "a/b/c"."""
    while name := name.rpartition("/")[0]:
        yield name
