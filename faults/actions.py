"""What a person does with a library: the actions that are broken into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from clipreader.model import Colour, FieldName, Query, Role, Shelf, Source, Span
from clipreader.operations import (
    Library,
    backing_up,
    correcting,
    exporting,
    highlighting,
    history,
    importing,
    reading,
    trash,
)
from faults.scene import PAGE, mark

Action = Callable[[Library, Path], object]
"""Does one thing with a library; the folder is for what leaves it."""

NEW_TEXT = b"A headline nobody has\n\nA paragraph that is in no other article, of some length.\n"


def _articles(library: Library) -> list[str]:
    return sorted(row.id for row in reading.list_articles(library, Query()))


def _highlight(library: Library) -> tuple[str, str]:
    """Return the article and the id of the highlight with the long note."""
    for article_id in _articles(library):
        for found in reading.open_article(library, article_id).highlights:
            if found.tags and found.note:
                return article_id, found.id
    raise LookupError("the scene has a highlight with tags and a note")


def _bring_in(library: Library, name: str, data: bytes, kind: str) -> None:
    report = importing.import_sources(library, [Source(name, data, kind)]).value
    for item in report.items:
        if item.article_id is None:
            raise OSError(item.reason)


def _move_edges(library: Library, _: Path) -> None:
    article_id, found = _highlight(library)
    span = next(
        one.span
        for one in reading.open_article(library, article_id).highlights
        if one.id == found and one.span
    )
    highlighting.move_edges(library, found, Span(span.start, span.end + 4))


def _export(library: Library, folder: Path) -> None:
    clippings = exporting.gather(library, Query())
    exporting.write(exporting.files_of(clippings, exporting.Layout.ONE_FILE), folder / "mine.md")


ACTIONS: Mapping[str, Action] = {
    "import text": lambda lib, _: _bring_in(lib, "new.txt", NEW_TEXT, "text/plain"),
    "import page": lambda lib, _: _bring_in(lib, "new.html", PAGE.encode(), "text/html"),
    "highlight": lambda lib, _: mark(lib, _articles(lib)[0], "and", tags=["new"], note="n" * 900),
    "note": lambda lib, _: highlighting.set_note(lib, _highlight(lib)[1], "another note " * 40),
    "tags": lambda lib, _: highlighting.set_tags(lib, _highlight(lib)[1], ["one", "two/three"]),
    "edges": _move_edges,
    "colour": lambda lib, _: highlighting.set_colour(lib, [_highlight(lib)[1]], Colour.PINK),
    "remove": lambda lib, _: highlighting.remove(lib, [_highlight(lib)[1]]),
    "field": lambda lib, _: correcting.set_field(
        lib, _articles(lib)[0], FieldName.TRANSLATORS, ("Ada Voss",)
    ),
    "kind": lambda lib, _: correcting.set_role(lib, _articles(lib)[0], 4, Role.QUOTE),
    "undo": lambda lib, _: history.undo(lib),
    "redo": lambda lib, _: history.redo(lib),
    "trash": lambda lib, _: trash.move_to_trash(lib, _articles(lib)[:1]),
    "empty trash": lambda lib, _: trash.empty_trash(lib),
    "restore": lambda lib, _: trash.restore(
        lib, [row.id for row in reading.list_articles(lib, Query(shelf=Shelf.TRASH))]
    ),
    "back up": lambda lib, _: backing_up.back_up(lib),
    "export": _export,
}
"""The actions by what a person would call them."""
