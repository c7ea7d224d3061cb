from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers.page.tree import (
    address_of,
    all_words,
    base_of,
    name_of,
    parse,
    words_in,
    words_of_class,
)
from tests.importers.page.pages import first, tree


@pytest.mark.parametrize("markup", ["", "   ", "<!-- nothing -->"])
def test_nothing_gives_no_tree(markup):
    root = parse(markup)
    assert root is None or not all_words(root)


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ("wp-caption-text", {"wp", "caption", "text", "wp-caption", "caption-text"}),
        ("readMore x", {"read", "more", "read-more", "x"}),
        ("Article__Body--2", {"article", "body", "article-body"}),
        ("", set()),
    ],
)
def test_words_of_class(classes, words):
    assert words_of_class(first(f"<p class='{classes}'>x", "p")) == words


def test_an_id_made_of_a_heading_tells_nothing():
    assert words_of_class(first("<div id='sharing-the-harbour-with-gulls'>x", "div")) == set()
    assert "sharing" in words_of_class(first("<div id='sharing-tools'>x", "div"))


def test_id_and_role_count_as_well():
    assert words_of_class(first("<p id='pie' role='contentinfo'>x", "p")) == {"pie", "contentinfo"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("/b", "https://a.example/b"),
        ("c?d=1", "https://a.example/x/c?d=1"),
        ("https://b.example/", "https://b.example/"),
        ("//b.example/", "https://b.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#top", None),
        ("javascript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses(raw, expected):
    assert address_of(raw, "https://a.example/x/y") == expected


_PIECES = [
    "/",
    "..",
    ".",
    "a",
    "b.html",
    "?",
    "#",
    ";",
    "=",
    "https://",
    "HTTP://",
    "c.example",
    "é",
]


@given(
    raw=st.lists(st.sampled_from(_PIECES), min_size=1).map("".join),
    base=st.sampled_from(["https://a.example/x/y;z?q#f", "HTTP://A.example", "ftp://a.example/x"]),
)
def test_addresses_are_joined_as_the_standard_says(raw, base):
    joined = urljoin(base, raw)
    assert address_of(raw, base) in (joined, None)


@pytest.mark.parametrize("raw", ["/b", "c", "//b.example/"])
def test_without_a_base_only_whole_addresses_count(raw):
    assert address_of(raw, "") is None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<base href='/n/'><p>x", "https://a.example/n/"),
        ("<base href='https://b.example/'><p>x", "https://b.example/"),
        ("<base href='javascript:x'><p>x", "https://a.example/m"),
        ("<p>x", "https://a.example/m"),
    ],
)
def test_base(markup, expected):
    assert base_of(tree(markup), "https://a.example/m") == expected


def test_visible_words_only():
    cell = first("<div>a<b>b</b><script>x</script>c<br>d<p>e</p>f</div>", "div")
    assert " ".join("".join(words_in(cell)).split()) == "abc d e f"


def test_names_are_lower_and_bare():
    assert name_of(first("<ARTICLE>x</ARTICLE>", "article")) == "article"
