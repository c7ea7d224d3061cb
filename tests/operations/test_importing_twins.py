"""Equal files in one import: the first is the article, however soon the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipreader.model import Source
from clipreader.operations import Library, importing
from tests.stories import page


def test_of_equal_pages_the_first_is_the_article(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first stands behind a long page, so that its twin would be read sooner."""
    monkeypatch.setattr(importing, "_BATCH", 1)
    long = page(1).replace("</article>", "".join(f"<p>{n} of many</p>" for n in range(9_000)))
    pages = [long, page(2), page(3), page(3), page(3)]
    sources = [Source(f"{n}.html", made.encode(), "text/html") for n, made in enumerate(pages)]
    items = importing.import_sources(library, sources).value.items
    assert [item.fate.value for item in items] == [*["added"] * 3, *["duplicate"] * 2]


def test_the_same_file_named_twice_is_one_article(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(1), "utf-8")
    items = importing.import_sources(library, [path, path]).value.items
    assert len({item.article_id for item in items}) == 1
