"""Runs the measurements and prints them: ``python3 dev.py bench [--quick] [--only PART]``."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from clipreader.model import Source
from clipreader.operations import importing, open_library

from . import highlighting, pages, searching, windows
from . import importing as importing_figures
from .articles import article, press, write_articles
from .timing import Figure, table

PARTS = ("import", "pages", "search", "highlight", "windows")


def fill(place: Path, count: int) -> Path:
    """Make a library of ``count`` articles and return its folder."""
    say(f"making a library of {count:,} articles ...")
    texts = place / "many"
    write_articles(texts, count, seed=2)
    with open_library(place / "large") as library:
        importing.import_sources(library, [texts])
    shutil.rmtree(texts)
    return place / "large"


def measured(place: Path, parts: list[str], count: int, imported: int) -> list[Figure]:
    """Run the parts that were asked for."""
    figures: list[Figure] = []
    if "import" in parts:
        say(f"importing {imported:,} articles ...")
        figures += importing_figures.measure(place / "import", imported)
    if "pages" in parts:
        say(f"reading and importing {imported:,} saved pages ...")
        figures += pages.measure(place / "pages", imported)
    if not {"search", "highlight", "windows"} & set(parts):
        return figures
    folder = fill(place, count)
    with open_library(folder) as library:
        if "search" in parts:
            say("searching ...")
            figures += searching.measure(library, count)
        long = Source(
            "100,000 words.txt", article(press(9), words=100_000).encode("utf-8"), "text/plain"
        )
        long_id = importing.import_sources(library, [long]).value.items[0].article_id
    if "windows" in parts:
        say("starting ...")
        figures += windows.measure(folder, count, long_id or "")
    if "highlight" in parts:
        say("highlighting ...")
        with open_library(folder) as library:
            figures += highlighting.measure(library, place)
    return figures


def main(arguments: list[str]) -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    asked.add_argument("--only", action="append", choices=PARTS, help="a part; may be repeated")
    asked.add_argument("--quick", action="store_true", help="a tenth of the articles")
    options = asked.parse_args(arguments)
    count, imported = (1000, 100) if options.quick else (10_000, 1000)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="clipreader-bench-") as folder:
        figures = measured(Path(folder), options.only or list(PARTS), count, imported)
    print()
    print(table(figures))
    python = ".".join(map(str, sys.version_info[:3]))
    print(f"\nPython {python}, SQLite {sqlite3.sqlite_version}; {time.monotonic() - began:.0f} s.")
    return 0


def say(words: str) -> None:
    """Tell what is being done, beside the table and not in it."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
