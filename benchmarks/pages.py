"""Reading and importing saved web pages, against parsing the same bytes and nothing more.

A page is made to have what those of newspapers have: some 250 kB, of which scripts are most, a
thousand elements, two hundred links, and an article of which the words are one part in five.
"""

from __future__ import annotations

import html
import json
import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from clipreader.model import Source
from clipreader.operations.parsing import read_article

from .articles import CREDITS, FAMILY, GIVEN, Press, press
from .importing import import_into_new
from .timing import Figure, by_turns, spread, stopped

SCRIPT_BYTES = 150_000
"""How much of a page is scripts, in bytes."""

_TEASERS = 90
_PARAGRAPHS = 14


def write_pages(folder: Path, count: int, seed: int = 3) -> list[Path]:
    """Write that many pages of different words and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    of = press(seed)
    paths = [folder / f"page-{number:05}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(page(of, number), encoding="utf-8")
    return paths


def page(of: Press, number: int) -> str:
    """Make one page: menu, head, article with pictures, teasers, foot."""
    title = of.title(8)
    author = f"{of.dice.choice(GIVEN)} {of.dice.choice(FAMILY)}"
    day = f"2024-0{number % 9 + 1}-1{number % 10}"
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{day}T08:00:00+01:00",
        "author": {"@type": "Person", "name": author},
    }
    body = [
        f'<p class="article__text">{_linked(of, of.paragraph())}</p>' for _ in range(_PARAGRAPHS)
    ]
    body.insert(4, f'<h2 class="article__head">{html.escape(of.title(4))}</h2>')
    for at in (0, 7):
        body.insert(at, _figure(of, f"{number}-{at}"))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title} | The Harbour Post</title>
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<link rel="canonical" href="https://harbour-post.example/news/{number}">
<script type="application/ld+json">{json.dumps(data)}</script>{_scripts(of.dice)}</head><body>
<header class="site-header"><nav class="main-nav"><ul>{_items(of, 40, "nav-item")}</ul></nav>
</header><main><article class="article"><header class="article__header">
<h1 class="article__title">{title}</h1>
<p class="article__standfirst">{html.escape(of.sentence())}</p><div class="article__meta">
<span class="byline">By <a rel="author" href="/people/{number}">{author}</a></span>
<time datetime="{day}">{day}</time></div></header>
<div class="article__body">{"".join(body)}</div></article>
<aside class="related"><h3>Read more</h3>{_teasers(of)}</aside></main>
<footer class="site-footer"><ul>{_items(of, 30, "footer-item")}</ul>
<p>© The Harbour Post</p></footer></body></html>"""


def _linked(of: Press, words: str) -> str:
    first, _, rest = html.escape(words).partition(" ")
    return f'<a href="/topic/{of.dice.randrange(999)}"><em>{first}</em></a> {rest}'


def _figure(of: Press, name: str) -> str:
    return (
        f'<figure class="media media--wide"><img src="/img/{name}.jpg" width="800" height="533" '
        f'alt=""><figcaption class="media__caption">{html.escape(of.sentence())} '
        f'<span class="media__credit">Photo: {of.dice.choice(CREDITS)}</span></figcaption></figure>'
    )


def _items(of: Press, count: int, name: str) -> str:
    return "".join(
        f'<li class="{name}"><a class="{name}__link" href="/s/{n}">{of.title(2)}</a></li>'
        for n in range(count)
    )


def _teasers(of: Press) -> str:
    return "".join(
        f'<div class="teaser teaser--{n % 4}" id="t-{n}"><a class="teaser__link" href="/n/{n}">'
        f'<div class="teaser__media"><img src="/img/{n}.jpg" alt=""></div><span class="kicker">'
        f'{of.title(1)}</span><h4 class="teaser__title">{of.title(7)}</h4></a></div>'
        for n in range(_TEASERS)
    )


def _scripts(dice: random.Random) -> str:
    line = 'window.q=window.q||[];q.push({k:"%d",f:function(a,b){return a<b?"<i>":a&&b}});\n'
    lines: list[str] = []
    while sum(map(len, lines)) < SCRIPT_BYTES:
        lines.append("".join(line % dice.randrange(10**9) for _ in range(200)))
    return "".join(f"<script>{one}</script>" for one in lines)


def parse_bare(data: bytes) -> None:
    """Parse a page and look at each of its elements: the least that any reader does."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    sum(len(element.text or "") for element in root.iter())


def store_bare(paths: Sequence[Path], database: Path) -> None:
    """Parse the pages and insert all their words in one transaction, with a full-text index."""
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    connection.execute("BEGIN")
    for path in paths:
        root = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
        words = etree.tostring(root, method="text", encoding="unicode")
        connection.execute("INSERT INTO found (text) VALUES (?)", (words,))
    connection.execute("COMMIT")
    connection.close()


def measure(place: Path, count: int = 1000, runs: int = 3) -> list[Figure]:
    """Read pages one by one, each beside its floor; then import them all into a new library."""
    folder = place / "pages"
    paths = write_pages(folder, count)
    sources = [Source(path.name, path.read_bytes(), "text/html") for path in paths[:100]]
    for source in sources[:5]:
        read_article(source)
    taken, floors = zip(
        *(
            (
                stopped(lambda one=one: read_article(one)),
                stopped(lambda one=one: parse_bare(one.data)),
            )
            for one in sources
        ),
        strict=True,
    )
    median, p95 = spread(list(taken))
    size = sum(path.stat().st_size for path in paths)
    remark = f"{size / count / 1000:.0f} kB each; floor: lxml parses it"
    figures = [Figure("read one saved page", median, p95, spread(list(floors))[0], remark)]
    imported, floor = by_turns(
        lambda: import_into_new(folder, place / "library"),
        lambda: store_bare(paths, place / "bare.sqlite"),
        runs=runs,
    )
    remark = f"{count / imported:,.0f} a second; floor: lxml, one transaction, FTS5"
    return [*figures, Figure(f"import {count:,} saved pages", imported, floor=floor, remark=remark)]
