from __future__ import annotations

import pytest

from clipreader.importers import web_page
from clipreader.importers.page.cards import cards_of, without_cards
from clipreader.importers.page.regions import prose_of
from clipreader.model import Hint, Source
from tests.importers.page.pages import SAID, WORDS, walked

OWN = f"<h1>Night Ferry</h1>{f'<p>{WORDS}</p>' * 4}"
ABOUT = f"<p>{SAID}</p>"


def row(card: str, count: int = 5) -> str:
    return "".join(card.replace("@", str(n)) for n in range(1, count + 1))


TEASER = f"<div><h3><a href='/story-@'>The bridge of day @</a></h3>{ABOUT}<i>Harbour Desk</i></div>"
WRAPPED = f"<li><a href='https://sea.example/@'><h3>The bridge, @</h3></a>{ABOUT}</li>"
SLIDE = f"<li><h3>@/5 The old quay</h3>{ABOUT}<span>Ana Costa</span></li>"


def prose_left(markup: str) -> tuple[int, int]:
    """Return the prose of a page, and what is left of it without its cards."""
    found = walked(f"<body>{markup}</body>").blocks
    prose = [prose_of(block) for block in found]
    return sum(prose), sum(without_cards(found, prose, cards_of(found, prose)))


@pytest.mark.parametrize(
    "markup",
    [
        f"<main>{OWN}<section>{row(TEASER)}</section></main>",
        f"<main>{OWN}<ul>{row(WRAPPED)}</ul></main>",
        f"<div>{row(TEASER)}</div><main>{OWN}</main>",
        f"<article>{OWN}<ul>{row(SLIDE)}</ul></article>",
        f"<main>{OWN}<div>{row(f'<div>{TEASER}{TEASER}</div>')}</div></main>",
    ],
)
def test_rows_of_cards_are_no_prose_of_the_article(markup):
    all_of_it, left = prose_left(markup)
    assert left == 4 * len(WORDS) < all_of_it


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<main>{OWN}<div>{row(TEASER, 3)}</div></main>", id="three are no row"),
        pytest.param(
            f"<main>{OWN}{row('<h3><a href=/s-@>Boat @</a></h3>' + ABOUT)}</main>",
            id="crossheads that are links",
        ),
        pytest.param(
            f"<main>{OWN}<div>{row(TEASER.replace('/story-@', '#post-@'))}</div></main>",
            id="entries that link to themselves",
        ),
        pytest.param(
            f"<main>{OWN}<div>{row(TEASER.replace('/story-@', '/live?entry=@'))}</div></main>",
            id="entries of one page",
        ),
        pytest.param(
            f"<main>{OWN}<div>{row(TEASER.replace('/story-@', 'https://s@.example/'))}</div></main>",
            id="places on sites of their own",
        ),
        pytest.param(
            f"<main>{OWN}<div>{row(TEASER.replace(ABOUT, ABOUT * 4))}</div></main>",
            id="stories in full",
        ),
        pytest.param(
            f"<main>{OWN}<div class='post-content'>{row(TEASER)}</div></main>",
            id="inside what is called the body",
        ),
        pytest.param(
            f"<main>{OWN}<ul>{row(SLIDE.replace('<h3>', '<img src=q.jpg><h3>'))}</ul></main>",
            id="words beside their pictures",
        ),
        pytest.param(
            f"<main>{OWN}<ul>{row(SLIDE.replace('/5', '/@'))}</ul></main>",
            id="other figures with a stroke",
        ),
        pytest.param(f"<main><h1>Today</h1><div>{row(TEASER, 9)}</div></main>", id="a front page"),
        pytest.param(f"<main>{OWN}<div>{row(TEASER, 60)}</div></main>", id="nearly all of it"),
        pytest.param(
            f"<div>{row(TEASER)}<div><h1>Night Ferry</h1><h3><a href=/s>Ferry</a></h3>{ABOUT}"
            f"</div></div><p>{WORDS}</p><p>{WORDS}</p><p>{WORDS}</p>",
            id="the headline in one",
        ),
    ],
)
def test_what_only_looks_alike_stays(markup):
    all_of_it, left = prose_left(markup)
    assert left == all_of_it > 0


STREAM = f"<main id='Main'>{OWN}<div class='stream'>{row(TEASER, 12)}</div></main>"
GALLERY = f"<article>{OWN}<aside><h2>In pictures</h2></aside><ul>{row(SLIDE)}</ul></article>"
PAGE_BEHIND = f"<div><ul>{row(WRAPPED, 9)}</ul></div><div class='modal'>{OWN}</div>"


@pytest.mark.parametrize("page", [STREAM, GALLERY, PAGE_BEHIND])
def test_the_article_is_read_without_the_cards(page):
    draft = web_page.read(Source("p.html", page.encode(), "text/html"))
    kept = [line.text for line in draft.lines if line.hint != Hint.FURNITURE]
    assert kept == ["Night Ferry", *[WORDS] * 4]
    assert sum(line.text == SAID for line in draft.lines) >= 5  # kept apart, not lost
