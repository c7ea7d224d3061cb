"""Corrections and highlights outlive the next reading."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from clipreader.library import Library, articles, corrections
from clipreader.model import (
    Article,
    Certainty,
    Colour,
    FieldName,
    Part,
    Role,
    Source,
    Span,
    UnreadableSource,
)
from clipreader.operations import correcting, highlighting, history, importing
from clipreader.operations.parsing import Reading, read_article
from tests.operations.marked import (
    holds_together,
    marked,
    now,
    number,
    span,
)

FERRY = Path(__file__).parents[2] / "seeds" / "night-ferry.txt"


@pytest.fixture
def ferry(library: Library) -> Article:
    """A seed, read as files are."""
    report = importing.import_sources(library, [FERRY]).value
    article_id = report.items[0].article_id
    assert article_id
    return now(library, article_id)


CORRECTIONS = [
    lambda lib, art: correcting.set_role(lib, art.id, number(art, "two thirds"), Role.QUOTE),
    lambda lib, art: correcting.set_role(
        lib, art.id, number(art, "On the quay"), Role.CROSSHEAD, 3
    ),
    lambda lib, art: correcting.set_role(lib, art.id, number(art, "SUPPORT"), Role.EDITORS_NOTE),
    lambda lib, art: correcting.set_role(
        lib, art.id, number(art, "The first crossing"), Role.KICKER
    ),
    lambda lib, art: correcting.set_credit(
        lib, art.id, number(art, "/ Harbour"), span(art, "Authority")
    ),
    lambda lib, art: correcting.set_credit(lib, art.id, number(art, "/ L. Moreau"), None),
    lambda lib, art: correcting.set_field(lib, art.id, FieldName.PLACE, "Port Selby"),
    lambda lib, art: correcting.set_field(lib, art.id, FieldName.AUTHORS, ("A", "B")),
    lambda lib, art: correcting.accept(lib, art.id, number(art, "/ L. Moreau")),
]


def test_corrections_outlive_reading_again(library: Library, ferry: Article) -> None:
    for correct in CORRECTIONS:
        correct(library, ferry)
    corrected = now(library, ferry.id)
    assert corrected != ferry
    outcome = correcting.read_again(library, ferry.id)
    assert now(library, ferry.id) == corrected
    assert outcome.label == ""


def test_corrections_outlive_importing_again(library: Library, ferry: Article) -> None:
    for correct in CORRECTIONS:
        correct(library, ferry)
    corrected = now(library, ferry.id)
    importing.import_sources(library, [FERRY])
    assert now(library, ferry.id) == corrected


def test_every_correction_is_one_step_of_undo(library: Library, ferry: Article) -> None:
    states = [now(library, ferry.id)]
    for correct in CORRECTIONS:
        correct(library, ferry)
        states.append(now(library, ferry.id))
    for state in reversed(states[:-1]):
        history.undo(library)
        assert now(library, ferry.id) == state
    for state in states[1:]:
        history.redo(library)
        assert now(library, ferry.id) == state
        holds_together(state)
    with library.reading() as connection:
        kept = corrections.of_article(connection, articles.number_of(connection, ferry.id))
    assert len(kept) == len(CORRECTIONS)


def better_reader(monkeypatch: pytest.MonkeyPatch, change: object) -> None:
    """Let a later version of the reader find something else in the same bytes."""

    def read(source: Source) -> Reading:
        found = read_article(source)
        return dataclasses.replace(found, article=change(found.article))  # type: ignore[operator]

    monkeypatch.setattr(correcting, "read_article", read)


def with_line_above(article: Article) -> Article:
    """The same article read with one line of the site more."""
    more = "Skip to content"
    by = len(more) + 1
    blocks = [dataclasses.replace(b, span=b.span.moved(by)) for b in article.blocks]
    marks = [dataclasses.replace(m, span=m.span.moved(by)) for m in article.marks]
    first = Part(Role.BOILERPLATE, Span(0, len(more)))
    return dataclasses.replace(
        article, text=f"{more}\n{article.text}", blocks=(first, *blocks), marks=tuple(marks)
    )


def test_highlights_and_corrections_follow_a_new_text(
    library: Library, ferry: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    for correct in CORRECTIONS:
        correct(library, ferry)
    corrected = now(library, ferry.id)
    quotes = ("two thirds of the fuel", "under two mattresses / L. Moreau", "Tomás Arrieta")
    for words in quotes:
        highlighting.add(library, ferry.id, span(ferry, words), Colour.PINK)
    before = marked(library, ferry)
    better_reader(monkeypatch, with_line_above)
    assert correcting.read_again(library, ferry.id).label == "read again"
    after = now(library, ferry.id)
    assert after == with_line_above(corrected)
    for highlight in marked(library, ferry):
        assert highlight.anchor.certainty == Certainty.PLACED
        assert highlight.span
        assert after.quote(highlight.span) == highlight.quote
    history.undo(library)
    assert now(library, ferry.id) == corrected
    assert marked(library, ferry) == before


def test_a_highlight_whose_words_are_gone_says_so(
    library: Library, ferry: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "They will move to the south basin in the autumn."
    one = highlighting.add(library, ferry.id, span(ferry, words), Colour.PINK, note="when?").value

    def shorter(article: Article) -> Article:
        cut = article.blocks[number(article, "On the quay")].span.start - 1
        return dataclasses.replace(
            article,
            text=article.text[:cut],
            blocks=tuple(b for b in article.blocks if b.span.end <= cut),
            marks=tuple(m for m in article.marks if m.span.end <= cut),
        )

    better_reader(monkeypatch, shorter)
    correcting.read_again(library, ferry.id)
    (lost,) = marked(library, ferry)
    assert (lost.anchor.certainty, lost.span) == (Certainty.LOST, None)
    assert (lost.quote, lost.note) == (words, "when?")
    assert lost.anchor.why
    monkeypatch.undo()
    correcting.read_again(library, ferry.id)
    (found,) = marked(library, ferry)
    assert (found.anchor, found.selector) == (one.anchor, one.selector)


def test_a_reading_that_fails_changes_nothing(
    library: Library, ferry: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Source) -> Reading:
        raise UnreadableSource(f"“{source.name}” is empty.")

    monkeypatch.setattr(correcting, "read_article", refuse)
    with pytest.raises(UnreadableSource):
        correcting.read_again(library, ferry.id)
    assert now(library, ferry.id) == ferry
