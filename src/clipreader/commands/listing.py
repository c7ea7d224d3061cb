"""``list``, ``search`` and ``show``: what is in the library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator

from clipreader.commands import objects
from clipreader.commands.opening import existing_library, library_to_read
from clipreader.commands.printing import one_line, print_columns, print_json, print_words, tell
from clipreader.model import Article, ArticleRow, Clipping, Part, Query, Role, Shelf
from clipreader.operations import Library, highlighting, reading, searching

_ASIDE = {Role.PARAGRAPH, Role.HEADLINE, Role.BOILERPLATE}
_DAY = 10


def query_of(typed: Namespace) -> Query:
    """Return the query of the words that were typed; none ask for everything."""
    return searching.parse(" ".join(typed.query))


def tell_doubts(typed: Namespace) -> None:
    """Tell, beside an empty answer, what in the query may have been meant otherwise."""
    tell(*searching.doubts(" ".join(typed.query)))


def list_articles(typed: Namespace) -> int:
    """List articles, newest first. Raises LibraryUnavailable."""
    with library_to_read(typed.library) as library:
        rows = reading.list_articles(library, query_of(typed)) if library else ()
    if not rows:
        tell_doubts(typed)
    if typed.json:
        print_json([objects.listed(row) for row in rows])
    else:
        print_columns(_line(row) for row in rows)
    return 0


def search(typed: Namespace) -> int:
    """Show the places where words stand, best first. Raises LibraryUnavailable."""
    with library_to_read(typed.library) as library:
        hits = searching.search(library, query_of(typed)) if library else ()
    if not hits:
        tell_doubts(typed)
    if typed.json:
        print_json([objects.hit(one) for one in hits])
        return 0
    for one in hits:
        print_words(f"{one.article_id}  {one_line(one.headline)}")
        print_words(*(f"    {one_line(snippet.text)}" for snippet in one.snippets))
    return 0


def show(typed: Namespace) -> int:
    """Show an article. Raises NotFound or LibraryUnavailable."""
    with existing_library(typed.library) as library:
        article_id = reading.resolve_id(library, typed.id)
        opened = reading.open_article(library, article_id)
        shelf = Shelf.TRASH if opened.trashed else Shelf.ALL
        row = _row_of(library, article_id, shelf)
        query = Query(article_ids=(article_id,), shelf=shelf)
        clippings = highlighting.clippings(library, query)
    if typed.json:
        print_json(objects.shown(opened, row, clippings))
    else:
        print_words(*_page(opened.article, clippings))
    return 0


def _row_of(library: Library, article_id: str, shelf: Shelf) -> ArticleRow:
    query = Query(article_ids=(article_id,), shelf=shelf)
    rows = reading.list_articles(library, query)
    return rows[0] if rows else ArticleRow(article_id, "")


def _line(row: ArticleRow) -> tuple[str, ...]:
    """The headline stands last, so that only it has to be cut on a narrow terminal."""
    state = ("●" if row.unread else " ") + ("★" if row.starred else " ")
    highlights = str(row.highlights) if row.highlights else ""
    published = (row.published or "")[:_DAY]
    return row.id, state, published, highlights, row.publisher or "", row.name or "–"


def _page(article: Article, clippings: Iterable[Clipping]) -> Iterator[str]:
    """Yield an article as a page of text; the site's own words are left out, as in the window."""
    for block in article.blocks:
        if block.role != Role.BOILERPLATE:
            yield _block(article, block)
            yield ""
    yield article.id
    yield from (told_clipping(one) for one in clippings)


def _block(article: Article, block: Part) -> str:
    words, credit = article.words_of(block), article.credit_of(block)
    told = " / ".join(part for part in (words, credit) if part)
    return told if block.role in _ASIDE else f"[{block.role.value.replace('_', ' ')}] {told}"


def told_clipping(one: Clipping) -> str:
    """Return a clipping in some lines: its id, its quote, and what the person made of it."""
    highlight = one.highlight
    state = highlight.anchor.certainty.value
    marks = (highlight.colour.value, one.role.value.replace("_", " "), state, *highlight.tags)
    lines = [f"{highlight.id}  {' · '.join(marks)}", f"    “{one_line(one.quote)}”"]
    if one.credit:
        lines.append(f"    credit: {one_line(one.credit)}")
    if highlight.note:
        lines.append(f"    note: {one_line(highlight.note)}")
    return "\n".join(lines)
