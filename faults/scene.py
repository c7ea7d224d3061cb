"""A small library in which everything happens once, and what it means in plain words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clipreader.model import (
    Colour,
    FieldName,
    Match,
    Query,
    Role,
    Rule,
    Shelf,
    Source,
    Span,
)
from clipreader.operations import (
    Library,
    backing_up,
    correcting,
    highlighting,
    history,
    importing,
    learning,
    open_library,
    reading,
    trash,
)

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWj"
    "R9awAAAABJRU5ErkJggg=="
)
PAGE = f"""<html><head><title>Two cranes</title></head><body><article><h1>Two cranes</h1>
<p>{"The crane on the north quay was sold to the yard across the water for one coin. " * 3}</p>
<figure><img src="{PICTURE}" alt=""><figcaption>The crane at dawn. Photo: Ana Reis</figcaption>
</figure><p>{"Nobody asked who would carry it, and nobody offered until high water. " * 3}</p>
</article></body></html>"""
_PLAIN = "text/plain"
TEXT = """Headline of the day

Words of a paragraph that somebody will want to quote one day, with a date and a name in them.

A second paragraph says what the first left out, and whoever reads it may mark that too.
"""


def furnish(folder: Path) -> None:
    """Make the library of the scene: articles, highlights, corrections, a rule, trash, an undo."""
    with open_library(folder) as library:
        paths = [SEEDS / "night-ferry.txt", SEEDS / "two-shipyards-one-crane.html"]
        report = importing.import_sources(library, paths).value
        first, second = (item.article_id or "" for item in report.items)
        mark(library, first, "pass", tags=["sea/ferry", "seen"], note="look this up")
        mark(library, first, "er", tags=["seen"])
        mark(library, second, "the", note="again")
        correcting.set_field(library, first, FieldName.PLACE, "Somewhere")
        correcting.set_role(library, first, 3, Role.QUOTE)
        learning.add_rule(library, Rule("", Match.BEGINS, "Read on", Role.BOILERPLATE))
        extra = importing.import_sources(library, [Source("t.txt", TEXT.encode(), _PLAIN)])
        trash.move_to_trash(library, [extra.value.items[0].article_id or ""])
        mark(library, second, "of")
        history.undo(library)
        backing_up.back_up(library)


def crowd(folder: Path, number: int) -> None:
    """Add so many articles with two highlights each, so that the file holds more than its frame."""
    every = sorted(path for path in SEEDS.glob("*.txt"))
    sources = [
        Source(f"{n}.txt", every[n % len(every)].read_bytes() + f"\n\nNo. {n}.\n".encode(), _PLAIN)
        for n in range(number)
    ]
    with open_library(folder) as library:
        for item in importing.import_sources(library, sources).value.items:
            if item.article_id:
                mark(library, item.article_id, "a ", tags=["crowd"], note=f"of {item.path}")
                mark(library, item.article_id, "e", tags=["crowd", "e"])


def mark(
    library: Library, article_id: str, words: str, *, tags: Sequence[str] = (), note: str = ""
) -> str:
    """Highlight the first place of some words and return the highlight's id."""
    text = reading.open_article(library, article_id).article.text
    start = text.index(words)
    span = Span(start, start + len(words))
    return highlighting.add(library, article_id, span, Colour.GREEN, tags=tags, note=note).value.id


def copied(library: Path, to: Path) -> Path:
    """Return a fresh copy of a library's folder."""
    if to.exists():
        shutil.rmtree(to)
    shutil.copytree(library, to)
    return to


def rows_of(library: Library) -> list[str]:
    """Return the ids of all articles, those in the trash last."""
    queries = (Query(), Query(shelf=Shelf.TRASH))
    rows = [row for query in queries for row in reading.list_articles(library, query)]
    return [row.id for row in rows]


def meaning(library: Library) -> str:
    """Return all that a person would miss, without ids and times, as JSON."""
    told: list[Any] = [_article(library, article_id) for article_id in rows_of(library)]
    told.sort(key=json.dumps)
    rules = [(rule.words, rule.role, rule.is_on) for rule in learning.rules(library)]
    state = history.state(library)
    return json.dumps([told, rules, state.undo_label, state.redo_label], indent=0)


def _article(library: Library, article_id: str) -> list[Any]:
    opened = reading.open_article(library, article_id)
    article = opened.article
    blocks = [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]
    marks = [(m.role, m.span.start, m.span.end) for m in article.marks]
    highlights = sorted((h.quote, h.note, h.tags, h.colour, str(h.span)) for h in opened.highlights)
    source = reading.original(library, article_id)
    pictures = [image.data is not None for image in article.images]
    fields = repr(article.metadata)
    shelf = (opened.unread, opened.starred, opened.trashed)
    return [blocks, marks, fields, highlights, source.sha256, pictures, shelf]
