"""Rules name the lines they were made for, and never what the person set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clipreader.anatomy.learned import Rulebook, is_enough
from clipreader.model import LONGEST_RULE, Article, Match, Role, Rule
from tests import records

DAY = datetime(2024, 7, 5, tzinfo=UTC)
PAPER = "Puerto Diario"


def rule(words: str, match: Match = Match.WHOLE, **more: object) -> Rule:
    given: dict[str, object] = {"role": Role.BOILERPLATE, "publisher": PAPER, "made": DAY, **more}
    return Rule(f"rule of {words}", match, words, **given)  # type: ignore[arg-type]


def article(*lines: str, publisher: str | None = PAPER) -> Article:
    made = records.article([(Role.PARAGRAPH, line) for line in lines])
    return replace(made, metadata=replace(made.metadata, publisher=publisher, agency=None))


def named(of: Article, *rules: Rule) -> list[int]:
    return list(Rulebook(rules).names(of))


@pytest.mark.parametrize(
    ("match", "words", "line", "fits"),
    [
        (Match.WHOLE, "Follow us on the quay", "FOLLOW US  ON THE QUAY", True),
        (Match.WHOLE, "Follow us on the quay", "Follow us on the quay.", False),
        (Match.WHOLE, "4 min read", "12 min read", True),
        (Match.WHOLE, "* * *", "* * *", True),
        (Match.WHOLE, "Sígueme", "sigueme", True),
        (Match.BEGINS, "FOTO:", "Foto: la Santa Marta", True),
        (Match.BEGINS, "FOTO:", "La foto: la Santa Marta", False),
        (Match.BEGINS, "Foto", "Fotos del muelle", False),
        (Match.BEGINS, "Foto", "Foto", True),
        (Match.ENDS, "/ Norte", "The quay at dawn / NORTE", True),
        (Match.ENDS, "Norte", "The quay at Monnorte", False),
        (Match.CONTAINS, "read also", "— Read also: the crane", True),
        (Match.CONTAINS, "art", "a part of art", True),
        (Match.CONTAINS, "art", "a part of it", False),
        (Match.CONTAINS, "写真", "港の写真提供", True),
        (Match.BEGINS, "写真提供", "写真提供：港湾局", True),
    ],
)
def test_a_line_is_matched(match: Match, words: str, line: str, fits: bool) -> None:
    assert bool(named(article("The quay.", line), rule(words, match))) == fits


@pytest.mark.parametrize(
    ("of", "is_its"),
    [(PAPER, True), ("PUERTO  Diário", True), ("Agencia Norte", False), (None, False)],
)
def test_a_rule_is_of_its_publisher(of: str | None, is_its: bool) -> None:
    assert bool(named(article("Follow us", publisher=of), rule("Follow us"))) == is_its


@pytest.mark.parametrize("of", [PAPER, "Agencia Norte", None])
def test_a_rule_without_a_publisher_is_of_all(of: str | None) -> None:
    assert named(article("Follow us", publisher=of), rule("Follow us", publisher=None)) == [0]


def test_a_rule_that_is_off_names_nothing() -> None:
    book = Rulebook([rule("Follow us", is_on=False)])
    assert not book
    assert book.names(article("Follow us")) == {}


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        (rule("Follow us", publisher=None), rule("Follow", Match.BEGINS)),
        (rule("Follow us", Match.BEGINS), rule("Follow us")),
        (rule("us", Match.CONTAINS), rule("us", Match.ENDS)),
        (rule("Follow", Match.BEGINS), rule("Follow us", Match.BEGINS)),
        (rule("Follow us"), rule("follow us", made=datetime(2025, 1, 1, tzinfo=UTC))),
    ],
    ids=["for all", "wider", "widest", "shorter", "older"],
)
def test_the_stronger_rule_wins(weak: Rule, strong: Rule) -> None:
    one, other = replace(weak, role=Role.DECK), replace(strong, role=Role.QUOTE)
    for rules in ((one, other), (other, one)):
        assert Rulebook(rules).names(article("Follow us")) == {0: other}


def test_what_the_person_set_is_passed_over() -> None:
    made = article("Follow us", "Follow us")
    set_by_person = replace(made.blocks[0], corrected=True)
    assert named(replace(made, blocks=(set_by_person, made.blocks[1])), rule("Follow us")) == [1]


def test_a_caption_whose_credit_the_person_set_is_passed_over() -> None:
    made = records.article()
    marks = tuple(replace(mark, corrected=mark.role == Role.CREDIT) for mark in made.marks)
    names = rule("/ Harbour Authority", Match.ENDS)
    assert named(made, names) == [2]
    assert named(replace(made, marks=marks), names) == []


@pytest.mark.parametrize(
    ("match", "words", "enough"),
    [
        (Match.WHOLE, "", False),
        (Match.WHOLE, " — ", False),
        (Match.WHOLE, "***", True),
        (Match.WHOLE, "12", False),
        (Match.WHOLE, "AD", True),
        (Match.CONTAINS, "a", False),
        (Match.CONTAINS, "***", False),
        (Match.BEGINS, "A:", False),
        (Match.BEGINS, "By", True),
        (Match.ENDS, "写真", True),
        (Match.WHOLE, "x" * LONGEST_RULE, True),
        (Match.WHOLE, "x" * (LONGEST_RULE + 1), False),
    ],
)
def test_words_are_enough_or_not(match: Match, words: str, enough: bool) -> None:
    made = rule(words, match)
    assert is_enough(made) == enough
    assert bool(Rulebook([made])) == enough


def test_a_mark_is_no_kind_of_block() -> None:
    assert not Rulebook([rule("Follow us", role=Role.CREDIT)])


def test_an_article_without_a_publisher_is_its_agencys() -> None:
    made = article("Follow us", publisher=None)
    made = replace(made, metadata=replace(made.metadata, agency=PAPER))
    assert named(made, rule("Follow us")) == [0]
