"""Highlights through a real library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import Library, articles, highlights, journal, open_library
from clipreader.model import (
    AmbiguousQuote,
    Anchor,
    Article,
    Certainty,
    Colour,
    Highlight,
    Metadata,
    NotFound,
    Outcome,
    Query,
    QuoteMissing,
    Role,
    Source,
    Span,
    Term,
)
from clipreader.operations import highlighting
from tests import records

QUOTE = "province pays two thirds of the fuel"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


def stored(library: Library, made: Article) -> Article:
    source = Source("ferry.txt", made.text.encode(), "text/plain")
    library.originals.keep([source.data])
    with library.writing("Import") as work:
        articles.add(work, [articles.Arrival(made, source)])
    return made


def marked(library: Library, article: Article) -> tuple[Highlight, ...]:
    with library.reading() as connection:
        number = articles.number_of(connection, article.id)
        return highlights.of_article(connection, number, article.id)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def add(library: Library, article: Article, words: str, **more: object) -> Highlight:
    found = span(article, words)
    return highlighting.add(library, article.id, found, Colour.YELLOW, **more).value  # type: ignore[arg-type]


def undo(library: Library) -> str:
    with library.writing() as work:
        label, touched = journal.step_back(work.connection)
        _refresh(work, touched)
    return label


def redo(library: Library) -> str:
    with library.writing() as work:
        label, touched = journal.step_on(work.connection)
        _refresh(work, touched)
    return label


def _refresh(work: journal.Work, touched: tuple[journal.Touched, ...]) -> None:
    """Make what is derived again, as history does."""
    for number in {row.article for row in touched}:
        names = [row.key for row in touched if row.kind == "highlights"]
        highlights.refresh(work.connection, number, names)


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


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((" public  money ", ""), ("public money",)),
        (("/ports//ferries/",), ("ports/ferries",)),
        (("Subsidy", "subsidy"), ("Subsidy",)),
        (("PORTS/ships",), ("ports/ships",)),
        (("b", "a"), ("b", "a")),
    ],
)
def test_tags_are_normalised(
    library: Library, article: Article, given: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    add(library, article, "a piano", tags=("ports",))
    made = add(library, article, QUOTE, tags=given)
    assert made.tags == kept


Verb = Callable[[Library, Article, str], Outcome[object]]

VERBS: dict[str, Verb] = {
    "Highlight": lambda lib, art, _: highlighting.add(lib, art.id, Span(0, 5), Colour.BLUE),
    "Change colour": lambda lib, _, one: highlighting.set_colour(lib, [one], Colour.BLUE),
    "Change note": lambda lib, _, one: highlighting.set_note(lib, one, "Half, not two thirds."),
    "Remove note": lambda lib, _, one: highlighting.set_note(lib, one, "  "),
    "Change tags": lambda lib, _, one: highlighting.set_tags(lib, one, ["to quote"]),
    "Move edges": lambda lib, art, one: highlighting.move_edges(lib, one, span(art, "two thirds")),
    "Remove highlight": lambda lib, _, one: highlighting.remove(lib, [one]),
    "Rename tag": lambda lib, _, __: highlighting.rename_tag(lib, "ports", "harbours"),
    "Remove tag": lambda lib, _, __: highlighting.remove_tag(lib, "ports"),
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
    assert undo(library) == label
    assert (marked(library, article), highlighting.tags(library)) == before
    assert redo(library) == label
    assert (marked(library, article), highlighting.tags(library)) == after


@pytest.mark.parametrize("label", ["Change colour", "Change note", "Change tags", "Move edges"])
def test_a_change_that_changes_nothing_leaves_no_trace(
    library: Library, article: Article, label: str
) -> None:
    one = add(library, article, QUOTE)
    assert VERBS[label](library, article, one.id).label == label
    again = VERBS[label](library, article, one.id)
    assert (again.label, bool(again.changes)) == ("", False)
    assert undo(library) == label
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
    assert highlighting.remove(library, ids[:2]).label == "Remove highlights"
    assert [each.id for each in marked(library, article)] == ids[2:]
    assert highlighting.remove(library, []).label == ""


def unsettled(library: Library, article: Article, anchor: Anchor) -> Highlight:
    """A highlight that a new reading has left without a sure place."""
    one = add(library, article, QUOTE)
    with library.writing() as work:
        return highlights.change(work, [(replace(one, anchor=anchor), article.text)])[0]


def test_a_doubtful_place_is_accepted(library: Library, article: Article) -> None:
    place = span(article, "pays two thirds")
    one = unsettled(library, article, Anchor(place, Certainty.DOUBTFUL, "moved"))
    made = highlighting.confirm(library, one.id).value
    assert (made.anchor, made.quote) == (Anchor(place, Certainty.PLACED), "pays two thirds")
    assert undo(library) == "Confirm place"
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


def test_renaming_a_tag_takes_what_nests_below_along(library: Library, article: Article) -> None:
    for words, names in (
        (QUOTE, ("ports", "money")),
        ("a piano", ("ports/Ferries", "harbours")),
        ("Ana Reyes", ("portside",)),
    ):
        add(library, article, words, tags=names)
    assert highlighting.rename_tag(library, "Ports", " harbours ").value == 2
    names = {tag.name: tag.count for tag in highlighting.tags(library)}
    assert names == {"harbours": 2, "harbours/Ferries": 1, "money": 1, "portside": 1}
    assert highlighting.remove_tag(library, "harbours").value == 2
    assert [tag.name for tag in highlighting.tags(library)] == ["money", "portside"]
    assert len(marked(library, article)) == 3


@pytest.mark.parametrize("new", ["", "/", " / "])
def test_a_tag_is_never_renamed_to_nothing(library: Library, article: Article, new: str) -> None:
    add(library, article, QUOTE, tags=("ports",))
    assert highlighting.rename_tag(library, "ports", new) == Outcome(0)
    assert [tag.name for tag in highlighting.tags(library)] == ["ports"]


def test_a_tag_can_change_its_case(library: Library, article: Article) -> None:
    add(library, article, QUOTE, tags=("ports",))
    assert highlighting.rename_tag(library, "ports", "Ports").value == 1
    assert highlighting.tags(library)[0].name == "Ports"


TWINS = records.article(
    (
        (Role.HEADLINE, "The ferry leaves at nine"),
        (Role.CAPTION, "The ferry leaves at nine / Harbour Authority"),
        (Role.PARAGRAPH, "“The ferry leaves at nine”, says the board. The ferry leaves at nine."),
    )
)


def test_a_quote_in_several_places_is_refused_with_the_list(library: Library) -> None:
    article = stored(library, TWINS)
    with pytest.raises(AmbiguousQuote, match="4 times") as refusal:
        highlighting.add_quote(library, article.id, "The ferry leaves at nine")
    roles = [role for role, _ in refusal.value.places]
    assert roles == ["headline", "caption", "paragraph", "paragraph"]
    assert "Harbour Authority" in refusal.value.places[1][1]
    assert marked(library, article) == ()


@pytest.mark.parametrize(
    ("role", "occurrence", "start"),
    [(Role.CAPTION, None, 25), (None, 1, 0), (Role.PARAGRAPH, 2, 114), (Role.PARAGRAPH, 1, 71)],
)
def test_role_and_occurrence_say_which(
    library: Library, role: Role | None, occurrence: int | None, start: int
) -> None:
    article = stored(library, TWINS)
    words = "The ferry leaves at nine"
    made = highlighting.add_quote(library, article.id, words, role=role, occurrence=occurrence)
    assert made.value.selector.start == start


@pytest.mark.parametrize(
    ("quote", "role", "occurrence"),
    [
        ("The ferry stays", None, None),
        ("The ferry leaves at nine", Role.DECK, None),
        ("The ferry leaves at nine", Role.PARAGRAPH, 3),
        ("The ferry leaves at nine", None, 0),
        ("  ", None, None),
    ],
)
def test_a_quote_that_is_not_there_is_refused(
    library: Library, quote: str, role: Role | None, occurrence: int | None
) -> None:
    article = stored(library, TWINS)
    with pytest.raises(QuoteMissing):
        highlighting.add_quote(library, article.id, quote, role=role, occurrence=occurrence)


def test_typed_quotes_may_be_plainer_than_the_printed_ones(
    library: Library, article: Article
) -> None:
    made = highlighting.add_quote(library, article.id, "the PORT'S  director said, and then \"we")
    assert made.value.quote == "the port’s director said, and then “we"


def test_clippings_carry_role_credit_and_paragraph(library: Library, article: Article) -> None:
    for words in ("They will move", "leaves the north quay", QUOTE, records.CREDIT):
        add(library, article, words)
    found = highlighting.clippings(library, Query())
    assert [(each.quote, each.role, each.credit, each.paragraph) for each in found] == [
        ("leaves the north quay", Role.CAPTION, records.CREDIT, None),
        (records.CREDIT, Role.CREDIT, records.CREDIT, None),
        (QUOTE, Role.PARAGRAPH, None, 2),
        ("They will move", Role.PARAGRAPH, None, 3),
    ]
    assert found[0].citation.metadata == article.metadata


def test_clippings_come_newest_article_first_and_lost_ones_last(library: Library) -> None:
    dated = [
        (date, records.article(metadata=Metadata(published=date))) for date in ("2023", "2025")
    ]
    for _, made in dated:
        stored(library, made)
        unsettled(library, made, Anchor(None, Certainty.LOST))
        add(library, made, "They will move")
        add(library, made, "a piano")
    found = highlighting.clippings(library, Query())
    assert [(each.citation.metadata.published, each.quote) for each in found] == [
        (date, words) for date in ("2025", "2023") for words in ("a piano", "They will move", QUOTE)
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(terms=(Term("thirds"),)), {QUOTE}),
        (Query(terms=(Term("reyes"),)), {"a piano"}),
        (Query(terms=(Term("money"),)), {QUOTE}),
        (Query(terms=(Term("ferry"),)), {QUOTE, "a piano"}),
        (Query(terms=(Term("thirds", excluded=True),)), {"a piano"}),
        (Query(tags=("public",)), {QUOTE}),
        (Query(roles=("deck",)), {"a piano"}),
        (Query(has_note=True), {"a piano"}),
    ],
)
def test_clippings_are_found_by_words_and_filters(
    library: Library, article: Article, query: Query, found: set[str]
) -> None:
    add(library, article, QUOTE, tags=("public/money",))
    add(library, article, "a piano", note="ask Reyes")
    assert {each.quote for each in highlighting.clippings(library, query)} == found
