"""Adding a highlight where a thousand stand already, against the bare commit of one row."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from clipreader.model import Colour, Query, Source, Span
from clipreader.operations import Library, highlighting, importing, reading

from .articles import article, press
from .timing import Figure, spread, stopped

PRESENT = 1000
ADDED = 50


def commit_one(connection: sqlite3.Connection, number: int) -> None:
    """Put one row on disk, as safely as the library does."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO highlights (quote) VALUES (?)", (f"quote {number} " * 8,))
    connection.execute("COMMIT")


def measure(library: Library, place: Path) -> list[Figure]:
    """Highlight an article of 20,000 words a thousand times, then measure fifty more."""
    text = article(press(7), words=20_000)
    source = Source("long.txt", text.encode("utf-8"), "text/plain")
    article_id = importing.import_sources(library, [source]).value.items[0].article_id
    if article_id is None:
        raise AssertionError("the long article was not imported")
    length = len(reading.open_article(library, article_id).article.text)
    step = (length - 200) // (PRESENT + ADDED)

    def add(number: int) -> None:
        span = Span(100 + number * step, 100 + number * step + min(step - 2, 60))
        highlighting.add(library, article_id, span, Colour.YELLOW)

    for number in range(PRESENT):
        add(number)
    bare = sqlite3.connect(place / "bare-highlights.sqlite", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE highlights (id INTEGER PRIMARY KEY, quote TEXT)")
    times = [
        (
            stopped(lambda number=number: add(PRESENT + number)),
            stopped(lambda number=number: commit_one(bare, number)),
        )
        for number in range(ADDED)
    ]
    bare.close()
    median, p95 = spread([taken for taken, _ in times])
    floor, _ = spread([floor for _, floor in times])
    opened, open_p95 = spread(
        [stopped(lambda: reading.open_article(library, article_id)) for _ in range(5)]
    )
    listed, list_p95 = spread(
        [stopped(lambda: highlighting.clippings(library, Query())) for _ in range(3)]
    )
    return [
        Figure(
            f"add a highlight to {PRESENT:,}",
            median,
            p95=p95,
            floor=floor,
            remark="on disk; floor: one bare commit",
        ),
        Figure("read that article and place its highlights", opened, p95=open_p95),
        Figure("gather all clippings", listed, p95=list_p95),
    ]
