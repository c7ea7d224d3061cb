"""A rule names blocks as the person would, and never what the person set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.learned import Rulebook
from clipreader.model import (
    BLOCK_ROLES,
    Article,
    FieldName,
    Match,
    Metadata,
    Part,
    Role,
    Rule,
)
from clipreader.operations.corrected import with_credit, with_field, with_role
from clipreader.operations.learned import LEARNED, why, with_rules
from tests import records
from tests.operations.marked import holds_together, span

PAPER = "Puerto Diario"
LINES = (
    (Role.PARAGRAPH, "The Quay Wakes Up"),
    (Role.PARAGRAPH, "FOTO: The quay at dawn / Rosa Lund"),
    (Role.PARAGRAPH, "The quay was late."),
    (Role.PARAGRAPH, "Translated by Ana Reyes"),
    (Role.PARAGRAPH, "Follow us on the quay"),
)


def rule(words: str, role: Role, match: Match = Match.WHOLE, publisher: str | None = PAPER) -> Rule:
    return Rule(f"{match.value} {words}", match, words, role, publisher)


def made() -> Article:
    return records.article(LINES, metadata=Metadata(publisher=PAPER, language="en"))


def ruled(article: Article, *rules: Rule) -> Article:
    return with_rules(article, Rulebook(rules))


def test_a_block_says_who_named_it() -> None:
    after = ruled(made(), rule("follow us", Role.BOILERPLATE, Match.BEGINS))
    block = after.blocks[4]
    assert (block.role, block.rule, block.corrected) == (Role.BOILERPLATE, LEARNED, False)
    assert block.is_sure
    assert block.reasons == ("you said “always” for Puerto Diario, and it begins with “follow us”",)


@pytest.mark.parametrize(
    ("match", "publisher", "words", "said"),
    [
        (Match.WHOLE, None, "Ad", "you said “always” for every publisher, and it says “Ad”"),
        (Match.ENDS, "Ñ", "/ EFE", "you said “always” for Ñ, and it ends with “/ EFE”"),
        (Match.CONTAINS, "Ñ", "a" * 90, f"you said “always” for Ñ, and it contains “{'a' * 59}…”"),
    ],
)
def test_why_is_one_short_sentence(
    match: Match, publisher: str | None, words: str, said: str
) -> None:
    assert why(rule(words, Role.DECK, match, publisher)) == said


def test_marks_and_fields_follow() -> None:
    after = ruled(
        made(),
        rule("FOTO:", Role.CAPTION, Match.BEGINS),
        rule("Translated by", Role.TRANSLATOR, Match.BEGINS),
        rule("The quay wakes up", Role.HEADLINE),
    )
    holds_together(after)
    assert after.credit_of(after.blocks[1]) == "Rosa Lund"
    assert after.metadata.translators == ("Ana Reyes",)
    assert after.metadata.headline == "The Quay Wakes Up"
    assert after.metadata.corrected == frozenset()


@pytest.mark.parametrize("role", [role for role in BLOCK_ROLES if role != Role.PARAGRAPH])
def test_it_is_what_the_person_would_have_made(role: Role) -> None:
    by_rule, by_hand = ruled(made(), rule(LINES[1][1], role)), with_role(made(), 1, role)
    assert by_rule.marks == by_hand.marks
    assert by_rule.metadata == by_hand.metadata
    assert by_rule.blocks[1].level == by_hand.blocks[1].level


def test_what_is_so_already_stays_untouched() -> None:
    article = records.article()
    assert ruled(article, rule("Translated by", Role.TRANSLATOR, Match.BEGINS)) is article


def test_what_was_only_offered_becomes_sure_and_keeps_its_level() -> None:
    article = made()
    unsure = replace(article.blocks[0], role=Role.CROSSHEAD, level=4, confidence=0.6)
    article = replace(article, blocks=(unsure, *article.blocks[1:]))
    after = ruled(article, rule("The quay wakes up", Role.CROSSHEAD))
    assert (after.blocks[0].is_sure, after.blocks[0].level) == (True, 4)


def test_only_the_rules_asked_for_change_something_and_the_stronger_still_wins() -> None:
    wide = rule("quay", Role.BOILERPLATE, Match.CONTAINS)
    narrow = rule("Follow us on the quay", Role.DECK)
    after = with_rules(made(), Rulebook([wide, narrow]), only=[wide.id])
    assert [block.role for block in after.blocks] == [
        Role.BOILERPLATE,
        Role.BOILERPLATE,
        Role.BOILERPLATE,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]


NAMES = (
    rule("quay", Role.HEADLINE, Match.CONTAINS),
    rule("Translated by", Role.BOILERPLATE, Match.BEGINS),
    rule("FOTO:", Role.TRANSLATOR, Match.BEGINS),
    rule("Night Ferry", Role.BOILERPLATE, Match.BEGINS, None),
)


@pytest.mark.parametrize("role", [Role.HEADLINE, Role.DECK, Role.KICKER])
def test_a_field_stays_with_the_block_that_the_person_named(role: Role) -> None:
    own = with_role(made(), 0, role)
    after = ruled(own, rule("follow us", role, Match.BEGINS), rule("late", role, Match.CONTAINS))
    assert after.blocks[4].role == role
    assert after.metadata.value(FieldName(role.value)) == "The Quay Wakes Up"


def test_names_stay_with_the_line_that_the_person_named() -> None:
    own = with_role(made(), 3, Role.TRANSLATOR)
    assert own.metadata.translators == ("Ana Reyes",)
    assert ruled(own, *NAMES).metadata.translators == ("Ana Reyes",)


def test_a_credit_that_the_person_set_stays() -> None:
    own = with_role(made(), 1, Role.CAPTION)
    own = replace(own, blocks=tuple(replace(block, corrected=False) for block in own.blocks))
    own = with_credit(own, 1, span(own, "Lund"))
    after = ruled(own, rule("FOTO:", Role.BOILERPLATE, Match.BEGINS))
    assert after == own


PIECES = ("FOTO:", "Follow us", "the quay", "/ Rosa Lund", "Translated by Ana", "12", "é", "By X")
lines = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)
blocks = st.lists(st.tuples(st.sampled_from(BLOCK_ROLES), lines), min_size=1, max_size=6)
some_rules = st.lists(
    st.builds(
        Rule,
        id=st.text("abc", min_size=1, max_size=3),
        match=st.sampled_from(Match),
        words=lines,
        role=st.sampled_from(BLOCK_ROLES),
        publisher=st.sampled_from([None, PAPER, "Another"]),
        is_on=st.booleans(),
    ),
    max_size=4,
)


def as_read(made_of: list[tuple[Role, str]]) -> Article:
    """An article with the marks that its lines have, and nothing in it set by the person."""
    known = Metadata(publisher=PAPER, language="en")
    article = records.article([(Role.PARAGRAPH, line) for _, line in made_of], metadata=known)
    for index, (role, _) in enumerate(made_of):
        article = with_role(article, index, role)
    blocks = tuple(replace(block, corrected=False) for block in article.blocks)
    return replace(article, blocks=blocks)


def own_parts(article: Article) -> tuple[list[Part], list[Part]]:
    """What the person set: the blocks, and the marks in blocks that were touched."""
    return (
        [block for block in article.blocks if block.corrected],
        [mark for mark in article.marks if mark.corrected],
    )


@given(blocks, some_rules, st.data())
def test_any_rules_leave_the_text_and_what_the_person_set(
    made_of: list[tuple[Role, str]], rules: list[Rule], data: st.DataObject
) -> None:
    article = as_read(made_of)
    for _ in range(data.draw(st.integers(0, 2))):
        index = data.draw(st.integers(0, len(article.blocks) - 1))
        article = with_role(article, index, data.draw(st.sampled_from(BLOCK_ROLES)))
    if data.draw(st.booleans()):
        article = with_field(article, FieldName.DECK, "Mine")
    after = ruled(article, *rules)
    assert after.text == article.text
    assert [block.span for block in after.blocks] == [block.span for block in article.blocks]
    assert own_parts(after) == own_parts(article)
    assert after.metadata.corrected == article.metadata.corrected
    for name in article.metadata.corrected:
        assert after.metadata.value(name) == article.metadata.value(name)
    for mark in after.marks:
        owner = after.block_at(mark.span.start)
        assert owner is not None
        assert owner.span.contains(mark.span)
    assert ruled(after, *rules) == after, "the same rules change nothing more"
