"""Highlights through a real library."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clipreader.library import Library
from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Colour,
    NotFound,
    Outcome,
    QuoteMissing,
    Role,
    Span,
)
from clipreader.operations import highlighting, history
from tests import records
from tests.operations.marked import (
    QUOTE,
    add,
    marked,
    span,
    stored,
    unsettled,
)


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (records.HEADLINE, Role.HEADLINE),
        ("a piano", Role.DECK),
        ("leaves the north quay", Role.CAPTION),
        (records.CREDIT, Role.CREDIT),
        (QUOTE, Role.PARAGRAPH),
        ("Ana Reyes", Role.TRANSLATOR),
        ("become a member", Role.BOILERPLATE),
        ("Wednesday evening / Harbour Authority\nAt twenty past nine", Role.CAPTION),
    ],
)
def test_any_part_can_be_highlighted(
    library: Library, article: Article, words: str, role: Role
) -> None:
    made = add(library, article, words)
    assert (made.quote, made.selector.role) == (words, role)
    assert marked(library, article) == (made,)
    assert made.anchor == Anchor(span(article, words), Certainty.PLACED)
    assert made.created is not None


def test_white_space_around_is_left_out(library: Library, article: Article) -> None:
    wide = span(article, f" {QUOTE} ")
    made = highlighting.add(library, article.id, wide, Colour.PINK).value
    assert made.quote == QUOTE


@pytest.mark.parametrize("place", [Span(5, 6), Span(5, 5), Span(99_990, 99_999)])
def test_a_selection_without_words_is_refused(
    library: Library, article: Article, place: Span
) -> None:
    with pytest.raises(QuoteMissing, match="no words"):
        highlighting.add(library, article.id, place, Colour.PINK)
    assert marked(library, article) == ()


def test_an_unknown_article_is_not_found(library: Library) -> None:
    with pytest.raises(NotFound):
        highlighting.add(library, "nowhere", Span(0, 4), Colour.PINK)


def test_overlapping_highlights_stay_separate(library: Library, article: Article) -> None:
    words = ("pays two thirds of the fuel", "two thirds", "thirds of the fuel and the company")
    made = [add(library, article, each, note=each) for each in words]
    assert {each.note for each in marked(library, article)} == set(words)
    assert len({each.id for each in made}) == 3


Verb = Callable[[Library, Article, str], Outcome[object]]


VERBS: dict[str, Verb] = {
    "highlight": lambda lib, art, _: highlighting.add(lib, art.id, Span(0, 5), Colour.BLUE),
    "change colour": lambda lib, _, one: highlighting.set_colour(lib, [one], Colour.BLUE),
    "change note": lambda lib, _, one: highlighting.set_note(lib, one, "Half, not two thirds."),
    "remove note": lambda lib, _, one: highlighting.set_note(lib, one, "  "),
    "change tags": lambda lib, _, one: highlighting.set_tags(lib, one, ["to quote"]),
    "move edges": lambda lib, art, one: highlighting.move_edges(lib, one, span(art, "two thirds")),
    "remove highlight": lambda lib, _, one: highlighting.remove(lib, [one]),
    "rename tag": lambda lib, _, __: highlighting.rename_tag(lib, "ports", "harbours"),
    "remove tag": lambda lib, _, __: highlighting.remove_tag(lib, "ports"),
}


@pytest.mark.parametrize("label", VERBS)
def test_every_verb_is_one_step_of_undo(library: Library, article: Article, label: str) -> None:
    one = add(library, article, QUOTE, tags=("ports/ferries",), note="why two?")
    before = marked(library, article), highlighting.tags(library)
    outcome = VERBS[label](library, article, one.id)
    after = marked(library, article), highlighting.tags(library)
    assert outcome.label == label
    assert article.id in outcome.changes.articles
    assert after[0] != before[0]
    assert history.undo(library).value == label
    assert (marked(library, article), highlighting.tags(library)) == before
    assert history.redo(library).value == label
    assert (marked(library, article), highlighting.tags(library)) == after


@pytest.mark.parametrize("label", ["change colour", "change note", "change tags", "move edges"])
def test_a_change_that_changes_nothing_leaves_no_trace(
    library: Library, article: Article, label: str
) -> None:
    one = add(library, article, QUOTE)
    assert VERBS[label](library, article, one.id).label == label
    again = VERBS[label](library, article, one.id)
    assert (again.label, bool(again.changes)) == ("", False)
    assert history.undo(library).value == label
    assert marked(library, article)[0].selector == one.selector


@pytest.mark.parametrize("label", [v for v in VERBS if "ighlight" not in v and " tag" not in v])
def test_an_unknown_highlight_is_not_found(library: Library, article: Article, label: str) -> None:
    with pytest.raises(NotFound):
        VERBS[label](library, article, "nowhere")


def test_edges_move_and_the_rest_stays(library: Library, article: Article) -> None:
    one = add(library, article, QUOTE, note="why?", tags=("ports",))
    moved = highlighting.move_edges(library, one.id, span(article, "two thirds of the fuel "))
    made = moved.value
    assert (made.id, made.quote) == (one.id, "two thirds of the fuel")
    assert (made.note, made.tags, made.colour) == (one.note, one.tags, one.colour)
    with pytest.raises(QuoteMissing):
        highlighting.move_edges(library, one.id, Span(5, 6))


def test_several_are_removed_at_once(library: Library, article: Article) -> None:
    ids = [add(library, article, words).id for words in (QUOTE, "a piano", "Ana Reyes")]
    assert highlighting.remove(library, ids[:2]).label == "remove highlights"
    assert [each.id for each in marked(library, article)] == ids[2:]
    assert highlighting.remove(library, []).label == ""


def test_a_doubtful_place_is_accepted(library: Library, article: Article) -> None:
    place = span(article, "pays two thirds")
    one = unsettled(library, article, Anchor(place, Certainty.DOUBTFUL, "moved"))
    made = highlighting.confirm(library, one.id).value
    assert (made.anchor, made.quote) == (Anchor(place, Certainty.PLACED), "pays two thirds")
    assert history.undo(library).value == "confirm place"
    assert marked(library, article) == (one,)


def test_a_lost_highlight_is_attached_again(library: Library, article: Article) -> None:
    one = unsettled(library, article, Anchor(None, Certainty.LOST, "gone"))
    with pytest.raises(QuoteMissing):
        highlighting.confirm(library, one.id)
    made = highlighting.confirm(library, one.id, span(article, " the fuel")).value
    assert (made.quote, made.anchor.certainty) == ("the fuel", Certainty.PLACED)


def test_a_sure_place_needs_no_confirming(library: Library, article: Article) -> None:
    one = add(library, article, QUOTE)
    assert highlighting.confirm(library, one.id).label == ""
