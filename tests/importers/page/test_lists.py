from __future__ import annotations

import pytest

from clipreader.importers import web_page
from clipreader.model import Hint, Source
from tests.importers.page.pages import WORDS, blocks

LISTS = {
    "bullets": ("<ul><li>a<li>b</ul>", [("a", None), ("b", None)]),
    "numbers": ("<ol><li>a<li>b</ol>", [("a", 1), ("b", 2)]),
    "a start": ("<ol start=4><li>a<li>b</ol>", [("a", 4), ("b", 5)]),
    "nothing as a start": ("<ol start=''><li>a</ol>", [("a", 1)]),
    "words as a start": ("<ol start=iv><li>a</ol>", [("a", 1)]),
    "a value": ("<ol><li>a<li value=7>b<li>c</ol>", [("a", 1), ("b", 7), ("c", 8)]),
    "counting down": ("<ol reversed><li>a<li>b</ol>", [("a", 1), ("b", 2)]),
    "two paragraphs": ("<ol><li><p>a<p>b<li>c</ol>", [("a", 1), ("b", 1), ("c", 2)]),
    "a list in it": (
        "<ol><li>a<ul><li>b</ul>c<li>d<ol><li>e</ol></ol>",
        [("a", 1), ("b", None), ("c", 1), ("d", 2), ("e", 1)],
    ),
    "no numbers shown": ("<ol style='list-style-type: none'><li>a</ol>", [("a", None)]),
    "an item that is lost": ("<div><li>a</div>", [("a", None)]),
}


@pytest.mark.parametrize("name", list(LISTS))
def test_numbers_are_those_that_a_browser_shows(name):
    markup, expected = LISTS[name]
    assert [(block.text, block.number) for block in blocks(markup)] == expected


def test_numbers_reach_the_lines_of_the_article_and_never_its_words():
    steps = "<ol><li>Knead the dough.<li>Bake it slowly.</ol>"
    page = f"<html><body><article><h1>Bread</h1><p>{WORDS}<p>{WORDS}{steps}<p>{WORDS}</article>"
    lines = web_page.read(Source("a.html", page.encode(), "text/html")).lines
    assert [(line.text, line.number) for line in lines if line.hint == Hint.LIST_ITEM] == [
        ("Knead the dough.", 1),
        ("Bake it slowly.", 2),
    ]
    assert all(line.number is None for line in lines if line.hint != Hint.LIST_ITEM)
