from __future__ import annotations

import pytest

from clipreader.importers.page import header
from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.regions import prose_of, regions_of
from clipreader.model import Hint
from tests.importers.page.pages import WORDS, walked


def read(markup: str):
    walk = walked(f"<body>{markup}<div><p>{WORDS}</p><p>{WORDS}</p></div></body>")
    regions = regions_of(walk.blocks, [prose_of(block) for block in walk.blocks])
    return walk.blocks, regions


@pytest.mark.parametrize(
    ("markup", "hint"),
    [
        ("<p class='byline'>By Ana Reyes</p>", Hint.BYLINE),
        ("<div class='firma'><span class='autor'>Ana Reyes</span></div>", Hint.BYLINE),
        ("<div class='author'><p><time datetime='2024-05-30'>30 May</time></p></div>", Hint.TIME),
        ("<h2 class='entradilla'>The words below</h2>", Hint.DECK),
        ("<p class='kicker'>Coasts</p>", Hint.KICKER),
        ("<div class='fecha'>12 de mayo</div>", Hint.TIME),
        ("<p>Coasts</p>", None),
        ("<p><span class='byline'><b>Ana Reyes</b> Port Editor</span></p>", Hint.BYLINE),
        ("<div>By <span class='author'>Ana Reyes</span></div>", Hint.BYLINE),
        (f"<div>{WORDS} <span class='author'>Ana Reyes</span></div>", None),
        ("<div>On the quay with <span class='author'>Ana Reyes</span></div>", None),
        ("<div class='author-follow'><p>Follow</p></div>", None),
        (
            "<aside><span class='byline'>Ana Reyes<div><time>4 July 2024, 9.30</time></div>"
            "</span></aside>",
            Hint.BYLINE,
        ),
        ("<div class='date'>Ana Reyes</div>", None),
        (f"<div class='author'>{WORDS}{WORDS}</div>", None),
    ],
)
def test_names(markup, hint):
    blocks, regions = read(markup)
    assert header.hint_by_name(blocks[0], regions) == hint


@pytest.mark.parametrize(
    ("markup", "titles", "expected"),
    [
        ("<h1>Site</h1><h1>Night Ferry</h1>", ["night  ferry"], 1),
        ("<h1>The Saltmarsh</h1><h2>Night Ferry</h2>", ["Night Ferry"], 1),
        ("<h1>Night Ferry Returns to Town</h1>", ["Night Ferry Returns to Town | Site"], 0),
        ("<h1>One</h1><h1>Two</h1>", [], 1),
        ("<h1>Night Ferry</h1><h2>Night Ferry</h2>", [], 1),
        ("<h1>Ferry is back</h1><h2>Night Ferry</h2>", ["Ferry is back", "Night Ferry"], 1),
        (
            "<h3>On the Coast – The Night Ferry Returns to Town</h3>",
            ["The Night Ferry Returns to Town"],
            0,
        ),
        ("<h3>More about the Night Ferry</h3>", ["Night Ferry"], None),
        ("<h1>Only</h1>", [], 0),
        ("<h2>Head</h2>", ["Other"], None),
    ],
)
def test_headline(markup, titles, expected):
    blocks, regions = read(markup)
    furniture = Furniture(regions, 1_000)
    assert header.headline_of(blocks, titles, len(blocks) - 2, furniture) == expected


def test_a_heading_that_says_the_headline_once_more():
    blocks, _ = read(
        "<h1>Night Ferry Returns</h1><h2>Coasts: Night Ferry Returns</h2><h2>On the quay</h2>"
    )
    headline, again, other = blocks[:3]
    assert header.repeats_headline(again, headline)
    assert not header.repeats_headline(other, headline)


def test_signs_do_not_matter_where_the_headline_is_said_once_more():
    blocks, _ = read(
        "<h1>Coasts: “Night Ferry” Returns</h1>"
        "<h2><span>Coasts</span> <span>'Night Ferry' Returns</span></h2>"
    )
    assert header.repeats_headline(blocks[1], blocks[0])


@pytest.mark.parametrize(
    ("markup", "sure"),
    [("<h1>A</h1>", True), ("<h1>A</h1><h1>A</h1>", False), ("<h1>B</h1>", False)],
)
def test_sure_headline(markup, sure):
    blocks, _ = read(markup)
    assert (header.sure_headline(blocks, ["A"]) is not None) is sure


@pytest.mark.parametrize(
    ("markup", "hint"),
    [
        ("<p><time datetime='2024-05-30'>30 May 2024</time></p>", Hint.TIME),
        ("<p>What the page says of itself.</p>", Hint.DECK),
        ("<p>Updated on 7.1.2024 - 18:50 Reading time: 4 min.</p>", Hint.TIME),
        ("<p>On 7.1.2024 the ferry left.</p>", None),
        ("<h2>Contents</h2>", None),
        ("<h2>夜の船が戻る</h2>", Hint.DECK),
        ("<h2>Right below</h2>", Hint.DECK),
        ("<h3>Right below</h3>", None),
        ("<p>Anything</p>", None),
    ],
)
def test_places(markup, hint):
    blocks, regions = read(f"<h1>T</h1>{markup}")
    decks = header.folded_decks(["What the page says of itself."])
    assert header.hint_by_place(blocks[1], 1, 0, decks, regions) == hint
