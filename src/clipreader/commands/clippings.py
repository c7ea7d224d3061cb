"""``highlight``, ``clippings`` and ``export``: what is marked and taken away."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from clipreader.commands import objects, whole_library
from clipreader.commands.listing import query_of, told_clipping
from clipreader.commands.opening import existing_library, library_to_read
from clipreader.commands.printing import one_line, print_document, print_json, print_words, tell
from clipreader.model import AmbiguousQuote, Colour, ExportFailed, Role
from clipreader.operations import exporting, highlighting, reading
from clipreader.operations.clipping import clipping_of
from clipreader.operations.exporting import Layout

STANDARD_OUTPUT = "-"
"""The target that writes to standard output."""


def highlight(typed: Namespace) -> int:
    """Highlight a quote; 1 and the list of places if it stands in several.

    Raises NotFound, QuoteMissing or LibraryUnavailable.
    """
    with existing_library(typed.library) as library:
        article_id = reading.resolve_id(library, typed.id)
        try:
            outcome = highlighting.add_quote(
                library,
                article_id,
                typed.quote,
                colour=Colour(typed.colour),
                tags=tuple(typed.tag),
                note=typed.note,
                role=Role(typed.role) if typed.role else None,
                occurrence=typed.occurrence,
            )
        except AmbiguousQuote as error:
            _tell_places(error)
            return 1
        article = reading.open_article(library, article_id).article
    made = clipping_of(article, outcome.value)
    if typed.json:
        print_json(objects.clipping(made))
    else:
        print_words(told_clipping(made))
    return 0


def clippings(typed: Namespace) -> int:
    """List clippings. Raises LibraryUnavailable."""
    with library_to_read(typed.library) as library:
        found = highlighting.clippings(library, query_of(typed)) if library else ()
    if typed.json:
        print_json([objects.clipping(one) for one in found])
        return 0
    article_id = ""
    for one in found:
        if one.citation.article_id != article_id:
            article_id = one.citation.article_id
            print_words(one_line(one.citation.metadata.headline or article_id))
        print_words(told_clipping(one))
    return 0


def export(typed: Namespace) -> int:
    """Write clippings as Markdown and print the files' names.

    With ``--all`` it is the whole library. Raises ExportFailed, also if there is nothing to write,
    or LibraryUnavailable.
    """
    if typed.all:
        return whole_library.export(typed)
    with existing_library(typed.library) as library:
        found = exporting.gather(library, query_of(typed))
    if not found:
        raise ExportFailed("There are no such clippings, so nothing was written.")
    if typed.to == STANDARD_OUTPUT:
        print_document(exporting.as_markdown(found))
        return 0
    written = exporting.write(exporting.files_of(found, layout_for(typed.to)), Path(typed.to))
    print_words(*map(str, written))
    return 0


def layout_for(to: str) -> Layout:
    """Return one file for what is or looks like a file, one for each article for a folder.

    A name with an ending ("all.md") that does not exist yet looks like a file.
    """
    path = Path(to)
    if path.is_dir() or to.endswith(tuple(filter(None, (os.sep, os.altsep)))):
        return Layout.FILE_PER_ARTICLE
    return Layout.ONE_FILE if path.suffix or path.exists() else Layout.FILE_PER_ARTICLE


def _tell_places(error: AmbiguousQuote) -> None:
    tell(str(error))
    for number, (role, context) in enumerate(error.places, 1):
        tell(f"  {number}  {role}  {one_line(context)}")
    tell("Say which with --occurrence N or --role R.")
