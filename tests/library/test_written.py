"""What was written out before it is stored is what is stored, and read back."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from clipreader.library import Library, articles, open_library
from clipreader.library.arrival import Arrival
from clipreader.library.written import article_of, written
from clipreader.model import Article, Image
from tests import records
from tests.library import stored

ARTICLES = {
    "whole": records.article(),
    "pictures": replace(
        records.article(),
        images=(
            Image("a", "image/png", b"\x89PNG one", None, "a ferry"),
            Image("b", "", None, "https://x.example/b.jpg"),
        ),
    ),
    "empty": replace(records.article(), text="", blocks=(), marks=()),
}

TABLES = ["articles", "texts", "recognitions", "shelf", "names", "images", "article_index"]


def rows(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept of articles, but for the time at which they came in."""
    with library.reading() as connection:
        asked = "SELECT * FROM {0}"
        found = {
            name: [tuple(row) for row in connection.exec_driver_sql(asked.format(name))]
            for name in TABLES
        }
        times = {row[0] for row in connection.exec_driver_sql("SELECT added FROM articles")}
    return {
        name: [tuple("" if value in times else value for value in row) for row in each]
        for name, each in found.items()
    }


def keep(library: Library, arrival: Arrival) -> None:
    pictures = [one.data for one in arrival.written.images if one.data is not None]
    library.originals.keep([arrival.source.data, *pictures])
    with library.writing("Import") as work:
        articles.add(work, [arrival])


@pytest.mark.parametrize("made", ARTICLES.values(), ids=ARTICLES.keys())
def test_makes_the_rows_that_the_article_makes(
    library: Library, tmp_path_factory: pytest.TempPathFactory, made: Article
) -> None:
    source = stored.arrival(made).source
    made = replace(made, source_hash=source.sha256)
    keep(library, Arrival(made, source))
    with open_library(tmp_path_factory.mktemp("other")) as other:
        keep(other, Arrival(written(made, source.link), source))
        assert rows(other) == rows(library)
        assert stored.fetched(other, made.id) == article_of(written(made, None))


def test_reads_back_as_the_article() -> None:
    made = ARTICLES["pictures"]
    assert article_of(written(made, None)) == made


def test_an_address_is_one_more_number_to_be_found_by() -> None:
    made = records.article()
    with_link = written(made, "https://diario.example/ferry").values
    assert written(made, None).values < with_link


LOADED = """
import sys
import clipreader.operations.ready
print(*(name for name in sys.modules if name.startswith(("sqlalchemy", "sqlite3", "PySide6"))))
"""


def test_needs_no_database() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)
    assert done.stdout.split() == []
