from __future__ import annotations

import json

import pytest

from clipreader.importers import web_page
from clipreader.importers.page.scripted import shows_hardly_any, with_article
from clipreader.importers.page.tree import all_words
from clipreader.model import Hint, Source
from tests.importers.page.pages import SAID, WORDS, blocks, tree

ARTICLE = f"<p>{WORDS}</p><h3>Half a crane</h3><p>{WORDS} “So \\ be it.”</p><p>{SAID}</p>"
STATE = json.dumps({"article": {"title": "Night Ferry", "html": ARTICLE}}).replace("<", "\\u003c")
FLIGHT = json.dumps([1, f"9:{STATE}"])
NOTE = "The page shows its text by a script only: it was taken out of the script, as data."


def page(script: str, shown: str = "<div id='root'></div>") -> str:
    head = "<title>Night Ferry</title>"
    return f"<html><head>{head}</head><body>{shown}<script>{script}</script></body></html>"


def lines(markup: str) -> list[tuple[Hint, str]]:
    draft = web_page.read(Source("ferry.html", markup.encode(), "text/html"))
    return [(line.hint, line.text) for line in draft.lines if line.hint != Hint.FURNITURE]


EXPECTED = [
    (Hint.PARAGRAPH, WORDS),
    (Hint.HEADING, "Half a crane"),
    (Hint.PARAGRAPH, f"{WORDS} “So \\ be it.”"),
    (Hint.PARAGRAPH, SAID),
]


@pytest.mark.parametrize(
    "script",
    [
        f"window.__STATE__ = {STATE};",
        f"self.__flight.push({FLIGHT})",
        f"window.__STATE__ = {json.dumps({'html': ARTICLE})};",
        f'var quoted = "say \\"p\\""; window.__STATE__ = {STATE};',
    ],
)
def test_an_article_in_a_script_is_read(script):
    assert lines(page(script)) == EXPECTED


def test_the_description_of_the_article_is_read_where_nothing_else_is():
    told = json.dumps({"@type": "NewsArticle", "articleBody": f"{WORDS}\n\n{WORDS} & {SAID}"})
    markup = f"<body><script type='application/ld+json'>{told}</script><div></div></body>"
    assert lines(markup) == [(Hint.PARAGRAPH, WORDS), (Hint.PARAGRAPH, f"{WORDS} & {SAID}")]


def test_the_person_is_told():
    source = Source("ferry.html", page(f"x = {STATE}").encode(), "text/html")
    assert NOTE in web_page.read(source).notes


def test_a_page_that_shows_its_article_is_read_as_it_is_shown():
    own = "".join(f"<p>{n} {WORDS}</p>" for n in range(3))
    found = lines(page(f"x = {STATE}", f"<article>{own}</article>"))
    assert found == [(Hint.PARAGRAPH, f"{n} {WORDS}") for n in range(3)]


@pytest.mark.parametrize(
    "script",
    [
        "",
        f"x = {json.dumps(WORDS * 9)}",
        f"x = {json.dumps(f'<p>{SAID}</p>')}",
        f"x = {STATE[:-60]}",
        'x = "' + "<p>" * 200_000,
        'x = "' + "\\" * 200_001 + "<p>",
    ],
)
def test_what_is_no_article_is_left(script):
    assert with_article("<body></body>", tree(page(script)), {}) is None


def test_the_article_goes_to_the_end_of_the_page():
    markup = page(f"x = {STATE}")
    found = with_article(markup, tree(markup), {})
    assert found is not None
    assert all_words(tree(found).findall(".//article")[-1]).endswith(SAID)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [("<p>Menu</p>", True), (f"<p>{SAID}</p>", True), (f"<p>{WORDS}</p>" * 2, False)],
)
def test_how_much_a_page_shows(markup, expected):
    assert shows_hardly_any(blocks(markup)) is expected
