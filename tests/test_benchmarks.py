"""The measurements rest on articles that stay the same and look like articles."""

from __future__ import annotations

import sqlite3

import pytest
from benchmarks.articles import SITE_TEXT, article, press, write_articles
from benchmarks.importing import store_bare
from benchmarks.pages import page, write_pages
from benchmarks.pages import store_bare as store_pages
from benchmarks.timing import Figure, by_turns, spread, table, written

from clipreader.model import Role, Source
from clipreader.operations.parsing import read_article


def test_the_same_seed_writes_the_same_articles():
    assert article(press(3)) == article(press(3))
    assert article(press(3)) != article(press(4))


@pytest.mark.parametrize("words", [500, 5000])
def test_an_article_is_as_long_as_asked(words):
    assert words <= len(article(press(), words=words).split()) <= words + 400


def test_an_article_has_its_parts():
    blocks = article(press()).split("\n\n")
    assert blocks[-1] == SITE_TEXT
    assert blocks[-2].startswith("Translated by ")
    assert any(" — " in block for block in blocks)


def test_words_are_as_uneven_as_in_a_language():
    text = " ".join(article(of) for of in [press()] for _ in range(20)).lower().split()
    assert text.count("the") > 20 * text.count("minister") / 10 > 0


def test_a_page_is_a_saved_page_of_a_newspaper():
    read = read_article(Source("page.html", page(press(), 4).encode(), "text/html")).article
    assert read.metadata.headline
    assert read.metadata.published is not None
    assert len(read.metadata.authors) == 1
    told = [read.credit_of(b) for b in read.blocks if b.role == Role.CAPTION]
    assert len(told) == 2
    assert all(told)
    assert page(press(), 4) != page(press(), 5)


def test_the_floor_of_pages_stores_every_page(tmp_path):
    paths = write_pages(tmp_path / "pages", 2)
    store_pages(paths, tmp_path / "bare.sqlite")
    with sqlite3.connect(tmp_path / "bare.sqlite") as connection:
        found = connection.execute("SELECT count(*) FROM found WHERE found MATCH 'harbour'")
        assert found.fetchone() == (2,)
    connection.close()


def test_the_floor_stores_every_text(tmp_path):
    write_articles(tmp_path / "texts", 3)
    store_bare(tmp_path / "texts", tmp_path / "bare.sqlite")
    with sqlite3.connect(tmp_path / "bare.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        found = connection.execute("SELECT count(*) FROM found WHERE found MATCH 'translated'")
        assert found.fetchone() == (3,)
    connection.close()


def test_figures():
    assert [written(t) for t in (None, 0.0004, 0.0123, 2.5)] == ["", "0.4 ms", "12.3 ms", "2.50 s"]
    assert spread([float(n) for n in range(100)]) == (49.5, 95.0)
    assert len(by_turns(list, list)) == 2
    shown = table([Figure("import", 3.0, floor=2.0)])
    assert "1.50 ×" in shown
    assert len({len(line) for line in shown.splitlines()}) == 1
