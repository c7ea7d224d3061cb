"""What the person says of a block or a field holds, and can be undone."""

from __future__ import annotations

import pytest

from clipreader.library import Library
from clipreader.model import (
    Article,
    ClipreaderError,
    Colour,
    FieldName,
    NotFound,
    Outcome,
    Query,
    Role,
    Span,
)
from clipreader.operations import correcting, highlighting, history, reading
from tests import records
from tests.operations.marked import (
    holds_together,
    marked,
    now,
    number,
    span,
    stored,
)


@pytest.fixture
def article(library: Library) -> Article:
    return stored(library, records.article())


CAPTION_LINE = "The piano for the chapel at Cape Selby travelled under two mattresses / L. Moreau"


def inside(article: Article, index: int) -> list[tuple[Role, str]]:
    block = article.blocks[index]
    return [(mark.role, article.quote(mark.span)) for mark in article.marks_in(block)]


@pytest.mark.parametrize("role", [Role.QUOTE, Role.BOILERPLATE, Role.CAPTION, Role.CROSSHEAD])
def test_a_block_becomes_what_the_person_says(
    library: Library, article: Article, role: Role
) -> None:
    index = number(article, "two thirds")
    outcome = correcting.set_role(library, article.id, index, role)
    after = now(library, article.id)
    assert outcome.value == after
    assert (after.blocks[index].role, after.blocks[index].corrected) == (role, True)
    assert after.text == article.text
    assert outcome.label == "change kind"
    assert outcome.changes.articles == {article.id}
    holds_together(after)
    history.undo(library)
    assert now(library, article.id) == article


@pytest.mark.parametrize(
    ("role", "level", "kept"),
    [
        (Role.CROSSHEAD, 3, 3),
        (Role.CROSSHEAD, None, 2),
        (Role.LIST_ITEM, None, 1),
        (Role.QUOTE, 4, None),
    ],
)
def test_levels_belong_to_crossheads_and_list_items(
    library: Library, article: Article, role: Role, level: int | None, kept: int | None
) -> None:
    made = correcting.set_role(library, article.id, 4, role, level).value
    assert made.blocks[4].level == kept


def test_a_paragraph_that_becomes_a_caption_shows_its_credit(library: Library) -> None:
    made = stored(
        library,
        records.article(
            (
                (Role.HEADLINE, records.HEADLINE),
                (Role.PARAGRAPH, CAPTION_LINE),
                (Role.PARAGRAPH, "Yes."),
            )
        ),
    )
    after = correcting.set_role(library, made.id, 1, Role.CAPTION).value
    assert inside(after, 1) == [
        (Role.CAPTION, "The piano for the chapel at Cape Selby travelled under two mattresses"),
        (Role.CREDIT, "L. Moreau"),
    ]
    assert reading.counts(library).credits[0].name == "L. Moreau"
    back = correcting.set_role(library, made.id, 1, Role.PARAGRAPH).value
    assert inside(back, 1) == []
    assert reading.counts(library).credits == ()


@pytest.mark.parametrize(
    ("line", "credit", "words"),
    [
        ("The quay (Photo: Rosa Lund)", "Rosa Lund", "The quay"),
        ("The quay at dawn. Rosa Lund", "Rosa Lund", "The quay at dawn."),
        ("The quay / Rosa Lund", " Rosa Lund", "The quay"),
        ("Rosa Lund: the quay at dawn", "Rosa Lund", "the quay at dawn"),
        ("Rosa Lund", "Rosa Lund", None),
        ("The quay © Rosa Lund/Norte", "Rosa Lund/Norte", "The quay"),
    ],
)
def test_the_person_says_what_the_credit_is(
    library: Library, line: str, credit: str, words: str | None
) -> None:
    made = stored(
        library, records.article(((Role.HEADLINE, "The quay and its crane"), (Role.CAPTION, line)))
    )
    start = made.text.index(credit, made.blocks[1].span.start)
    place = Span(start, start + len(credit))
    after = correcting.set_credit(library, made.id, 1, place).value
    assert after.credit_of(after.blocks[1]) == credit.strip()
    assert after.words_of(after.blocks[1]) == words
    holds_together(after)
    bare = correcting.set_credit(library, made.id, 1, None).value
    assert bare.credit_of(bare.blocks[1]) is None
    assert bare.words_of(bare.blocks[1]) == line
    history.undo(library)
    history.undo(library)
    assert now(library, made.id) == made


def test_a_credit_lies_in_its_caption(library: Library, article: Article) -> None:
    caption = number(article, records.CAPTION)
    for index, place in (
        (caption, span(article, "two thirds")),
        (caption, Span(4, 4)),
        (number(article, "two thirds"), span(article, "two thirds")),
        (99, None),
        (-1, None),
    ):
        with pytest.raises(NotFound):
            correcting.set_credit(library, article.id, index, place)
    assert now(library, article.id) == article


FIELDS = [
    (FieldName.HEADLINE, "  The Ferry\nIs Back ", "The Ferry Is Back"),
    (FieldName.DECK, "", None),
    (FieldName.AUTHORS, ("Ana Reyes ", "", "Ana Reyes", "M. Okafor"), ("Ana Reyes", "M. Okafor")),
    (FieldName.TRANSLATORS, None, ()),
    (FieldName.AUTHORS, "Ana Reyes", ("Ana Reyes",)),
    (FieldName.PUBLISHED, "4 July 2023", "2023-07-04"),
    (FieldName.PUBLISHED, "2023-07-04T09:20+01:00", "2023-07-04T09:20+01:00"),
    (FieldName.PUBLISHED, "2023-07-04 or later", "2023-07-04"),
    (FieldName.PUBLISHED, None, None),
    (FieldName.URL, "https://example.org/ferry", "https://example.org/ferry"),
]


@pytest.mark.parametrize(("name", "given", "kept"), FIELDS)
def test_a_field_has_the_value_that_the_person_gave(
    library: Library,
    article: Article,
    name: FieldName,
    given: str | tuple[str, ...] | None,
    kept: str | tuple[str, ...] | None,
) -> None:
    assert correcting.set_field(library, article.id, name, given).label == "change field"
    after = now(library, article.id).metadata
    assert after.value(name) == kept
    assert after.corrected == {name}
    history.undo(library)
    assert now(library, article.id) == article


def test_a_date_that_is_none_is_refused_in_a_sentence(library: Library, article: Article) -> None:
    with pytest.raises(ClipreaderError, match="no date"):
        correcting.set_field(library, article.id, FieldName.PUBLISHED, "last Wednesday")
    assert now(library, article.id) == article


def test_several_fields_change_together_or_not_at_all(library: Library, article: Article) -> None:
    wanted = {FieldName.PLACE: "Port Selby", FieldName.PUBLISHED: "some day"}
    with pytest.raises(ClipreaderError, match="no date"):
        correcting.set_fields(library, article.id, wanted)
    assert now(library, article.id) == article
    wanted[FieldName.PUBLISHED] = "2024-07-05"
    assert correcting.set_fields(library, article.id, wanted).label == "change fields"
    after = now(library, article.id).metadata
    assert (after.place, after.published) == ("Port Selby", "2024-07-05")
    assert after.corrected == set(wanted)
    history.undo(library)
    assert now(library, article.id) == article


def test_the_headline_moves_with_its_role(library: Library, article: Article) -> None:
    index = number(article, records.DECK)
    after = correcting.set_role(library, article.id, index, Role.HEADLINE).value.metadata
    assert (after.headline, after.deck) == (records.DECK, None)
    assert "you named the headline" in after.why(FieldName.HEADLINE)
    assert reading.list_articles(library, Query())[0].headline == records.DECK
    last = correcting.set_role(library, article.id, index, Role.DECK).value.metadata
    assert (last.headline, last.deck) == (records.HEADLINE, records.DECK)


def test_an_article_never_loses_its_headline(library: Library, article: Article) -> None:
    after = correcting.set_role(library, article.id, 0, Role.KICKER).value.metadata
    assert (after.headline, after.kicker) == (records.HEADLINE, records.HEADLINE)


def test_a_field_that_the_person_set_stays(library: Library, article: Article) -> None:
    correcting.set_field(library, article.id, FieldName.HEADLINE, "Mine")
    after = correcting.set_role(library, article.id, 1, Role.HEADLINE).value
    assert after.metadata.headline == "Mine"


def test_names_come_from_the_lines_that_hold_them(library: Library, article: Article) -> None:
    index = number(article, "Translated by")
    without = correcting.set_role(library, article.id, index, Role.BOILERPLATE).value
    assert without.metadata.translators == ()
    again = correcting.set_role(library, article.id, index, Role.TRANSLATOR).value
    assert again.metadata.translators == ("Ana Reyes",)
    assert inside(again, index) == [(Role.TRANSLATOR, "Ana Reyes")]
    holds_together(again)


def test_what_was_offered_is_accepted(library: Library, article: Article) -> None:
    after = correcting.accept(library, article.id, 2).value
    assert after.blocks[2].corrected
    assert after.blocks[2].role == article.blocks[2].role
    assert correcting.accept(library, article.id, 2) == Outcome(after)
    history.undo(library)
    assert now(library, article.id) == article


def test_highlights_learn_the_role_that_they_stand_in(library: Library, article: Article) -> None:
    words = "two thirds of the fuel"
    one = highlighting.add(library, article.id, span(article, words), Colour.BLUE).value
    index = number(article, words)
    outcome = correcting.set_role(library, article.id, index, Role.CAPTION)
    (moved,) = marked(library, article)
    assert (moved.selector.role, moved.quote) == (Role.CAPTION, words)
    assert moved.anchor == one.anchor
    assert outcome.changes.highlights == {one.id}
    assert highlighting.clippings(library, Query(roles=("caption",)))[0].highlight == moved
    history.undo(library)
    assert marked(library, article) == (one,)


@pytest.mark.parametrize("role", [Role.CREDIT, Role.LINK])
def test_a_block_cannot_be_a_mark(library: Library, article: Article, role: Role) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        correcting.set_role(library, article.id, 1, role)


def test_an_unknown_article_is_not_found(library: Library) -> None:
    for verb in (
        lambda: correcting.set_role(library, "nowhere", 0, Role.QUOTE),
        lambda: correcting.set_field(library, "nowhere", FieldName.URL, "x"),
        lambda: correcting.accept(library, "nowhere", 0),
        lambda: correcting.read_again(library, "nowhere"),
    ):
        with pytest.raises(NotFound):
            verb()
