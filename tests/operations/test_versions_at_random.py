"""Whatever is edited in a text: no highlight moves to other words, undo brings all rows back."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.model import Certainty, Fate, Span
from clipreader.operations import (
    Library,
    comparing,
    highlighting,
    history,
    importing,
    open_library,
    versions,
)
from clipreader.operations.comparing import Move
from clipreader.text.normal import fold_name
from tests.operations.versioned import marks, read, rows, shown, sound, source
from tests.stories import headline, paragraphs

BODY = paragraphs(11, 7)
QUOTED = [(number, *words) for number in range(7) for words in [(0, 3), (4, 9)]]
"""Which words of which paragraphs are highlighted: first and last, counted from 0."""

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["change", "insert", "remove", "swap", "typography"]),
        st.integers(0, 6),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=8,
)


def edited(edits: Sequence[tuple[str, int, int]]) -> tuple[str, frozenset[int]]:
    """The text with some edits, and the paragraphs that were left as they are."""
    body: list[list[str]] = [each.split() for each in BODY]
    order = list(range(7))
    touched: set[int] = set()
    for kind, number, place in edits:
        words = body[number]
        at = place % len(words)
        if kind == "insert":
            order.insert(order.index(number), -1) if number in order else None
            continue
        touched.add(number)
        if kind == "change":
            words[at] = "corrected"
        elif kind == "typography":
            body[number] = [word.replace(".", " …").upper() for word in words]
        elif kind == "remove" and len(order) > 4 and number in order:
            order.remove(number)
        elif number in order:
            order.append(order.pop(order.index(number)))
    told = [" ".join(paragraphs(700 + n, 1) if i < 0 else body[i]) for n, i in enumerate(order)]
    return "\n\n".join([headline(11), *told]) + "\n", frozenset(range(7)) - touched


def quoted(library: Library, article_id: str) -> dict[str, int]:
    """Highlight some words of each paragraph; return the paragraph of each quote."""
    found: dict[str, int] = {}
    article = shown(library, article_id)
    for number, first, last in QUOTED:
        quote = " ".join(BODY[number].split()[first : last + 1])
        start = article.text.index(BODY[number])
        start = article.text.index(quote, start)
        span = Span(start, start + len(quote))
        made = highlighting.add(library, article_id, span, highlighting.Colour.BLUE).value
        found[made.quote] = number
    return found


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_no_highlight_moves_to_other_words(edits: list[tuple[str, int, int]]) -> None:
    text, untouched = edited(edits)
    with tempfile.TemporaryDirectory() as place, open_library(Path(place, "library")) as library:
        first = "\n\n".join([headline(11), *BODY]) + "\n"
        (item,) = importing.import_sources(library, [source(first)]).value.items
        assert item.article_id
        of = quoted(library, item.article_id)
        before = rows(library)
        made, reading = read(text, "later.txt")
        versions.take_over(library, item.article_id, made, reading)
        after = shown(library, item.article_id)
        for quote, each in marks(library, item.article_id).items():
            there = after.quote(each.span) if each.span else ""
            if each.anchor.certainty == Certainty.PLACED:
                assert fold_name(there) == fold_name(quote)
            if of[quote] in untouched:
                assert (each.anchor.certainty, there) == (Certainty.PLACED, quote)
                start = after.text.index(BODY[of[quote]])
                assert each.span
                assert start <= each.span.start < start + len(BODY[of[quote]])
        sound(library)
        history.undo(library)
        assert rows(library, "versions") == {
            table: there for table, there in before.items() if table != "versions"
        }
        sound(library)


@settings(max_examples=20, deadline=None)
@given(EDITS)
def test_the_comparison_tells_what_using_it_does(edits: list[tuple[str, int, int]]) -> None:
    text, _ = edited(edits)
    with tempfile.TemporaryDirectory() as place, open_library(Path(place, "library")) as library:
        first = "\n\n".join([headline(11), *BODY]) + "\n"
        (item,) = importing.import_sources(library, [source(first)]).value.items
        article_id = item.article_id or ""
        quoted(library, article_id)
        (later,) = importing.import_sources(library, [source(text, "later.txt")]).value.items
        if later.fate != Fate.VERSION:
            return
        offered = versions.offered(library, article_id)
        assert offered is not None
        before = rows(library)
        found = comparing.compare(library, article_id, offered.id)
        assert rows(library) == before, "looking changes nothing"
        versions.use(library, offered.id)
        article, there = shown(library, article_id), marks(library, article_id)
        for one in found.moved:
            now = there[one.highlight.quote]
            words = article.quote(now.span) if now.span else ""
            assert words == one.words
            assert (now.span is None) == (one.move == Move.GONE)
            placed = now.anchor.certainty == Certainty.PLACED
            assert placed == (one.move in (Move.SAME, Move.MOVED))
        history.undo(library)
        assert rows(library) == before, "every row is what it was"
