"""Rules are made, changed and applied, each as one step that Undo takes back to the letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import Library
from clipreader.model import (
    Article,
    ClipreaderError,
    Colour,
    FieldName,
    Match,
    Metadata,
    NotFound,
    Progress,
    Role,
    Rule,
)
from clipreader.operations import correcting, highlighting, history, importing, learning, trash
from clipreader.operations.learned import LEARNED
from tests import records
from tests.operations.conftest import FERRY
from tests.operations.marked import marked, now, number, span, stored
from tests.operations.test_history import dumped

APPEAL = "Support the Diario: become a member today."
RULE = Rule("one", Match.BEGINS, "support the diario", Role.EDITORS_NOTE, "puerto diario")


def kept(library: Library) -> list[Rule]:
    return [replace(rule, made=None) for rule in learning.rules(library)]


def test_a_rule_is_made_changed_switched_removed_and_each_is_undone(library: Library) -> None:
    learning.add_rule(library, replace(RULE, words=" support  the\ndiario "))
    steps = [kept(library)]
    learning.change_rule(library, replace(learning.rules(library)[0], role=Role.DECK))
    steps.append(kept(library))
    learning.switch(library, RULE.id, False)
    steps.append(kept(library))
    learning.remove_rules(library, [RULE.id])
    assert steps == [
        [RULE],
        [replace(RULE, role=Role.DECK)],
        [replace(RULE, role=Role.DECK, is_on=False)],
    ]
    assert kept(library) == []
    for before in reversed(steps):
        assert history.undo(library).changes.rules
        assert kept(library) == before
    history.undo(library)
    assert kept(library) == []
    assert history.redo(library).value == "make a rule"
    assert kept(library) == steps[0]


def test_the_same_words_for_the_same_publisher_are_one_rule(library: Library) -> None:
    learning.add_rule(library, RULE)
    other = Rule("two", Match.BEGINS, "SUPPORT the Diário", Role.DECK, "Puerto Diario")
    assert learning.add_rule(library, other).label == "make a rule"
    assert kept(library) == [replace(RULE, role=Role.DECK)]
    assert learning.add_rule(library, other).label == ""
    learning.add_rule(library, replace(other, match=Match.WHOLE))
    with pytest.raises(ClipreaderError, match="already"):
        learning.change_rule(library, replace(other, words="support the diario"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"words": " "}, "too few"), ({"words": "a"}, "too few"), ({"words": "a b" * 400}, "too long"),
     ({"role": Role.LINK}, "no kind of block"), ({"publisher": "p" * 1001}, "too long"),
     ({"role": Role.CREDIT}, "no kind of block"), ({"role": FieldName.AGENCY}, "no kind of block"),
     ({"match": Match.NAMES}, "At a star"), ({"match": Match.ALWAYS}, "Always the same"),
     ({"match": Match.NAMES, "role": Role.CREDIT}, "need one \\*"),
     ({"match": Match.NAMES, "role": Role.CREDIT, "words": "Fotos: * / *"}, "need one \\*"),
     ({"match": Match.NAMES, "role": Role.CREDIT, "words": "/ *"}, "too few"),
     ({"match": Match.ALWAYS, "role": FieldName.AGENCY, "publisher": None}, "name it"),
     ({"match": Match.ALWAYS, "role": FieldName.LANGUAGE, "words": "Spanish"}, "no code")],
)  # fmt: skip
def test_what_cannot_be_a_rule_is_refused_in_a_sentence(
    library: Library, change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ClipreaderError, match=sentence):
        learning.add_rule(library, replace(RULE, **change))  # type: ignore[arg-type]
    assert kept(library) == []


def test_a_rule_that_is_gone_is_told(library: Library) -> None:
    with pytest.raises(NotFound):
        learning.change_rule(library, RULE)
    with pytest.raises(NotFound):
        learning.switch(library, RULE.id, True)
    assert learning.remove_rules(library, [RULE.id]).label == ""


def test_what_is_read_from_then_on_is_named(
    library: Library, write: Callable[[str, str | bytes], Path]
) -> None:
    learning.add_rule(library, replace(RULE, words="the line was closed"))
    (line,) = importing.import_sources(library, [write("ferry.txt", FERRY)]).value.items
    assert line.article_id
    article = now(library, line.article_id)
    block = article.blocks[number(article, "The line was closed")]
    assert (block.role, block.rule) == (Role.EDITORS_NOTE, LEARNED)


def test_reading_again_asks_the_rules_and_the_person_is_stronger(
    library: Library, write: Callable[[str, str | bytes], Path]
) -> None:
    (line,) = importing.import_sources(library, [write("ferry.txt", FERRY)]).value.items
    assert line.article_id
    article = now(library, line.article_id)
    mine = number(article, "At twenty past nine")
    correcting.set_role(library, article.id, mine, Role.QUOTE)
    learning.add_rule(library, replace(RULE, words="the line was closed"))
    learning.add_rule(library, Rule("2", Match.CONTAINS, "the ramp came up", Role.DECK))
    after = correcting.read_again(library, article.id).value
    assert after.blocks[number(after, "The line was closed")].role == Role.EDITORS_NOTE
    assert (after.blocks[mine].role, after.blocks[mine].corrected) == (Role.QUOTE, True)


@pytest.fixture
def two(library: Library) -> tuple[Article, Article]:
    """Two articles of one publisher; the person named the appeal in the second."""
    first, second = stored(library, records.article()), stored(library, records.article())
    correcting.set_role(library, second.id, number(second, APPEAL), Role.DECK)
    correcting.set_field(library, first.id, FieldName.AUTHORS, ("Me",))
    return now(library, first.id), now(library, second.id)


def test_applied_to_what_is_there_and_back_again(
    library: Library, two: tuple[Article, Article]
) -> None:
    first, second = two
    highlighting.add(library, first.id, span(first, "become a member"), Colour.PINK)
    highlighting.add(library, first.id, span(first, "two thirds"), Colour.PINK)
    before = dumped(library)
    places = [one.span for one in marked(library, first)]
    assert learning.count_matches(library, [RULE]) == 1
    outcome = learning.apply_to_library(library, [RULE])
    assert (outcome.value, outcome.label) == (1, "apply a rule")
    assert outcome.changes.articles == {first.id}
    after = now(library, first.id)
    assert after.text == first.text
    assert after.metadata == first.metadata
    assert after.blocks[number(after, APPEAL)].role == Role.EDITORS_NOTE
    assert now(library, second.id) == second
    assert [one.span for one in marked(library, after)] == places
    assert marked(library, after)[1].selector.role == Role.EDITORS_NOTE
    assert learning.apply_to_library(library, [RULE]).label == ""
    done = dumped(library)
    history.undo(library)
    assert dumped(library) == before
    history.redo(library)
    assert dumped(library) == done


@pytest.mark.parametrize(
    ("change", "changed"),
    [({}, 2), ({"publisher": None}, 2), ({"publisher": "Agencia Norte"}, 0), ({"is_on": False}, 0)],
)
def test_it_is_counted_before(library: Library, change: dict[str, object], changed: int) -> None:
    articles = [stored(library, records.article()) for _ in range(3)]
    trash.move_to_trash(library, [articles[0].id])
    rule = replace(RULE, **change)  # type: ignore[arg-type]
    assert learning.count_matches(library, [rule]) == changed
    assert learning.apply_to_library(library, [rule]).value == changed


def test_many_articles_are_one_step_and_a_cancel_keeps_what_is_done(library: Library) -> None:
    count = 230
    for _ in range(count):
        stored(library, records.article())
    before = dumped(library)
    told: list[Progress] = []

    def once(progress: Progress) -> bool:
        told.append(progress)
        return len(told) < 3

    outcome = learning.apply_to_library(library, [RULE], progress=once)
    assert [(one.done, one.total, one.is_rule) for one in told] == [
        (0, count, True),
        (100, count, True),
        (200, count, True),
    ]
    assert (outcome.value, len(outcome.changes.articles)) == (200, 200)
    assert learning.apply_to_library(library, [RULE]).value == count - 200
    history.undo(library)
    assert learning.count_matches(library, [RULE]) == count - 200
    history.undo(library)
    assert dumped(library) == before


def test_the_credits_highlight_is_told_its_role(library: Library) -> None:
    lines = (
        (Role.HEADLINE, "Night Ferry"),
        (Role.CAPTION, "The quay at night. Lente: Rosa Lund"),
        (Role.PARAGRAPH, records.PARAGRAPHS[0]),
    )
    article = stored(library, records.article(lines, metadata=Metadata(publisher="Puerto Diario")))
    highlighting.add(library, article.id, span(article, "Rosa"), Colour.PINK)
    rule = Rule("lens", Match.NAMES, "Lente: *", Role.CREDIT, "Puerto Diario")
    assert learning.apply_to_library(library, [rule]).value == 1
    after = now(library, article.id)
    assert after.credit_of(after.blocks[1]) == "Rosa Lund"
    assert marked(library, after)[0].selector.role == Role.CREDIT
    assert learning.count_matches(library, [rule]) == 0


def test_a_stronger_rule_keeps_its_lines(library: Library, two: tuple[Article, Article]) -> None:
    learning.add_rule(
        library, Rule("strong", Match.WHOLE, APPEAL, Role.BOILERPLATE, RULE.publisher)
    )
    assert learning.count_matches(library, [RULE]) == 0
